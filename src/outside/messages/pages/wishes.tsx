/** `/tin-nhan/cach-nhan`: how I want to be told. */
import { Button, Checkboxes, Radios } from '../../../ground/ui/index.ts';
import type { By } from '../../../ground/db/act.ts';
import { NotAllowed } from '../../../ground/operate/errors.ts';
import { Faults, Form } from '../../../ground/web/form.tsx';
import { flag, input, oneOf } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import { listContacts } from '../../../world/people/index.ts';
import { masked } from '../compose.ts';
import { getWishes, readerOf, setWishes } from '../notices.ts';
import { channelOf, failedAddresses, kinds, reachOwner, type Kind } from '../proofs.ts';
import { NOTICES, reachPath, WISHES } from '../paths.ts';
import { usualWishes, waysFor } from '../rules.ts';
import { reachWords, words } from '../words.ts';
import { homeOf } from './home.ts';

/** Whose wishes a visitor changes; officers their own. */
const changes = (by: By): string | null => (by.kind === 'officer' ? readerOf(by) : reachOwner(by));

export const wishesPage = page({
  path: WISHES,
  who: 'signed-in',
  example: WISHES,
  input: input({ email: flag(), sms: flag(), language: oneOf(['vi', 'en'], words.language) }),
  gather: async ({ look }) => {
    const owner = readerOf(look.by);
    if (owner === null) throw new NotAllowed(reachWords.notForOthers);
    // Officers are told at the address of their office.
    const contacts = look.by.kind === 'citizen' ? await listContacts(look, owner) : null;
    return { ...(await getWishes(look, owner)), contacts, failed: await failedAddresses(look, owner) };
  },
  view: ({ email, sms, language, contacts, failed }, visit, fault) => {
    const { lang, by } = visit;
    const placeOf = (kind: Kind): string | undefined => {
      if (contacts === null) return undefined;
      const address = waysFor({ matters: true }, contacts, usualWishes).find(
        ({ channel }) => channel === channelOf[kind],
      )?.address;
      if (address === undefined) return reachWords.nowhere[kind][lang];
      // Whoever acts for somebody knows that there is an address, not which.
      return [
        reachWords.at(by.actingFor ? masked(address) : address),
        ...(failed.has(address) ? [reachWords.failed] : []),
      ]
        .map((one) => one[lang])
        .join(' ');
    };
    return {
      title: words.wishes,
      crumbs: [homeOf(visit.by), { text: words.title, href: NOTICES }],
      body: (
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <Faults fault={fault} visit={visit} />
            <h1 class="govuk-heading-l">{words.wishes[lang]}</h1>
            <Form visit={visit}>
              <Checkboxes
                name="email"
                legend={words.wishesHint[lang]}
                items={[
                  {
                    id: 'email',
                    name: 'email',
                    value: 'yes',
                    text: words.byEmail[lang],
                    hint: placeOf('email'),
                    checked: email,
                  },
                  {
                    id: 'sms',
                    name: 'sms',
                    value: 'yes',
                    text: words.bySms[lang],
                    hint: placeOf('phone'),
                    checked: sms,
                  },
                ]}
              />
              <Radios
                name="language"
                legend={words.language[lang]}
                value={language}
                items={[
                  { value: 'vi', text: words.vietnamese[lang] },
                  { value: 'en', text: words.english[lang] },
                ]}
              />
              {changes(by) === null ? (
                <p class="govuk-body">{reachWords.notForOthers[lang]}</p>
              ) : (
                <Button preventDoubleClick>{words.save[lang]}</Button>
              )}
            </Form>
            {contacts !== null && reachOwner(by) !== null && (
              <ul class="govuk-list">
                {kinds.map((kind) => (
                  <li>
                    <a class="govuk-link" href={reachPath(kind)}>
                      {reachWords[contacts.some((one) => one.kind === kind) ? 'change' : 'give'][kind][lang]}
                    </a>
                  </li>
                ))}
              </ul>
            )}
          </div>
        </div>
      ),
    };
  },
  act: async (act, wishes) => {
    const owner = changes(act.by);
    if (owner === null) throw new NotAllowed(reachWords.notForOthers);
    await setWishes(act, owner, wishes);
    return { to: WISHES, say: words.saved };
  },
});
