/** `/quy-trinh-moi/:procedure`: running dossiers that go by an older process; what would change for each, and letting them go over. */
import {
  Button,
  ButtonGroup,
  DataTable,
  EmptyState,
  KeysetPager,
  Textarea,
} from '../../../../ground/ui/index.ts';
import { formatTime } from '../../../../ground/text/dates.ts';
import { formatCount } from '../../../../ground/text/money.ts';
import type { Language } from '../../../../ground/text/language.ts';
import { entered, Faults, Form } from '../../../../ground/web/form.tsx';
import { input, oneOf, several, text } from '../../../../ground/web/input.ts';
import { page } from '../../../../ground/web/page.ts';
import { orderMove } from '../../new-process/move-many.ts';
import { listOlder, mayChangeProcess, PAGE, runsBy, type Preview } from '../../new-process/preview.ts';
import { dossierPath, newProcessPath, processMovePath } from '../../paths.ts';
import { words as common } from '../../words.ts';

const words = {
  title: { vi: 'Hồ sơ đang chạy theo quy trình cũ', en: 'Dossiers that run by an older process' },
  hint: (version: number) => ({
    vi: `Phiên bản ${version} của thủ tục đang có hiệu lực. Hồ sơ đã tiếp nhận vẫn theo quy trình cũ, trừ khi bạn cho chuyển. Chỉ quy trình thay đổi: tờ khai, thời hạn, ngày hẹn và phí vẫn như lúc tiếp nhận.`,
    en: `Version ${version} of the procedure is in force. What was accepted before goes on by its own process unless you let it go over. Only the process changes: form, limit, promised date and fees stay as they were at acceptance.`,
  }),
  none: { vi: 'Không có hồ sơ nào theo quy trình cũ', en: 'No dossier runs by an older process' },
  choose: { vi: 'Chọn', en: 'Choose' },
  chooseThis: (code: string) => ({ vi: `Chuyển hồ sơ ${code}`, en: `Let ${code} go over` }),
  dossier: { vi: 'Hồ sơ', en: 'Dossier' },
  runs: (version: number, due: string) => ({
    vi: `theo phiên bản ${version}, hẹn trả ${due}. Nếu chuyển thì:`,
    en: `by version ${version}, due ${due}. If it goes over:`,
  }),
  nothing: { vi: 'Không có gì thay đổi.', en: 'Nothing changes.' },
  why: { vi: 'Lý do chuyển', en: 'Why they go over' },
  move: { vi: 'Chuyển các hồ sơ đã chọn', en: 'Let the chosen ones go over' },
  chosen: { vi: 'hồ sơ', en: 'dossiers' },
  all: (n: number) => ({
    vi: `Chuyển cả ${formatCount(n)} hồ sơ`,
    en: n === 1 ? 'Let the only one go over' : `Let all ${formatCount(n, 'en')} go over`,
  }),
  count: (n: number) => ({
    vi: `Có ${formatCount(n)} hồ sơ, hẹn trả sớm nhất ở trên cùng. Hồ sơ nào không chuyển được thì ở lại quy trình cũ và được nêu lý do.`,
    en: `${n === 1 ? 'There is one dossier' : `There are ${formatCount(n, 'en')} dossiers, the most urgent first`}. Those that cannot go over stay with the old process, each with its reason.`,
  }),
} as const;

const runsWords = ({ dossier }: Preview, lang: Language): string =>
  words.runs(runsBy(dossier), dossier.due_at ? formatTime(dossier.due_at, lang) : '—')[lang];

const Changes = ({ preview, lang }: { readonly preview: Preview; readonly lang: Language }) => {
  const { why, migration } = preview;
  const lines = migration.changes.map(({ name, message }) => `${name}: ${message[lang]}`);
  return (
    <>
      {why && <strong>{why[lang]}</strong>}
      {lines.length === 0 && !why ? (
        words.nothing[lang]
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {lines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      )}
    </>
  );
};

const Choice = ({
  preview: { dossier, why },
  lang,
}: {
  readonly preview: Preview;
  readonly lang: Language;
}) =>
  why ? null : (
    <div class="govuk-checkboxes govuk-checkboxes--small">
      <div class="govuk-checkboxes__item">
        <input
          class="govuk-checkboxes__input"
          type="checkbox"
          id={`id-${dossier.id}`}
          name="id"
          value={dossier.id}
        />
        <label class="govuk-label govuk-checkboxes__label" for={`id-${dossier.id}`}>
          <span class="govuk-visually-hidden">{words.chooseThis(dossier.code)[lang]}</span>
        </label>
      </div>
    </div>
  );

export const newProcessPage = page({
  path: '/quy-trinh-moi/:procedure',
  who: mayChangeProcess,
  example: null,
  input: input({
    which: oneOf(['chosen', 'all'], words.chosen),
    id: several(words.chosen, PAGE),
    reason: text({ label: common.reasonField, max: 2000, lines: true }),
  }),
  gather: ({ look, params, query }) => listOlder(look, params['procedure'] ?? '', query['sau']),
  view: ({ newest, all, previews, next }, visit, fault) => {
    const { lang } = visit;
    return {
      title: words.title,
      crumbs: [{ text: { vi: 'Bàn làm việc', en: 'My desk' }, href: '/viec' }],
      wide: true,
      body: (
        <>
          <Faults fault={fault} visit={visit} />
          <span class="govuk-caption-l">
            {newest.code} · {newest.name}
          </span>
          <h1 class="govuk-heading-l">{words.title[lang]}</h1>
          <p class="govuk-body">{words.hint(newest.version)[lang]}</p>
          {previews.length === 0 ? (
            <EmptyState title={words.none[lang]} />
          ) : (
            <Form visit={visit}>
              <p class="govuk-body">{words.count(all)[lang]}</p>
              <DataTable
                caption={words.title[lang]}
                rows={previews}
                columns={[
                  {
                    key: 'choose',
                    title: words.choose[lang],
                    cell: (preview) => <Choice preview={preview} lang={lang} />,
                  },
                  {
                    key: 'dossier',
                    title: words.dossier[lang],
                    names: true,
                    cell: (preview) => (
                      <>
                        <a class="govuk-link" href={dossierPath(preview.dossier.code)}>
                          {preview.dossier.code}
                        </a>{' '}
                        <span class="tt-quiet">{runsWords(preview, lang)}</span>
                        <Changes preview={preview} lang={lang} />
                      </>
                    ),
                  },
                ]}
              />
              <Textarea {...entered('reason', fault, visit)} label={words.why[lang]} rows={3} />
              <ButtonGroup>
                <Button name="which" value="chosen" preventDoubleClick>
                  {words.move[lang]}
                </Button>
                <Button kind="secondary" name="which" value="all" preventDoubleClick>
                  {words.all(all)[lang]}
                </Button>
              </ButtonGroup>
              <KeysetPager
                by="order"
                before={visit.query['sau'] ? newProcessPath(newest.code) : null}
                after={next && `${newProcessPath(newest.code)}?sau=${encodeURIComponent(next)}`}
              />
            </Form>
          )}
        </>
      ),
    };
  },
  act: async (act, { which, id, reason }, { gathered: { newest } }) => ({
    to: processMovePath(
      newest.code,
      await orderMove(act, newest.code, which === 'all' ? 'all' : [...new Set(id)], reason),
    ),
  }),
});
