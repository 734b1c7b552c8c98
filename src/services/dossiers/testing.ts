/** Officers of tests: whoever works at the agencies of a dossier does what waits on it. */
import { nobody, type By } from '../../ground/db/act.ts';
import { systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { newCheckCode } from '../../paper/papers/index.ts';
import { acceptNow } from './commands/accept.ts';
import { noteFindings } from './commands/find.ts';
import { proposeGrant, type CheckMark } from './commands/result.ts';
import { decideDossier, doStep, noteReturned, noteSigned } from './commands/steps.ts';
import type { Found } from './findings.ts';
import { findDossier, hold } from './load.ts';
import { processOf, wholeOf, type Whole } from './queries.ts';
import type { Dossier } from './schema.ts';

/** A check code that nobody has printed yet. */
const newMark = (): CheckMark => {
  const code = newCheckCode();
  return { code, check: `https://mau.example/xac-minh/${code}` };
};

/** Somebody who holds every post at the agencies of a dossier. */
const officerOf = ({ agency, one_stop: oneStop }: Pick<Dossier, 'agency' | 'one_stop'>): By => ({
  ...nobody,
  kind: 'officer',
  name: 'Hồ Thị Ví Von',
  powers: [agency, oneStop].flatMap((at) =>
    ['counter', 'case-officer', 'leader', 'clerk'].map((role) => ({ role, agency: at, unit: null })),
  ),
});

/** A dossier with everything around it. Fails when there is none. */
export const wholeAt = (world: TestWorld, id: string, now: Date): Promise<Whole> =>
  world.look(systemAt(now.toISOString()), async (look) => {
    const dossier = await findDossier(look, id);
    if (!dossier) throw new Error(`no dossier ${id}`);
    return wholeOf(look, dossier);
  });

/** The one-stop unit accepts. */
export async function acceptAt(world: TestWorld, id: string, now: Date): Promise<void> {
  const whole = await wholeAt(world, id, now);
  await world.as(officerOf(whole.dossier), now, (act) => acceptNow(act, whole));
}

/** Does the next step that waits; `found` is what the officer writes down. False: nothing waits any more. */
export async function takeStep(world: TestWorld, id: string, now: Date, found: Found = {}): Promise<boolean> {
  const whole = await wholeAt(world, id, now);
  const work = whole.work.find(({ ref }) => ref !== null);
  if (!work) return false;
  const definition = processOf(whole.procedure, whole.agency, whole.oneStop);
  const token = Number(work.ref);
  await world.as(officerOf(whole.dossier), now, async (act) => {
    const held = await hold(act, id);
    switch (work.kind) {
      case 'draft':
        return proposeGrant(act, noteFindings(act, held, found), whole, work, newMark());
      case 'sign':
        return noteSigned(act, held, definition, token);
      case 'seal':
        return decideDossier(act, held, definition, token);
      case 'return':
        return noteReturned(act, held, definition, token);
      default:
        return doStep(act, held, definition, token, 'Đạt');
    }
  });
  return true;
}
