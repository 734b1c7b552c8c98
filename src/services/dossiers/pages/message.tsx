/** `/ho-so/:code/tin-den`: an officer notes that a message has come for which the process waits (a letter, a call, another system). C2. */
import { Button, Radios, SummaryList, Textarea } from '../../../ground/ui/index.ts';
import { Conflict, Invalid, NotAllowed } from '../../../ground/operate/errors.ts';
import { entered, errorOf, Faults, Form, typedIn } from '../../../ground/web/form.tsx';
import { fold } from '../../../ground/text/fold.ts';
import { input, text } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { awaited, type Awaited, type Definition } from '../../../work/process/index.ts';
import { noteMessage } from '../commands/process-events.ts';
import { guardDossierInterest } from '../interest.ts';
import { hold } from '../load.ts';
import { dossierPath } from '../paths.ts';
import { getWhole, processOf, type Whole } from '../queries.ts';
import { goesOn, mayRead, possibleActs } from '../rules.ts';
import { chosenData, waysAfter } from '../ways.ts';
import { waitingWords } from '../waiting-words.ts';
import { words } from '../words.ts';
import { dossierCrumbs } from './crumbs.ts';
import { wayField, Ways } from './ways.tsx';

/** Where an awaited message is told apart from others of the same name. */
const keyOf = ({ token, node }: Awaited): string => `${token}~${node}`;

const nameOf = (definition: Definition, { node, message }: Awaited): string => {
  const name = definition.nodes.find(({ id }) => id === node)?.name ?? '';
  if (name === '') return message;
  // “Chờ công an xác nhận” needs no “(Công an xác nhận)” behind it.
  return fold(name).includes(fold(message)) ? name : `${name} (${message})`;
};

/** The messages that a dossier waits for; only for those who may note one. Throws NotAllowed, Conflict. */
async function gather(visit: Visit) {
  const whole = await getWhole(visit.look, visit.params['code'] ?? '');
  await guardDossierInterest(visit.look, whole.dossier);
  const definition = processOf(whole.procedure, whole.agency, whole.oneStop);
  const act = possibleActs(visit.by, whole.dossier).find((one) => one.act === 'note-message');
  if (!act) throw new NotAllowed(waitingWords.notYours);
  const waiting = awaitedNow(whole, definition);
  if (!act.allowed || waiting.length === 0) throw new Conflict(waitingWords.nothingAwaited);
  // Where several may come, the way on is that of the only one that has to choose.
  const ways = waiting.length === 1 ? waysAfter(whole, definition, waiting[0]!.node) : [];
  return { ...whole, definition, waiting, ways };
}

const awaitedNow = ({ dossier }: Pick<Whole, 'dossier'>, definition: Definition): readonly Awaited[] =>
  dossier.process && goesOn(dossier) ? awaited(definition, dossier.process) : [];

export const messagePage = page({
  path: '/ho-so/:code/tin-den',
  who: 'officer',
  example: null,
  input: input({
    message: text({ label: waitingWords.whichMessageField, max: 500 }),
    finding: text({ label: words.findingField, max: 5000, lines: true }),
    way: wayField,
  }),
  gather,
  view: ({ dossier, definition, waiting, ways }, visit, fault) => ({
    title: waitingWords.messageTitle,
    crumbs: dossierCrumbs(dossier),
    body: (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <Faults fault={fault} visit={visit} />
          <span class="govuk-caption-l">
            {dossier.title} · {dossier.applicant_name}
          </span>
          <h1 class="govuk-heading-l">{waitingWords.messageTitle[visit.lang]}</h1>
          <Form visit={visit} focusFirst={fault === null}>
            {waiting.length === 1 ? (
              <>
                <SummaryList
                  rows={[{ key: words.waiting[visit.lang], value: nameOf(definition, waiting[0]!) }]}
                />
                <input type="hidden" name="message" value={keyOf(waiting[0]!)} />
              </>
            ) : (
              <Radios
                name="message"
                idPrefix="message"
                legend={{ text: waitingWords.whichMessage[visit.lang], size: 'm' }}
                error={errorOf(fault, 'message', visit)}
                items={waiting.map((one) => ({
                  value: keyOf(one),
                  text: nameOf(definition, one),
                  checked: typedIn(fault, 'message') === keyOf(one),
                }))}
              />
            )}
            <Textarea
              {...entered('finding', fault, visit)}
              label={waitingWords.whatItSaid[visit.lang]}
              hint={waitingWords.whatItSaidHint[visit.lang]}
              rows={4}
            />
            <Ways ways={ways} fault={fault} visit={visit} />
            <Button preventDoubleClick>{waitingWords.noteMessage[visit.lang]}</Button>
          </Form>
        </div>
      </div>
    ),
  }),
  act: async (act, { message, finding, way }, { gathered }) => {
    const { dossier, definition, waiting, ways } = gathered;
    const come = waiting.find((one) => keyOf(one) === message);
    if (!come) throw new Invalid([{ field: 'message', message: waitingWords.chooseMessage }]);
    const data = chosenData(ways, way);
    const after = await noteMessage(act, await hold(act, dossier.id), definition, come, {
      finding,
      ...(data && { data }),
    });
    return { to: mayRead(act.by, after) ? dossierPath(dossier.code) : '/viec', say: words.done };
  },
});

/** Whether this visitor can note a message now. */
export const hearsMessages = (all: Whole, { by }: Visit): boolean =>
  possibleActs(by, all.dossier).some(({ act, allowed }) => act === 'note-message' && allowed) &&
  awaitedNow(all, processOf(all.procedure, all.agency, all.oneStop)).length > 0;
