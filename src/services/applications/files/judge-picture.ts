/** Whether a photo of a paper can be read at all (B5): what nobody can read is refused at once, with the reason. */
import type { Text } from '../../../ground/text/language.ts';
import { later } from '../../../ground/operate/later.ts';

const sharp = later<typeof import('sharp')>('sharp');

/** Width of the small copy that is measured: letters of a whole page are still edges there. */
const WIDTH = 800;
/** A copy this small shows the lie of the light, not the letters. */
const COARSE = 16;
/** Fewer dots across than this and the letters of a page are gone. */
const NARROWEST = 300;
const LARGEST_PIXELS = 100_000_000;

/** What was measured of a picture; greys from 0 (black) to 255 (white). */
export type Measured = {
  /** Shorter side, dots. */
  readonly width: number;
  readonly mean: number;
  /** Standard deviation of the greys, the lie of the light taken away: nothing written, nothing left. */
  readonly detail: number;
  /** The sharpest thousandth of its edges: how much neighbours differ from the mean around them. */
  readonly edges: number;
};

export const pictureWords = {
  broken: {
    vi: 'Tệp ảnh bị hỏng hoặc dùng định dạng chưa đọc được. Hãy chụp lại, lưu thành ảnh JPG.',
    en: 'the picture is damaged or of a kind that cannot be read. Take it again and save it as JPG.',
  },
  small: {
    vi: 'Ảnh quá nhỏ, không đọc được chữ. Hãy chụp gần hơn hoặc gửi ảnh gốc.',
    en: 'the picture is too small to be read. Take it from nearer, or send the original.',
  },
  dark: {
    vi: 'Ảnh tối đen, không thấy gì. Hãy chụp lại ở chỗ sáng.',
    en: 'the picture is black. Take it again in the light.',
  },
  blank: {
    vi: 'Trang trắng, không có nội dung. Hãy chụp mặt giấy có chữ.',
    en: 'the page is blank. Take the side with the text.',
  },
  blurred: {
    vi: 'Ảnh mờ, không đọc được chữ. Hãy giữ chắc máy và chụp lại.',
    en: 'the picture is blurred. Hold the camera still and take it again.',
  },
} as const satisfies Record<string, Text>;

const DARKEST = 40;
const LEAST_DETAIL = 2.5;
const LEAST_EDGES = 40;

/** Why a picture is refused; null when it can be read. Pure. */
export function judgeMeasured({ width, mean, detail, edges }: Measured): Text | null {
  if (width < NARROWEST) return pictureWords.small;
  if (detail < LEAST_DETAIL) return mean < DARKEST ? pictureWords.dark : pictureWords.blank;
  return edges < LEAST_EDGES ? pictureWords.blurred : null;
}

/** Measures a picture. Throws when its bytes are no picture that can be read. */
async function measurePicture(bytes: Uint8Array): Promise<Measured> {
  const open = () =>
    sharp()(bytes, { limitInputPixels: LARGEST_PIXELS, failOn: 'error' })
      .rotate()
      .flatten({ background: 'white' })
      .greyscale();
  const { width = 0, height = 0 } = await sharp()(bytes, { limitInputPixels: LARGEST_PIXELS }).metadata();
  const small = await open()
    .resize({ width: WIDTH, withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const light = await sharp()(small.data, { raw: small.info })
    .resize(COARSE, COARSE, { fit: 'fill' })
    .toColourspace('b-w')
    .png()
    .toBuffer();
  const ground = await sharp()(light)
    .resize(small.info.width, small.info.height, { fit: 'fill', kernel: 'cubic' })
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  return { width: Math.min(width, height), ...greysOf(small.data, ground, small.info) };
}

type Size = { readonly width: number; readonly height: number; readonly channels: number };

function greysOf(grey: Buffer, ground: Buffer, { width, height, channels }: Size): Omit<Measured, 'width'> {
  const at = (x: number, y: number): number => grey[(y * width + x) * channels]!;
  const edges = new Uint32Array(1021);
  let [sum, squares, counted] = [0, 0, 0];
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const own = at(x, y);
      const off = own - ground[y * width + x]!;
      const edge = Math.abs(4 * own - at(x - 1, y) - at(x + 1, y) - at(x, y - 1) - at(x, y + 1));
      edges[edge] = edges[edge]! + 1;
      sum += own;
      squares += off * off;
      counted += 1;
    }
  }
  let left = counted / 1000;
  let sharpest = edges.length - 1;
  while (sharpest > 0 && (left -= edges[sharpest]!) > 0) sharpest -= 1;
  return { mean: sum / counted, detail: Math.sqrt(squares / counted), edges: sharpest };
}

/** Why a picture is refused; null when it can be read. */
export async function judgePicture(bytes: Uint8Array): Promise<Text | null> {
  const measured = await measurePicture(bytes).catch(() => null);
  return measured ? judgeMeasured(measured) : pictureWords.broken;
}
