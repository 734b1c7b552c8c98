/** Acts on agencies: establish, rename, move, abolish (merge, divide). One function per legal act. */
import { own, type Act } from '../../ground/db/act.ts';
import { insert, update } from '../../ground/db/writes.ts';
import { announce } from '../../ground/jobs/index.ts';
import { Conflict, Invalid, NotFound } from '../../ground/operate/errors.ts';
import { newId } from '../../ground/record/index.ts';
import type { Text } from '../../ground/text/language.ts';
import { vietnamMoment } from '../../ground/text/dates.ts';
import { dayAfter } from '../law/index.ts';
import { AGENCY_ABOLISHED, type AgencyAbolished } from './events.ts';
import { note } from './history.ts';
import { canonicalIdentifier } from './identifier.ts';
import { findAgency, findAgencyByIdentifier, getAgency } from './queries.ts';
import { agencyOf, agencyRow, changeRow, identifierRows, successionRow } from './rows.ts';
import { abolitionProblems, agencyProblems } from './rules.ts';
import type { Agency, AgencySuccession, Change } from './schema.ts';
import type { AgencyTables } from './tables.ts';

/** What is said of an agency that is established. */
export type NewAgency = Omit<Agency, 'id' | 'abolished'>;

async function lockAgency(act: Act, id: string): Promise<Agency> {
  const row = await own<AgencyTables>(act.tx)
    .selectFrom('agencies.agencies')
    .selectAll()
    .where('tenant', '=', act.tenant)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new NotFound({ vi: 'Không có cơ quan này.', en: 'There is no such agency.' });
  return agencyOf(row);
}

/** Locks an agency that exists; an abolished one cannot be changed any more. */
async function lockLiving(act: Act, id: string): Promise<Agency> {
  const agency = await lockAgency(act, id);
  if (agency.abolished === null) return agency;
  throw new Conflict({ vi: 'Cơ quan này đã giải thể.', en: 'This agency has been abolished.' });
}

/** Establishes an agency (thành lập cơ quan). Returns its id. Throws Invalid, and Conflict when the identifier is taken. */
export async function establishAgency(act: Act, input: NewAgency, id = newId(act.now)): Promise<string> {
  const identifier = canonicalIdentifier(input.identifier) ?? input.identifier;
  const agency: Agency = { ...input, identifier, id, abolished: null };
  const parent = agency.parent === null ? null : await getAgency(act, agency.parent);
  const problems = agencyProblems(agency, parent);
  if (problems.length > 0) throw new Invalid(problems);
  if (await findAgencyByIdentifier(act, identifier)) {
    throw new Conflict({
      vi: `Mã định danh ${identifier} đã cấp cho cơ quan khác; mã không dùng lại.`,
      en: `The identifier ${identifier} belongs to another agency; a code is not used again.`,
    });
  }
  insert(act.writes, 'agencies.agencies', agencyRow(act.tenant, agency));
  for (const row of identifierRows(act.tenant, agency)) insert(act.writes, 'agencies.identifiers', row);
  addChange(act, agency, 'established', agency.established, agency.basis);
  await note(act, 'agency', id, { act: 'agencies.establish', visible: 'public', after: agency });
  return id;
}

function addChange(
  act: Act,
  agency: Agency,
  kind: Change['kind'],
  on: string,
  basis: string,
  before: Partial<Pick<Change, 'nameBefore' | 'parentBefore'>> = {},
): void {
  const change: Change = {
    agency: agency.id,
    on,
    kind,
    nameBefore: null,
    parentBefore: null,
    basis,
    ...before,
  };
  insert(act.writes, 'agencies.changes', changeRow(act.tenant, change));
}

/** Renames an agency from a day (đổi tên); what was issued before keeps the old name. */
export async function renameAgency(
  act: Act,
  id: string,
  input: { readonly name: Text; readonly short: string; readonly on: string; readonly basis: string },
): Promise<void> {
  const agency = await lockLiving(act, id);
  const { name, short, on, basis } = input;
  const renamed: Agency = { ...agency, name, short };
  const problems = agencyProblems(renamed, null);
  if (problems.length > 0) throw new Invalid(problems);
  const { search } = agencyRow(act.tenant, renamed);
  const key = { tenant: act.tenant, id };
  update(act.writes, 'agencies.agencies', key, { name: name.vi, name_en: name.en, short, search });
  addChange(act, agency, 'renamed', on, basis, { nameBefore: agency.name });
  const before = { name: agency.name, short: agency.short };
  await note(act, 'agency', id, { act: 'agencies.rename', visible: 'public', before, after: input });
}

/** Puts an agency under another one from a day (chuyển cơ quan cấp trên). Throws Invalid when that would close a circle. */
export async function moveAgency(
  act: Act,
  id: string,
  input: { readonly parent: string | null; readonly on: string; readonly basis: string },
): Promise<void> {
  const agency = await lockLiving(act, id);
  for (let above = input.parent; above !== null; above = (await findAgency(act, above))?.parent ?? null) {
    if (above !== id) continue;
    const message = {
      vi: 'Một cơ quan không thể trực thuộc chính nó hoặc đơn vị của nó.',
      en: 'An agency cannot lie below itself.',
    };
    throw new Invalid([{ field: 'parent', message }]);
  }
  update(act.writes, 'agencies.agencies', { tenant: act.tenant, id }, { parent: input.parent });
  addChange(act, agency, 'moved', input.on, input.basis, { parentBefore: agency.parent });
  const before = { parent: agency.parent };
  await note(act, 'agency', id, { act: 'agencies.move', visible: 'public', before, after: input });
}

/** Who takes over what. Null field or place means all of it. */
export type Heir = {
  readonly successor: string;
  readonly field: string | null;
  readonly place: string | null;
};

/**
 * Abolishes an agency at the end of a day (giải thể, sáp nhập, chia tách). One heir is a merger; several, by field or place,
 * a division. Announces `agencies.abolished` for the day after. Throws Invalid, NotFound, Conflict.
 */
export async function abolishAgency(
  act: Act,
  id: string,
  input: { readonly last: string; readonly heirs: readonly Heir[]; readonly basis: string },
): Promise<void> {
  const agency = await lockLiving(act, id);
  const { last, heirs, basis } = input;
  const began = dayAfter(last);
  const successors = [];
  for (const { successor } of heirs) successors.push(await getAgency(act, successor));
  const problems = abolitionProblems(agency, last, successors, began);
  if (problems.length > 0) throw new Invalid(problems);
  update(act.writes, 'agencies.agencies', { tenant: act.tenant, id }, { abolished: last });
  for (const row of identifierRows(act.tenant, agency)) {
    update(
      act.writes,
      'agencies.identifiers',
      { tenant: act.tenant, identifier: row.identifier },
      { valid_to: last },
    );
  }
  for (const heir of heirs) {
    const line: AgencySuccession = { agency: id, ...heir, began, basis };
    insert(act.writes, 'agencies.successions', successionRow(act.tenant, line));
  }
  addChange(act, agency, 'abolished', last, basis);
  const payload: AgencyAbolished = {
    last,
    successors: [...new Set(heirs.map(({ successor }) => successor))],
  };
  // Heard when it is true: on the first day without the agency.
  const heard = vietnamMoment(began);
  announce(act, AGENCY_ABOLISHED, id, payload, heard > act.now ? heard : act.now);
  await note(act, 'agency', id, { act: 'agencies.abolish', visible: 'public', after: input });
}
