/** `/ky-so`: with what an officer signs: the key kept here, or a key at a remote signing service that the phone confirms. */
import { hasRole, type By } from '../../../ground/db/act.ts';
import { sameWords } from '../../../ground/text/fold.ts';
import { Invalid } from '../../../ground/operate/errors.ts';
import { formatTime } from '../../../ground/text/dates.ts';
import { Button, DataTable, Input, InsetText, SummaryList } from '../../../ground/ui/index.ts';
import { entered, Faults, Form } from '../../../ground/web/form.tsx';
import { input, oneOf, text } from '../../../ground/web/input.ts';
import { page, type Page } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import type { Credential } from '../gateway/credential.ts';
import type { SigningService } from '../gateway/signing-service.ts';
import { connectCredential, disconnectCredential, findCredential } from '../remote/credentials.ts';
import { listUnanswered } from '../remote/waiting.ts';
import type { RemoteCredential, WaitingSignature } from '../schema.ts';
import { MY_SIGNATURE } from '../paths.ts';
import { remoteWords as words } from './remote-words.ts';

/** Those who sign: leaders their papers, the one-stop unit the copies that it digitised. */
export const maySign = (by: By): boolean => by.kind === 'officer' && hasRole(by, 'leader', 'counter');

type Shown = { readonly visit: Visit };

const Connected = ({ credential, visit }: Shown & { readonly credential: RemoteCredential }) => {
  const { lang } = visit;
  return (
    <>
      <InsetText>{words.onPhone[lang]}</InsetText>
      <SummaryList
        rows={[
          { key: words.account[lang], value: credential.account },
          { key: words.signer[lang], value: credential.signer },
          { key: words.until[lang], value: formatTime(credential.valid_until, lang) },
        ]}
      />
      <Form visit={visit}>
        <Button kind="secondary" name="choice" value="disconnect" preventDoubleClick>
          {words.disconnect[lang]}
        </Button>
      </Form>
    </>
  );
};

const Waiting = ({ rows, visit: { lang } }: Shown & { readonly rows: readonly WaitingSignature[] }) => (
  <DataTable
    caption={words.waiting[lang]}
    rows={rows}
    columns={[
      { key: 'asked', title: words.asked[lang], names: true, cell: (one) => formatTime(one.asked_at, lang) },
      { key: 'until', title: words.answerUntil[lang], cell: (one) => formatTime(one.until, lang) },
    ]}
    empty={<p class="govuk-body">{words.nothingWaits[lang]}</p>}
  />
);

/** The credential of an account that is the visitor's own: the name in the certificate is theirs. Throws Invalid. */
async function ownCredential(visit: Visit, service: SigningService, account: string): Promise<Credential> {
  const found = await service.credentials(visit.look, account);
  const mine = found.find(({ signer }) => sameWords(signer, visit.by.name));
  if (mine) return mine;
  throw new Invalid([{ field: 'account', message: found.length > 0 ? words.notYours : words.noCredential }]);
}

/** `phone` is where the simulated phone lies in the sample province; null: a real one. */
export const mySignaturePage = (service: SigningService | null, phone: string | null): Page =>
  page({
    path: MY_SIGNATURE,
    who: maySign,
    example: MY_SIGNATURE,
    input: input({
      choice: oneOf(['connect', 'disconnect'], words.account),
      account: text({ label: words.accountField, max: 200, min: 0 }),
    }),
    gather: async ({ look, by }) => ({
      credential: await findCredential(look, by.person ?? ''),
      waiting: await listUnanswered(look, by.person ?? ''),
    }),
    view: ({ credential, waiting }, visit, fault) => {
      const { lang } = visit;
      return {
        title: words.title,
        body: (
          <div class="govuk-grid-row">
            <div class="govuk-grid-column-two-thirds">
              <Faults fault={fault} visit={visit} />
              <h1 class="govuk-heading-l">{words.title[lang]}</h1>
              {credential ? (
                <>
                  <Connected credential={credential} visit={visit} />
                  <Waiting rows={waiting} visit={visit} />
                </>
              ) : (
                <>
                  <p class="govuk-body">{words.here[lang]}</p>
                  {service ? (
                    <Form visit={visit}>
                      <h2 class="govuk-heading-m">{words.connectTitle[lang]}</h2>
                      <p class="govuk-body">{words.connectHint[lang]}</p>
                      <Input
                        {...entered('account', fault, visit)}
                        label={words.account[lang]}
                        width={20}
                        attributes={{ autocomplete: 'off', spellcheck: 'false' }}
                      />
                      <Button name="choice" value="connect" preventDoubleClick>
                        {words.connect[lang]}
                      </Button>
                    </Form>
                  ) : (
                    <p class="govuk-body">{words.noService[lang]}</p>
                  )}
                </>
              )}
              {phone && (
                <p class="govuk-body">
                  <a class="govuk-link" href={phone}>
                    {words.phone[lang]}
                  </a>
                </p>
              )}
            </div>
          </div>
        ),
      };
    },
    prepare: async (visit, { choice, account }) => {
      if (choice === 'disconnect' || !service) return null;
      if (account === '') throw new Invalid([{ field: 'account', message: words.accountMissing }]);
      return ownCredential(visit, service, account);
    },
    act: async (act, { account }, { prepared }) => {
      const person = act.by.person ?? '';
      if (prepared) connectCredential(act, person, account, prepared);
      else disconnectCredential(act, person);
      return { to: MY_SIGNATURE, say: prepared ? words.connected : words.disconnected };
    },
  });
