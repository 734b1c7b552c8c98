import { own, type Look } from '../../ground/db/act.ts';
import { NotFound } from '../../ground/operate/errors.ts';
import { vietnamDay } from '../../ground/text/dates.ts';
import type { Code, LegalText, ListName } from './schema.ts';
import type { LawTables } from './tables.ts';

const lawOf = (look: Look) => own<LawTables>(look.tx);
const day = (look: Look): string => vietnamDay(look.now);

type TextRow = LawTables['law.texts'];
const textOf = (row: TextRow): LegalText => ({
  number: row.number,
  issuer: row.issuer,
  type: row.type,
  title: { vi: row.title, en: row.title_en },
  issued: row.issued,
  from: row.valid_from,
  to: row.valid_to,
  replacedBy: row.replaced_by,
});

type CodeRow = LawTables['law.codes'];
const codeOf = (row: CodeRow): Code => ({
  code: row.code,
  name: { vi: row.vi, en: row.en },
  abbreviation: row.abbreviation,
  from: row.valid_from,
  to: row.valid_to,
  basis: row.basis,
});

/** A legal text by its number (số, ký hiệu); of several issuers with one number, the one named. Null when unknown (A1). */
export async function findText(look: Look, number: string, issuer?: string): Promise<LegalText | null> {
  let query = lawOf(look).selectFrom('law.texts').selectAll().where('number', '=', number.normalize('NFC'));
  if (issuer !== undefined) query = query.where('issuer', '=', issuer);
  const rows = await query.limit(2).execute();
  return rows.length === 1 ? textOf(rows[0]!) : null;
}

/** The legal texts in force on a day (today by default), newest first (A1). */
export async function listTextsInForce(look: Look, onDay = day(look)): Promise<LegalText[]> {
  const rows = await lawOf(look)
    .selectFrom('law.texts')
    .selectAll()
    .where('valid_from', '<=', onDay)
    .where((one) => one.or([one('valid_to', 'is', null), one('valid_to', '>=', onDay)]))
    .orderBy('valid_from', 'desc')
    .orderBy('number')
    .execute();
  return rows.map(textOf);
}

/** The codes of a list in force on a day (today by default), in the order to show. */
export async function listCodes(look: Look, list: ListName, onDay = day(look)): Promise<Code[]> {
  const rows = await lawOf(look)
    .selectFrom('law.codes')
    .selectAll()
    .where('list', '=', list)
    .where('valid_from', '<=', onDay)
    .where((one) => one.or([one('valid_to', 'is', null), one('valid_to', '>=', onDay)]))
    .orderBy('place')
    .execute();
  return rows.map(codeOf);
}

/** What a code meant on a day (today by default); null when the list did not hold it then. */
export async function findCode(
  look: Look,
  list: ListName,
  code: string,
  onDay = day(look),
): Promise<Code | null> {
  const row = await lawOf(look)
    .selectFrom('law.codes')
    .selectAll()
    .where('list', '=', list)
    .where('code', '=', code)
    .where('valid_from', '<=', onDay)
    .where((one) => one.or([one('valid_to', 'is', null), one('valid_to', '>=', onDay)]))
    .executeTakeFirst();
  return row ? codeOf(row) : null;
}

/** As `findCode`, for codes that must be there. Throws NotFound. */
export async function getCode(look: Look, list: ListName, code: string, onDay = day(look)): Promise<Code> {
  const found = await findCode(look, list, code, onDay);
  if (found) return found;
  throw new NotFound({
    vi: `Danh mục không có mã ${code} vào ngày này.`,
    en: `The list does not hold the code ${code} on this day.`,
  });
}
