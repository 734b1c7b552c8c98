/** Makes so what the process says is next: work on desks, calls of services, messages. */
import type { Act } from '../../ground/db/act.ts';
import { announce } from '../../ground/jobs/index.ts';
import { calendarOf } from '../../work/clock/index.ts';
import { closeWork, openWork } from '../../work/desk/index.ts';
import type { Definition, Effect, Office } from '../../work/process/index.ts';
import { openOpinion } from './opinions.ts';
import { waitsForPerson } from './rules.ts';
import { stepDue } from './term.ts';
import { words } from './words.ts';
import { workOf } from './work.ts';
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
  for (const effect of effects) {
    switch (effect.do) {
      case 'open-step':
        await openStep(act, dossier, effect.office, nameOf(definition, effect.node), effect.token);
        break;
      case 'close-step':
        await closeWork(act, dossier.id, { ref: String(effect.token) });
        break;
      case 'call-service':
        announce(act, 'dossier.service', dossier.id, {
          service: effect.office.act,
          token: effect.token,
          code: dossier.code,
        });
        break;
      case 'send':
        announce(act, 'dossier.send', dossier.id, { message: effect.message });
        break;
      case 'call-process':
      case 'wait-message':
      case 'start-timer':
        announce(act, `dossier.${effect.do}`, dossier.id, { ...effect });
        break;
      case 'finished':
        break;
    }
  }
}

const nameOf = (definition: Definition, id: string): string =>
  definition.nodes.find((node) => node.id === id)?.name ?? '';

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
