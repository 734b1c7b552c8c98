/** `/quan-tri/dong-bo`: each dossier as it is here, as the portal was told, as the portal has it; and what stands still. */
import {
  Button,
  DataTable,
  EmptyState,
  Input,
  Tag,
  WarningText,
  type TagColour,
} from '../../../ground/ui/index.ts';
import { formatTime } from '../../../ground/text/dates.ts';
import type { Language, Text } from '../../../ground/text/language.ts';
import { NotFound, Unavailable } from '../../../ground/operate/errors.ts';
import { isId } from '../../../ground/record/index.ts';
import { administrationCrumbs, type Door } from '../../../ground/web/administration.ts';
import { RowButton } from '../../../ground/web/form.tsx';
import { input, oneOf, text } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { hurry, tellPortal } from '../commands/tell.ts';
import type { NationalPortal } from '../gateway/port.ts';
import { SYNC } from '../paths.ts';
import { differences, meaningOf, type Difference, type Meaning } from '../portal/compare.ts';
import { hoSoOf } from '../portal/fields.ts';
import { momentOf } from '../portal/stamp.ts';
import { findLastTold, listLines, listTroubled, listUntaken } from '../queries.ts';
import { mayExchange } from '../policy.ts';
import type { ItemSource, Line } from '../schema.ts';

const words = {
  title: { vi: 'Đồng bộ với Cổng Dịch vụ công quốc gia', en: 'In step with the national portal' },
  hint: {
    vi: 'Hồ sơ ở ta, điều đã gửi, và điều Cổng quốc gia đang có',
    en: 'Ours, what was told, and what the portal has',
  },
  notConnected: {
    vi: 'Chưa kết nối Cổng Dịch vụ công quốc gia.',
    en: 'The national portal is not connected.',
  },
  away: { vi: 'Cổng quốc gia hiện không trả lời.', en: 'The portal does not answer now.' },
  dossier: { vi: 'Mã hồ sơ', en: 'Code' },
  show: { vi: 'Xem', en: 'Show' },
  latest: { vi: 'Hồ sơ thay đổi gần đây', en: 'Dossiers changed lately' },
  none: { vi: 'Chưa gửi hồ sơ nào.', en: 'Nothing was sent yet.' },
  standing: { vi: 'So ba phía', en: 'All three sides' },
  field: { vi: 'Khác ở đâu (ta · đã gửi · Cổng)', en: 'Where they differ (ours · told · portal)' },
  doing: { vi: 'Việc làm được', en: 'What can be done' },
  replay: { vi: 'Gửi lại', en: 'Send again' },
  unknown: { vi: 'Không có hồ sơ này.', en: 'There is no such dossier.' },
  sent: { vi: 'Đã đưa vào hàng gửi.', en: 'It is on its way.' },
  troubled: { vi: 'Phong bì chưa tới nơi', en: 'Envelopes that have not arrived' },
  noTrouble: { vi: 'Không có.', en: 'None.' },
  service: { vi: 'Bản tin', en: 'Message' },
  state: { vi: 'Tình trạng', en: 'State' },
  tries: { vi: 'Số lần gửi', en: 'Tries' },
  since: { vi: 'Từ', en: 'Since' },
  problem: { vi: 'Cổng trả lời', en: 'The portal says' },
  refused: { vi: 'Đã từ chối, đã báo lại Cổng', en: 'Refused, and the portal was told' },
  waits: { vi: 'Đang chờ tải tệp', en: 'Waits for its files' },
  fetched: { vi: 'Số lần tải tệp', en: 'Times its files were fetched' },
  why: { vi: 'Vì sao', en: 'Why' },
  untaken: { vi: 'Hồ sơ từ Cổng chưa nhận được', en: 'Dossiers from the portal not taken in' },
} satisfies Record<string, Text>;

const meanings: Readonly<Record<Meaning | 'away', Text & { readonly colour: TagColour }>> = {
  agree: { vi: 'Khớp', en: 'Agree', colour: 'green' },
  'not-told': { vi: 'Chưa gửi xong', en: 'Not told yet', colour: 'yellow' },
  'not-there': { vi: 'Cổng không có', en: 'Not at the portal', colour: 'red' },
  'changed-there': { vi: 'Cổng ghi khác', en: 'Different at the portal', colour: 'red' },
  away: { vi: 'Không hỏi được', en: 'Could not be asked', colour: 'grey' },
};
const states: Readonly<Record<'sent' | 'failed', Text>> = {
  sent: { vi: 'Chưa có trả lời', en: 'No answer yet' },
  failed: { vi: 'Cổng từ chối', en: 'Refused' },
};
const fields: Readonly<Record<Difference['field'], Text>> = {
  TrangThaiHoSo: { vi: 'Trạng thái', en: 'Status' },
  NgayTiepNhan: { vi: 'Ngày tiếp nhận', en: 'Accepted' },
  NgayHenTra: { vi: 'Ngày hẹn trả', en: 'Due' },
  NgayKetThucXuLy: { vi: 'Ngày xử lý xong', en: 'Finished' },
  NgayTra: { vi: 'Ngày trả', en: 'Returned' },
};

/** The entry on the first page of administration. */
export const syncDoor: Door = { path: SYNC, name: words.title, hint: words.hint, may: mayExchange };

type Parts = { readonly portal: NationalPortal | null; readonly source: ItemSource };
type Compared = {
  readonly line: Line;
  readonly meaning: Meaning | 'away';
  readonly found: readonly Difference[];
};

/** So many dossiers are compared at once: each is a question to the portal. */
const AT_ONCE = 10;

async function compare({ portal, source }: Parts, { look }: Visit, line: Line): Promise<Compared | null> {
  const facts = await source.facts(look, line.item);
  if (!facts || !portal) return null;
  const last = await findLastTold(look, 'national-portal', line.item, 'DongBoHoSoMC');
  const told = (last?.body['data'] as readonly Readonly<Record<string, unknown>>[] | undefined)?.[0] ?? null;
  try {
    const theirs = await portal.find(look, line.code, line.item);
    const found = differences(hoSoOf(facts), told, theirs);
    return { line, found, meaning: meaningOf(found, told, theirs) };
  } catch (error) {
    if (error instanceof Unavailable) return { line, found: [], meaning: 'away' };
    throw error;
  }
}

export const syncPage = (parts: Parts) =>
  page({
    path: SYNC,
    who: mayExchange,
    example: SYNC,
    input: input({
      act: oneOf(['replay'], { vi: 'việc', en: 'what to do' }),
      item: text({ label: words.dossier, max: 36 }),
    }),
    gather: async (visit) => {
      const { look, query } = visit;
      const lines = await listLines(look, 'national-portal', query['ma'] ?? '', AT_ONCE);
      const [compared, troubled, untaken] = await Promise.all([
        Promise.all(lines.map((line) => compare(parts, visit, line))),
        listTroubled(look, 'national-portal'),
        listUntaken(look),
      ]);
      return { compared: compared.filter((one) => one !== null), troubled, untaken };
    },
    view: ({ compared, troubled, untaken }, visit) => {
      const { lang, query } = visit;
      return {
        title: words.title,
        crumbs: administrationCrumbs(),
        wide: true,
        body: (
          <>
            <h1 class="govuk-heading-l">{words.title[lang]}</h1>
            {!parts.portal && <WarningText>{words.notConnected[lang]}</WarningText>}
            {compared.some(({ meaning }) => meaning === 'away') && (
              <WarningText>{words.away[lang]}</WarningText>
            )}
            <form method="get">
              <Input id="ma" name="ma" label={words.dossier[lang]} value={query['ma'] ?? ''} width={20} />
              <Button kind="secondary">{words.show[lang]}</Button>
            </form>
            <ComparedTable rows={compared} visit={visit} />
            <DataTable
              caption={words.troubled[lang]}
              captionShown
              dense
              lang={lang}
              rows={troubled}
              empty={<EmptyState title={words.troubled[lang]}>{words.noTrouble[lang]}</EmptyState>}
              columns={[
                { key: 'code', title: words.dossier[lang], names: true, cell: ({ code }) => code },
                { key: 'service', title: words.service[lang], cell: ({ service }) => service },
                {
                  key: 'state',
                  title: words.state[lang],
                  cell: ({ state }) => (state === 'failed' ? states.failed : states.sent)[lang],
                },
                { key: 'tries', title: words.tries[lang], numeric: true, cell: ({ tries }) => String(tries) },
                { key: 'since', title: words.since[lang], cell: (one) => formatTime(one.created_at, lang) },
                { key: 'problem', title: words.problem[lang], cell: ({ problem }) => problem ?? '' },
                {
                  key: 'act',
                  title: words.doing[lang],
                  cell: (line) => <Replay line={line} visit={visit} />,
                },
              ]}
            />
            <DataTable
              caption={words.untaken[lang]}
              captionShown
              dense
              lang={lang}
              rows={untaken}
              empty={<EmptyState title={words.untaken[lang]}>{words.noTrouble[lang]}</EmptyState>}
              columns={[
                { key: 'code', title: words.dossier[lang], names: true, cell: ({ code }) => code },
                {
                  key: 'state',
                  title: words.state[lang],
                  cell: ({ state }) => (state === 'refused' ? words.refused : words.waits)[lang],
                },
                { key: 'since', title: words.since[lang], cell: (one) => formatTime(one.received_at, lang) },
                {
                  key: 'tries',
                  title: words.fetched[lang],
                  numeric: true,
                  cell: ({ tries }) => String(tries),
                },
                { key: 'problem', title: words.why[lang], cell: ({ problem }) => problem ?? '' },
              ]}
            />
          </>
        ),
      };
    },
    act: async (act, { item }) => {
      if (!isId(item) || !(await parts.source.facts(act, item))) throw new NotFound(words.unknown);
      await hurry(act, item);
      await tellPortal(act, parts.source, item, `replay ${act.requestId}`, true);
      return { to: SYNC, say: words.sent };
    },
  });

const ComparedTable = ({ rows, visit }: { readonly rows: readonly Compared[]; readonly visit: Visit }) => (
  <DataTable
    caption={words.latest[visit.lang]}
    captionShown
    dense
    lang={visit.lang}
    rows={rows}
    empty={<EmptyState title={words.latest[visit.lang]}>{words.none[visit.lang]}</EmptyState>}
    columns={[
      { key: 'code', title: words.dossier[visit.lang], names: true, cell: ({ line }) => line.code },
      {
        key: 'standing',
        title: words.standing[visit.lang],
        cell: ({ meaning }) => <Tag colour={meanings[meaning].colour}>{meanings[meaning][visit.lang]}</Tag>,
      },
      {
        key: 'field',
        title: words.field[visit.lang],
        cell: ({ found }) => (
          <ul class="govuk-list">
            {found.map(({ field, ours, told, theirs }) => (
              <li>
                {fields[field][visit.lang]}:{' '}
                {[ours, told, theirs].map((one) => valueOf(one, visit.lang)).join(' · ')}
              </li>
            ))}
          </ul>
        ),
      },
      {
        key: 'act',
        title: words.doing[visit.lang],
        cell: ({ line, meaning }) => meaning !== 'agree' && <Replay line={line} visit={visit} />,
      },
    ]}
  />
);

/** A time as people read it; a dash where that side has nothing. */
function valueOf(value: string | null, lang: Language): string {
  if (!value) return '—';
  const moment = momentOf(value);
  return moment ? formatTime(moment, lang) : value;
}

const Replay = ({ line, visit }: { readonly line: Pick<Line, 'item' | 'code'>; readonly visit: Visit }) => (
  <RowButton
    visit={visit}
    fields={{ act: 'replay', item: line.item }}
    of={line.code}
    text={words.replay[visit.lang]}
  />
);
