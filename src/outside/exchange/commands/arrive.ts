/** What others send us: dossiers that become ours, and copies of those they keep. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Act } from '../../../ground/db/act.ts';
import { insert, update } from '../../../ground/db/writes.ts';
import { announce } from '../../../ground/jobs/index.ts';
import { Invalid } from '../../../ground/operate/errors.ts';
import { newId } from '../../../ground/record/index.ts';
import { EVERY_AGENCY } from '../../../work/figures/index.ts';
import { findOrganisationByNumber, findPersonByNumber } from '../../../world/people/index.ts';
import { noteSecrecy } from '../../../paper/scanning/index.ts';
import { findAgencyByIdentifier } from '../../../world/agencies/index.ts';
import { readArrival, type Arrival } from '../portal/arrival.ts';
import { refusedDossier } from '../portal/refused.ts';
import { countMirrored } from '../mirrored-figures.ts';
import { findArrivedByCode, findArrivedElsewhere, holdMirrored } from '../queries.ts';
import { waitAfter } from '../rules.ts';
import type { Arrived, Fetched, FiledAt, ItemSource, MissingFile, Outcome, Taken } from '../schema.ts';
import { tellRefused } from './tell.ts';

/** The event by which a job takes an arrival in. */
export const ARRIVED = 'exchange.arrived';

type Fields = Readonly<Record<string, unknown>>;

/** What came of a message that a dossier arrives by; `differs`: it was taken in with another content, which stays. */
export type Noted = 'new' | 'again' | 'differs';

/** The same content has the same digest, in whatever order its fields stand. */
const digestOf = (body: Fields): string =>
  createHash('sha256')
    .update(
      JSON.stringify(body, (_, value: unknown) =>
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
          : value,
      ),
    )
    .digest('hex');

/**
 * A dossier has arrived (tiếp nhận từ Cổng quốc gia). Written down at once, whatever it holds; the same code arrives
 * once. One that was refused and is sent again, mended at the portal, is tried anew: its time runs from now. While it is not taken in
 * yet, the latest content counts; afterwards it is the officers' to work on, who are told that another one came, as they are when another
 * sender uses the same code. Throws Invalid when it cannot even be read.
 */
export async function noteArrival(act: Act, system: FiledAt, body: Fields): Promise<Noted> {
  const read = readArrival(body);
  if ('errors' in read) throw new Invalid(read.errors);
  const { code } = read.arrival;
  // The same one sent several times at once: the later ones wait here for the first, and then find it.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${act.tenant} arrival ${code}`}, 0))`.execute(
    act.tx,
  );
  const digest = digestOf(body);
  const earlier = await findArrivedByCode(act, system, code);
  const key = earlier && { tenant: act.tenant, id: earlier.id, state: earlier.state };
  if (key && earlier.state === 'refused') {
    const anew = { state: 'received', body, digest, received_at: act.now, ended_at: null, tries: 0 };
    update(act.writes, 'exchange.arrivals', key, { ...anew, problem: null });
    announce(act, ARRIVED, earlier.id);
    return 'new';
  }
  if (key) {
    // What arrived before digests were kept is not held against anything.
    if (earlier.digest === null || earlier.digest === digest) return 'again';
    const taken = earlier.state === 'taken';
    update(act.writes, 'exchange.arrivals', key, taken ? { differs_at: act.now } : { body, digest });
    return taken ? 'differs' : 'again';
  }
  const other = await findArrivedElsewhere(act, system, code);
  if (other) {
    if (other.digest === digest) return 'again';
    // A code is one dossier's, whoever sends it: nothing of another one is added to it, and nobody takes it for received.
    update(act.writes, 'exchange.arrivals', { tenant: act.tenant, id: other.id }, { differs_at: act.now });
    return 'differs';
  }
  const id = newId(act.now);
  insert(act.writes, 'exchange.arrivals', {
    tenant: act.tenant,
    id,
    system,
    code,
    body,
    digest,
    state: 'received',
    received_at: act.now,
  });
  announce(act, ARRIVED, id);
  return 'new';
}

const namesOf = (files: readonly MissingFile[]): string =>
  files.map(({ name, why }) => `${name} (${why.vi})`).join(', ');

/** Files could not be fetched now: it waits, visibly, and is tried again. */
export function noteWaits(act: Act, { id, tries }: Arrived, awaited: readonly MissingFile[]): void {
  update(
    act.writes,
    'exchange.arrivals',
    { tenant: act.tenant, id, state: 'received' },
    { tries: tries + 1, problem: `Chưa tải được tệp: ${namesOf(awaited)}.` },
  );
  announce(act, ARRIVED, id, {}, new Date(act.now.getTime() + waitAfter(tries + 1)));
}

const CODE_TAKEN =
  'Mã hồ sơ này đã là mã của một hồ sơ khác ở đây. Đề nghị hệ thống gửi cấp mã khác rồi gửi lại; người nộp chưa được báo.';

/**
 * Takes an arrival in by the same intake as a dossier filed here. The intake clock runs from the moment the message reached
 * us, however long its files took (equal treatment of every channel).
 */
export async function takeArrival(
  act: Act,
  source: Pick<ItemSource, 'takeIn'>,
  arrived: Arrived,
  arrival: Arrival,
  { files, missing, awaited, faults, looked }: Fetched,
): Promise<Taken | null> {
  // What was awaited long enough is missing now.
  const absent = [...missing, ...awaited];
  const key = { tenant: act.tenant, id: arrived.id, state: 'received' };
  for (const [hash, found] of looked) noteSecrecy(act, arrived.id, hash, found);
  try {
    // As with what is filed here: a mark of secrecy or a broken signature is told of before anything is taken in.
    if (faults.length > 0) throw new Invalid(faults);
    const taken = await source.takeIn({ ...act, now: arrived.received_at }, arrival, files, arrived.system);
    if (taken === null) {
      // Not told by this code: there it would stand for the dossier that has it.
      update(act.writes, 'exchange.arrivals', key, {
        state: 'refused',
        ended_at: act.now,
        problem: CODE_TAKEN,
      });
      return null;
    }
    const problem = absent.length > 0 ? `Không tải được tệp: ${namesOf(absent)}` : null;
    // What was received lies in the dossier now; it is not kept twice.
    update(act.writes, 'exchange.arrivals', key, {
      state: 'taken',
      item: taken.id,
      ended_at: act.now,
      problem,
      missing: absent,
      body: {},
    });
    return taken;
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    const problem = error.errors.map(({ message }) => message.vi).join(' ');
    update(act.writes, 'exchange.arrivals', key, { state: 'refused', ended_at: act.now, problem });
    const agency = arrival.agency && (await findAgencyByIdentifier(act, arrival.agency));
    const said = {
      problem,
      agency: (agency && agency.name.vi) || arrival.agency || 'Ủy ban nhân dân',
      at: act.now,
    };
    await tellRefused(act, arrived.id, refusedDossier(arrived, arrival, said));
    return null;
  }
}

/**
 * Another system tells of a dossier of which it keeps the record: the copy follows. Messages may overtake each other: what is over
 * is not opened again by an earlier one.
 */
export async function noteMirrored(act: Act, system: string, body: Fields): Promise<void> {
  const read = readArrival(body);
  if ('errors' in read) throw new Invalid(read.errors);
  const one = read.arrival;
  const { number, organisation, name } = one.applicant;
  const found = number
    ? await (organisation ? findOrganisationByNumber : findPersonByNumber)(act, number)
    : null;
  const key = { tenant: act.tenant, system, code: one.code };
  // The first two messages about a dossier may come at once: there is no row yet that would be held.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${act.tenant} mirrored ${system} ${one.code}`}, 0))`.execute(
    act.tx,
  );
  const earlier = await holdMirrored(act, system, one.code);
  if (earlier && isOver(earlier.status) && !isOver(one.status)) return;
  const before = earlier?.counted_for ? earlier : null;
  const ended = before?.ended_at ?? one.endedAt ?? (isOver(one.status) ? act.now : null);
  // What has been counted stays as it was told first.
  const row = {
    procedure: before?.procedure ?? one.procedure,
    title: one.title,
    agency: one.agency ?? '',
    applicant_name: name,
    person: organisation ? null : (found?.id ?? null),
    organisation: organisation ? (found?.id ?? null) : null,
    status: one.status,
    submitted_at: before?.submitted_at ?? one.submittedAt,
    accepted_at: before?.accepted_at ?? one.acceptedAt,
    due_at: one.dueAt,
    ended_at: ended,
    told_at: act.now,
    counted_for: before?.counted_for ?? (await countedFor(act, one)),
    outcome: before?.outcome ?? (ended && outcomeOf(one, ended)),
  };
  countMirrored(act, before, { system, code: one.code, ...row });
  if (!earlier) insert(act.writes, 'exchange.mirrored', { ...key, ...row });
  else update(act.writes, 'exchange.mirrored', key, row);
}

/** The agency of ours for which it is counted; a dossier of an agency that is none of ours counts in the whole. */
const countedFor = async (act: Act, { agency }: Arrival): Promise<string> =>
  (agency && (await findAgencyByIdentifier(act, agency))?.id) || EVERY_AGENCY;

const outcomeOf = ({ status, dueAt }: Arrival, ended: Date): Outcome =>
  isOver(status) && status !== RETURNED ? 'over' : dueAt && ended > dueAt ? 'late' : 'on-time';

const RETURNED = 10;
/** 3 refused, 7 withdrawn, 8 stopped, 10 returned. */
const isOver = (status: number): boolean => [3, 7, 8, RETURNED].includes(status);
