/** A running dossier goes on by the process of the newest version of its procedure (C2). */
import type { Act } from '../../../ground/db/act.ts';
import { Conflict } from '../../../ground/operate/errors.ts';
import { closeWork } from '../../../work/desk/index.ts';
import { getProcedure } from '../../catalogue/index.ts';
import { follow } from '../follow.ts';
import type { Held } from '../load.ts';
import { move } from '../move.ts';
import { previewOf, runsBy } from './preview.ts';
import { asking, continued } from '../opinions.ts';
import { wholeOf } from '../queries.ts';
import { decide } from '../rules.ts';
import type { Dossier } from '../schema.ts';
import { trace } from '../trace.ts';

/**
 * Moves a dossier to the newest process. Work whose step, unit or limit changes is opened anew, all other work stays where it is and with
 * whom it is. Throws Conflict where the new process has no place for it, or where it runs by the newest one already.
 */
export async function changeProcess(act: Act, held: Held, reason: string): Promise<Dossier> {
  const { dossier } = held;
  // Asked first: who may not do it, or comes too late, is told that and not what the new process would do.
  decide(act.by, dossier, 'change-process', reason);
  const newest = await getProcedure(act, dossier.procedure);
  const from = runsBy(dossier);
  if (from >= newest.version)
    throw new Conflict({
      vi: 'Hồ sơ đang theo quy trình mới nhất.',
      en: 'The dossier goes by the newest process already.',
    });
  const { to, migration, why } = previewOf(await wholeOf(act, dossier), newest);
  const { instance, effects, changes } = migration;
  if (why || !instance) throw new Conflict(why ?? { vi: 'Không chuyển được.', en: 'It cannot go over.' });
  // What is asked anew takes the place of the work that waits there; what is only attached to a step leaves it as it is.
  for (const effect of effects)
    if (
      'token' in effect &&
      instance.tokens.some(({ id, node }) => id === effect.token && node === effect.node)
    )
      await closeWork(act, dossier.id, { ref: String(effect.token) });
  const asked = await asking(act, dossier, to, effects);
  const after = move(
    act,
    held,
    'change-process',
    { process: instance, process_version: newest.version, ...continued(dossier.opinions, null, asked) },
    {
      reason,
      visible: 'inside',
      note: {
        from,
        to: newest.version,
        changes: changes.map(({ kind, element }) => ({ kind, element })),
        ...trace(null, 0, effects, instance),
      },
    },
  );
  await follow(act, after, to, effects);
  return after;
}
