/** `/quan-tri/thu-tuc/:code/bieu-mau/xem`: the form as people will see it, with test data; what is typed is checked and forgotten. */
import { Button, InsetText } from '../../../../ground/ui/index.ts';
import { Form } from '../../../../ground/web/form.tsx';
import { vietnamDay } from '../../../../ground/text/dates.ts';
import type { Raw } from '../../../../ground/web/input.ts';
import { page, type View } from '../../../../ground/web/page.ts';
import type { Visit } from '../../../../ground/web/visit.ts';
import {
  actOf,
  applyAct,
  formOf,
  FormPage,
  pageAfter,
  readPage,
  testAnswers,
  validate,
  type Answers,
  type Definition,
} from '../../../../work/forms/index.ts';
import { NotFound } from '../../../../ground/operate/errors.ts';
import { isEditor } from '../../rules/states.ts';
import { formIn, getDraftForm } from './draft-form.ts';
import { builderCrumbs, builderPath } from './paths.ts';
import { words } from './words.ts';

const ANSWERS = '_answers';
/** The button that leads to the page after: the answers come along, the page itself was not filled in yet. */
const GO_ON = '_next';

const textsOf = (value: unknown): string[] => [value].flat().filter((one) => typeof one === 'string');
const postedOf = (raw: Raw) => ({
  get: (name: string) => textsOf(raw[name])[0] ?? null,
  getAll: (name: string) => textsOf(raw[name]),
});

/** Answers that the page before carried along; test data where there are none. */
function carried(raw: Raw, form: Definition): Answers {
  try {
    const value: unknown = JSON.parse(textsOf(raw[ANSWERS])[0] ?? '');
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Answers;
  } catch {
    // Nothing was carried, or somebody changed it: the test data are as good.
  }
  return testAnswers(form);
}

type Step = {
  readonly code: string;
  readonly form: Definition;
  readonly id: string;
  readonly answers: Answers;
  readonly judged: boolean;
};

function previewOf({ code, form, id, answers, judged }: Step, visit: Visit): View {
  const { lang } = visit;
  const checked = validate(formOf(form), answers, { today: vietnamDay(visit.now) });
  const screen = checked.pages.find((one) => one.form.page.id === id) ?? checked.pages[0];
  if (!screen) throw new NotFound(words.none);
  const at = screen.form.page.id;
  const errors = judged ? checked.errors.filter((error) => error.page === at) : [];
  const next = pageAfter(checked, at);
  const href = (to: string): string => builderPath(code, `/xem?trang=${to}`);
  return {
    title: words.preview,
    crumbs: builderCrumbs(code, true),
    body: (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <InsetText>{words.previewHint[lang]}</InsetText>
          <nav aria-label={words.page[lang]}>
            <ul class="govuk-list">
              {checked.pages.map(({ form: { page: one } }) => (
                <li>
                  <a class="govuk-link" href={href(one.id)} aria-current={one.id === at ? 'page' : undefined}>
                    {one.title[lang]}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          {judged && errors.length === 0 && <p class="govuk-body">{words.passed[lang]}</p>}
          {judged && errors.length === 0 && next && (
            <Form visit={visit} action={href(next)}>
              <input type="hidden" name={ANSWERS} value={JSON.stringify(answers)} />
              <Button name={GO_ON} value="1">
                {words.nextPage[lang]}
              </Button>
            </Form>
          )}
          <FormPage page={screen} language={lang} action={href(at)} errors={errors}>
            <input type="hidden" name="csrf" value={visit.csrf} />
            <input type="hidden" name={ANSWERS} value={JSON.stringify(answers)} />
          </FormPage>
        </div>
      </div>
    ),
  };
}

export const builderPreviewPage = page({
  path: builderPath(':code', '/xem'),
  who: isEditor,
  example: builderPath('1.001193', '/xem'),
  input: { schema: { type: 'object' }, read: (raw: Raw) => ({ value: raw }) },
  gather: async ({ look, params }) => {
    const code = params['code'] ?? '';
    return { code, form: formIn(await getDraftForm(look, code)) };
  },
  view: ({ code, form }, visit) =>
    previewOf(
      { code, form, id: visit.query['trang'] ?? '', answers: testAnswers(form), judged: false },
      visit,
    ),
  show: async (visit, raw, { code, form }) => {
    const id = visit.query['trang'] ?? '';
    const posted = postedOf(raw);
    if (posted.get(GO_ON))
      return previewOf({ code, form, id, answers: carried(raw, form), judged: false }, visit);
    const pressed = actOf(posted);
    const answers = applyAct(readPage(formOf(form), id, posted, carried(raw, form)), pressed);
    return previewOf({ code, form, id, answers, judged: pressed.kind === 'continue' }, visit);
  },
});
