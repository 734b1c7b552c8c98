/**
 * Words at the top right corner of a first page, without a picture: the signature of an agency on an electronic copy and on a
 * separate annex, and of the officer on a digitised paper (Decree 30/2020, Annex I, part I, sections II.8 and III.1, part II,
 * section I.3). They stand in the top margin, so that they cover nothing of the document.
 */
import { openPdf } from '../pdf/document.ts';
import { firstPageShown, rectanglesOnFirstPage, type FirstPage } from '../pdf/structure.ts';
import type { Place } from '../pdf/widgets.ts';
import type { Appearance, Rectangle } from './appearance.ts';
import { widthOf } from './font.ts';

const millimetre = 72 / 25.4;

/** Points. The right edge is that of the text (15 mm); the top margin is at least 20 mm wide, three lines take 13 of them. */
const fromRight = 15 * millimetre;
const fromTop = 4 * millimetre;
/** Size and distance of lines (the decree wants 10). */
const size = 10;
const leading = 1.2 * size;

/** A line in as many lines as the width asks for, broken between words. */
function broken(line: string, width: number): string[] {
  const made = [''];
  for (const word of line.split(' ')) {
    const longer = `${made.at(-1)} ${word}`.trim();
    if (made.at(-1) === '' || widthOf(longer, size) <= width) made[made.length - 1] = longer;
    else made.push(word);
  }
  return made;
}

/** What is seen of a page: its width and height as it is shown, turned or not. */
function shownSize({ box: [left, bottom, right, top], turn }: FirstPage): readonly [number, number] {
  const [width, height] = [right - left, top - bottom];
  return turn === 90 || turn === 270 ? [height, width] : [width, height];
}

/** A rectangle of the page as it is shown, in the coordinates of the file (ISO 32000-2 §7.7.3.3: turned clockwise). */
function inFile({ box, turn }: FirstPage, [left, bottom, right, top]: Rectangle): Rectangle {
  const [x, y, farX, farY] = box;
  const [width, height] = [farX - x, farY - y];
  switch (turn) {
    case 0:
      return [x + left, y + bottom, x + right, y + top];
    case 90:
      return [x + width - top, y + left, x + width - bottom, y + right];
    case 180:
      return [x + width - right, y + height - top, x + width - left, y + height - bottom];
    case 270:
      return [x + bottom, y + height - right, x + top, y + height - left];
  }
}

const meet = (one: Rectangle, other: Rectangle): boolean =>
  one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];

/** Where such words go on a file and how they look; below what stands in the corner already. */
export function cornerWords(
  pdf: Buffer,
  words: readonly string[],
): { readonly place: Place; readonly appearance: Appearance } {
  const document = openPdf(pdf);
  const page = firstPageShown(document);
  const [width, height] = shownSize(page);
  const lines = words.flatMap((line) => broken(line, width * 0.75));
  const wide = Math.max(...lines.map((line) => widthOf(line, size)));
  const taken = rectanglesOnFirstPage(document);
  const right = width - fromRight;
  for (let top = height - fromTop; ; top -= leading) {
    const rectangle = inFile(page, [right - wide, top - lines.length * leading, right, top]);
    if (top > height / 2 && taken.some((other) => meet(rectangle, other))) continue;
    return {
      place: { page: 1, rectangle },
      appearance: { kind: 'words', lines, size, align: 'right', turn: page.turn },
    };
  }
}
