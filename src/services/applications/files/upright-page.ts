/** A photo as a page of a paper: upright, no larger than print needs, without the place and the telephone that its camera wrote into it. */
import { later } from '../../../ground/operate/later.ts';

const sharp = later<typeof import('sharp')>('sharp');

/** The longer side of A4 at 210 dots an inch. */
const LONGER_SIDE = 2480;
const SMALL = 240;

/** The page of a photo: JPEG, turned as its camera says (EXIF). */
export const uprightPage = (photo: Buffer): Promise<Buffer> =>
  sharp()(photo, { limitInputPixels: 100_000_000 })
    .rotate()
    .flatten({ background: 'white' })
    .resize({ width: LONGER_SIDE, height: LONGER_SIDE, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .jpeg({ quality: 82 })
    .toBuffer();

/** The page after the person turned it by so many degrees to the right. */
export const turnedPage = (page: Buffer, turned: number): Promise<Buffer> =>
  turned === 0 ? Promise.resolve(page) : sharp()(page).rotate(turned).jpeg({ quality: 82 }).toBuffer();

/** A small picture of a page, for the list of files. */
export const smallPicture = (page: Buffer, turned: number): Promise<Buffer> =>
  sharp()(page)
    .rotate(turned)
    .resize({ width: SMALL, height: SMALL, fit: 'inside' })
    .jpeg({ quality: 70 })
    .toBuffer();
