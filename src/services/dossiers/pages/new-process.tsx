/** `/quy-trinh-moi/:procedure`: running dossiers that go by an older process; what would change for each, and letting them go over. */
import { Button, DataTable, EmptyState, Textarea } from '../../../ground/ui/index.ts';
import { Invalid } from '../../../ground/operate/errors.ts';
import { formatTime } from '../../../ground/text/dates.ts';
import type { Language } from '../../../ground/text/language.ts';
import { entered, Faults, Form } from '../../../ground/web/form.tsx';
import { input, several, text } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import { changeProcess } from '../commands/change-process.ts';
import { hold } from '../load.ts';
import { listOlder, mayChangeProcess, MOST_MOVED, runsBy, type Preview } from '../new-process.ts';
import { dossierPath, newProcessPath } from '../paths.ts';
import { words as common } from '../words.ts';

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
  noneChosen: { vi: 'Hãy chọn ít nhất một hồ sơ.', en: 'Choose at least one dossier.' },
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
    id: several(words.chosen, MOST_MOVED),
    reason: text({ label: common.reasonField, max: 2000, lines: true }),
  }),
  gather: ({ look, params }) => listOlder(look, params['procedure'] ?? ''),
  view: ({ newest, previews }, visit, fault) => {
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
              <Button preventDoubleClick>{words.move[lang]}</Button>
            </Form>
          )}
        </>
      ),
    };
  },
  act: async (act, { id, reason }, { gathered: { newest } }) => {
    if (id.length === 0) throw new Invalid([{ field: 'id', message: words.noneChosen }]);
    for (const one of new Set(id)) await changeProcess(act, await hold(act, one), reason);
    return { to: newProcessPath(newest.code), say: common.done };
  },
});
