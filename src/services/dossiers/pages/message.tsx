/** `/ho-so/:code/tin-den`: an officer notes that a message has come for which the process waits (a letter, a call, another system). C2. */
import { Radios, SummaryList } from '../../../ground/ui/index.ts';
import { Conflict, Invalid } from '../../../ground/operate/errors.ts';
import { errorOf, typedIn } from '../../../ground/web/form.tsx';
import { fold } from '../../../ground/text/fold.ts';
import { input, text } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import type { Awaited, Definition } from '../../../work/process/index.ts';
import { elementOf, hearingOf, waysBehind } from '../awaited-messages.ts';
import { noteMessage } from '../commands/process-events.ts';
import { holdNow } from '../held-step.ts';
import { dossierPath } from '../paths.ts';
import { mayRead } from '../rules.ts';
import { chosenData } from '../ways.ts';
import { waitingWords } from '../waiting-words.ts';
import { words } from '../words.ts';
import { dossierCrumbs } from './crumbs.ts';
import { FindingForm, findingInput } from './finding-form.tsx';

/** Where an awaited message is told apart from others of the same name. */
const keyOf = ({ token, node }: Awaited): string => `${token}~${node}`;

const nameOf = (definition: Definition, one: Awaited): string => {
  const name = elementOf(definition, one);
  if (name === '') return one.message;
  // “Chờ công an xác nhận” needs no “(Công an xác nhận)” behind it.
  return fold(name).includes(fold(one.message)) ? name : `${name} (${one.message})`;
};

/** The messages that a dossier waits for; only for those who may note one. Throws NotAllowed, Conflict. */
async function gather({ look, params }: Visit) {
  const hearing = await hearingOf(look, params['code'] ?? '');
  const { waiting, definition } = hearing;
  if (waiting.length === 0) throw new Conflict(waitingWords.nothingAwaited);
  // Where several may come, each way on says behind which of them it is.
  const ways = waiting.flatMap((one) =>
    waysBehind(hearing, one).map(({ key, label, data }) => ({
      key: `${keyOf(one)} ${key}`,
      label: waiting.length === 1 ? label : `${nameOf(definition, one)}: ${label}`,
      data,
      of: one,
    })),
  );
  return { ...hearing, ways };
}

export const messagePage = page({
  path: '/ho-so/:code/tin-den',
  who: 'officer',
  example: null,
  input: input({
    message: text({ label: waitingWords.whichMessageField, max: 500 }),
    ...findingInput,
  }),
  gather,
  view: ({ dossier, definition, waiting, ways }, visit, fault) => ({
    title: waitingWords.messageTitle,
    crumbs: dossierCrumbs(dossier),
    body: (
      <FindingForm
        dossier={dossier}
        heading={waitingWords.messageTitle[visit.lang]}
        asks={waitingWords.whatItSaid}
        hint={waitingWords.whatItSaidHint}
        rows={4}
        ways={ways}
        button={waitingWords.noteMessage}
        fault={fault}
        visit={visit}
      >
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
      </FindingForm>
    ),
  }),
  act: async (act, { message, finding, way }, { gathered }) => {
    const { dossier, waiting, ways } = gathered;
    const come = waiting.find((one) => keyOf(one) === message);
    if (!come) throw new Invalid([{ field: 'message', message: waitingWords.chooseMessage }]);
    const data = chosenData(
      ways.filter(({ of }) => of === come),
      way,
    );
    const { held, definition } = await holdNow(act, gathered);
    const after = await noteMessage(act, held, definition, come, {
      finding,
      ...(data && { data }),
    });
    return { to: mayRead(act.by, after) ? dossierPath(dossier.code) : '/viec', say: words.done };
  },
});
