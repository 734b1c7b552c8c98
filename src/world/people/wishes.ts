/** Acts by which people say how they want to be reached and served: contacts, consents, refusals of proactive services. */
import { own, type Act } from '../../ground/db/act.ts';
import { insert, insertOnce, remove, update } from '../../ground/db/writes.ts';
import { Conflict, Invalid, NotFound } from '../../ground/operate/errors.ts';
import { erasePayloads, newId, openItem, step } from '../../ground/record/index.ts';
import { oneLine } from '../../ground/text/fold.ts';
import { listConsents, listRefusals } from './queries.ts';
import { contactProblems } from './rules.ts';
import type { Contact } from './schema.ts';
import type { PeopleTables } from './tables.ts';

/** A way to be reached as it is kept. Throws Invalid where it is none. */
export function contactValue(kind: Contact['kind'], typed: string): string {
  const value = kind === 'phone' ? typed.replace(/[\s.-]/g, '') : oneLine(typed);
  const problems = contactProblems(kind, value);
  if (problems.length > 0) throw new Invalid(problems);
  return value;
}

/** Adds a way to be reached; one that is there already stays as it is. */
export function addContact(act: Act, input: Contact): void {
  const value = contactValue(input.kind, input.value);
  insertOnce(
    act.writes,
    'people.contacts',
    { tenant: act.tenant, owner: input.owner, kind: input.kind, value },
    { owner_kind: input.ownerKind, preferred: input.preferred, verified_at: input.verifiedAt },
  );
  step(act, openItem(act, 'contact'), {
    act: 'people.add-contact',
    visible: 'party',
    after: { ...input, value },
  });
}

type ContactKey = Pick<Contact, 'owner' | 'kind' | 'value'>;

/** Marks a contact as verified (its owner has answered there). */
export function verifyContact(act: Act, { owner, kind, value }: ContactKey): void {
  update(act.writes, 'people.contacts', { tenant: act.tenant, owner, kind, value }, { verified_at: act.now });
}

/** Puts a contact that its owner has proved to be theirs in the place of their others of the same kind. */
export async function replaceContact(
  act: Act,
  { owner, ownerKind, kind, value: typed }: ContactKey & Pick<Contact, 'ownerKind'>,
): Promise<void> {
  const value = contactValue(kind, typed);
  const held = await own<PeopleTables>(act.tx)
    .selectFrom('people.contacts')
    .select(['value', 'ended_at'])
    .where('tenant', '=', act.tenant)
    .where('owner', '=', owner)
    .where('kind', '=', kind)
    .forUpdate()
    .execute();
  for (const one of held)
    if (one.value !== value && one.ended_at === null) endContact(act, { owner, kind, value: one.value });
  const proved = { preferred: true, verifiedAt: act.now };
  if (!held.some((one) => one.value === value))
    return addContact(act, { owner, ownerKind, kind, value, ...proved });
  const set = { ended_at: null, preferred: true, verified_at: act.now };
  update(act.writes, 'people.contacts', { tenant: act.tenant, owner, kind, value }, set);
  const after = { owner, ownerKind, kind, value, ...proved };
  step(act, openItem(act, 'contact'), { act: 'people.add-contact', visible: 'party', after });
}

/** Stops using a contact. */
export function endContact(act: Act, { owner, kind, value }: ContactKey): void {
  update(act.writes, 'people.contacts', { tenant: act.tenant, owner, kind, value }, { ended_at: act.now });
  const before = { owner, kind, value };
  step(act, openItem(act, 'contact'), { act: 'people.end-contact', visible: 'party', before });
}

/**
 * Erases every contact of a person, and what the record says of them (xóa dữ liệu cá nhân; Law 91/2025/QH15, art. 14): that
 * they were added and ended, by whom and when, stays provable.
 */
export async function eraseContacts(act: Act, owner: string): Promise<void> {
  const rows = await own<PeopleTables>(act.tx)
    .selectFrom('people.contacts')
    .select(['kind', 'value'])
    .where('tenant', '=', act.tenant)
    .where('owner', '=', owner)
    .execute();
  for (const { kind, value } of rows)
    remove(act.writes, 'people.contacts', { tenant: act.tenant, owner, kind, value });
  await erasePayloads(act, 'contact', owner);
}

/** Records consent to one purpose of using a person's data (Law 91/2025/QH15; N1). Returns its id. Conflict when given already. */
export async function giveConsent(act: Act, person: string, purpose: string, basis: string): Promise<string> {
  const given = await listConsents(act, person);
  if (given.some((one) => one.purpose === purpose && one.withdrawnAt === null)) {
    throw new Conflict({
      vi: 'Bạn đã đồng ý với mục đích này.',
      en: 'You have consented to this purpose already.',
    });
  }
  const id = newId(act.now);
  insert(act.writes, 'people.consents', {
    tenant: act.tenant,
    id,
    person,
    purpose,
    basis,
    given_at: act.now,
  });
  const after = { person, purpose, basis };
  step(act, openItem(act, 'consent', id), { act: 'people.consent', visible: 'party', after });
  return id;
}

/** Withdraws consent; what was done under it stays lawful, nothing more is done (N1). */
export async function withdrawConsent(act: Act, person: string, purpose: string): Promise<void> {
  const given = await own<PeopleTables>(act.tx)
    .selectFrom('people.consents')
    .select('id')
    .where('tenant', '=', act.tenant)
    .where('person', '=', person)
    .where('purpose', '=', purpose)
    .where('withdrawn_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!given)
    throw new NotFound({ vi: 'Không có sự đồng ý nào để rút.', en: 'There is no consent to withdraw.' });
  update(act.writes, 'people.consents', { tenant: act.tenant, id: given.id }, { withdrawn_at: act.now });
  const before = { person, purpose };
  step(act, openItem(act, 'consent'), { act: 'people.withdraw-consent', visible: 'party', before });
}

/** Declines proactive services: one, or all with `service` null (Decree 224/2026, art. 17; P2). Repeating it changes nothing. */
export async function refuseProactive(
  act: Act,
  person: string,
  service: string | null,
  reason: string | null = null,
): Promise<void> {
  const refused = await listRefusals(act, person);
  if (refused.some((one) => one.service === service && one.withdrawnAt === null)) return;
  const id = newId(act.now);
  insert(act.writes, 'people.refusals', {
    tenant: act.tenant,
    id,
    person,
    service,
    refused_at: act.now,
    reason,
  });
  const after = { person, service };
  step(act, openItem(act, 'refusal', id), {
    act: 'people.refuse-proactive',
    visible: 'party',
    after,
    reason,
  });
}

/** Accepts proactive services again. Throws NotFound when there is no such refusal. */
export async function acceptProactive(act: Act, person: string, service: string | null): Promise<void> {
  const refused = await listRefusals(act, person);
  const found = refused.find((one) => one.service === service && one.withdrawnAt === null);
  if (!found)
    throw new NotFound({ vi: 'Không có lần từ chối nào để bỏ.', en: 'There is no refusal to take back.' });
  update(act.writes, 'people.refusals', { tenant: act.tenant, id: found.id }, { withdrawn_at: act.now });
  const before = { person, service };
  step(act, openItem(act, 'refusal'), { act: 'people.accept-proactive', visible: 'party', before });
}
