/** Files on their way into a draft: what each is by its bytes, and whether a photo can be read (B5). Done before the answer is saved. */
import type { File, Store } from '../../../ground/files/index.ts';
import type { Text } from '../../../ground/text/language.ts';
import type { Definition, FileReference } from '../../../work/forms/index.ts';
import { judgePicture, pictureWords } from './judge-picture.ts';

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

const kindNames: Readonly<Record<Kind, Text>> = {
  pdf: { vi: 'tệp PDF', en: 'a PDF' },
  photo: { vi: 'ảnh chụp (JPG, PNG)', en: 'a photo (JPG, PNG)' },
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

/** Why a file is refused at once; null when it is not. */
async function refusal(store: Store, { type, hash }: File, kinds: readonly Kind[]): Promise<Text | null> {
  if (!kinds.some((kind) => (typesOf[kind] as readonly string[]).includes(type))) return wrongType(kinds);
  if (!type.startsWith('image/')) return null;
  // Nobody here could look at it either: better said now than by the officer.
  return type === 'image/heic' ? pictureWords.broken : judgePicture(await store.read(hash));
}

/** Checks a file that was sent for the question at this path. A photo is judged at once; other checks follow in their own time. */
export async function takeFile(
  store: Store,
  form: Definition,
  path: string,
  file: File,
): Promise<FileReference> {
  const { id, name, size } = file;
  const reason = await refusal(store, file, kindsAt(form, path));
  if (reason) return { id, name, size, state: 'refused', reason };
  return { id, name, size, state: file.type.startsWith('image/') ? 'checked' : 'received' };
}
