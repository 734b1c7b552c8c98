/** A dossier of tests that runs by a file with every kind of element, from Monday on; and how it is driven. */
import assert from 'node:assert/strict';
import { sampleProcedures } from '../../../../sample/procedures/index.ts';
import { seedProvince } from '../../../../sample/province/seed.ts';
import { system, type Act, type By } from '../../../ground/db/act.ts';
import { bySystem } from '../../../ground/db/edge.ts';
import { systemAt, type TestWorld } from '../../../ground/db/testing.ts';
import { settle } from '../../../ground/jobs/testing.ts';
import { publishable, read, type Definition } from '../../../work/process/index.ts';
import { publish } from '../../catalogue/index.ts';
import { doStep } from '../commands/steps.ts';
import { receive } from '../commands/receive.ts';
import { caseOfficer, counter, father, submission } from '../fixtures.ts';
import { invariants } from '../invariants.ts';
import { listeners } from '../listeners.ts';
import { hold, type Held } from '../load.ts';
import { processOf } from '../queries.ts';
import { acceptAt, wholeAt } from '../testing.ts';
import { everyElement } from './every-element.ts';
import { at, build, committee, land } from './sample-agencies.ts';

/** Who settles the dossier. */
export const officer = at(caseOfficer, committee.id);

/** Monday 23 November 2026, 09:00 in Vietnam; the 24th is a holiday. */
const monday = Date.parse('2026-11-23T02:00:00Z');
/** So many hours after that. */
export const after = (hours: number): Date => new Date(monday + hours * 3_600_000);

/** A dossier that was accepted on Monday and runs by that file. */
export async function begun(world: TestWorld, change = (file: string): string => file): Promise<string> {
  await seedProvince(world, bySystem(world.tenant), () => {});
  await publishFile(world, 0, change);
  return another(world, 'every element');
}

/** The file, changed, becomes the process of the procedure. */
export async function publishFile(
  world: TestWorld,
  hours: number,
  change: (file: string) => string,
): Promise<void> {
  const { national, local, from } = sampleProcedures.find((one) => one.national.code === '1.001193')!;
  const reading = await read(change(everyElement(build.name, land.name)));
  assert.deepEqual(
    reading.findings.filter(({ severity }) => severity === 'error'),
    [],
  );
  const process = reading.definitions.find(({ id }) => id === 'chinh')!;
  assert.deepEqual(publishable(process), []);
  const since = hours === 0 ? from : '2026-11-23';
  await world.as(system, after(hours), (act) =>
    publish(act, national, { ...local, process }, since, 'written'),
  );
}

/** Another dossier, accepted on Monday. */
export async function another(world: TestWorld, key: string): Promise<string> {
  const { id } = await world.as(father, after(0), (act) =>
    receive(act, {
      ...submission(key),
      agency: { id: committee.id, identifier: 'H99.18' },
      oneStop: committee.id,
    }),
  );
  await acceptAt(world, id, after(0));
  return id;
}

/** Who does a step, and how. */
type Doing = readonly [By, (act: Act, held: Held, definition: Definition, token: number) => Promise<unknown>];

/** One dossier, as the test looks at it and drives it. */
export function driving(world: TestWorld, id: string) {
  const whole = (hours: number) => wholeAt(world, id, after(hours));
  const definitionAt = async (hours: number) => {
    const { procedure, agency, oneStop } = await whole(hours);
    return processOf(procedure, agency, oneStop);
  };
  return {
    whole,
    /** What waits on desks: kinds and steps, in order. */
    waits: async (hours: number) =>
      (await whole(hours)).work
        .filter(({ ref }) => ref !== null)
        .map(({ kind, step }) => `${kind}: ${step}`)
        .toSorted(),
    /** The worker does what is due by then. */
    passes: (hours: number) => settle(world, listeners, after(hours)),
    does: async (hours: number, step: string, [by, act]: Doing) => {
      const { work } = await whole(hours);
      const found = work.find((one) => one.step === step);
      assert.ok(found, `${step} is not on a desk`);
      const definition = await definitionAt(hours);
      await world.as(by, after(hours), async (inner) =>
        act(inner, await hold(inner, id), definition, Number(found.ref)),
      );
    },
    definitionAt,
    holds: async (hours: number) => {
      for (const one of invariants)
        assert.deepEqual(
          await world.look(systemAt(after(hours).toISOString()), one.check),
          [],
          `${one.name} after ${hours} hours`,
        );
    },
  };
}

/** Finishes a step, with what the process is told. */
export const plain = (by: By, data = {}): Doing => [
  by,
  (act, held, definition, token) => doStep(act, held, definition, token, 'Đã làm', data),
];

/** Goes on until somebody verifies. */
export async function toVerification(world: TestWorld, id: string): Promise<void> {
  const { passes, does } = driving(world, id);
  await passes(0.1);
  await does(0.2, 'Cập nhật sổ giấy', plain(officer));
  await does(0.3, 'Kiểm tra hồ sơ', plain(at(counter, committee.id), { can_xac_minh: true }));
}

/** Goes on until it waits for two days to pass, from the second hour on. */
export async function toTimer(world: TestWorld, id: string): Promise<void> {
  const { does } = driving(world, id);
  await toVerification(world, id);
  await does(1, 'Thẩm định', plain(officer));
  await does(2, 'Đi kiểm tra', plain(officer));
}
