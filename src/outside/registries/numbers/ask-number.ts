/** Asking for a number inside the act that needs it: the request is written down and announced; a job sends it. */
import { own, type Act, type Look } from '../../../ground/db/act.ts';
import { insert } from '../../../ground/db/writes.ts';
import { announce } from '../../../ground/jobs/index.ts';
import { Conflict, Invalid } from '../../../ground/operate/errors.ts';
import { newId } from '../../../ground/record/index.ts';
import { registries } from '../registry.ts';
import { kindOf, payloadProblems } from './fields.ts';
import type { NumberRequest, Payload, RequestKind, RequestTables } from './schema.ts';

/** What is asked for. */
export type Wanted = {
  readonly item: string;
  readonly kind: RequestKind;
  /** Code of the dossier. */
  readonly code: string;
  /** Identifier of the agency that registers. */
  readonly unit: string;
  /** Legal basis, where it is another one than that of the registry. */
  readonly basis?: string;
  readonly payload: Payload;
};

/** The event by which a job is asked to send, or to ask after, a request. */
export const ASK = 'registry.ask';

/**
 * Asks for the numbers of a registration: personal number and entry of a birth, code of a household business … Returns the
 * id of the request. The item must be in the record. Throws Invalid when facts are missing, Conflict when it was asked
 * already (after a rejection it may be asked again). The answer comes as `registry.answered` or `registry.rejected`.
 */
export async function askNumber(
  act: Act,
  { item, kind, code, unit, basis, payload }: Wanted,
): Promise<string> {
  const problems = payloadProblems(kind, payload);
  if (problems.length > 0) throw new Invalid(problems);
  const earlier = await findRequest(act, item, kind);
  if (earlier && earlier.state !== 'rejected') {
    throw new Conflict({
      vi: 'Đã gửi yêu cầu cấp số cho hồ sơ này.',
      en: 'The number has been asked for already.',
    });
  }
  const id = newId(act.now);
  const { registry } = kindOf(kind);
  insert(act.writes, 'registries.requests', {
    tenant: act.tenant,
    id,
    item,
    registry,
    kind,
    // The other side files by this code: after a rejection it must be a new one.
    code: earlier ? `${code}-${(await countRequests(act, item, kind)) + 1}` : code,
    unit,
    basis: basis ?? registries[registry].basis,
    payload,
    state: 'asked',
    tries: 0,
    asked_at: act.now,
  });
  announce(act, ASK, item, { request: id });
  return id;
}

const columns = [
  'id',
  'item',
  'registry',
  'kind',
  'code',
  'unit',
  'basis',
  'payload',
  'state',
  'numbers',
  'reason',
  'tries',
  'asked_at',
  'sent_at',
  'ended_at',
] as const;

const requests = (look: Look) =>
  own<RequestTables>(look.tx)
    .selectFrom('registries.requests')
    .select(columns)
    .where('tenant', '=', look.tenant);

/** The last request of this kind for an item, or null. */
export const findRequest = async (
  look: Look,
  item: string,
  kind: RequestKind,
): Promise<NumberRequest | null> =>
  (await requests(look)
    .where('item', '=', item)
    .where('kind', '=', kind)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()) ?? null;

/** A request by id, or null. */
export const findRequestById = async (look: Look, id: string): Promise<NumberRequest | null> =>
  (await requests(look).where('id', '=', id).executeTakeFirst()) ?? null;

/** All requests of an item, oldest first. */
export const listRequests = (look: Look, item: string): Promise<NumberRequest[]> =>
  requests(look).where('item', '=', item).orderBy('asked_at').execute();

const countRequests = async (look: Look, item: string, kind: RequestKind): Promise<number> =>
  (await listRequests(look, item)).filter((one) => one.kind === kind).length;

/** The numbers that were given for an item; null while they are not here. Nobody may fill them in instead. */
export const numbersOf = async (look: Look, item: string, kind: RequestKind) => {
  const found = await findRequest(look, item, kind);
  return found?.state === 'answered' ? found.numbers : null;
};

/** One number that was given for an item (`personalNumber`, `registerNumber`, `book`, `householdCode`); null while it is not here. */
export async function numberOf(look: Look, item: string, name: string): Promise<string | null> {
  const given = (await listRequests(look, item)).findLast(
    (one) => one.state === 'answered' && one.numbers && name in one.numbers,
  );
  return given?.numbers?.[name] ?? null;
}

/** Whether a result must wait: a number was asked for and is not here. Null: nothing is missing. */
export async function missingNumber(look: Look, item: string): Promise<NumberRequest | null> {
  const latest = new Map((await listRequests(look, item)).map((one) => [one.kind, one]));
  return [...latest.values()].find((one) => one.state !== 'answered') ?? null;
}
