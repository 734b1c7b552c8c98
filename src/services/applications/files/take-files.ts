/** Files on their way into a draft: what each is by its bytes, and whether a photo can be read (B5). Done before the answer is saved. */
import { availableParallelism } from 'node:os';
import type { File, Store } from '../../../ground/files/index.ts';
import { turnsWithin } from '../../../ground/operate/turns.ts';
import type { Text } from '../../../ground/text/language.ts';
import { openPhoto } from '../../../paper/scanning/index.ts';
import type { Definition, FileReference } from '../../../work/forms/index.ts';
import { judgePicture, pictureWords } from './judge-picture.ts';
import { uprightPage } from './upright-page.ts';

const office = 'application/vnd.openxmlformats-officedocument';

/** Types by content of each kind that a question takes. */
const typesOf = {
  pdf: ['application/pdf'],
  photo: ['image/jpeg', 'image/png', 'image/webp', 'image/heic'],
  word: [
    `${office}.wordprocessingml.document`,
    'application/vnd.oasis.opendocument.text',
    'application/x-ole-storage',
    'application/rtf',
  ],
  sheet: [
    `${office}.spreadsheetml.sheet`,
    'application/vnd.oasis.opendocument.spreadsheet',
    'application/x-ole-storage',
    'text/plain',
  ],
} as const satisfies Record<string, readonly string[]>;

type Kind = keyof typeof typesOf;

/** Photos that are judged side by side. */
const MOST_PHOTOS = Math.min(4, availableParallelism());

const kindNames: Readonly<Record<Kind, Text>> = {
  pdf: { vi: 'tệp PDF', en: 'a PDF' },
  photo: { vi: 'ảnh chụp (JPG, PNG, HEIC)', en: 'a photo (JPG, PNG, HEIC)' },
  word: { vi: 'văn bản Word', en: 'a Word document' },
  sheet: { vi: 'bảng tính', en: 'a sheet' },
};

const wrongType = (kinds: readonly Kind[]): Text => ({
  vi: `nội dung tệp không phải là ${kinds.map((kind) => kindNames[kind].vi).join(' hoặc ')}, dù tên tệp ghi thế nào.`,
  en: `its content is not ${kinds.map((kind) => kindNames[kind].en).join(' or ')}, whatever its name says.`,
});

/** What the question at this path takes. A question inside a repeated item or a person is found by its own name. */
function kindsAt(form: Definition, path: string): readonly Kind[] {
  const names = path.split('.');
  const field = form.sections
    .flatMap(({ pages }) => pages)
    .flatMap(({ fields }) => fields)
    .find(({ type, id }) => type === 'files' && names.includes(id));
  return (field?.type === 'files' && field.accept) || ['pdf', 'photo'];
}

/** A photo takes memory while it is judged: people who send many at once, and all others, wait for each other. */
const inTurn = turnsWithin(MOST_PHOTOS, MOST_PHOTOS);

/** Checks a photo and keeps its upright page beside it; the page is what becomes part of the PDF. */
async function takePhoto(store: Store, { id, name, size, type, hash }: File): Promise<FileReference> {
  const photo = await openPhoto(await store.read(hash), type).catch(() => null);
  const reason = photo ? await judgePicture(photo) : pictureWords.broken;
  if (!photo || reason) return { id, name, size, state: 'refused', reason: reason ?? pictureWords.broken };
  const page = await store.put(await uprightPage(photo));
  return { id, name, size, state: 'checked', page: page.hash };
}

/** Checks a file that was sent for the question at this path. A photo is judged at once; other checks follow in their own time. */
export async function takeFile(
  store: Store,
  form: Definition,
  path: string,
  file: File,
): Promise<FileReference> {
  const { id, name, size, type } = file;
  const kinds = kindsAt(form, path);
  if (!kinds.some((kind) => (typesOf[kind] as readonly string[]).includes(type)))
    return { id, name, size, state: 'refused', reason: wrongType(kinds) };
  return type.startsWith('image/')
    ? inTurn(1, () => takePhoto(store, file))
    : { id, name, size, state: 'received' };
}
