/**
 * Files (tệp đính kèm) for one component of the procedure. The draft keeps them: a form knows only references with their state, which
 * the server sets; nothing about a file is believed because it was posted.
 */
import { Button, FileUpload } from '../../../ground/ui/index.ts';
import type { Language, Text } from '../../../ground/text/language.ts';
import { upload } from '../acts.ts';
import { whole, type FieldBase, type InputProps, type Leaf } from './field.ts';
import { FileList, isPage, states, type FileReference } from './file-list.tsx';
import { about, caption } from './wording.ts';

export type FilesField = FieldBase & {
  readonly type: 'files';
  /** The component of the procedure that these files are: a form may not ask for papers that the law does not list. */
  readonly component: string;
  readonly accept?: readonly ('pdf' | 'photo' | 'word' | 'sheet')[];
  /** How many papers; all photos together are one of them. */
  readonly max?: number;
};

const kinds = {
  pdf: { extensions: '.pdf', name: { vi: 'tệp PDF', en: 'a PDF' } },
  photo: { extensions: '.jpg,.jpeg,.png,.webp,.heic,.heif', name: { vi: 'ảnh chụp', en: 'a photo' } },
  word: { extensions: '.doc,.docx,.odt', name: { vi: 'văn bản Word', en: 'a Word document' } },
  sheet: { extensions: '.xls,.xlsx,.ods,.csv', name: { vi: 'bảng tính Excel', en: 'an Excel sheet' } },
} as const;
const kindsOf = ({ accept = ['pdf', 'photo'] }: FilesField) => accept.map((kind) => kinds[kind]);

const takes = (field: FilesField, language: Language): string => {
  const names = kindsOf(field).map(({ name }) => name[language]);
  return language === 'vi' ? `Gửi ${names.join(' hoặc ')}.` : `Send ${names.join(' or ')}.`;
};

const send: Text = { vi: 'Gửi tệp đã chọn', en: 'Send the chosen files' };

/** Photos of one paper: more than anybody takes by hand. */
const mostPhotos = 50;
const takesPhotos = ({ accept = ['pdf', 'photo'] }: FilesField): boolean => accept.includes('photo');

/** How many papers lie there: the photos are the pages of one. */
const papersIn = (files: readonly FileReference[]): number => {
  const pages = files.filter(isPage).length;
  return files.length - pages + Math.min(pages, 1);
};

const isFile = (value: unknown): value is FileReference =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  'state' in value &&
  Object.hasOwn(states, String(value.state));
const filesOf = (value: unknown): readonly FileReference[] =>
  Array.isArray(value) ? value.filter(isFile) : [];

const FilesInput = (props: InputProps<FilesField>) => {
  const files = filesOf(props.value);
  const hint = [props.field.hint?.[props.language] ?? takes(props.field, props.language), props.origin];
  return (
    <>
      <FileUpload
        id={props.id}
        name={props.name}
        label={caption(props)}
        hint={hint}
        error={props.error()}
        multiple={(props.field.max ?? 10) > 1 || takesPhotos(props.field)}
        accept={kindsOf(props.field)
          .map(({ extensions }) => extensions)
          .join(',')}
        dropZone
      />
      <Button kind="secondary" {...upload}>
        {send[props.language]}
      </Button>
      <FileList files={files} name={props.name} language={props.language} links={props.links} />
    </>
  );
};

const tooMany = (field: FilesField): Text => {
  const { max = 10 } = field;
  return about(field, `{} chỉ được gửi nhiều nhất ${max} tệp.`, `{} may be at most ${max} files.`);
};

const field: FilesField = {
  id: 'proof',
  type: 'files',
  label: { vi: 'Giấy chứng sinh', en: 'Birth notification' },
  component: 'birth-notification',
  max: 2,
};

const good: FileReference = { id: 'f1', name: 'giay-chung-sinh.pdf', size: 120_000, state: 'checked' };
const photo: FileReference = { ...good, id: 'f2', name: 'mặt trước.jpg', page: 'a'.repeat(64) };
const unreadable = 'Không đọc được danh sách tệp của giấy chứng sinh. Hãy gửi lại tệp.';

export const files: Leaf<FilesField> = {
  kind: 'leaf',
  name: { vi: 'Tệp đính kèm', en: 'Files' },
  options: {
    component: { type: 'string', minLength: 1 },
    accept: { type: 'array', minItems: 1, uniqueItems: true, items: { enum: Object.keys(kinds) } },
    max: { type: 'integer', minimum: 1, maximum: 50 },
  },
  needs: ['component'],
  gather: 'kept',
  tidy: (_, value) => {
    if (Array.isArray(value)) return value.length === 0 ? undefined : value.slice(0, 100);
    return value === '' ? undefined : (value ?? undefined);
  },
  schema: (field) => ({
    type: 'array',
    minItems: 1,
    maxItems: (field.max ?? 10) + (takesPhotos(field) ? mostPhotos - 1 : 0),
    items: {
      type: 'object',
      required: ['id', 'name', 'size', 'state'],
      properties: {
        id: { type: 'string', minLength: 1, maxLength: 100 },
        name: { type: 'string', minLength: 1, maxLength: 255 },
        size: { type: 'integer', minimum: 0 },
        state: { enum: Object.keys(states) },
        page: { type: 'string', pattern: '^[0-9a-f]{64}$' },
        turned: { enum: [0, 90, 180, 270] },
      },
    },
  }),
  missing: (field) => about(field, 'Hãy gửi tệp: {}.', 'Send a file: {}.'),
  broken: (field, { keyword }) =>
    keyword === 'maxItems'
      ? tooMany(field)
      : about(
          field,
          'Không đọc được danh sách tệp của {}. Hãy gửi lại tệp.',
          'The list of files of {} cannot be read. Send the files again.',
        ),
  check: (field, value: readonly FileReference[]) => {
    const twice = value.find((file, index) => value.findIndex(({ id }) => id === file.id) < index);
    if (twice)
      return whole(
        about(
          field,
          `{}: tệp “${twice.name}” bị gửi hai lần.`,
          `{}: the file “${twice.name}” was sent twice.`,
        ),
      );
    if (papersIn(value) > (field.max ?? 10)) return whole(tooMany(field));
    const refused = value.find(({ state }) => state === 'refused');
    if (!refused) return null;
    const because = refused.reason ?? { vi: 'không dùng được.', en: 'it cannot be used.' };
    return whole(
      about(
        field,
        `{}: tệp “${refused.name}” bị từ chối: ${because.vi} Hãy xoá và gửi tệp khác.`,
        `{}: the file “${refused.name}” was refused: ${because.en} Remove it and send another.`,
      ),
    );
  },
  input: (props) => <FilesInput {...props} />,
  display: (_, value: readonly FileReference[], language) => {
    const pages = value.filter(isPage).map(({ name }) => name);
    const others = value.filter((file) => !isPage(file)).map(({ name }) => name);
    const one = language === 'vi' ? 'một tệp PDF từ các ảnh' : 'one PDF of the photos';
    return [...others, ...(pages.length > 0 ? [`${one}: ${pages.join(', ')}`] : [])].join('; ');
  },
  format: ({ max = 10 }) => ({ vi: `Tệp, nhiều nhất ${max}`, en: `Files, up to ${max}` }),
  examples: {
    field,
    valid: [
      [[good], [good], 'giay-chung-sinh.pdf'],
      [
        [good, photo, { ...photo, id: 'f3', name: 'mặt sau.jpg', turned: 90 }],
        [good, photo, { ...photo, id: 'f3', name: 'mặt sau.jpg', turned: 90 }],
        'giay-chung-sinh.pdf; một tệp PDF từ các ảnh: mặt trước.jpg, mặt sau.jpg',
      ],
      [
        [good, { ...good, id: 'f2', name: 'mặt sau.jpg', state: 'received' }],
        [good, { ...good, id: 'f2', name: 'mặt sau.jpg', state: 'received' }],
        'giay-chung-sinh.pdf; mặt sau.jpg',
      ],
    ],
    bad: [
      [[], 'Hãy gửi tệp: giấy chứng sinh.'],
      [null, 'Hãy gửi tệp: giấy chứng sinh.'],
      ['', 'Hãy gửi tệp: giấy chứng sinh.'],
      [
        [good, { ...good, id: 'f2' }, { ...good, id: 'f3' }],
        'Giấy chứng sinh chỉ được gửi nhiều nhất 2 tệp.',
      ],
      [Array.from({ length: 10_000 }, () => good), 'Giấy chứng sinh chỉ được gửi nhiều nhất 2 tệp.'],
      [[good, good], 'Giấy chứng sinh: tệp “giay-chung-sinh.pdf” bị gửi hai lần.'],
      [
        [
          {
            ...good,
            state: 'refused',
            reason: { vi: 'ảnh mờ, không đọc được.', en: 'the picture is blurred.' },
          },
        ],
        'Giấy chứng sinh: tệp “giay-chung-sinh.pdf” bị từ chối: ảnh mờ, không đọc được. Hãy xoá và gửi tệp khác.',
      ],
      [
        [{ ...good, state: 'refused' }],
        'Giấy chứng sinh: tệp “giay-chung-sinh.pdf” bị từ chối: không dùng được. Hãy xoá và gửi tệp khác.',
      ],
      ['giay-chung-sinh.pdf', unreadable],
      ['Giấy chứng sinh'.normalize('NFD'), unreadable],
      [['f1'], unreadable],
      [[null], unreadable],
      [[[good]], unreadable],
      [[{ ...good, id: '' }], unreadable],
      [[{ ...good, id: 7 }], unreadable],
      [[{ ...good, name: 'x'.repeat(256) }], unreadable],
      [[{ ...good, size: -1 }], unreadable],
      [[{ ...good, size: '120000' }], unreadable],
      [[{ ...good, state: 'ok' }], unreadable],
      [[{ ...good, state: '__proto__' }], unreadable],
      [[{ name: '<img onerror=alert(1)>' }], unreadable],
      [{ 0: good }, unreadable],
      [12, unreadable],
      [true, unreadable],
    ],
  },
};
