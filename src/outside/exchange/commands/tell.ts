/** What the portal is told: envelopes are written when something happened, and marked by what came of sending them. */
import type { Act, Look } from '../../../ground/db/act.ts';
import { send } from '../../../ground/db/connect.ts';
import { insert, update } from '../../../ground/db/writes.ts';
import { announce } from '../../../ground/jobs/index.ts';
import type { PortalDossier } from '../portal/facts.ts';
import { dossierBody, progressBody } from '../portal/fields.ts';
import { findLine, findNext, listRefusedSteps } from '../queries.ts';
import { waitAfter } from '../rules.ts';
import type { Carrier, Envelope, ItemSource } from '../schema.ts';

const PORTAL: Carrier = 'national-portal';

/** The event by which a job sends the next envelope of an item. */
export const SEND = 'exchange.send';

type Locked = { readonly first: boolean; readonly n: number; readonly step: number };

/** At most so many envelopes tell of one act: the dossier, its steps, and the dossier once more. */
const PLACES = 3;

/**
 * Takes places for these envelopes in the line of an item, which it holds until the act ends: what was written first goes
 * first. A statement of its own, because the rows carry the numbers.
 */
async function takePlaces(act: Act, item: string, code: string): Promise<Locked> {
  const [row] = await send<{ n: number; step: number }>(
    act.tx,
    `insert into exchange.lines as l (tenant, carrier, item, code, last_n, last_step, changed_at) values ($1, $2, $3, $4, $6, 0, $5)
     on conflict (tenant, carrier, item) do update set last_n = l.last_n + $6, changed_at = $5
     returning last_n as n, last_step as step`,
    [act.tenant, PORTAL, item, code, act.now, PLACES],
  );
  return { first: row!.n === PLACES, n: row!.n - PLACES + 1, step: row!.step };
}

/**
 * Whether these steps leave the portal with a state that is not the one of the dossier: it takes the state of the step that it was told
 * last, and a step that is told again is older than what it knows.
 */
function leavesOlderState(steps: PortalDossier['steps'], facts: PortalDossier): boolean {
  const [told, newest] = [steps.at(-1), facts.steps.at(-1)];
  return told !== undefined && (told.seq !== newest?.seq || told.status !== facts.status);
}

/**
 * Writes down what the portal must be told of an item as it is now: the dossier, and its steps since the last time; with `again` also
 * those that it refused. Where that would end with an older state, the dossier is told once more. The same event tells once. Items
 * that are not for the portal are passed over.
 */
export async function tellPortal(
  act: Act,
  source: Pick<ItemSource, 'facts'>,
  item: string,
  event: string,
  again = false,
): Promise<void> {
  const before = await source.facts(act, item);
  if (!before) return;
  const { first, n, step } = await takePlaces(act, item, before.code);
  // Read again now that the line is held: another act may have gone before.
  const facts = (await source.facts(act, item)) ?? before;
  const refused = again ? await listRefusedSteps(act, PORTAL, item) : [];
  const steps = facts.steps.filter(({ seq }) => seq > step || refused === 'unknown' || refused.includes(seq));
  const envelope = (
    service: Envelope['service'],
    at: number,
    body: Envelope['body'],
    tells: Envelope['tells'],
    because = event,
  ): void =>
    insert(act.writes, 'exchange.outbox', {
      tenant: act.tenant,
      carrier: PORTAL,
      item,
      n: at,
      event: because,
      service,
      body,
      tells,
      state: 'waiting',
      created_at: act.now,
    });
  envelope('DongBoHoSoMC', n, dossierBody(facts, !first), null);
  if (steps.length > 0) {
    const tells = steps.map(({ seq }) => seq);
    envelope('CapNhatTienDoHoSoMC', n + 1, progressBody(facts.code, steps), tells);
    if (leavesOlderState(steps, facts))
      envelope('DongBoHoSoMC', n + 2, dossierBody(facts, true), null, `${event} state`);
    const last = Math.max(...facts.steps.map(({ seq }) => seq));
    update(act.writes, 'exchange.lines', { tenant: act.tenant, carrier: PORTAL, item }, { last_step: last });
  }
  announce(act, SEND, item);
}

/** Tells the portal once of a dossier that was refused before it became ours; `item` is its arrival. */
export async function tellRefused(act: Act, item: string, facts: PortalDossier): Promise<void> {
  const { first, n } = await takePlaces(act, item, facts.code);
  insert(act.writes, 'exchange.outbox', {
    tenant: act.tenant,
    carrier: PORTAL,
    item,
    n,
    event: `refused ${item} ${n}`,
    service: 'DongBoHoSoMC' satisfies Envelope['service'],
    body: dossierBody(facts, !first),
    state: 'waiting',
    created_at: act.now,
  });
  announce(act, SEND, item);
}

/** What came of sending an envelope; null: no answer. */
export type Sent = { readonly taken: boolean; readonly problem: string | null } | null;

/** Notes what came of sending, and sees to what is next: the following envelope, or this one again later. */
export async function noteSent(act: Act, envelope: Envelope, sent: Sent): Promise<void> {
  const { carrier, item, n } = envelope;
  const line = { tenant: act.tenant, carrier, item };
  const tries = envelope.tries + 1;
  const still = await findNext(act, carrier, item);
  // Two jobs may have sent the same envelope: what the first one noted stands.
  if (still?.n !== n) return;
  if (sent === null) {
    const retry = new Date(act.now.getTime() + waitAfter(tries));
    update(act.writes, 'exchange.outbox', { ...line, n }, { state: 'sent', tries, sent_at: act.now });
    update(act.writes, 'exchange.lines', line, { retry_at: retry });
    return announce(act, SEND, item, {}, retry);
  }
  update(
    act.writes,
    'exchange.outbox',
    { ...line, n },
    {
      state: sent.taken ? 'acknowledged' : 'failed',
      tries,
      sent_at: act.now,
      ended_at: act.now,
      problem: sent.problem,
    },
  );
  update(act.writes, 'exchange.lines', line, { retry_at: null });
  announce(act, SEND, item);
}

/** Whether the line of an item rests until later, because the carrier did not answer. */
export async function rests(look: Look, item: string): Promise<boolean> {
  const { retry_at: until } = (await findLine(look, PORTAL, item)) ?? { retry_at: null };
  return until !== null && look.now < until;
}

/** Lets the line of an item go on at once: an officer knows that the carrier is back. */
export async function hurry(act: Act, item: string): Promise<void> {
  const line = await findLine(act, PORTAL, item);
  if (!line) return;
  update(act.writes, 'exchange.lines', { tenant: act.tenant, carrier: PORTAL, item }, { retry_at: null });
  announce(act, SEND, item);
}
