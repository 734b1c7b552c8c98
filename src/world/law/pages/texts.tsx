/** Legal texts in force on a day; entering one, ending one. */
import { Button, DataTable, EmptyState, FilterBar, Input } from '../../../ground/ui/index.ts';
import { formatDay, parseDay, vietnamDay } from '../../../ground/text/dates.ts';
import { fold } from '../../../ground/text/fold.ts';
import { same, type Text } from '../../../ground/text/language.ts';
import { NotFound } from '../../../ground/operate/errors.ts';
import { administrationCrumbs } from '../../../ground/web/administration.ts';
import { ask, askPage, type Option } from '../../../ground/web/ask.tsx';
import { page } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { endText, registerText } from '../commands.ts';
import { mayKeepLaw } from '../policy.ts';
import { findText, listCodes, listTextsInForce } from '../queries.ts';
import type { Code } from '../schema.ts';
import { textsCrumbs, textsName, TEXTS_PATH } from './paths.ts';

const NEW_PATH = `${TEXTS_PATH}/them`;
const END_PATH = `${TEXTS_PATH}/het-hieu-luc`;

const own = {
  number: { vi: 'Số, ký hiệu', en: 'Number' },
  title: { vi: 'Trích yếu', en: 'Title' },
  titleEn: { vi: 'Trích yếu tiếng Anh', en: 'Title in English' },
  issuer: { vi: 'Cơ quan ban hành', en: 'Issued by' },
  type: { vi: 'Loại văn bản', en: 'Type' },
  issued: { vi: 'Ngày ban hành', en: 'Issued on' },
  from: { vi: 'Có hiệu lực từ ngày', en: 'In force from' },
  to: { vi: 'Ngày cuối còn hiệu lực', en: 'Last day in force' },
  until: { vi: 'Đến hết', en: 'Until' },
  replacedBy: { vi: 'Văn bản thay thế', en: 'Replaced by' },
  day: { vi: 'Có hiệu lực vào ngày', en: 'In force on' },
  search: { vi: 'Số hoặc từ trong trích yếu', en: 'Number or words of the title' },
  add: { vi: 'Thêm văn bản', en: 'Add a text' },
  end: { vi: 'Ghi hết hiệu lực', en: 'End a text' },
  empty: { vi: 'Không có văn bản nào', en: 'No texts' },
  added: { vi: 'Đã thêm văn bản.', en: 'The text is added.' },
  ended: { vi: 'Đã ghi ngày hết hiệu lực.', en: 'The end is noted.' },
} as const satisfies Readonly<Record<string, Text>>;

async function gather({ look, query }: Visit) {
  const day = parseDay(query['ngay'] ?? '') ?? vietnamDay(look.now);
  const words = fold(query['q']?.slice(0, 100) ?? '')
    .split(/\s+/)
    .filter(Boolean);
  const texts = (await listTextsInForce(look, day)).filter(({ number, title }) => {
    const searched = fold(`${number} ${title.vi} ${title.en}`);
    return words.every((word) => searched.includes(word));
  });
  return { day, texts };
}

export const textsPage = page({
  path: TEXTS_PATH,
  who: 'officer',
  example: TEXTS_PATH,
  gather,
  view: ({ day, texts }, { lang, query, by }) => ({
    title: textsName,
    wide: true,
    crumbs: administrationCrumbs(),
    body: (
      <>
        <h1 class="govuk-heading-l">{textsName[lang]}</h1>
        {mayKeepLaw(by) && <Button href={NEW_PATH}>{own.add[lang]}</Button>}
        <FilterBar action={TEXTS_PATH} clearHref={TEXTS_PATH}>
          <Input id="q" name="q" label={own.search[lang]} value={query['q']} width={20} />
          <Input id="ngay" name="ngay" label={own.day[lang]} value={formatDay(day, 'vi')} width={10} />
        </FilterBar>
        <DataTable
          caption={textsName[lang]}
          rows={texts}
          columns={[
            { key: 'number', title: own.number[lang], names: true, cell: (one) => one.number },
            { key: 'title', title: own.title[lang], cell: (one) => one.title[lang] || one.title.vi },
            { key: 'issuer', title: own.issuer[lang], cell: (one) => one.issuer },
            { key: 'from', title: own.from[lang], cell: (one) => formatDay(one.from, lang) },
            {
              key: 'to',
              title: own.until[lang],
              cell: (one) =>
                one.to ? (
                  formatDay(one.to, lang)
                ) : mayKeepLaw(by) ? (
                  <a
                    class="govuk-link"
                    href={`${END_PATH}?${new URLSearchParams({ so: one.number, cq: one.issuer })}`}
                  >
                    {own.end[lang]}
                    <span class="govuk-visually-hidden"> {one.number}</span>
                  </a>
                ) : (
                  ''
                ),
            },
          ]}
          empty={<EmptyState title={own.empty[lang]} />}
        />
      </>
    ),
  }),
});

const typeOptions = (codes: readonly Code[]): Option[] =>
  codes.map(({ code, name }) => ({ value: code, text: name }));

export const newTextPage = askPage({
  path: NEW_PATH,
  who: mayKeepLaw,
  example: NEW_PATH,
  gather: async ({ look }: Visit) => ({ types: await listCodes(look, 'legal-text-type') }),
  title: own.add,
  crumbs: () => textsCrumbs(),
  questions: {
    number: ask.text(own.number, { max: 60, width: 20 }),
    type: ask.choice(own.type, ({ types }: { types: readonly Code[] }) => typeOptions(types)),
    issuer: ask.text(own.issuer),
    title: ask.long(own.title, { max: 1000 }),
    titleEn: ask.maybe(own.titleEn, { max: 1000 }),
    issued: ask.maybeDay(own.issued),
    from: ask.day(own.from),
  },
  button: own.add,
  act: async (act, { title, titleEn, ...text }) => {
    await registerText(act, { ...text, title: { vi: title, en: titleEn ?? '' }, to: null, replacedBy: null });
    return { to: TEXTS_PATH, say: own.added };
  },
});

export const endTextPage = askPage({
  path: END_PATH,
  who: mayKeepLaw,
  example: null,
  gather: async ({ look, query }: Visit) => {
    const found = await findText(look, query['so'] ?? '', query['cq']);
    if (found) return found;
    throw new NotFound({ vi: 'Không có văn bản này.', en: 'There is no such text.' });
  },
  title: own.end,
  about: ({ number }) => same(number),
  crumbs: () => textsCrumbs(),
  lead: ({ title }, { lang }) => <p class="govuk-body">{title[lang] || title.vi}</p>,
  questions: {
    to: ask.day(own.to),
    replacedBy: ask.maybe(own.replacedBy, { hint: own.number, max: 60, width: 20 }),
  },
  button: own.end,
  grave: true,
  act: async (act, answers, { gathered: { number, issuer } }) => {
    await endText(act, { number, issuer, ...answers });
    return { to: TEXTS_PATH, say: own.ended };
  },
});
