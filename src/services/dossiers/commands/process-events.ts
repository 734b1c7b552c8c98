/**
 * What happens to a process besides the steps of officers: a timer rings, a message comes in or goes out, the platform does a service
 * task. Each is an act on the dossier with a step of its own in the record, so that nothing moves it unseen. C2.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Act } from '../../../ground/db/act.ts';
import { announce } from '../../../ground/jobs/index.ts';
import { Conflict } from '../../../ground/operate/errors.ts';
import {
  advance,
  awaited,
  ringing,
  type Data,
  type Definition,
  type Outcome,
  type Timer,
} from '../../../work/process/index.ts';
import { follow, TIMER } from '../follow.ts';
import { listFamily } from '../linked.ts';
import { hold, type Held } from '../load.ts';
import { move } from '../move.ts';
import { asking, continued, givenUp } from '../opinions.ts';
import { processOf, wholeOf } from '../queries.ts';
import { goesOn, type ActName } from '../rules.ts';
import type { Dossier } from '../schema.ts';
import { services } from '../services.ts';
import { trace } from '../trace.ts';
import { tellApplicant } from './tell-applicant.ts';

const notWaiting = (): Conflict =>
  new Conflict({
    vi: 'Hồ sơ không còn chờ tin này.',
    en: 'The dossier does not wait for this message any more.',
  });

type Said = { readonly visible?: 'party' | 'inside'; readonly note?: Readonly<Record<string, unknown>> };

/** Takes an outcome into the process of a dossier, and follows what it says. */
async function take(
  act: Act,
  held: Held,
  definition: Definition,
  outcome: Outcome & { readonly token: number },
  name: ActName,
  { visible = 'inside', note }: Said = {},
): Promise<Dossier> {
  const { dossier } = held;
  if (!dossier.process || !goesOn(dossier)) throw notWaiting();
  const { instance, effects } = advance(definition, dossier.process, outcome);
  const asked = await asking(act, dossier, definition, effects);
  const opinions = givenUp(dossier.opinions, effects, act.now);
  const after = move(
    act,
    held,
    name,
    { process: instance, ...continued(opinions, null, asked) },
    {
      visible,
      note: { ...note, ...trace(dossier.process, outcome.token, effects, instance, outcome.data) },
    },
  );
  await follow(act, after, definition, effects);
  return after;
}

/** What a reminder of a timer carries. */
type Rung = {
  readonly token: number;
  readonly node: string;
  readonly timer: Timer;
  readonly again: number;
};

/** A timer of the process rings. Nothing happens where nobody waits for it any more, or the process has another time for it by now. */
export async function ring(act: Act, id: string, { token, node, timer, again }: Rung): Promise<void> {
  const held = await hold(act, id);
  const { dossier } = held;
  if (!dossier.process || !goesOn(dossier)) return;
  const { procedure, agency, oneStop } = await wholeOf(act, dossier);
  const definition = processOf(procedure, agency, oneStop);
  const at = dossier.process.tokens.find((one) => one.id === token)?.node;
  const element = definition.nodes.find((one) => one.id === node);
  const isThere = at === node || (element?.kind === 'boundary' && element.host === at);
  const event = element && 'event' in element ? element.event : null;
  if (!isThere || event?.type !== 'timer' || !isSame(event.timer, timer)) return;
  await take(act, held, definition, { kind: 'timer', token, node }, 'note-timer', { note: { timer: node } });
  if (timer.kind !== 'cycle' || again <= 0) return;
  const next = ringing({ kind: 'duration', value: timer.value.split('/').at(-1)! }, act.now);
  if (next) announce(act, TIMER, id, { token, node, timer, again: again - 1 }, next.at);
}

/** Whether a timer is the one that was set; one whose time is worked out from data was worked out when it was set. */
const isSame = (now: Timer | null, then: Timer): boolean =>
  now !== null && ((now.kind !== 'limit' && now.value.startsWith('=')) || isDeepStrictEqual(now, then));

/** A message that the process waits for has come. `note`: what it said, for the officers. Throws Conflict when nothing waits for it. */
export async function noteMessage(
  act: Act,
  held: Held,
  definition: Definition,
  { token, message }: { readonly token: number; readonly message: string },
  note: { readonly finding?: string; readonly from?: string; readonly data?: Data } = {},
): Promise<Dossier> {
  const { data, ...said } = note;
  return take(
    act,
    held,
    definition,
    { kind: 'message', message, token, ...(data && { data }) },
    'note-message',
    { note: { token, message, ...said } },
  );
}

/** The platform does a service task that waits at this token, and goes on with what it brought. Nothing happens when the token has gone on. */
export async function runService(act: Act, id: string, token: number, name: string): Promise<void> {
  const service = services[name];
  const held = await hold(act, id);
  const { dossier } = held;
  const at = dossier.process?.tokens.find((one) => one.id === token)?.node;
  if (!service || at === undefined || !goesOn(dossier)) return;
  const whole = await wholeOf(act, dossier);
  const definition = processOf(whole.procedure, whole.agency, whole.oneStop);
  const words = definition.nodes.find(({ id: node }) => node === at)?.name ?? '';
  const data = await service.act(act, held, whole, words);
  await take(act, held, definition, { kind: 'done', token, data }, 'run-service', {
    note: { service: name },
  });
}

/**
 * A send task or throwing event has spoken: a dossier of the same request that waits for this message hears it; where none does, the
 * applicant is told by the name of the element.
 */
export async function passOn(act: Act, id: string, message: string, words: string): Promise<void> {
  let isHeard = false;
  for (const one of await listFamily(act, id)) {
    if (!one.process || !goesOn(one)) continue;
    const { procedure, agency, oneStop } = await wholeOf(act, one);
    const definition = processOf(procedure, agency, oneStop);
    const waiting = awaited(definition, one.process).find((other) => other.message === message);
    if (!waiting) continue;
    await noteMessage(act, await hold(act, one.id), definition, waiting, { from: id });
    isHeard = true;
  }
  if (!isHeard) await tellApplicant(act, await hold(act, id), words || message);
}
