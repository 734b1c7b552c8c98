/** Acts on persons and organisations: enter and correct. */
import type { Act } from '../../ground/db/act.ts';
import { insert, update } from '../../ground/db/writes.ts';
import { Conflict, Invalid } from '../../ground/operate/errors.ts';
import { lockItem, newId, openItem, step } from '../../ground/record/index.ts';
import { vietnamDay } from '../../ground/text/dates.ts';
import { oneLine } from '../../ground/text/fold.ts';
import { personName } from '../../ground/text/names.ts';
import { findOrganisationByNumber, findPersonByNumber, getOrganisation, getPerson } from './queries.ts';
import { organisationRow, personRow } from './rows.ts';
import { digitsOf, organisationProblems, personProblems } from './rules.ts';
import type {
  IdentityPaper,
  NewOrganisation,
  NewPerson,
  Organisation,
  Person,
  Relationship,
} from './schema.ts';

const taken = (): Conflict =>
  new Conflict({ vi: 'Số này đã có người khác dùng.', en: 'This number belongs to somebody else already.' });

const corrected = (): Conflict =>
  new Conflict({
    vi: 'Thông tin vừa được người khác sửa. Mời xem lại.',
    en: 'Somebody else has just corrected this. Please look again.',
  });

function readPerson(act: Act, input: NewPerson): NewPerson {
  const number = input.number === null ? null : digitsOf(input.number);
  const person = { ...input, number, name: personName(input.name) };
  const problems = personProblems(person, vietnamDay(act.now));
  if (problems.length > 0) throw new Invalid(problems);
  return person;
}

/** Enters a person (K1). Returns the id. Throws Invalid; Conflict when the number is known already. */
export async function registerPerson(
  act: Act,
  input: NewPerson,
  papers: readonly IdentityPaper[] = [],
  id = newId(act.now),
): Promise<string> {
  const person: Person = { ...readPerson(act, input), id, version: 1 };
  if (person.number !== null && (await findPersonByNumber(act, person.number))) throw taken();
  insert(act.writes, 'people.persons', personRow(act.tenant, person));
  for (const paper of papers) {
    const number = paper.number.trim().toUpperCase();
    insert(act.writes, 'people.papers', { tenant: act.tenant, person: id, ...paper, number });
  }
  step(act, openItem(act, 'person', id), {
    act: 'people.register',
    visible: 'party',
    after: { ...person, papers },
  });
  return id;
}

/**
 * Corrects what is known of a person (cải chính, cập nhật), with a reason in `act.reason`. `version` is the one that was
 * shown: Conflict when somebody corrected it meanwhile.
 */
export async function correctPerson(
  act: Act,
  id: string,
  version: number,
  changes: Partial<Omit<NewPerson, 'source'>> & { readonly source: string },
): Promise<void> {
  const head = await lockItem(act, id);
  const before = await getPerson(act, id);
  if (before.version !== version) throw corrected();
  const after: Person = { ...readPerson(act, { ...before, ...changes }), id, version: version + 1 };
  const other = after.number === null ? null : await findPersonByNumber(act, after.number);
  if (other && other.id !== id) throw taken();
  const { tenant, id: _, ...row } = personRow(act.tenant, after);
  update(act.writes, 'people.persons', { tenant, id }, row);
  step(act, head, { act: 'people.correct', visible: 'party', before, after });
}

/** Enters a relationship as known (quan hệ gia đình). */
export async function relate(act: Act, line: Relationship): Promise<void> {
  if (line.person === line.relative) {
    const message = {
      vi: 'Một người không thể có quan hệ với chính mình.',
      en: 'A person is no relative of himself.',
    };
    throw new Invalid([{ field: 'relative', message }]);
  }
  const { person, relative, kind, source } = line;
  const row = {
    tenant: act.tenant,
    person,
    relative,
    kind,
    valid_from: line.from,
    valid_to: line.to,
    source,
  };
  insert(act.writes, 'people.relationships', row);
  step(act, openItem(act, 'relationship'), { act: 'people.relate', visible: 'party', after: line });
}

/** Ends a marriage or guardianship on its last day (ly hôn, chấm dứt giám hộ). */
export function endRelationship(
  act: Act,
  line: Pick<Relationship, 'person' | 'relative' | 'kind'>,
  last: string,
): void {
  update(act.writes, 'people.relationships', { tenant: act.tenant, ...line }, { valid_to: last });
  step(act, openItem(act, 'relationship'), {
    act: 'people.end-relationship',
    visible: 'party',
    after: { ...line, last },
  });
}

function readOrganisation(input: NewOrganisation): NewOrganisation {
  const organisation = { ...input, number: digitsOf(input.number), name: oneLine(input.name) };
  const problems = organisationProblems(organisation);
  if (problems.length > 0) throw new Invalid(problems);
  return organisation;
}

/** Enters an organisation (K1). Returns the id. Throws Invalid; Conflict when the number is known already. */
export async function registerOrganisation(
  act: Act,
  input: NewOrganisation,
  id = newId(act.now),
): Promise<string> {
  const organisation: Organisation = { ...readOrganisation(input), id, version: 1 };
  if (await findOrganisationByNumber(act, organisation.number)) throw taken();
  insert(act.writes, 'people.organisations', organisationRow(act.tenant, organisation));
  const head = openItem(act, 'organisation', id);
  step(act, head, { act: 'people.register-organisation', visible: 'party', after: organisation });
  return id;
}

/** Corrects what is known of an organisation; `version` as in `correctPerson`. */
export async function correctOrganisation(
  act: Act,
  id: string,
  version: number,
  changes: Partial<Omit<NewOrganisation, 'source'>> & { readonly source: string },
): Promise<void> {
  const head = await lockItem(act, id);
  const before = await getOrganisation(act, id);
  if (before.version !== version) throw corrected();
  const after: Organisation = { ...readOrganisation({ ...before, ...changes }), id, version: version + 1 };
  const { tenant, id: _, ...row } = organisationRow(act.tenant, after);
  update(act.writes, 'people.organisations', { tenant, id }, row);
  step(act, head, { act: 'people.correct-organisation', visible: 'party', before, after });
}
