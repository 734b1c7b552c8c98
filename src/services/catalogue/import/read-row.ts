/** One row of the national catalogue as a `NationalContent` with the doubts about it. Pure: no row is refused for what it lacks. */
import { createHash } from 'node:crypto';
import type { Text } from '../../../ground/text/language.ts';
import { isResultCode } from '../rules/paper-kinds.ts';
import type { Decision, NationalContent, Result } from '../schema.ts';
import { audienceOf, levelsOf } from './classes.ts';
import { groupsOf } from './components.ts';
import { collectDoubts, type Doubt, type Note } from './doubt.ts';
import { isNothing, isObject, objectsOf, textOf, textsOf, type Raw } from './lenient.ts';
import { methodsOf } from './methods.ts';

/** National code of a procedure (mã TTHC), also as re-issued by an agency: `1.010708.000.00.00.H56` (Decision 1299/QĐ-TTg; STANDARDS 3.1). */
const codeForm = /^\d\.\d{6}(\.\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2})?(\.\d{2})?$/;
const lawNumber = /\b\d{1,4}\/(?:\d{4}\/)?[A-ZĐ][A-ZĐ0-9-]+(?:-[A-ZĐ]+)*/u;
const decisionNumber = /^\d{1,5}\/Q[ĐD]-[A-ZĐ]+$/u;
const district = /(cấp huyện|uỷ ban nhân dân (quận|huyện)|ủy ban nhân dân (quận|huyện)|ubnd (quận|huyện))/iu;

/** What a line came to: content and doubts, or why it cannot be taken in. */
export type ReadRow =
  | { readonly national: NationalContent; readonly doubts: readonly Doubt[]; readonly hash: string }
  | { readonly rejected: Text };

const resultsOf = (raw: Raw, note: Note): readonly Result[] => {
  const results = objectsOf(raw['results'], 'results', note).flatMap((one, i): Result[] => {
    const field = `results[${i}]`;
    const name = textOf(one['name'], `${field}.name`, note);
    const code = textOf(one['code'], `${field}.code`, note);
    const good = code !== null && isResultCode(code);
    if (code !== null && !good) note(`${field}.code`, 'bad-code', code);
    if (name === null) note(`${field}.name`, 'missing');
    return name === null && !good
      ? []
      : [{ code: good ? code : null, name: name ?? '', template: null, paper: true }];
  });
  if (results.length === 0) note('results', 'missing');
  return results;
};

/** Number and title; a number that is glued to the title is found in it. */
const legalBasisOf = (raw: Raw, note: Note): NationalContent['legalBasis'] => {
  const basis = objectsOf(raw['legal_basis'], 'legalBasis', note).flatMap((one, i) => {
    const title = textOf(one['title'], `legalBasis[${i}].title`, note);
    const number =
      textOf(one['number'], `legalBasis[${i}].number`, note) ?? lawNumber.exec(title ?? '')?.[0] ?? null;
    if (number === null && title === null) return [];
    if (number === null) note(`legalBasis[${i}].number`, 'missing', title);
    return [{ number, title }];
  });
  if (basis.length === 0) note('legalBasis', 'missing');
  return basis;
};

const decisionOf = (raw: Raw, publisher: string, note: Note): Decision => {
  const number = textOf(raw['decision_number'], 'decision.number', note);
  if (number === null) note('decision.number', 'missing');
  else if (!decisionNumber.test(number)) note('decision.number', 'bad-code', number);
  return { number: number ?? '', date: null, signer: null, agency: publisher || null };
};

/** Letters of the longest line; the longest name of the nation has 1,107. */
const LONGEST_NAME = 2000;

/** A text of one line; noted when it is missing, and cut when nobody could read it in a list. */
const needed = (raw: Raw, name: string, field: string, note: Note): string => {
  const words = textOf(raw[name], field, note)?.replaceAll(/\s+/g, ' ') ?? '';
  if (words === '') note(field, 'missing');
  if (words.length <= LONGEST_NAME) return words;
  note(field, 'paragraph', words);
  return `${words.slice(0, LONGEST_NAME).toWellFormed()} …`;
};

const agencyText = (raw: Raw, name: string, field: string, note: Note): string | null => {
  const words = textOf(raw[name], field, note);
  if (words !== null && district.test(words)) note(field, 'abolished', words);
  return words;
};

/** Ministry and field (`MX1X2-LV` of Circular 01/2018/TT-VPCP), as `G15-TP07`. */
const domainForm = /^[A-Z]\d{2}-\p{Lu}{2}\d{1,3}$/u;

/** The code of the domain, where one is given; the portal is told none that it cannot know. */
function domainCodeOf(raw: Raw, note: Note): Pick<NationalContent, 'domainCode'> {
  const code = textOf(raw['domain_code'], 'domainCode', note)?.normalize('NFC').toLocaleUpperCase('vi');
  if (!code) return {};
  if (domainForm.test(code)) return { domainCode: code };
  note('domainCode', 'bad-code', code);
  return {};
}

/** Reads one row. Only a row that cannot be told apart from others, for want of a code, is refused. */
export function readRow(raw: unknown): ReadRow {
  if (!isObject(raw))
    return { rejected: { vi: 'dòng không phải là một đối tượng JSON', en: 'the line is not a JSON object' } };
  const { doubts, note } = collectDoubts();
  const code = textOf(raw['code'], 'code', () => {});
  if (code === null) return { rejected: { vi: 'không có mã thủ tục (code)', en: 'there is no code' } };
  if (!codeForm.test(code)) {
    return {
      rejected: {
        vi: `mã thủ tục «${code.slice(0, 60)}» không đúng dạng`,
        en: `the code «${code.slice(0, 60)}» is malformed`,
      },
    };
  }
  const publisher = needed(raw, 'publishing_agency', 'publisher', note);
  const implementing = textsOf(raw['implementing_agencies'], 'implementing', note);
  const competent = agencyText(raw, 'competent_authority', 'competent', note);
  if (implementing.length === 0 && competent === null) note('implementing', 'missing');
  if (implementing.some((one) => district.test(one)))
    note('implementing', 'abolished', implementing.join('; '));
  const levels = levelsOf(raw['levels'], note);
  if (levels.length === 0) note('levels', 'missing');
  const audience = audienceOf(raw['audience'], note);
  if (audience.length === 0) note('audience', 'missing');
  if (isNothing(raw['steps'])) note('steps', 'missing');
  const national: NationalContent = {
    code,
    name: needed(raw, 'name', 'name', note) || `Thủ tục ${code}`,
    domain: needed(raw, 'domain', 'domain', note),
    ...domainCodeOf(raw, note),
    levels,
    audience,
    competent,
    implementing,
    supporting: agencyText(raw, 'coordinating_agency', 'supporting', note),
    receiving: agencyText(raw, 'reception_address', 'receiving', note),
    publisher,
    steps: textOf(raw['steps'], 'steps', note) ?? '',
    methods: methodsOf(raw, note),
    groups: groupsOf(raw, note),
    conditions: textOf(raw['conditions'], 'conditions', note) ?? '',
    results: resultsOf(raw, note),
    legalBasis: legalBasisOf(raw, note),
    decision: decisionOf(raw, publisher, note),
    keywords: textsOf(raw['keywords'], 'keywords', note),
  };
  return { national, doubts, hash: contentHash(national) };
}

/** A procedure has lists of objects of lists; what is nested deeper is no procedure, and would exhaust whoever walks it. */
const DEEPEST = 20;

const isDeeperThan = (value: unknown, most: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (most === 0 || Object.values(value).some((one) => isDeeperThan(one, most - 1)));

/** Reads one line of JSON Lines. */
export function readLine(line: string): ReadRow {
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch {
    return { rejected: { vi: 'dòng không phải là JSON', en: 'the line is not JSON' } };
  }
  if (isDeeperThan(raw, DEEPEST))
    return {
      rejected: { vi: 'nội dung lồng nhau quá nhiều tầng', en: 'the content is nested too deeply' },
    };
  return readRow(raw);
}

/** Hash of the national layer, by which an import sees whether anything changed. */
export const contentHash = (national: NationalContent): string =>
  createHash('sha256').update(JSON.stringify(national)).digest('hex');
