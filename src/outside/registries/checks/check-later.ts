/** Answers given while a registry was down: asked again when it is back, differences noted, nobody blocked. */
import { isDeepStrictEqual } from 'node:util';
import { own, type Act, type Look } from '../../../ground/db/act.ts';
import { insert, update } from '../../../ground/db/writes.ts';
import { announce, listener, type Listener } from '../../../ground/jobs/index.ts';
import { newId } from '../../../ground/record/index.ts';
import { sameWords } from '../../../ground/text/fold.ts';
import { valueAt, type Facts, type Purpose, type Subject, type SubjectSource } from '../known.ts';
import { waitAfter } from '../numbers/rules.ts';
import { tellOfficer } from './tell-officer.ts';

export type CheckState = 'waiting' | 'same' | 'differs' | 'unknown' | 'given-up';

/** One answer that differs. */
export type Difference = { readonly path: string; readonly said: unknown; readonly found: unknown };

/** A check of the answers of one item against one source. */
export type Check = {
  readonly id: string;
  readonly item: string;
  readonly source: string;
  readonly person: string | null;
  readonly organisation: string | null;
  readonly purpose: string;
  readonly basis: string;
  /** What was answered, by path of the source. */
  readonly said: Readonly<Record<string, unknown>>;
  readonly state: CheckState;
  readonly differences: readonly Difference[] | null;
  readonly tries: number;
  readonly asked_at: Date;
  readonly ended_at: Date | null;
};

type CheckTables = { 'registries.checks': Check & { tenant: number } };

const CHECK = 'registry.check';
/** After so many tries (about nine days) a check is given up; an officer sees that it never was made. */
const MOST_TRIES = 220;

/** Writes down what a person answered because a source did not; a job holds it against the source when that is back. */
export function checkLater(
  act: Act,
  item: string,
  source: string,
  subject: Subject,
  said: Readonly<Record<string, unknown>>,
  { procedure, basis }: Purpose,
): string {
  const id = newId(act.now);
  insert(act.writes, 'registries.checks', {
    tenant: act.tenant,
    id,
    item,
    source,
    ...subject,
    purpose: procedure,
    basis,
    said,
    state: 'waiting',
    tries: 0,
    asked_at: act.now,
  });
  announce(act, CHECK, item, { check: id });
  return id;
}

/** Checks of an item, oldest first: shown to the officer beside the answers. */
export const listChecks = (look: Look, item: string): Promise<Check[]> =>
  own<CheckTables>(look.tx)
    .selectFrom('registries.checks')
    .select([
      'id',
      'item',
      'source',
      'person',
      'organisation',
      'purpose',
      'basis',
      'said',
      'state',
      'differences',
      'tries',
      'asked_at',
      'ended_at',
    ])
    .where('tenant', '=', look.tenant)
    .where('item', '=', item)
    .orderBy('asked_at')
    .execute();

/** Whether two values say the same: texts whatever their case and tone position, addresses by their commune. */
export function saysTheSame(one: unknown, other: unknown): boolean {
  if (typeof one === 'string' && typeof other === 'string') return sameWords(one, other);
  if (isAddress(one) && isAddress(other)) return one.commune === other.commune;
  return isDeepStrictEqual(one, other);
}

const isAddress = (value: unknown): value is { readonly commune: string } =>
  typeof value === 'object' && value !== null && typeof (value as { commune?: unknown }).commune === 'string';

/** What differs between what was said and what the source knows. Paths that the source does not know are not held against anybody. */
const differencesIn = (
  said: Readonly<Record<string, unknown>>,
  { tree }: Facts,
): { readonly checked: number; readonly differences: readonly Difference[] } => {
  const held = Object.entries(said).flatMap(([path, value]) => {
    const found = valueAt(tree, path);
    return found === undefined ? [] : [{ path, said: value, found }];
  });
  return { checked: held.length, differences: held.filter((one) => !saysTheSame(one.said, one.found)) };
};

type Gathered = { readonly check: Check; readonly facts: Facts | null } | null;

/** The job of one check. Announces `registry.differs` with the paths (not the values) when something differs. */
export const checkListener = (sources: readonly SubjectSource[]): Listener =>
  listener<Gathered>({
    on: CHECK,
    name: 'registries.check-later',
    does: { vi: 'Đối chiếu thông tin với cơ sở dữ liệu', en: 'Hold answers against a registry' },
    gather: async (look, event) => {
      const check = (await listChecks(look, event.item)).find((one) => one.id === event.payload['check']);
      if (!check || check.state !== 'waiting') return null;
      const { person, organisation, purpose, basis, item } = check;
      const source = sources.find((one) => one.name === check.source);
      const facts =
        (await source?.facts(look, { person, organisation }, Object.keys(check.said), {
          purpose,
          basis: basis || source.registry.basis,
          item,
          patient: 'job',
        })) ?? null;
      return { check, facts };
    },
    act: async (act, event, gathered) => {
      if (!gathered) return;
      const { check, facts } = gathered;
      const tries = check.tries + 1;
      const key = { tenant: act.tenant, id: check.id, state: 'waiting' };
      if (!facts && tries < MOST_TRIES) {
        update(act.writes, 'registries.checks', key, { tries });
        announce(act, CHECK, event.item, { check: check.id }, new Date(act.now.getTime() + waitAfter(tries)));
        return;
      }
      const { checked, differences } = facts
        ? differencesIn(check.said, facts)
        : { checked: 0, differences: [] };
      const state: CheckState = !facts
        ? 'given-up'
        : differences.length > 0
          ? 'differs'
          : checked > 0
            ? 'same'
            : 'unknown';
      update(act.writes, 'registries.checks', key, {
        tries,
        state,
        ended_at: act.now,
        differences: state === 'differs' ? differences : null,
      });
      if (state === 'differs' || state === 'given-up') await tellOfficer(act, check);
      if (state === 'differs') {
        announce(act, 'registry.differs', event.item, {
          check: check.id,
          source: check.source,
          paths: differences.map(({ path }) => path),
        });
      }
    },
  });
