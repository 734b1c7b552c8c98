import { own, type Act } from '../../ground/db/act.ts';
import { insert, update } from '../../ground/db/writes.ts';
import { Conflict, Invalid, NotFound } from '../../ground/operate/errors.ts';
import { openItem, step } from '../../ground/record/index.ts';
import { bringInLine, type Brought } from './bring.ts';
import { dayBefore, isInForce, periodProblems, textProblems } from './rules.ts';
import type { Code, CodeList, LegalText, ListName } from './schema.ts';
import type { LawTables } from './tables.ts';

const textRow = (text: LegalText): LawTables['law.texts'] => ({
  number: text.number.normalize('NFC'),
  issuer: text.issuer.normalize('NFC'),
  type: text.type,
  title: text.title.vi,
  title_en: text.title.en,
  issued: text.issued,
  valid_from: text.from,
  valid_to: text.to,
  replaced_by: text.replacedBy,
});

const codeRow = (list: string, code: Code, place: number): LawTables['law.codes'] => ({
  list,
  code: code.code,
  valid_from: code.from,
  valid_to: code.to,
  vi: code.name.vi.normalize('NFC'),
  en: code.name.en,
  abbreviation: code.abbreviation,
  basis: code.basis,
  place,
});

/** What an import of legal texts and code lists did. */
export type LawImported = { readonly texts: Brought; readonly lists: Brought; readonly codes: Brought };

/** Imports legal texts and code lists (nhập văn bản và danh mục). Repeating it changes nothing. */
export async function importLaw(
  act: Act,
  texts: readonly LegalText[],
  lists: readonly CodeList[],
): Promise<LawImported> {
  const law = own<LawTables>(act.tx);
  const heldTexts = await law.selectFrom('law.texts').selectAll().execute();
  const heldLists = await law.selectFrom('law.lists').selectAll().execute();
  const heldCodes = await law.selectFrom('law.codes').selectAll().execute();
  const heads = lists.map(({ list, name, basis }) => ({ list, ...name, basis }));
  const codes = lists.flatMap(({ list, codes }) => codes.map((code, i) => codeRow(list, code, i + 1)));
  const { writes } = act;
  const imported: LawImported = {
    texts: bringInLine(writes, 'law.texts', ['number', 'issuer'], heldTexts, texts.map(textRow)),
    lists: bringInLine(writes, 'law.lists', ['list'], heldLists, heads),
    codes: bringInLine(writes, 'law.codes', ['list', 'code', 'valid_from'], heldCodes, codes),
  };
  const news = Object.values(imported).reduce((sum, { added, changed }) => sum + added + changed, 0);
  if (news > 0) step(act, openItem(act, 'import'), { act: 'law.import', visible: 'inside', after: imported });
  return imported;
}

/** Enters one legal text in the register (A1). Throws Invalid, or Conflict when number and issuer are taken. */
export async function registerText(act: Act, text: LegalText): Promise<void> {
  const problems = textProblems(text);
  if (problems.length > 0) throw new Invalid(problems);
  insert(act.writes, 'law.texts', textRow(text));
  step(act, openItem(act, 'legal-text'), { act: 'law.register-text', visible: 'public', after: text });
}

/** Ends a legal text (hết hiệu lực) on its last day in force, naming what replaces it. */
export async function endText(
  act: Act,
  input: {
    readonly number: string;
    readonly issuer: string;
    readonly to: string;
    readonly replacedBy: string | null;
  },
): Promise<void> {
  const { number, issuer, to, replacedBy } = input;
  const found = await own<LawTables>(act.tx)
    .selectFrom('law.texts')
    .select(['valid_from', 'valid_to'])
    .where('number', '=', number)
    .where('issuer', '=', issuer)
    .forUpdate()
    .executeTakeFirst();
  if (!found) throw new NotFound({ vi: 'Không có văn bản này.', en: 'There is no such legal text.' });
  const problems = periodProblems({ from: found.valid_from, to });
  if (problems.length > 0) throw new Invalid(problems);
  update(act.writes, 'law.texts', { number, issuer }, { valid_to: to, replaced_by: replacedBy });
  const before = { to: found.valid_to };
  step(act, openItem(act, 'legal-text'), { act: 'law.end-text', visible: 'public', before, after: input });
}

/**
 * Puts a new version of a code in force from a day (sửa đổi danh mục); the version before it ends the day before.
 * Throws Invalid for a bad period and Conflict when a later version exists.
 */
export async function putCode(act: Act, list: ListName, code: Code): Promise<void> {
  const problems = periodProblems(code);
  if (problems.length > 0) throw new Invalid(problems);
  const law = own<LawTables>(act.tx);
  const held = await law
    .selectFrom('law.codes')
    .selectAll()
    .where('list', '=', list)
    .orderBy('place')
    .forUpdate()
    .execute();
  const versions = held.filter((row) => row.code === code.code);
  if (versions.some((row) => row.valid_from >= code.from)) {
    throw new Conflict({
      vi: 'Danh mục đã có giá trị của mã này từ ngày đó hoặc muộn hơn.',
      en: 'The list already holds a value of this code from that day or later.',
    });
  }
  const earlier = versions.find((row) => isInForce({ from: row.valid_from, to: row.valid_to }, code.from));
  if (earlier) {
    const key = { list, code: code.code, valid_from: earlier.valid_from };
    update(act.writes, 'law.codes', key, { valid_to: dayBefore(code.from) });
  }
  const place = versions[0]?.place ?? (held.at(-1)?.place ?? 0) + 1;
  insert(act.writes, 'law.codes', codeRow(list, code, place));
  const before = earlier ? { vi: earlier.vi, en: earlier.en, from: earlier.valid_from } : null;
  step(act, openItem(act, 'code'), {
    act: 'law.put-code',
    visible: 'public',
    before,
    after: { list, ...code },
  });
}
