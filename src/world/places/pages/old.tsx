/** Where an old address lies today: one commune, or candidates from which a person chooses. Never a guess. */
import { Button, DataTable, InsetText, Input, Panel } from '../../../ground/ui/index.ts';
import { formatDay, parseDay } from '../../../ground/text/dates.ts';
import type { Language, Text } from '../../../ground/text/language.ts';
import { page } from '../../../ground/web/page.ts';
import { resolveOldPlace } from '../resolve.ts';
import type { Candidate, Unit } from '../schema.ts';
import { OLD_PLACES_PATH, placesCrumbs } from './paths.ts';

const own = {
  title: { vi: 'Địa chỉ cũ nay thuộc đâu?', en: 'Where does an old address lie today?' },
  place: { vi: 'Địa chỉ cũ hoặc mã đơn vị cũ', en: 'Old address, or code of an old unit' },
  placeHint: {
    vi: 'Viết như trên giấy tờ. Ví dụ: xã Tam Hiệp, huyện Thanh Trì, Hà Nội',
    en: 'As it stands on the paper. For example: xã Tam Hiệp, huyện Thanh Trì, Hà Nội',
  },
  day: { vi: 'Viết vào ngày', en: 'Written on' },
  dayHint: {
    vi: 'Ngày ghi trên giấy tờ. Ví dụ 01/06/2024',
    en: 'The day on the paper, for example 01/06/2024',
  },
  find: { vi: 'Tra cứu', en: 'Look up' },
  today: { vi: 'Nay là', en: 'Today this is' },
  choose: {
    vi: 'Đơn vị cũ đã chia cho nhiều xã, có nhiều nơi cùng tên, hoặc nơi này khi đó là loại đơn vị khác. Hãy hỏi người dân hoặc xem giấy tờ để chọn đúng.',
    en: 'The old unit was divided, several places bear the name, or it was another kind of unit then. Ask the person or look at the papers to choose.',
  },
  now: { vi: 'Nay là', en: 'Today' },
  from: { vi: 'Từ đơn vị cũ', en: 'From the old unit' },
  share: { vi: 'Phần nhập vào', en: 'Share' },
  whole: { vi: 'toàn bộ', en: 'all of it' },
  part: { vi: 'một phần', en: 'a part of it' },
  unknown: {
    vi: 'Không tìm thấy đơn vị hành chính nào như vậy vào ngày này. Hãy kiểm tra tên, ngày, hoặc thêm tên huyện, tỉnh.',
    en: 'There was no such unit on this day. Check the name and the day, or add district and province.',
  },
} as const satisfies Readonly<Record<string, Text>>;

const nameOf = ({ fullName, code }: Unit): string => `${fullName} (${code})`;

const Candidates = ({
  candidates,
  lang,
}: {
  readonly candidates: readonly Candidate[];
  readonly lang: Language;
}) => (
  <DataTable
    caption={own.choose[lang]}
    rows={candidates}
    columns={[
      { key: 'now', title: own.now[lang], names: true, cell: ({ commune }) => nameOf(commune) },
      { key: 'from', title: own.from[lang], cell: ({ from }) => nameOf(from) },
      { key: 'share', title: own.share[lang], cell: ({ whole }) => (whole ? own.whole : own.part)[lang] },
    ]}
  />
);

/** The last day before communes and districts were rearranged: most old addresses are older. */
const BEFORE = '2025-06-30';

export const oldPlacesPage = page({
  path: OLD_PLACES_PATH,
  who: 'officer',
  example: OLD_PLACES_PATH,
  gather: async ({ look, query }) => {
    const place = query['noi']?.normalize('NFC').slice(0, 200).trim() ?? '';
    const day = parseDay(query['ngay'] ?? '') ?? BEFORE;
    const isCode = /^[A-Z]{0,2}\d{2,5}$/i.test(place);
    const found = place
      ? await resolveOldPlace(look, isCode ? { code: place.toUpperCase() } : { text: place }, day)
      : null;
    return { place, day, found };
  },
  view: ({ place, day, found }, { lang }) => ({
    title: own.title,
    crumbs: placesCrumbs(),
    body: (
      <>
        <h1 class="govuk-heading-l">{own.title[lang]}</h1>
        <form method="get" action={OLD_PLACES_PATH} role="search">
          <Input
            id="noi"
            name="noi"
            label={own.place[lang]}
            hint={own.placeHint[lang]}
            value={place}
            error={found?.kind === 'unknown' ? own.unknown[lang] : undefined}
          />
          <Input
            id="ngay"
            name="ngay"
            label={own.day[lang]}
            hint={own.dayHint[lang]}
            value={formatDay(day, 'vi')}
            width={10}
            inputmode="numeric"
          />
          <Button>{own.find[lang]}</Button>
        </form>
        {found?.kind === 'one' && (
          <Panel title={nameOf(found.commune)} titleLevel={2}>
            {own.today[lang]} {formatDay(found.commune.from, lang)}
          </Panel>
        )}
        {found?.kind === 'choose' && (
          <>
            <InsetText>{own.choose[lang]}</InsetText>
            <Candidates candidates={found.candidates} lang={lang} />
          </>
        )}
      </>
    ),
  }),
});
