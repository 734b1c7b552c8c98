/** The photos of a draft as papers (B5): those of one component become one PDF, upright, in the order that the person gave them. */
import { vietnamDay } from '../../../ground/text/dates.ts';
import type { File, Store, Stored } from '../../../ground/files/index.ts';
import { typesetPhotographed } from '../../../paper/typeset/index.ts';
import { isPage, type FileReference } from '../../../work/forms/index.ts';
import type { Attached } from './attached.ts';
import { turnedPage } from './upright-page.ts';
import { later } from '../../../ground/operate/later.ts';

const sharp = later<typeof import('sharp')>('sharp');

/** A paper made of photos: its bytes are in the store, it is no file yet. */
export type PhotoPaper = {
  readonly component: string;
  readonly name: string;
  readonly stored: Stored;
  readonly pages: number;
};

/** The photos of one component as a PDF. `day` is written into it: the same photos give the same bytes. */
export async function photosToPdf(
  store: Store,
  photos: readonly FileReference[],
  title: string,
  day: string,
): Promise<Uint8Array> {
  const pictures = await Promise.all(
    photos.map(async ({ page, turned }) => {
      const jpeg = await turnedPage(await store.read(page!), turned ?? 0);
      const { width, height } = await sharp()(jpeg).metadata();
      return { jpeg, wide: width > height };
    }),
  );
  return typesetPhotographed(pictures, { title, date: day });
}

/** The day on which the last of these photos came. */
export const dayOf = (files: readonly Pick<File, 'at'>[]): string =>
  vietnamDay(new Date(Math.max(0, ...files.map(({ at }) => at.getTime()))));

/** Makes a PDF of the photos of each component. `files` are the rows of what is attached. */
export async function photoPapers(
  store: Store,
  attached: readonly Attached[],
  files: readonly File[],
): Promise<readonly PhotoPaper[]> {
  const byId = new Map(files.map((file) => [file.id, file]));
  const papers: PhotoPaper[] = [];
  // One after the other: photos are large, and the typesetter takes one document at a time anyway.
  for (const [component, ones] of Map.groupBy(
    attached.filter(({ file }) => isPage(file)),
    (one) => one.component,
  )) {
    const photos = ones.map(({ file }) => file);
    const name = ones[0]!.name;
    const day = dayOf(photos.flatMap(({ id }) => byId.get(id) ?? []));
    const stored = await store.put(await photosToPdf(store, photos, name, day));
    papers.push({ component, name, stored, pages: photos.length });
  }
  return papers;
}
