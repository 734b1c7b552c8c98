/**
 * Files (tệp đính kèm) for one component of the procedure. The draft keeps them: a form knows only references with their state, which
 * the server sets; nothing about a file is believed because it was posted.
 */
import { Button, FileUpload, Tag } from '../../../ground/ui/index.ts';
import { formatCount } from '../../../ground/text/money.ts';
import type { Language, Text } from '../../../ground/text/language.ts';
import { dropFile } from '../acts.ts';
import { whole, type FieldBase, type InputProps, type Leaf } from './field.ts';
import { about, caption } from './wording.ts';

export type FileState = 'received' | 'checked' | 'refused';

/** One file of the draft: received (đã nhận), checked (đã kiểm tra) or refused (bị từ chối) with the reason. */
export type FileReference = {
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly state: FileState;
  readonly reason?: Text;
};

export type FilesField = FieldBase & {
  readonly type: 'files';
  /** The component of the procedure that these files are: a form may not ask for papers that the law does not list. */
  readonly component: string;
  readonly accept?: readonly ('pdf' | 'photo' | 'word' | 'sheet')[];
  readonly max?: number;
};

const kinds = {
  pdf: { extensions: '.pdf', name: { vi: 'tệp PDF', en: 'a PDF' } },
  // Without HEIC: telephones that keep photos so then send a JPEG instead, which everybody can open.
  photo: { extensions: '.jpg,.jpeg,.png,.webp', name: { vi: 'ảnh chụp', en: 'a photo' } },
  word: { extensions: '.doc,.docx,.odt', name: { vi: 'văn bản Word', en: 'a Word document' } },
  sheet: { extensions: '.xls,.xlsx,.ods,.csv', name: { vi: 'bảng tính Excel', en: 'an Excel sheet' } },
} as const;
const kindsOf = ({ accept = ['pdf', 'photo'] }: FilesField) => accept.map((kind) => kinds[kind]);

const takes = (field: FilesField, language: Language): string => {
  const names = kindsOf(field).map(({ name }) => name[language]);
  return language === 'vi' ? `Gửi ${names.join(' hoặc ')}.` : `Send ${names.join(' or ')}.`;
};

const states: Readonly<
  Record<FileState, { readonly label: Text; readonly colour: 'grey' | 'green' | 'red' }>
> = {
  received: { label: { vi: 'Đã nhận, đang kiểm tra', en: 'Received, being checked' }, colour: 'grey' },
  checked: { label: { vi: 'Đã kiểm tra', en: 'Checked' }, colour: 'green' },
  refused: { label: { vi: 'Bị từ chối', en: 'Refused' }, colour: 'red' },
};
const remove: Text = { vi: 'Xoá tệp', en: 'Remove file' };

const isFile = (value: unknown): value is FileReference =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  'state' in value &&
  Object.hasOwn(states, String(value.state));
const filesOf = (value: unknown): readonly FileReference[] =>
  Array.isArray(value) ? value.filter(isFile) : [];

const size = (bytes: number, language: Language): string => {
  if (bytes < 1_000_000) return `${formatCount(Math.max(1, bytes / 1000), language)} KB`;
  const megabytes = (bytes / 1_000_000).toFixed(1);
  return `${language === 'vi' ? megabytes.replace('.', ',') : megabytes} MB`;
};

const FileRow = ({
  file,
  props,
}: {
  readonly file: FileReference;
  readonly props: InputProps<FilesField>;
}) => {
  const { label, colour } = states[file.state];
  const { language } = props;
  return (
    <li class="govuk-form-group">
      <p class="govuk-body">
        {file.name} ({size(file.size, language)}) <Tag colour={colour}>{label[language]}</Tag>
      </p>
      {file.reason && <p class="govuk-error-message">{file.reason[language]}</p>}
      <Button kind="secondary" {...dropFile(props.name, file.id)}>
        {remove[language]} <span class="govuk-visually-hidden">{file.name}</span>
      </Button>
    </li>
  );
};

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
        multiple={(props.field.max ?? 10) > 1}
        accept={kindsOf(props.field)
          .map(({ extensions }) => extensions)
          .join(',')}
        dropZone
      />
      {files.length > 0 && (
        <ul class="govuk-list">
          {files.map((file) => (
            <FileRow file={file} props={props} />
          ))}
        </ul>
      )}
    </>
  );
};

const field: FilesField = {
  id: 'proof',
  type: 'files',
  label: { vi: 'Giấy chứng sinh', en: 'Birth notification' },
  component: 'birth-notification',
  max: 2,
};

const good: FileReference = { id: 'f1', name: 'giay-chung-sinh.pdf', size: 120_000, state: 'checked' };
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
  schema: ({ max = 10 }) => ({
    type: 'array',
    minItems: 1,
    maxItems: max,
    items: {
      type: 'object',
      required: ['id', 'name', 'size', 'state'],
      properties: {
        id: { type: 'string', minLength: 1, maxLength: 100 },
        name: { type: 'string', minLength: 1, maxLength: 255 },
        size: { type: 'integer', minimum: 0 },
        state: { enum: Object.keys(states) },
      },
    },
  }),
  missing: (field) => about(field, 'Hãy gửi tệp: {}.', 'Send a file: {}.'),
  broken: (field, { keyword, limit }) =>
    keyword === 'maxItems'
      ? about(field, `{} chỉ được gửi nhiều nhất ${limit} tệp.`, `{} may be at most ${limit} files.`)
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
  display: (_, value: readonly FileReference[]) => value.map(({ name }) => name).join('; '),
  format: ({ max = 10 }) => ({ vi: `Tệp, nhiều nhất ${max}`, en: `Files, up to ${max}` }),
  examples: {
    field,
    valid: [
      [[good], [good], 'giay-chung-sinh.pdf'],
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
