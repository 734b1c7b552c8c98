/** Work at fixed times: foreseeing lateness, opinions that did not come, approval by silence. */
import { own, type Act } from '../../ground/db/act.ts';
import { attempt } from '../../ground/db/attempt.ts';
import type { Timed } from '../../ground/jobs/index.ts';
import { log } from '../../ground/operate/log.ts';
import { getVersion } from '../catalogue/index.ts';
import { escalate } from './commands/escalate.ts';
import { approveBySilence } from './commands/lateness.ts';
import { draftNotice } from './commands/notice.ts';
import { noteSilence } from './commands/steps.ts';
import { watch } from './commands/watch.ts';
import { hold, type Held } from './load.ts';
import { processOf, wholeOf } from './queries.ts';
import type { Dossier, DossierTables } from './schema.ts';

const BATCH = 200;

type Version = Pick<Dossier, 'procedure' | 'procedure_version'>;

/** Versions of procedures that have overdue dossiers and take silence as approval. */
async function silentVersions(act: Act): Promise<readonly Version[]> {
  const versions = await overdue(act).select(['procedure', 'procedure_version']).distinct().execute();
  const found: Version[] = [];
  for (const one of versions)
    if ((await getVersion(act, one.procedure, one.procedure_version)).silence === 'approval') found.push(one);
  return found;
}

const overdue = (act: Act) =>
  own<DossierTables>(act.tx)
    .selectFrom('dossiers.dossiers')
    .where('tenant', '=', act.tenant)
    .where('ended_at', 'is', null)
    .where('due_at', '<', act.now)
    .where('state', 'in', ['accepted', 'processing']);

/**
 * Approves what the agency was silent about, where the procedure takes silence as approval: however many others are late. `home` is the
 * address of this site, where the notices can be checked.
 */
export async function hearSilence(act: Act, home: string, most = BATCH): Promise<void> {
  for (const { procedure, procedure_version: version } of await silentVersions(act)) {
    const late = await overdue(act)
      .select('id')
      .where('procedure', '=', procedure)
      .where('procedure_version', '=', version)
      .limit(most)
      .execute();
    await each(act, 'approval by silence failed', late, async (inner, held) => {
      await approveBySilence(inner, held, await draftNotice(inner, held.dossier, home));
    });
  }
}

/** Goes on without the opinions whose time is over. */
export async function hearNoAnswer(act: Act): Promise<void> {
  const waiting = await own<DossierTables>(act.tx)
    .selectFrom('dossiers.dossiers')
    .select('id')
    .where('tenant', '=', act.tenant)
    .where('ended_at', 'is', null)
    .where('decided_at', 'is', null)
    .where('opinion_due_at', '<', act.now)
    .limit(BATCH)
    .execute();
  await each(act, 'going on without an opinion failed', waiting, async (inner, held) => {
    const over = held.dossier.opinions.find(
      ({ outcome, dueAt }) => outcome === 'open' && dueAt !== null && new Date(dueAt) < act.now,
    );
    const { procedure, agency, oneStop } = await wholeOf(inner, held.dossier);
    // One at a time: the next run takes the next one of the same dossier.
    if (over) await noteSilence(inner, held, processOf(procedure, agency, oneStop), over.token);
  });
}

/** Does something to each dossier by itself: one that cannot be moved stops no other, is told to who runs the platform, and comes up again. */
async function each(
  act: Act,
  failed: string,
  dossiers: readonly { readonly id: string }[],
  work: (inner: Act, held: Held) => Promise<unknown>,
): Promise<void> {
  for (const { id } of dossiers) {
    const problem = await attempt(act, id, async (inner) => void (await work(inner, await hold(inner, id))));
    if (problem) log.error(failed, { item: id, problem: problem.en });
  }
}

/** `home` is the address of this site. */
export const timedAt = (home: string): readonly Timed[] => [
  { name: 'dossiers.watch', cron: '*/30 * * * *', act: watch },
  { name: 'dossiers.escalate', cron: '*/15 * * * *', act: escalate },
  { name: 'dossiers.no-answer', cron: '*/10 * * * *', act: hearNoAnswer },
  { name: 'dossiers.silence', cron: '10 * * * *', act: (act) => hearSilence(act, home) },
];
