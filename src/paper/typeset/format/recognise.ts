/** Which line of a document is which component (Decree 30/2020, annex I, part I, IV), and the paper that they make. */
import { fold } from '../../../ground/text/fold.ts';
import { findDocumentType } from '../document-types.ts';
import { blocksOf } from './paragraphs.ts';
import type { Paper } from './paper.ts';
import type { Line, Sheet } from './sheet.ts';

/** The components of a document by their lines; an empty list: not found. */
export type Parts = Readonly<Record<PartName, readonly Line[]>>;
export type PartName =
  | 'country'
  | 'motto'
  | 'superior'
  | 'agency'
  | 'number'
  | 'placeAndDate'
  | 'type'
  | 'abstract'
  | 'addressees'
  | 'bases'
  | 'body'
  | 'authority'
  | 'name'
  | 'recipientsWord'
  | 'recipients';

export type Recognised = { readonly paper: Paper; readonly parts: Parts };

const isCountry = ({ text }: Line): boolean => /cong hoa xa hoi/.test(fold(text));
const isMotto = ({ text }: Line): boolean => /doc lap.*hanh phuc/.test(fold(text));
const isDate = ({ text }: Line): boolean => /ngay.*thang.*nam/.test(fold(text));
const isNumber = ({ text }: Line): boolean => /^so\b.*[:/]/.test(fold(text));
/** Stamps of urgency and circulation, in boxes below the number. */
export const isStamp = (line: Line): boolean =>
  isCapital(line) && /(?:hoa toc|khan|tra lai|luu hanh|noi bo)$/.test(fold(line.text));
const isCapital = ({ text }: Line): boolean => /\p{Lu}/u.test(text) && text === text.toLocaleUpperCase('vi');

/** Dots and rules that stand for words to come. */
const open = (text: string): string =>
  text
    .replaceAll(/[.…_]{2,}|…/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();

const joined = (lines: readonly Line[]): string | undefined =>
  lines.length === 0 ? undefined : lines.map(({ text }) => text.trim()).join(' ');

/** The head: what stands beside and below the motto on the first page. */
function headOf(lines: readonly Line[]) {
  const left = lines.filter(({ column }) => column === 'left');
  const right = lines.filter(({ column }) => column === 'right');
  const number = left.find(isNumber);
  const above = number
    ? left.slice(0, left.indexOf(number))
    : left.filter((line) => !fold(line.text).startsWith('v/v'));
  const names = above.filter((line) => /\p{L}/u.test(line.text));
  // The name in bold letters is the issuing agency; where nothing is bold, the last line is taken for it.
  const bold = names.filter((line) => line.bold);
  const agency = bold.length > 0 ? bold : names.slice(-1);
  return {
    stamps: left.filter(isStamp),
    country: right.filter(isCountry).slice(0, 1),
    motto: right.filter(isMotto).slice(0, 1),
    superior: names.filter((line) => !agency.includes(line)),
    agency,
    number: number ? [number] : [],
    under: number ? left.slice(left.indexOf(number) + 1).filter((line) => !isStamp(line)) : [],
    placeAndDate: right.filter((line) => isDate(line) && !isCountry(line)).slice(0, 1),
  };
}

/** How posts and authorities begin, and no name of a person does. */
const POST =
  /^(?:[A-ZĐ]{1,3}\.|Q\.|QUYỀN|CHỦ|PHÓ|GIÁM ĐỐC|TỔNG|TRƯỞNG|CHÁNH|CỤC|VỤ|CHI CỤC|BỘ TRƯỞNG|THỨ TRƯỞNG|BÍ THƯ|[UỦ][YỶ] |HỘI ĐỒNG|THỦ|HIỆU|VIỆN|THẨM PHÁN|KẾ TOÁN|NGƯỜI)/u;
const isPost = ({ text }: Line): boolean => POST.test(text.normalize('NFC').trim());

/** The foot: recipients at the left, who signs at the right. */
function footOf(lines: readonly Line[], from: number) {
  const foot = lines.slice(from);
  const left = foot.filter(({ column }) => column === 'left');
  const right = foot.filter(({ column }) => column === 'right');
  const recipients: Line[] = [];
  for (const line of left.slice(1)) {
    recipients.push(line);
    if (/^\W*luu\s*:/.test(fold(line.text))) break;
  }
  const signs = right.filter(({ text }) => /\p{L}{2}/u.test(text));
  const authority = signs.filter(isCapital);
  const name = signs.filter(
    (line) => !isCapital(line) && /^\p{Lu}/u.test(line.text.trim()) && !/[:()]/u.test(line.text),
  );
  const last = signs.at(-1);
  // A name in capitals is still the name, where it stands below a post and is none.
  const shouted = name.length === 0 && authority.length > 1 && last !== undefined && !isPost(last);
  return {
    recipientsWord: left.slice(0, 1),
    recipients,
    authority: shouted ? authority.filter((line) => line !== last) : authority,
    name: shouted ? [last] : name.slice(-1),
  };
}

/** Recipients begin with a dash; a line without one goes on with the one before. */
function listed(lines: readonly Line[]): readonly string[] {
  const items: string[] = [];
  for (const { text } of lines) {
    if (/^\s*[-–+•]/u.test(text) || items.length === 0) items.push(text.trim().replace(/^[-–+•]\s*/u, ''));
    else items.push(`${items.pop() ?? ''} ${text.trim()}`);
  }
  return items;
}

/** Type and abstract: the centred lines between the head and the content. */
function titleOf(lines: readonly Line[], letter: boolean) {
  const isType = (line: Line): boolean => findDocumentType(line.text.trim()) !== null;
  const capital = lines.findIndex((line) => isCapital(line) && isType(line));
  // Written in small letters it is still the type: what is wrong with it is said later.
  const begin = capital >= 0 ? capital : lines.findIndex((line) => line.centred && isType(line));
  const first =
    begin >= 0
      ? begin
      : lines.findIndex((line) => isCapital(line) && line.centred && !fold(line.text).includes('kinh gui'));
  const addressed = lines.findIndex(({ text }) => fold(text).startsWith('kinh gui'));
  if (first < 0 || (letter && begin < 0) || (addressed >= 0 && addressed < first))
    return { type: [], abstract: [], end: 0 };
  let end = first + 1;
  while (end < lines.length && lines[end]!.centred && lines[end]!.bold !== false && !isCapital(lines[end]!))
    end++;
  return { type: [lines[first]!], abstract: lines.slice(first + 1, end), end };
}

/** Reads a document line by line. What is not where the decree puts it is not found: then it is missing. */
export function recognise({ lines: all }: Sheet): Recognised {
  const lines = all.filter(({ text }) => text.trim() !== '');
  const foot = lines.findIndex(({ text }) => /^noi nhan\b/.test(fold(text)));
  const main = foot < 0 ? lines : lines.slice(0, foot);
  const firstFull = main.findIndex(({ column }) => column === 'full');
  const { under, stamps, ...head } = headOf(main.slice(0, firstFull < 0 ? main.length : firstFull));
  const rest = main.slice(firstFull < 0 ? main.length : firstFull).filter(({ column }) => column === 'full');
  const letter = under.some(({ text }) => fold(text).startsWith('v/v'));
  const title = titleOf(rest.slice(0, 15), letter);
  const after = rest.slice(title.end);
  const { addressees, content } = addressed(after);
  const firstBasis = content.findIndex(isBasis);
  const basisEnd = lastBasis(content, firstBasis);
  const { recipientsWord, recipients, authority, name } = foot < 0 ? noFoot : footOf(lines, foot);
  const abstract = letter ? under : title.abstract;
  const parts: Parts = {
    ...head,
    type: title.type,
    abstract,
    addressees,
    bases: content.slice(basisEnd > 0 ? firstBasis : 0, basisEnd),
    body: content.slice(basisEnd),
    authority,
    name,
    recipientsWord,
    recipients,
  };
  return { parts, paper: { ...paperOf(parts), ...stampsOf(stamps) } };
}

const stampsOf = (stamps: readonly Line[]): Partial<Paper> => {
  const circulation = stamps.find(({ text }) => /noi bo|tra lai/.test(fold(text)))?.text.trim();
  const urgency = stamps.find(({ text }) => !/noi bo|tra lai/.test(fold(text)))?.text.trim();
  return { ...(urgency && { urgency }), ...(circulation && { circulation }) };
};

const noFoot = { recipientsWord: [], recipients: [], authority: [], name: [] };

const isBasis = ({ text, begins }: Line): boolean =>
  begins && /^(?:can cu|theo de nghi|xet de nghi)\b/.test(fold(text));

/** Where the legal bases end: behind the paragraph of the last of those that stand one below the other. */
function lastBasis(content: readonly Line[], begin: number): number {
  if (begin < 0 || begin > 4) return 0;
  let end = begin;
  while (end < content.length && (isBasis(content[end]!) || !content[end]!.begins)) end++;
  return end;
}

/** Whom a letter is for: what follows "Kính gửi:", as long as it is a list or the same line. */
function addressed(lines: readonly Line[]) {
  const at = lines.slice(0, 4).findIndex(({ text }) => fold(text).startsWith('kinh gui'));
  if (at < 0) return { addressees: [], content: lines };
  let end = at + 1;
  while (end < lines.length && /^\s*[-–]/u.test(lines[end]!.text)) end++;
  return { addressees: lines.slice(at, end), content: [...lines.slice(0, at), ...lines.slice(end)] };
}

/** The forms of authority, also written wrongly: those are what a drafter must be told of. */
const FORM = /^(?:T\/?M|K\/?T|T\/?L|T\/?U\/?Q|Q)(?!\p{L})/u;

function paperOf(parts: Parts): Paper {
  const text = (name: PartName): string | undefined => joined(parts[name]);
  const signs = parts.authority.map((line) => line.text.trim());
  const authority = signs.filter((line) => FORM.test(line));
  // A second post may stand above the name; the post of the signer follows the authority.
  const [post] = signs.slice(signs.findLastIndex((line) => FORM.test(line)) + 1);
  const optional = <K extends keyof Paper>(key: K, value: Paper[K] | undefined): Partial<Paper> =>
    value === undefined ? {} : { [key]: value };
  const name = text('name');
  const addressees = listed(
    parts.addressees.map((line) => ({ ...line, text: line.text.replace(/^[^:]*:/u, '') })),
  );
  return {
    ...optional('type', text('type')),
    ...optional('motto', [text('country') ?? '', text('motto') ?? '']),
    ...optional('superior', text('superior')),
    ...optional('agency', text('agency')),
    ...optional('number', text('number') && open(text('number')!).replaceAll(/\s*\/\s*/gu, '/')),
    ...optional('placeAndDate', text('placeAndDate') && open(text('placeAndDate')!)),
    ...optional('abstract', text('abstract')),
    addressees: addressees.filter((one, index) => one !== '' || index === 0),
    bases: paragraphsIn(parts.bases),
    body: blocksOf(parts.body),
    ...optional(
      'signer',
      name === undefined && signs.length === 0
        ? undefined
        : { authority, ...(post && { post }), ...(name && { name }) },
    ),
    recipients: listed(parts.recipients),
  };
}

const paragraphsIn = (lines: readonly Line[]): readonly string[] => {
  const found: string[] = [];
  for (const { text, begins } of lines)
    found.push(begins || found.length === 0 ? text.trim() : `${found.pop() ?? ''} ${text.trim()}`);
  return found;
};
