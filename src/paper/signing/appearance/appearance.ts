/** What a signature shows on the page (Decree 30/2020, Annex I; STANDARDS §6.3): a picture alone, or words alone. */
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { Turn } from '../pdf/structure.ts';
import type { Ref } from '../pdf/syntax.ts';
import { addObject, made, name, stream, type Update } from '../pdf/update.ts';
import { shownTime } from '../shown-time.ts';
import { embedFont, encoded, widthOf } from './font.ts';

/** A place on a page in points from its lower left corner: left, bottom, right, top. */
export type Rectangle = readonly [left: number, bottom: number, right: number, top: number];

/** A picture decoded for embedding. The same seal goes onto thousands of documents: decode once, hand it to every plan. */
export type Picture = {
  readonly width: number;
  readonly height: number;
  readonly colours: Buffer;
  readonly alpha: Buffer | null;
  readonly id: string;
};

export type Appearance =
  | { readonly kind: 'picture'; readonly picture: Picture }
  /** Lines of Times 10 black (or another size); `align` as a side of the place, `turn` where the page is shown turned. */
  | {
      readonly kind: 'words';
      readonly lines: readonly string[];
      readonly size?: number;
      readonly align?: 'left' | 'right' | 'centre';
      readonly turn?: Turn;
    };

/** Decodes a PNG (transparent, as the decree asks) or another picture for embedding. */
export const readPicture = async (file: Buffer): Promise<Picture> => {
  const { default: sharp } = await import('sharp');
  const { data, info } = await sharp(file, { limitInputPixels: 40_000_000 })
    .ensureAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const pixels = info.width * info.height;
  const colours = Buffer.alloc(pixels * 3);
  const alpha = Buffer.alloc(pixels);
  for (let pixel = 0; pixel < pixels; pixel++) {
    data.copy(colours, pixel * 3, pixel * 4, pixel * 4 + 3);
    alpha[pixel] = data[pixel * 4 + 3]!;
  }
  return {
    width: info.width,
    height: info.height,
    colours: deflateSync(colours),
    id: createHash('sha256').update(file).digest('hex'),
    alpha: alpha.every((value) => value === 255) ? null : deflateSync(alpha),
  };
};

const imageObject = (update: Update, { width, height, colours, alpha }: Picture): Ref => {
  const image = (space: string, data: Buffer, more: Record<string, Ref> = {}): Ref =>
    addObject(
      update,
      stream(
        {
          Type: name('XObject'),
          Subtype: name('Image'),
          Width: width,
          Height: height,
          BitsPerComponent: 8,
          ColorSpace: name(space),
          Filter: name('FlateDecode'),
          ...more,
        },
        data,
      ),
    );
  return alpha
    ? image('DeviceRGB', colours, { SMask: image('DeviceGray', alpha) })
    : image('DeviceRGB', colours);
};

/** Upright words on a page that is shown turned are turned the other way. */
const turns: Readonly<Record<Turn, readonly [number, number, number, number]>> = {
  0: [1, 0, 0, 1],
  90: [0, 1, -1, 0],
  180: [-1, 0, 0, -1],
  270: [0, -1, 1, 0],
};

const form = (
  update: Update,
  width: number,
  height: number,
  resources: Record<string, Record<string, Ref>>,
  drawing: string,
  turn: Turn = 0,
): Ref => {
  const resourceDict = made(
    Object.fromEntries(Object.entries(resources).map(([kind, entries]) => [kind, made(entries)])),
  );
  return addObject(
    update,
    stream(
      {
        Type: name('XObject'),
        Subtype: name('Form'),
        FormType: 1,
        BBox: [0, 0, width, height],
        // Readers fit the turned form into the place by themselves (ISO 32000-2 §12.5.5).
        Matrix: turn === 0 ? undefined : [...turns[turn], 0, 0],
        Resources: resourceDict,
      },
      Buffer.from(drawing, 'latin1'),
    ),
  );
};

const point = (value: number): string => value.toFixed(3);

const pictureForm = (update: Update, picture: Picture, width: number, height: number): Ref => {
  const scale = Math.min(width / picture.width, height / picture.height);
  const [drawnWidth, drawnHeight] = [picture.width * scale, picture.height * scale];
  const place = [drawnWidth, 0, 0, drawnHeight, (width - drawnWidth) / 2, (height - drawnHeight) / 2]
    .map(point)
    .join(' ');
  return form(
    update,
    width,
    height,
    { XObject: { P: imageObject(update, picture) } },
    `q ${place} cm /P Do Q`,
  );
};

const leading = 1.2;

/** Lines of words in a place; a size that does not fit is made smaller. */
const wordsForm = (
  update: Update,
  { lines, size = 10, align = 'left', turn = 0 }: Extract<Appearance, { kind: 'words' }>,
  across: number,
  up: number,
): Ref => {
  const [width, height] = turn === 90 || turn === 270 ? [up, across] : [across, up];
  const widest = Math.max(1, ...lines.map((line) => widthOf(line, size)));
  const fitted = Math.min(size, (size * width) / widest, height / (leading * lines.length));
  const drawing = lines.map((line, index) => {
    const free = width - widthOf(line, fitted);
    const left = align === 'left' ? 0 : align === 'right' ? free : free / 2;
    const bottom = height - fitted * (leading * index + 0.95);
    return `1 0 0 1 ${point(left)} ${point(bottom)} Tm ${encoded(line)} Tj`;
  });
  const font = embedFont(update, lines);
  return form(
    update,
    width,
    height,
    { Font: { F: font } },
    `BT 0 g /F ${point(fitted)} Tf ${drawing.join(' ')} ET`,
    turn,
  );
};

/** Adds the form that a widget shows, and gives the reference for its `/AP /N`. */
export const addAppearance = (
  update: Update,
  appearance: Appearance | undefined,
  [left, bottom, right, top]: Rectangle,
): Ref => {
  const [width, height] = [right - left, top - bottom];
  if (!appearance || width <= 0 || height <= 0)
    return form(update, Math.max(0, width), Math.max(0, height), {}, '');
  return appearance.kind === 'picture'
    ? pictureForm(update, appearance.picture, width, height)
    : wordsForm(update, appearance, width, height);
};

const millimetre = 72 / 25.4;

/** The seal at its true size, overlapping the left third of the leader's signature (Decree 30/2020, Annex I, part II, section I.8). */
export const sealPlace = (signature: Rectangle, millimetres = 36): Rectangle => {
  const [left, bottom, right, top] = signature;
  const side = millimetres * millimetre;
  const edge = left + (right - left) / 3;
  const middle = (bottom + top) / 2;
  return [edge - side, middle - side / 2, edge, middle + side / 2];
};

/** A time of signing as the decree writes it: `24/06/2026 15:38:37 +07:00`. */
export const signingTimeWords = (time: Date): string => `${shownTime(time)} +07:00`;
