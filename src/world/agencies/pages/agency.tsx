/** One agency: what it is, its identifiers in both forms, its history, who took over, its units, posts and holders. */
import {
  Button,
  ButtonGroup,
  DataTable,
  EmptyState,
  InsetText,
  SummaryList,
  Timeline,
} from '../../../ground/ui/index.ts';
import { formatDay, vietnamDay } from '../../../ground/text/dates.ts';
import type { Language, Text } from '../../../ground/text/language.ts';
import { page } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { leafFirst, parseIdentifier } from '../identifier.ts';
import { manages } from '../manage.ts';
import {
  findAgency,
  getAgency,
  listAgencies,
  listChanges,
  listSuccessions,
  reachAgency,
} from '../queries.ts';
import { nameOn } from '../rules.ts';
import type { Agency, Change, Post, Reached, Unit } from '../schema.ts';
import { listPosts, listSeats, listUnits, type Seat } from '../staff.ts';
import {
  changeName,
  holdingName,
  kindName,
  levelName,
  rankName,
  regimeName,
  unitKindName,
} from '../words.ts';
import { agenciesCrumbs, agencyAt, agencyPath, ONE_PATH } from './paths.ts';

const own = {
  identifier: { vi: 'Mã định danh điện tử', en: 'Electronic identifier' },
  short: { vi: 'Chữ viết tắt', en: 'Abbreviation' },
  kind: { vi: 'Loại, cấp', en: 'Kind, level' },
  regime: { vi: 'Chế độ làm việc', en: 'Regime' },
  parent: { vi: 'Cơ quan cấp trên', en: 'Below' },
  place: { vi: 'Mã địa bàn', en: 'Place' },
  contact: { vi: 'Liên hệ', en: 'Contact' },
  ended: { vi: 'Cơ quan này đã kết thúc hoạt động sau ngày', en: 'This agency was abolished after' },
  reaches: { vi: 'Văn bản, hồ sơ gửi đến đây nay do', en: 'What is sent here now reaches' },
  choose: {
    vi: 'một trong các cơ quan sau, tùy lĩnh vực hoặc địa bàn',
    en: 'one of these, by field or place',
  },
  nobody: { vi: 'chưa có cơ quan nào nhận', en: 'nobody yet' },
  below: { vi: 'Cơ quan, đơn vị trực thuộc', en: 'Agencies below' },
  units: { vi: 'Đơn vị', en: 'Units' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  posts: { vi: 'Chức vụ và người giữ', en: 'Posts and their holders' },
  post: { vi: 'Chức vụ', en: 'Post' },
  holder: { vi: 'Người giữ', en: 'Holder' },
  vacant: { vi: 'Chưa có người giữ', en: 'Vacant' },
  since: { vi: 'Từ ngày', en: 'Since' },
  history: { vi: 'Lịch sử', en: 'History' },
  before: { vi: 'Trước đó', en: 'Before' },
  heirs: { vi: 'Cơ quan kế thừa', en: 'Successors' },
  field: { vi: 'Lĩnh vực', en: 'Field' },
  everything: { vi: 'Tất cả', en: 'All' },
  none: { vi: 'Chưa có', en: 'None' },
  basis: { vi: 'Căn cứ', en: 'By' },
} as const satisfies Readonly<Record<string, Text>>;

/** What an administrator can do here: last part of the path, and the words. */
const acts = [
  ['bo-nhiem', { vi: 'Bổ nhiệm, giao việc', en: 'Appoint' }],
  ['don-vi', { vi: 'Thêm đơn vị', en: 'Add a unit' }],
  ['chuc-vu', { vi: 'Thêm chức vụ', en: 'Add a post' }],
  ['doi-ten', { vi: 'Đổi tên', en: 'Rename' }],
  ['chuyen', { vi: 'Chuyển cấp trên', en: 'Move' }],
  ['giai-the', { vi: 'Giải thể, sáp nhập, chia', en: 'Abolish, merge, divide' }],
] as const satisfies readonly (readonly [string, Text])[];

async function gather(visit: Visit) {
  const { look } = visit;
  const agency = await agencyAt(visit);
  const successions = await listSuccessions(look, agency.id);
  return {
    agency,
    parent: agency.parent ? await findAgency(look, agency.parent) : null,
    below: await listAgencies(look, { parent: agency.id }),
    changes: await listChanges(look, agency.id),
    heirs: await Promise.all(
      successions.map(async (line) => ({ ...line, name: (await getAgency(look, line.successor)).name })),
    ),
    reached: await reachAgency(look, agency),
    units: await listUnits(look, agency.id),
    posts: await listPosts(look, agency.id),
    seats: await listSeats(look, agency.id),
    manages: await manages(look, agency.id),
  };
}
type Gathered = Awaited<ReturnType<typeof gather>>;

const Link = ({ agency, lang }: { readonly agency: Agency; readonly lang: Language }) => (
  <a class="govuk-link" href={agencyPath(agency.id)}>
    {agency.name[lang] || agency.name.vi}
  </a>
);

const Ended = ({
  last,
  reached,
  lang,
}: {
  readonly last: string;
  readonly reached: Reached;
  readonly lang: Language;
}) => (
  <InsetText>
    <p class="govuk-body">
      {own.ended[lang]} {formatDay(last, lang)}. {own.reaches[lang]}{' '}
      {reached.kind === 'one' ? (
        <Link agency={reached.agency} lang={lang} />
      ) : (
        (reached.kind === 'choose' ? own.choose : own.nobody)[lang]
      )}
      .
    </p>
    {reached.kind === 'choose' && (
      <ul class="govuk-list govuk-list--bullet">
        {reached.candidates.map((one) => (
          <li>
            <Link agency={one} lang={lang} />
          </li>
        ))}
      </ul>
    )}
  </InsetText>
);

function identifiersOf({ identifier }: Agency): string {
  const parts = parseIdentifier(identifier);
  const leaf = parts && leafFirst(parts);
  return leaf ? `${identifier} · ${leaf}` : identifier;
}

const rowsOf = ({ agency, parent }: Gathered, lang: Language) => [
  { key: own.identifier[lang], value: identifiersOf(agency) },
  { key: own.short[lang], value: agency.short },
  { key: own.kind[lang], value: `${kindName[agency.kind][lang]}, ${levelName[agency.level][lang]}` },
  { key: own.regime[lang], value: regimeName[agency.regime][lang] },
  parent && { key: own.parent[lang], value: <Link agency={parent} lang={lang} /> },
  agency.place && { key: own.place[lang], value: agency.place },
  {
    key: own.contact[lang],
    value: [agency.address, agency.phone, agency.email].filter(Boolean).join(' · ') || own.none[lang],
  },
];

type PostLine = { readonly post: Post; readonly seat: Seat | null };

/** Every post with each of its holders, and vacant ones. */
const linesOf = ({ posts, seats }: Gathered): PostLine[] => {
  const vacant = posts.filter(({ id }) => !seats.some(({ post }) => post.id === id));
  return [
    ...seats.map((seat): PostLine => ({ post: seat.post, seat })),
    ...vacant.map((post): PostLine => ({ post, seat: null })),
  ];
};

const Posts = ({ all, lang }: { readonly all: Gathered; readonly lang: Language }) => {
  const unitOf = (id: string | null): Unit | undefined => all.units.find((one) => one.id === id);
  return (
    <DataTable
      caption={own.posts[lang]}
      rows={linesOf(all)}
      columns={[
        {
          key: 'post',
          title: own.post[lang],
          names: true,
          cell: ({ post }) => (
            <>
              {post.title[lang] || post.title.vi}
              <br />
              <span class="govuk-hint govuk-!-margin-bottom-0">{rankName[post.rank][lang]}</span>
            </>
          ),
        },
        { key: 'unit', title: own.unit[lang], cell: ({ post }) => unitOf(post.unit)?.name[lang] },
        {
          key: 'holder',
          title: own.holder[lang],
          cell: ({ seat }) =>
            !seat ? (
              own.vacant[lang]
            ) : all.manages ? (
              <a
                class="govuk-link"
                href={`${agencyPath(all.agency.id)}/thoi-giu?${new URLSearchParams({ cv: seat.post.id, nguoi: seat.officer.person })}`}
              >
                {seat.officer.name}
              </a>
            ) : (
              seat.officer.name
            ),
        },
        {
          key: 'since',
          title: own.since[lang],
          cell: ({ seat }) =>
            seat && `${formatDay(seat.holding.from, lang)} · ${holdingName[seat.holding.kind][lang]}`,
        },
      ]}
      empty={<EmptyState title={own.none[lang]} level={3} />}
    />
  );
};

/** What was before a change, in words. */
function beforeOf(change: Change, { agency, changes }: Gathered, lang: Language): string | undefined {
  if (change.kind === 'renamed' && change.nameBefore)
    return `${own.before[lang]}: ${change.nameBefore[lang] || change.nameBefore.vi}`;
  return change.kind === 'established' ? nameOn(agency, changes, change.on)[lang] : undefined;
}

const History = ({ all, lang }: { readonly all: Gathered; readonly lang: Language }) => (
  <Timeline
    headingLevel={3}
    items={all.changes.toReversed().map((change) => ({
      title: changeName[change.kind][lang],
      at: { moment: change.on, text: formatDay(change.on, lang) },
      children: [beforeOf(change, all, lang), `${own.basis[lang]}: ${change.basis}`]
        .filter(Boolean)
        .join('. '),
    }))}
  />
);

const Heirs = ({ heirs, lang }: { readonly heirs: Gathered['heirs']; readonly lang: Language }) => (
  <DataTable
    caption={own.heirs[lang]}
    captionShown
    rows={heirs}
    columns={[
      {
        key: 'name',
        title: own.heirs[lang],
        names: true,
        cell: ({ name, successor }) => (
          <a class="govuk-link" href={agencyPath(successor)}>
            {name[lang] || name.vi}
          </a>
        ),
      },
      { key: 'field', title: own.field[lang], cell: ({ field }) => field ?? own.everything[lang] },
      { key: 'place', title: own.place[lang], cell: ({ place }) => place ?? own.everything[lang] },
      { key: 'since', title: own.since[lang], cell: ({ began }) => formatDay(began, lang) },
    ]}
  />
);

export const agencyPage = page({
  path: ONE_PATH,
  who: 'officer',
  example: null,
  gather,
  view: (all, visit) => {
    const { agency, reached, below, units, heirs } = all;
    const { lang } = visit;
    const over = agency.abolished !== null && agency.abolished < vietnamDay(visit.now);
    return {
      title: agency.name,
      wide: true,
      crumbs: agenciesCrumbs(),
      body: (
        <>
          <h1 class="govuk-heading-l">{agency.name[lang] || agency.name.vi}</h1>
          {over && <Ended last={agency.abolished!} reached={reached} lang={lang} />}
          <SummaryList rows={rowsOf(all, lang)} />
          {all.manages && agency.abolished === null && (
            <ButtonGroup>
              {acts.map(([name, words], i) => (
                <Button href={`${agencyPath(agency.id)}/${name}`} kind={i === 0 ? 'primary' : 'secondary'}>
                  {words[lang]}
                </Button>
              ))}
            </ButtonGroup>
          )}
          {heirs.length > 0 && <Heirs heirs={heirs} lang={lang} />}
          <h2 class="govuk-heading-m">{own.posts[lang]}</h2>
          <Posts all={all} lang={lang} />
          {units.length > 0 && (
            <>
              <h2 class="govuk-heading-m">{own.units[lang]}</h2>
              <ul class="govuk-list govuk-list--bullet">
                {units.map((unit) => (
                  <li>
                    {unit.name[lang] || unit.name.vi}{' '}
                    <span class="govuk-hint">{unitKindName[unit.kind][lang]}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
          {below.length > 0 && (
            <>
              <h2 class="govuk-heading-m">{own.below[lang]}</h2>
              <ul class="govuk-list govuk-list--bullet">
                {below.map((one) => (
                  <li>
                    <Link agency={one} lang={lang} />
                  </li>
                ))}
              </ul>
            </>
          )}
          <h2 class="govuk-heading-m">{own.history[lang]}</h2>
          <History all={all} lang={lang} />
        </>
      ),
    };
  },
});
