/** The books as files for a spreadsheet: the money of a day with its receipts and what the platform says; what was waived in a month. */
import { vietnamClock, vietnamDay } from '../../../ground/text/dates.ts';
import type { Language } from '../../../ground/text/language.ts';
import { csvOf } from '../../../ground/text/csv.ts';
import type { Answer } from '../../../ground/web/page.ts';
import type { PaymentPlatform } from '../gateway/port.ts';
import { DAY_FILE, WAIVED_FILE } from '../paths.ts';
import { booksOf, mayReconcile } from '../policy.ts';
import type { Taken } from '../queries.ts';
import { fateName, sourceName } from '../words.ts';
import { dayOf, listWaivedIn, openLedgers, type Compared, type Ledgers } from './ledgers.ts';
import { kinds, words } from './reconcile-words.ts';

const file = (name: string, body: string): Response =>
  new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
      'cache-control': 'private, no-store',
    },
  });

const momentOf = (at: Date): string => `${vietnamDay(at)} ${vietnamClock(at)}`;

type Row = readonly (string | number | null)[];

/** What comes of a line: how the ledgers differ, else what the money did. Without the platform's word nothing is said to agree with it. */
function verdictOf(line: Taken, compared: Ledgers['compared'], lang: Language): string {
  const did = line.fate === 'charge' ? '' : fateName[line.fate][lang];
  if (line.source !== 'platform') return did;
  if ('vi' in compared) return [did, compared[lang]].filter(Boolean).join('. ');
  const differs = compared.differences.find(({ ref }) => ref === line.ref);
  return [did, differs ? kinds[differs.kind][lang] : words.agree[lang]].filter(Boolean).join('. ');
}

function theirsOf(line: Taken, compared: Ledgers['compared']): number | null {
  if (line.source !== 'platform' || 'vi' in compared) return null;
  const differs = compared.differences.find(({ ref }) => ref === line.ref);
  return differs ? differs.theirs : line.amount;
}

/** Money that only the platform knows of, at the end: it must not be missing because it is not ours yet. */
const onlyTheirs = ({ differences }: Compared, lang: Language): Row[] =>
  differences
    .filter(({ kind }) => kind === 'theirs')
    .map(({ ref, code, theirs }) => [
      null,
      sourceName.platform[lang],
      ref,
      code,
      null,
      null,
      null,
      theirs,
      kinds.theirs[lang],
    ]);

const dayFile = (platform: PaymentPlatform | null): Answer => ({
  path: DAY_FILE,
  who: mayReconcile,
  example: DAY_FILE,
  respond: async (visit) => {
    const { lang } = visit;
    const day = dayOf(visit);
    const { lines, compared } = await openLedgers(platform, visit, day);
    const heading = [
      'at',
      'way',
      'ref',
      'dossier',
      'ours',
      'receipt',
      'receipted',
      'theirs',
      'verdict',
    ] as const;
    const rows = lines.map((line): Row => [
      momentOf(line.at),
      sourceName[line.source][lang],
      line.ref ?? line.outside_id,
      line.code,
      line.amount,
      line.number && `${line.symbol} ${line.number}`,
      line.receipted,
      theirsOf(line, compared),
      verdictOf(line, compared, lang),
    ]);
    return file(
      `doi-soat-${day}`,
      csvOf(
        heading.map((name) => words[name][lang]),
        [...rows, ...('vi' in compared ? [] : onlyTheirs(compared, lang))],
      ),
    );
  },
});

const waivedFile: Answer = {
  path: WAIVED_FILE,
  who: mayReconcile,
  example: WAIVED_FILE,
  respond: async (visit) => {
    const { lang, look, by } = visit;
    const day = dayOf(visit);
    const waived = await listWaivedIn(look, booksOf(by), day);
    const heading = ['at', 'dossier', 'forWhat', 'amount', 'why', 'waivedBy'] as const;
    return file(
      `mien-thu-${day.slice(0, 7)}`,
      csvOf(
        heading.map((name) => words[name][lang]),
        waived.map(({ waived_at: at, code, title, amount, ended_why: why, waived_by_name: who }) => [
          at && momentOf(at),
          code,
          title,
          amount,
          why,
          who,
        ]),
      ),
    );
  },
};

/** The downloads of the page of reconciliation. */
export const bookAnswers = (platform: PaymentPlatform | null): readonly Answer[] => [
  dayFile(platform),
  waivedFile,
];
