/** How a finished document looks: paper, margins, letters and positions (Decree 30/2020, annex I, part I, I, II and V). */
import type { Text } from '../../../ground/text/language.ts';
import { annex1, type Finding } from './paper.ts';
import type { PartName, Parts, Recognised } from './recognise.ts';
import { colourFindings, numberedFindings, settingFindings } from './setting.ts';
import type { Line, Sheet } from './sheet.ts';

/** Millimetres and points that a measurement may be off: readers round, and letters have different heights. */
const MM = 1;
const POINT = 0.4;

type Style = {
  readonly part: PartName;
  readonly name: Text;
  readonly article: string;
  readonly size: readonly [number, number];
  readonly bold?: boolean;
  readonly italic: boolean;
  readonly capitals?: boolean;
};

const style = (
  part: PartName,
  vi: string,
  en: string,
  article: string,
  size: readonly [number, number],
  letters: 'bold' | 'italic' | 'plain' | 'bold italic' | 'upright',
  capitals?: boolean,
): Style => ({
  part,
  name: { vi, en },
  article,
  size,
  italic: letters.includes('italic'),
  ...(letters === 'upright' ? {} : { bold: letters.includes('bold') }),
  ...(capitals === undefined ? {} : { capitals }),
});

/** The table of part V: size and kind of the letters of each component. */
const STYLES: readonly Style[] = [
  style('country', 'Quốc hiệu', 'the name of the country', 'II.1.a', [12, 13], 'bold', true),
  style('motto', 'Tiêu ngữ', 'the motto', 'II.1.b', [13, 14], 'bold', false),
  style('superior', 'Tên cơ quan chủ quản', 'the superior agency', 'II.2.b', [12, 13], 'plain', true),
  style('agency', 'Tên cơ quan ban hành', 'the issuing agency', 'II.2.b', [12, 13], 'bold', true),
  style('number', 'Số, ký hiệu', 'number and notation', 'II.3.c', [13, 13], 'plain'),
  style('placeAndDate', 'Địa danh và thời gian', 'place and date', 'II.4.c', [13, 14], 'italic', false),
  style('type', 'Tên loại văn bản', 'the type', 'II.5.b', [13, 14], 'bold', true),
  style('bases', 'Căn cứ ban hành', 'the legal bases', 'II.6.a', [13, 14], 'italic'),
  style('body', 'Nội dung', 'the content', 'II.6.e', [13, 14], 'upright'),
  style('addressees', 'Phần “Kính gửi”', '“Kính gửi” and the addressees', 'II.9.d', [13, 14], 'upright'),
  style(
    'authority',
    'Quyền hạn, chức vụ người ký',
    'authority and post of the signer',
    'II.7.đ',
    [13, 14],
    'bold',
    true,
  ),
  style('name', 'Họ tên người ký', 'the name of the signer', 'II.7.đ', [13, 14], 'bold', false),
  style('recipientsWord', 'Từ “Nơi nhận”', 'the word “Nơi nhận”', 'II.9.d', [12, 12], 'bold italic'),
  style('recipients', 'Danh sách nơi nhận', 'the list of recipients', 'II.9.d', [11, 11], 'plain'),
];
/** So many of them belong to the head. */
const HEAD = 6;
const NAMED = style('abstract', 'Trích yếu', 'the abstract', 'II.5.b', [13, 14], 'bold', false);
const OF_LETTER = style(
  'abstract',
  'Trích yếu công văn',
  'the abstract of a letter',
  'II.5.b',
  [12, 13],
  'plain',
);

/** Components of which a paper speaks under another name. */
const PART_OF: Readonly<Partial<Record<PartName, Finding['part']>>> = {
  country: 'motto',
  authority: 'signer',
  name: 'signer',
  recipientsWord: 'recipients',
};
const partOf = (part: PartName): Finding['part'] => PART_OF[part] ?? (part as Finding['part']);

const say = (part: Finding['part'], place: string, vi: string, en: string): Finding => ({
  kind: 'wrong',
  part,
  article: annex1(place),
  message: { vi, en },
});

const figure = (value: number): string => value.toFixed(1).replace(/\.0$/, '');
const range = ([least, most]: readonly [number, number]): Text =>
  least === most
    ? { vi: `phải là ${least}`, en: `it must be ${least}` }
    : { vi: `phải từ ${least} đến ${most}`, en: `it must be from ${least} to ${most}` };

/** The value that most letters have: one odd word in a paragraph is no fault of the paragraph. */
function usual<T>(lines: readonly Line[], read: (line: Line) => T | null): T | null {
  const counts = new Map<T, number>();
  for (const line of lines) {
    const value = read(line);
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + line.text.length);
  }
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? null;
}

function styleFindings(lines: readonly Line[], wanted: Style): readonly Finding[] {
  const {
    part,
    name,
    article,
    size: [least, most],
    bold,
    italic,
    capitals,
  } = wanted;
  if (lines.length === 0) return [];
  const told = (vi: string, en: string): Finding =>
    say(partOf(part), article, `${name.vi}: ${vi}`, `${name.en}: ${en}`);
  const findings: Finding[] = [];
  const size = usual(lines, (line) => line.size);
  if (size !== null && (size < least - POINT || size > most + POINT)) {
    const { vi, en } = range([least, most]);
    findings.push(told(`cỡ chữ ${figure(size)}; ${vi}.`, `the letters have ${figure(size)} points; ${en}.`));
  }
  const isBold = usual(lines, (line) => line.bold);
  if (bold !== undefined && isBold !== null && isBold !== bold)
    findings.push(bold ? told('phải in đậm.', 'it must be bold.') : told('không in đậm.', 'it is not bold.'));
  const isItalic = usual(lines, (line) => line.italic);
  if (isItalic !== null && isItalic !== italic)
    findings.push(
      italic
        ? told('phải là chữ nghiêng.', 'it must be italic.')
        : told('phải là chữ đứng, không nghiêng.', 'it must be upright.'),
    );
  const words = lines.map(({ text }) => text).join(' ');
  const shouted = /\p{L}/u.test(words) && words === words.toLocaleUpperCase('vi');
  if (capitals === true && !shouted) findings.push(told('phải viết in hoa.', 'it must be in capitals.'));
  if (capitals === false && shouted)
    findings.push(told('phải viết in thường.', 'it must not be in capitals.'));
  return findings;
}

/** Size and margins of the paper (I.1 and I.3). */
function pageFindings({ width, height, margins }: Sheet): readonly Finding[] {
  const findings: Finding[] = [];
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  if (Math.abs(short - 210) > 2 || Math.abs(long - 297) > 2)
    findings.push(
      say(
        'page',
        'I.1',
        `Khổ giấy là ${Math.round(width)} × ${Math.round(height)} mm; phải là A4 (210 × 297 mm).`,
        `The paper is ${Math.round(width)} × ${Math.round(height)} mm; it must be A4 (210 × 297 mm).`,
      ),
    );
  const sides = [
    ['top', 'trên', 'upper', 20, 25],
    ['bottom', 'dưới', 'lower', 20, 25],
    ['left', 'trái', 'left', 30, 35],
    ['right', 'phải', 'right', 15, 20],
  ] as const;
  for (const [side, vi, en, least, most] of sides) {
    const value = margins[side];
    if (Number.isNaN(value) || (value >= least - MM && value <= most + MM)) continue;
    findings.push(
      say(
        'page',
        'I.3',
        `Lề ${vi} là ${figure(value)} mm; phải từ ${least} đến ${most} mm.`,
        `The ${en} margin is ${figure(value)} mm; it must be from ${least} to ${most} mm.`,
      ),
    );
  }
  return findings;
}

/** Times New Roman and letters of the same measures that free systems put in its place. */
const TIMES = /times|tinos|liberation ?serif|nimbus ?rom/i;
/** Letters of the old code tables (TCVN 5712, VNI): not Unicode. */
const OLD_CODES = /^\.?vn(?!i?code)|^vni[-\s]/i;

/** One finding for each other kind of letters (I.4). */
function letterFindings({ lines }: Sheet): readonly Finding[] {
  const fonts = new Map<string, string>();
  for (const { font, text } of lines)
    if (font !== null && !TIMES.test(font) && /[\p{L}\d]{2}/u.test(text) && !fonts.has(font))
      fonts.set(font, text.trim());
  return [...fonts]
    .slice(0, 5)
    .map(([font, text]) =>
      OLD_CODES.test(font)
        ? say(
            'letters',
            'I.4',
            `Phông chữ “${font}” thuộc bảng mã cũ; phải dùng Times New Roman, bảng mã Unicode (chỗ có “${text.slice(0, 40)}”).`,
            `The font “${font}” is of an old code table; it must be Times New Roman in Unicode (where “${text.slice(0, 40)}” stands).`,
          )
        : say(
            'letters',
            'I.4',
            `Phông chữ “${font}” ở chỗ “${text.slice(0, 40)}”; phải là Times New Roman.`,
            `The font is “${font}” where “${text.slice(0, 40)}” stands; it must be Times New Roman.`,
          ),
    );
}

/** Page numbers from the second page on, centred above (I.7). */
function pageNumberFindings({ pageNumbers, pages, width, lines }: Sheet): readonly Finding[] {
  if (pageNumbers === null) return [];
  const findings: Finding[] = [];
  const first = pageNumbers.find(({ page }) => page === 1);
  if (first)
    findings.push(
      say('page', 'I.7', 'Trang thứ nhất không hiển thị số trang.', 'The first page shows no number.'),
    );
  const later = pageNumbers.filter(({ page }) => page > 1);
  const annexed = lines.some(({ page, text }) => page > 1 && /^\s*phụ lục/iu.test(text));
  if (pages > 1 && !annexed && later.length < pages - 1)
    findings.push(
      say(
        'page',
        'I.7',
        'Từ trang thứ hai phải có số trang, đặt giữa lề trên của trang.',
        'From the second page on, the number stands in the middle of the upper margin.',
      ),
    );
  const aside = later.find(
    ({ box }) => box !== null && Math.abs((box.left + box.right) / 2 - width / 2) > 20,
  );
  if (aside)
    findings.push(
      say('page', 'I.7', 'Số trang phải đặt giữa theo chiều ngang.', 'The page number is centred.'),
    );
  const size = usual(later, (line) => line.size);
  if (size !== null && (size < 13 - POINT || size > 14 + POINT))
    findings.push(
      say(
        'page',
        'I.7',
        `Số trang: cỡ chữ ${figure(size)}; phải từ 13 đến 14.`,
        `The page number has ${figure(size)} points; it must be from 13 to 14.`,
      ),
    );
  return findings;
}

/** First lines of paragraphs stand 10 or 12.7 mm in (II.6.e). */
function indentFindings({ body, bases }: Parts): readonly Finding[] {
  const first = [...bases, ...body].filter(
    ({ begins, centred, text }) => begins && !centred && /\p{L}{3}/u.test(text),
  );
  const shared = Map.groupBy(first, ({ indent }) => indent && Math.round(indent * 2) / 2);
  const [indent = null] = [...shared].toSorted(([, one], [, other]) => other.length - one.length)[0] ?? [];
  if (indent === null || first.length < 2 || (indent >= 10 - MM && indent <= 12.7 + MM)) return [];
  return [
    say(
      'body',
      'II.6.e',
      `Đầu dòng lùi vào ${figure(indent)} mm; phải là 10 hoặc 12,7 mm.`,
      `Paragraphs begin ${figure(indent)} mm in; it must be 10 or 12.7 mm.`,
    ),
  ];
}

/** A document without motto (II.1). */
function headFindings({ country, motto }: Parts): readonly Finding[] {
  return country.length > 0 || motto.length > 0
    ? []
    : [
        say(
          'motto',
          'II.1',
          'Không thấy Quốc hiệu và Tiêu ngữ ở phía trên, bên phải trang đầu.',
          'The name of the country and the motto are not at the upper right of the first page.',
        ),
      ];
}

/** `head`: only the head of the document follows the decree, as in a form that another text prescribes. */
export function lookFindings(sheet: Sheet, { parts, paper }: Recognised, head: boolean): readonly Finding[] {
  const abstract = paper.type === undefined ? OF_LETTER : NAMED;
  const wanted = head ? STYLES.slice(0, HEAD) : [...STYLES, abstract];
  return [
    ...pageFindings(sheet),
    ...letterFindings(sheet),
    ...headFindings(parts),
    ...wanted.flatMap((one) => styleFindings(parts[one.part], one)),
    ...(head ? [] : [...indentFindings(parts), ...settingFindings(parts)]),
    ...colourFindings(sheet),
    ...pageNumberFindings(sheet),
    ...numberedFindings(sheet),
  ];
}
