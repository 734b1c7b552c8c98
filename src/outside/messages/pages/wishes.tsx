/** `/tin-nhan/cach-nhan`: how I want to be told. */
import { Button, Checkboxes, Radios } from '../../../ground/ui/index.ts';
import { Faults, Form } from '../../../ground/web/form.tsx';
import { flag, input, oneOf } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import { getWishes, readerOf, setWishes } from '../notices.ts';
import { NOTICES, WISHES } from '../paths.ts';
import { words } from '../words.ts';
import { homeOf } from './home.ts';

export const wishesPage = page({
  path: WISHES,
  who: 'signed-in',
  example: WISHES,
  input: input({ email: flag(), sms: flag(), language: oneOf(['vi', 'en'], words.language) }),
  gather: ({ look }) => getWishes(look, readerOf(look.by) ?? ''),
  view: ({ email, sms, language }, visit, fault) => {
    const { lang } = visit;
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
                  { id: 'email', name: 'email', value: 'yes', text: words.byEmail[lang], checked: email },
                  { id: 'sms', name: 'sms', value: 'yes', text: words.bySms[lang], checked: sms },
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
              <Button preventDoubleClick>{words.save[lang]}</Button>
            </Form>
          </div>
        </div>
      ),
    };
  },
  act: async (act, wishes) => {
    const owner = readerOf(act.by);
    if (owner) await setWishes(act, owner, wishes);
    return { to: WISHES, say: words.saved };
  },
});
