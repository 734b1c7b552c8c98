/** Makes so what the process says is next: work on desks, calls of services, messages. */
import type { Act } from '../../ground/db/act.ts';
import { announce } from '../../ground/jobs/index.ts';
import { calendarOf } from '../../work/clock/index.ts';
import { closeWork, openWork } from '../../work/desk/index.ts';
import {
  ringing,
  type Definition,
  type Effect,
  type Node,
  type Office,
  type Timer,
} from '../../work/process/index.ts';
import { Invalid } from '../../ground/operate/errors.ts';
import { isService } from './services.ts';
import { openOpinion } from './opinions.ts';
import { waitsForPerson } from './rules.ts';
import { stepDue } from './term.ts';
import { waitingWords } from './waiting-words.ts';
import { words } from './words.ts';
import { AWAIT_MESSAGE, AWAIT_SERVICE, AWAIT_TIME, workOf } from './work.ts';
import type { Dossier } from './schema.ts';

/** What a step of a process asks for, and who of the agencies does it. */
export type StepKind =
  'check' | 'assign' | 'appraise' | 'inspect' | 'opinion' | 'draft' | 'sign' | 'seal' | 'return';

const roleOf: Readonly<Record<StepKind, { readonly role: string; readonly at: 'agency' | 'one_stop' }>> = {
  check: { role: 'counter', at: 'one_stop' },
  assign: { role: 'leader', at: 'agency' },
  appraise: { role: 'case-officer', at: 'agency' },
  inspect: { role: 'case-officer', at: 'agency' },
  opinion: { role: 'case-officer', at: 'agency' },
  draft: { role: 'case-officer', at: 'agency' },
  sign: { role: 'leader', at: 'agency' },
  seal: { role: 'clerk', at: 'agency' },
  return: { role: 'counter', at: 'one_stop' },
};

/** The kind of step an office asks for; a step of another tool that names none is an appraisal. */
const kindOf = (office: Office): StepKind =>
  office.act && office.act in roleOf ? (office.act as StepKind) : 'appraise';

/** Carries out the effects of a process on a dossier. Steps, services and messages refer to the token they came from. */
export async function follow(
  act: Act,
  dossier: Dossier,
  definition: Definition,
  effects: readonly Effect[],
): Promise<void> {
  const nodes = new Map(definition.nodes.map((node) => [node.id, node]));
  for (const effect of effects) {
    const node = 'node' in effect ? nodes.get(effect.node) : undefined;
    const name = node?.name ?? '';
    switch (effect.do) {
      case 'open-step':
        await openStep(act, dossier, effect.office, name, effect.token);
        break;
      case 'close-step':
        await closeWork(act, dossier.id, { ref: String(effect.token) });
        break;
      case 'call-service':
        await callService(act, dossier, effect, name);
        break;
      case 'call-process':
        // Whose process is not known here is somebody's to carry out.
        await openStep(act, dossier, plainOffice, name || effect.process, effect.token);
        break;
      case 'send':
        announce(act, SEND, dossier.id, { message: effect.message, words: name });
        break;
      case 'wait-message':
        if (node?.kind !== 'boundary')
          openWait(act, dossier, effect.token, {
            kind: AWAIT_MESSAGE,
            step: name || waitingWords.awaits(effect.message).vi,
            due_at: await messageDue(act, dossier, node),
          });
        break;
      case 'start-timer':
        await startTimer(act, dossier, effect, node);
        break;
      case 'finished':
        break;
    }
  }
}

/** Announced for what the process asks of the platform: a reminder of a timer, a service task, a message that goes out. */
export const TIMER = 'dossier.timer';
export const SERVICE = 'dossier.service';
export const SEND = 'dossier.send';

const plainOffice: Office = { role: null, unit: null, limit: null, output: null, act: null, form: null };

type Waiting = { readonly kind: string; readonly step: string; readonly due_at: Date | null };

/** Puts what is waited for on the desk of those who settle the dossier: it is theirs to see that it comes. */
function openWait(act: Act, dossier: Dossier, token: number, { kind, step, due_at }: Waiting): void {
  openWork(act, {
    ...workOf(dossier),
    kind,
    agency: dossier.agency,
    role: roleOf.appraise.role,
    step,
    ref: String(token),
    due_at,
    // A timer rings whatever is awaited of the person.
    ...(kind !== AWAIT_TIME && waitsForPerson.has(dossier.state) && { paused_for: words.waitingPerson.vi }),
  });
}

async function messageDue(act: Act, dossier: Dossier, node: Node | undefined): Promise<Date | null> {
  const limit = node && 'office' in node ? node.office.limit : null;
  return earlier(limit && stepDue(limit, act.now, await calendarOf(act, dossier.agency)), dossier.due_at);
}

type Called = Extract<Effect, { do: 'call-service' }>;

/** A service that the platform has is done by the worker; any other one is done by a case officer. */
async function callService(
  act: Act,
  dossier: Dossier,
  { office, token }: Called,
  name: string,
): Promise<void> {
  if (!isService(office.act)) return openStep(act, dossier, { ...office, act: null }, name, token);
  openWait(act, dossier, token, { kind: AWAIT_SERVICE, step: name || office.act, due_at: dossier.due_at });
  announce(act, SERVICE, dossier.id, { service: office.act, token });
}

type Started = Extract<Effect, { do: 'start-timer' }>;

async function startTimer(
  act: Act,
  dossier: Dossier,
  { token, node, timer }: Started,
  drawn: Node | undefined,
): Promise<void> {
  const { at, again } = await firstRing(act, dossier, timer, drawn?.name ?? node);
  announce(act, TIMER, dossier.id, { token, node, timer, again }, at);
  if (drawn?.kind === 'catch')
    openWait(act, dossier, token, {
      kind: AWAIT_TIME,
      step: drawn.name || waitingWords.awaitsTime.vi,
      due_at: at,
    });
}

/** When a timer rings first. Throws Invalid where an expression gave no time. */
async function firstRing(
  act: Act,
  dossier: Dossier,
  timer: Timer,
  name: string,
): Promise<{ readonly at: Date; readonly again: number }> {
  if (timer.kind === 'limit')
    return { at: stepDue(timer.limit, act.now, await calendarOf(act, dossier.agency)), again: 0 };
  const found = ringing(timer, act.now);
  if (found) return found;
  throw new Invalid([{ field: name, message: waitingWords.noTime(name, timer.value) }]);
}

async function openStep(
  act: Act,
  dossier: Dossier,
  office: Office,
  name: string,
  token: number,
): Promise<void> {
  const kind = kindOf(office);
  const { role, at } = roleOf[kind];
  const opinion = openOpinion(dossier, token);
  const agency = opinion?.agency ?? dossier[at];
  openWork(act, {
    ...workOf(dossier),
    kind,
    agency,
    role,
    step: name,
    ref: String(token),
    due_at: opinion
      ? momentIn(opinion.dueAt)
      : earlier(
          office.limit && stepDue(office.limit, act.now, await calendarOf(act, agency)),
          dossier.due_at,
        ),
    // Another agency may answer while the person's part is awaited; our own steps wait with it.
    ...(!opinion && waitsForPerson.has(dossier.state) && { paused_for: words.waitingPerson.vi }),
  });
}

const earlier = (a: Date | null, b: Date | null): Date | null => (a && b ? (a < b ? a : b) : (a ?? b));

const momentIn = (moment: string | null): Date | null => (moment === null ? null : new Date(moment));
