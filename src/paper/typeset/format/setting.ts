/** How paragraphs are set, the colour of letters, and page numbers that are still to come (Decree 30/2020, annex I, part I, I.4, I.7, II.6.e). */
import { annex1, type Finding } from './paper.ts';
import { isStamp, type Parts } from './recognise.ts';
import type { Line, Setting, Sheet } from './sheet.ts';

const say = (part: Finding['part'], place: string, vi: string, en: string): Finding => ({
  kind: 'wrong',
  part,
  article: annex1(place),
  message: { vi, en },
});

/** A shorter paragraph is one line, which looks the same however it is set. */
const ONE_LINE = 100;
/** More letters than any page holds. */
const ONE_PAGE = 6000;
const LEAST_GAP = 6;
const ROUNDING = 0.02;

/** Whether a fault stands in most of the letters: one odd paragraph is no fault of the document. */
const usually = (lines: readonly Line[], isWrong: (setting: Setting) => boolean): boolean => {
  const letters = (some: readonly Line[]): number => some.reduce((sum, { text }) => sum + text.length, 0);
  const wrong = lines.filter(({ setting }) => setting !== null && isWrong(setting));
  return letters(wrong) * 2 > letters(lines);
};

/** Even at both margins, six points between paragraphs, one line to one and a half from line to line. */
export function settingFindings({ body }: Parts): readonly Finding[] {
  const told = (vi: string, en: string): Finding => say('body', 'II.6.e', vi, en);
  const stated = body.filter(({ setting, centred, column }) => setting && !centred && column === 'full');
  const long = stated.filter(({ text }) => text.length > ONE_LINE);
  const findings: Finding[] = [];
  if (usually(long, ({ justified }) => !justified))
    findings.push(
      told('Nội dung phải được canh đều cả hai lề.', 'The content must be even at both margins.'),
    );
  const gaps = stated.slice(1).map(({ setting }, index) => {
    const above = stated[index]?.setting;
    return (above?.after ?? 0) + (setting?.before ?? 0);
  });
  if (gaps.filter((gap) => gap < LEAST_GAP - ROUNDING).length * 2 > gaps.length)
    findings.push(
      told(
        'Khoảng cách giữa các đoạn văn phải tối thiểu là 6pt.',
        'Between paragraphs there must be at least 6 points.',
      ),
    );
  const isOff = ({ spacing }: Setting): boolean =>
    spacing !== null && (spacing < 1 - ROUNDING || spacing > 1.5 + ROUNDING);
  if (usually(long, isOff))
    findings.push(
      told(
        'Khoảng cách giữa các dòng tối thiểu là dòng đơn, tối đa là 1,5 lines.',
        'From line to line there must be at least a single line and at most one and a half.',
      ),
    );
  return findings;
}

/** So light, of 255, that it is no black any more. */
const LIGHT = 64;

/** Letters that are not black (I.4). Stamps of urgency are red (III.2.b). */
export function colourFindings({ lines }: Sheet): readonly Finding[] {
  const coloured = lines.find(
    (line) =>
      line.colour !== null &&
      /\p{L}{2}/u.test(line.text) &&
      !isStamp(line) &&
      (line.colour.match(/../g) ?? []).some((part) => Number.parseInt(part, 16) > LIGHT),
  );
  return coloured
    ? [
        say(
          'letters',
          'I.4',
          `Chữ phải màu đen (chỗ có “${coloured.text.trim().slice(0, 40)}”).`,
          `Letters must be black (where “${coloured.text.trim().slice(0, 40)}” stands).`,
        ),
      ]
    : [];
}

/** A long Word file must ask for page numbers in the upper margin (I.7): where its pages end shows only when it is printed. */
export function numberedFindings({ numbered, lines }: Sheet): readonly Finding[] {
  const letters = lines.reduce((sum, { text }) => sum + text.length, 0);
  return numbered === false && letters > ONE_PAGE
    ? [
        say(
          'page',
          'I.7',
          'Từ trang thứ hai phải có số trang, đặt giữa lề trên của trang.',
          'From the second page on, the number stands in the middle of the upper margin.',
        ),
      ]
    : [];
}
