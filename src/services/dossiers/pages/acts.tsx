/** What the visitor can do with a dossier now, and why not otherwise: the part of its page with the buttons. */
import { Button, ButtonGroup, Details, InsetText, Keys } from '../../../ground/ui/index.ts';
import type { Text } from '../../../ground/text/language.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { letterPath } from '../../../outside/messages/index.ts';
import { mayDo } from '../../../work/desk/index.ts';
import { whyNoApology } from '../apology.ts';
import {
  actPath,
  discussPath,
  messagePath,
  newProcessPath,
  ratePath,
  SLIP,
  stepPath,
  takePath,
} from '../paths.ts';
import { withColleague } from '../colleague.ts';
import type { OthersWork } from '../others-work.ts';
import type { Whole } from '../queries.ts';
import { doersOf, possibleActs, waitsForPerson } from '../rules.ts';
import type { Dossier } from '../schema.ts';
import { AWAIT_MESSAGE, AWAIT_TIME } from '../work.ts';
import { waitingWords } from '../waiting-words.ts';
import { colleagueWords } from '../colleague-words.ts';
import { words } from '../words.ts';
import { hearsMessages } from '../awaited-messages.ts';
import { formPath } from './print/paths.ts';

/** The result is there, and is what this visitor came for: then it is the one primary button of the page. */
export const isForPerson = (dossier: Dossier, { by }: Visit): boolean =>
  by.kind === 'citizen' && dossier.result !== null && dossier.decided_at !== null;

type Way = { readonly href: string; readonly name: string; readonly id?: string };

/** Acts by which a dossier goes on. */
const leadsOn: ReadonlySet<string> = new Set(['accept', 'answer-supplement']);

/** What this person can do now as buttons, and what not with the reason. */
export function Acts({
  all,
  visit,
}: {
  readonly all: Whole & {
    readonly older: boolean;
    readonly interest: Text | null;
    readonly others: readonly OthersWork[];
    readonly rated: boolean;
  };
  readonly visit: Visit;
}) {
  const { dossier, work, interest, others: waiting } = all;
  const { lang, by } = visit;
  if (interest && !dossier.ended_at) return <InsetText>{interest[lang]}</InsetText>;
  // While the person has it nobody finishes a step: only another agency's opinion may come meanwhile.
  const stands = waitsForPerson.has(dossier.state);
  const steps = work.filter(
    (one) => one.ref && mayDo(by, one) && !isAwaited.has(one.kind) && (!stands || one.kind === 'opinion'),
  );
  const acts = possibleActs(by, dossier)
    .filter(({ act }) => act in actPages && !withColleague(by, dossier, work, act))
    .map((one) => {
      const why = one.act === 'apologise' && one.allowed ? whyNoApology(dossier, visit.now) : null;
      return why ? { ...one, allowed: false, why } : one;
    });
  const now = acts.filter((one) => one.allowed);
  // Who has the result has no use for what can no longer be done.
  const later = dossier.ended_at || isForPerson(dossier, visit) ? [] : acts.filter((one) => !one.allowed);
  const held = waiting.filter(({ takeOver }) => takeOver);
  const notNow = [
    ...waiting.flatMap(({ why, takeOver }) => (takeOver ? [] : why)),
    ...later.flatMap(({ why }) => why ?? []),
  ];
  if (steps.length + now.length + notNow.length + held.length === 0 && !dossier.decided_at) return null;
  const untaken = work.some((one) => one.holder === null && mayDo(by, one));
  const button = ({ act, name }: (typeof now)[number]): Way => ({
    href: actPath(dossier.code, act),
    name: name[lang],
  });
  const onward: readonly Way[] = [
    ...steps.map((one) => ({ href: stepPath(dossier.code, one.kind, one.ref!), name: one.step })),
    ...now.filter(({ act }) => leadsOn.has(act)).map(button),
    ...(hearsMessages(all, visit.by)
      ? [{ href: messagePath(dossier.code), name: waitingWords.messageTitle[lang] }]
      : []),
  ];
  // What the visitor has come for is the one primary button: never what ends a dossier, or puts it off.
  // What the post has in hand, nobody at the counter hands over: that is there only for who comes after all.
  const withPost = work.some(({ kind, paused_for }) => kind === 'return' && paused_for !== null);
  const main = isForPerson(dossier, visit) || withPost ? undefined : onward[0];
  const others: readonly Way[] = [
    ...onward.filter((one) => one !== main),
    ...now.filter(({ act }) => !leadsOn.has(act)).map(button),
    ...(dossier.accepted_at !== null && doersOf(by, dossier).has('counter')
      ? [{ id: SLIP, href: formPath(dossier.code, '01'), name: words.printSlip[lang] }]
      : []),
    ...(untaken ? [{ href: takePath(dossier.code), name: words.take[lang] }] : []),
    ...(held.length > 0 && !untaken
      ? [{ href: takePath(dossier.code), name: colleagueWords.takeOver[lang] }]
      : []),
    ...(by.kind === 'citizen' && dossier.decided_at && !all.rated
      ? [{ href: ratePath(dossier.code), name: words.rate[lang] }]
      : []),
    ...(all.older ? [{ href: newProcessPath(dossier.procedure), name: words.newProcess[lang] }] : []),
    ...(by.kind === 'officer' ? [{ href: discussPath(dossier.code), name: words.discuss[lang] }] : []),
    {
      href: letterPath(dossier.code),
      name: (by.kind === 'officer' ? words.writeToPerson : words.writeToOffice)[lang],
    },
  ];
  return (
    <>
      <h2 class="govuk-heading-m">{words.acts[lang]}</h2>
      {held.map(({ why }) => (
        <InsetText>{why[lang]}</InsetText>
      ))}
      {by.kind === 'officer' && (
        <Keys
          items={[
            ...(main ? [{ keys: ['G'], does: main.name }] : []),
            { keys: ['B'], does: words.desk[lang] },
          ]}
        />
      )}
      <ButtonGroup>
        {main && (
          <Button href={main.href} attributes={{ 'data-straight': true }}>
            {main.name}
          </Button>
        )}
        {others.map((one) => (
          <Button kind="secondary" href={one.href} id={one.id}>
            {one.name}
          </Button>
        ))}
      </ButtonGroup>
      {notNow.length > 0 && doersOf(by, dossier).size > 0 && (
        <Details summary={words.notNow[lang]}>
          <ul class="govuk-list govuk-list--bullet">
            {notNow.map((why) => (
              <li>{why[lang]}</li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}

/** What is waited for: nobody does it here. */
const isAwaited: ReadonlySet<string> = new Set([AWAIT_MESSAGE, AWAIT_TIME]);

/** Acts with a screen of their own here; the others belong to steps. */
const actPages = {
  accept: 1,
  'propose-supplement': 1,
  'ask-supplement': 1,
  'answer-supplement': 1,
  'refuse-intake': 1,
  withdraw: 1,
  discontinue: 1,
  apologise: 1,
  'ask-payment': 1,
};
