/** Form 07: the register of a one-stop unit for a span of days. Every channel is in the same book. */
import { sql } from 'kysely';
import { own, type Look } from '../../../ground/db/act.ts';
import { formatDay, vietnamDay, vietnamMoment } from '../../../ground/text/dates.ts';
import type { Agency } from '../../../world/agencies/index.ts';
import { stateName } from '../rules.ts';
import type { Dossier, DossierTables } from '../schema.ts';
import type { FormData } from './facts.ts';

/** What of a dossier stands in the register. */
export type Registered = Pick<
  Dossier,
  | 'code'
  | 'title'
  | 'state'
  | 'applicant_name'
  | 'contact'
  | 'channel'
  | 'return_way'
  | 'submitted_at'
  | 'due_at'
  | 'promised_at'
  | 'returned_at'
  | 'received_by'
  | 'supplements'
> & { readonly lead: string };

/** A span of days, both inside. */
export type Span = { readonly from: string; readonly to: string };

/** Longest register in one document: a month of a large unit. */
export const MOST_ENTRIES = 1000;

/** Dossiers that a one-stop unit received in a span of days, in the order in which they came; one more than fit in a document. */
export async function listRegistered(look: Look, oneStop: string, { from, to }: Span): Promise<Registered[]> {
  const [start, end] = [vietnamMoment(from), new Date(vietnamMoment(to).getTime() + 86_400_000)];
  return own<DossierTables>(look.tx)
    .selectFrom('dossiers.dossiers as d')
    .select([
      'd.code',
      'd.title',
      'd.state',
      'd.applicant_name',
      'd.contact',
      'd.channel',
      'd.return_way',
      'd.submitted_at',
      'd.due_at',
      'd.promised_at',
      'd.returned_at',
      'd.received_by',
      'd.supplements',
      'd.agency as lead',
    ])
    .where('d.tenant', '=', look.tenant)
    .where('d.born', 'in', [...new Set([Number(from.slice(0, 4)), Number(to.slice(0, 4))])])
    .where('d.one_stop', '=', oneStop)
    .where('d.submitted_at', '>=', start)
    .where('d.submitted_at', '<', end)
    .orderBy(sql`d.submitted_at`)
    .limit(MOST_ENTRIES + 1)
    .execute();
}

const intakes = { 1: 'Tại quầy', 2: 'Trực tuyến', 3: 'Bưu chính' } as const;
const deliveries = { online: 'Trực tuyến', counter: 'Tại quầy', post: 'Bưu chính' } as const;

type Unit = Pick<Agency, 'name'>;

/** The data of form 07. `leads` names the deciding agencies by id. */
export const registerData = (
  rows: readonly Registered[],
  { from, to }: Span,
  at: {
    readonly agency: Unit;
    readonly oneStop: Unit;
    readonly place: string;
    readonly leads: ReadonlyMap<string, string>;
  },
): FormData => ({
  agency: at.agency.name.vi,
  unit: at.oneStop.name.vi,
  place: at.place,
  date: to,
  from,
  to,
  entries: rows.map((row) => entryOf(row, at.leads)),
});

/** Letters outside of those that the letter type of official documents has for sure: Latin, Greek, Cyrillic, and the signs between words. */
const unprintable =
  /[^\u0020-\u007e\u00a0-\u024f\u0370-\u03ff\u0400-\u045f\u1e00-\u1eff\u2010-\u2015\u2018-\u201e\u2026\u20ab]/gu;

/** As it can be printed: one name in letters of another script must not keep the book of all others from being printed. */
const printable = (text: string): string => text.normalize('NFC').replaceAll(unprintable, '?');

const entryOf = (row: Registered, leads: ReadonlyMap<string, string>): FormData => {
  const note = [
    row.state !== 'returned' && stateName[row.state].vi.replace('Chờ bạn', 'Chờ'),
    row.supplements > 0 && `Bổ sung ${row.supplements} lần`,
    row.promised_at &&
      row.due_at &&
      vietnamDay(row.promised_at) !== vietnamDay(row.due_at) &&
      `hẹn đầu ${formatDay(vietnamDay(row.promised_at))}`,
  ].filter(Boolean);
  return {
    dossier: row.code,
    procedure: row.title,
    sets: 1,
    applicant: printable(
      [row.applicant_name, row.contact.address, row.contact.phone].filter(Boolean).join(', '),
    ),
    lead: leads.get(row.lead) ?? '',
    received: vietnamDay(row.submitted_at),
    ...(row.due_at && { due: vietnamDay(row.due_at) }),
    ...(row.returned_at && { returned: vietnamDay(row.returned_at) }),
    intake: intakes[row.channel],
    delivery: deliveries[row.return_way],
    ...(row.received_by && { signed: printable(row.received_by) }),
    ...(note.length > 0 && { note: note.join('; ') }),
  };
};
