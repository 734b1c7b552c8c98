/** Pure decisions about agencies: names of the day, who takes over, who holds what. */
import type { Power } from '../../ground/db/act.ts';
import type { FieldError } from '../../ground/operate/errors.ts';
import type { Text } from '../../ground/text/language.ts';
import { isInForce } from '../law/index.ts';
import { parseIdentifier } from './identifier.ts';
import type { Agency, AgencySuccession, Change, Holding, Matter, Officer, Post, Reached } from './schema.ts';

/** Tells whether an agency exists on a day. */
export const existsOn = (agency: Pick<Agency, 'established' | 'abolished'>, day: string): boolean =>
  isInForce({ from: agency.established, to: agency.abolished }, day);

/** The name an agency had on a day: facts keep the name of their day. */
export function nameOn(agency: Agency, changes: readonly Change[], day: string): Text {
  const later = changes
    .filter((change) => change.agency === agency.id && change.nameBefore !== null && change.on > day)
    .sort((a, b) => (a.on < b.on ? -1 : 1));
  return later[0]?.nameBefore ?? agency.name;
}

/** Of the rows that fit what is known of the matter, those that say it most exactly; what is not known excludes nothing. */
function fitting(
  rows: readonly AgencySuccession[],
  { field = null, place = null }: Matter,
): readonly AgencySuccession[] {
  const agrees = (said: string | null, known: string | null): boolean =>
    said === null || known === null || said === known;
  const possible = rows.filter((row) => agrees(row.field, field) && agrees(row.place, place));
  const byField =
    field !== null && possible.some((row) => row.field === field)
      ? possible.filter((row) => row.field === field)
      : possible;
  if (place === null) return byField;
  // Exactness of place counts among rows of one field only: a field given to a department goes there from every place.
  return byField.filter(
    (row) =>
      row.place !== null || !byField.some((other) => other.field === row.field && other.place === place),
  );
}

/**
 * The agency that an item for `start` reaches on a day: itself while it exists, otherwise whoever took over the matter, from
 * change to change. `choose` where field or place would decide but are not known; `none` where nobody took over.
 */
export function successorOf(
  start: Agency,
  matter: Matter,
  day: string,
  agencies: ReadonlyMap<string, Agency>,
  successions: readonly AgencySuccession[],
): Reached {
  const found = new Map<string, Agency>();
  const seen = new Set<string>();
  const follow = (agency: Agency): void => {
    if (seen.has(agency.id)) return;
    seen.add(agency.id);
    if (agency.abolished === null || day <= agency.abolished) return void found.set(agency.id, agency);
    const rows = successions.filter((row) => row.agency === agency.id && row.began <= day);
    for (const row of fitting(rows, matter)) {
      const next = agencies.get(row.successor);
      if (next) follow(next);
    }
  };
  follow(start);
  const [only, ...others] = found.values();
  if (!only) return { kind: 'none' };
  return others.length === 0
    ? { kind: 'one', agency: only }
    : { kind: 'choose', candidates: [only, ...others] };
}

/** Posts with their holdings, as one officer's place in the tree. */
export type Held = { readonly post: Post; readonly holding: Holding };

/** What is in force on a day of the posts somebody holds. */
export const heldOn = (held: readonly Held[], day: string): Held[] =>
  held.filter(({ post, holding }) => isInForce(holding, day) && isInForce(post, day));

/**
 * The powers that posts bring on a day: the roles of every post held, for its agency and unit. A counter officer who is
 * seconded to the service centre has the powers of both units.
 */
export function powersFromPosts(held: readonly Held[], day: string): Power[] {
  const powers = heldOn(held, day).flatMap(({ post }) =>
    post.roles.map((role): Power => ({ role, agency: post.agency, unit: post.unit })),
  );
  return [...new Map(powers.map((power) => [JSON.stringify(Object.values(power)), power])).values()];
}

const problem = (field: string, vi: string, en: string): FieldError => ({ field, message: { vi, en } });

/** What keeps an agency from being established. */
export function agencyProblems(agency: Agency, parent: Agency | null): FieldError[] {
  const problems: FieldError[] = [];
  if (!parseIdentifier(agency.identifier)) {
    const vi = 'Mã định danh phải có dạng như H29.15 hoặc 000.00.15.H29.';
    problems.push(problem('identifier', vi, 'The identifier must look like H29.15 or 000.00.15.H29.'));
  }
  if (agency.name.vi.trim() === '')
    problems.push(problem('name', 'Hãy nhập tên cơ quan.', 'Enter the name.'));
  if (parent && !existsOn(parent, agency.established)) {
    const vi = 'Cơ quan cấp trên không tồn tại vào ngày thành lập.';
    problems.push(problem('parent', vi, 'The parent agency does not exist on the day of establishment.'));
  }
  return problems;
}

/** What keeps an agency from being abolished: no successor, a successor that is not there, or itself as its own. */
export function abolitionProblems(
  agency: Agency,
  last: string,
  successors: readonly Agency[],
  nextDay: string,
): FieldError[] {
  const problems: FieldError[] = [];
  if (last < agency.established) {
    problems.push(
      problem('last', 'Ngày cuối phải sau ngày thành lập.', 'The last day lies before the first.'),
    );
  }
  if (successors.length === 0) {
    problems.push(problem('successors', 'Hãy chọn cơ quan kế thừa.', 'Choose who takes over.'));
  }
  if (successors.some((one) => one.id === agency.id || !existsOn(one, nextDay))) {
    const vi = 'Cơ quan kế thừa phải là cơ quan khác và tồn tại vào ngày kế thừa.';
    problems.push(problem('successors', vi, 'A successor must be another agency that exists on that day.'));
  }
  return problems;
}

/** What keeps an officer from being enrolled in the directory. */
export function officerProblems({ name, email }: Officer): FieldError[] {
  const problems: FieldError[] = [];
  if (name.trim() === '') problems.push(problem('name', 'Hãy nhập họ và tên.', 'Enter the name.'));
  if (email !== null && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
    problems.push(problem('email', 'Địa chỉ thư điện tử chưa đúng.', 'The e-mail address is not valid.'));
  }
  return problems;
}
