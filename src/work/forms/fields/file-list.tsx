/** The files of a draft as its page shows them: the state of each, photos as the pages they will be, in an order that can be changed. */
import { Button, ButtonGroup, Tag } from '../../../ground/ui/index.ts';
import { formatCount } from '../../../ground/text/money.ts';
import type { Language, Text } from '../../../ground/text/language.ts';
import { fileAct, type FileDeed } from '../acts.ts';

export type FileState = 'received' | 'checked' | 'refused';

/** One file of the draft: received (đã nhận), checked (đã kiểm tra) or refused (bị từ chối) with the reason. */
export type FileReference = {
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly state: FileState;
  readonly reason?: Text;
  /** A photo of a paper: the hash of its upright page in the store. All photos of a field become one PDF, a page each. */
  readonly page?: string;
  /** By how much the person turned the photo, degrees to the right. */
  readonly turned?: number;
};

/** Where the pages of a draft can be looked at. */
export type FileLinks = {
  /** A small picture of a photo. */
  readonly picture: (file: FileReference) => string;
  /** The PDF that the photos of the field at this path become. */
  readonly pages: (path: string) => string;
};

export const states: Readonly<
  Record<FileState, { readonly label: Text; readonly colour: 'grey' | 'green' | 'red' }>
> = {
  received: { label: { vi: 'Đã nhận, đang kiểm tra', en: 'Received, being checked' }, colour: 'grey' },
  checked: { label: { vi: 'Đã kiểm tra', en: 'Checked' }, colour: 'green' },
  refused: { label: { vi: 'Bị từ chối', en: 'Refused' }, colour: 'red' },
};

const words = {
  drop: { vi: 'Xoá', en: 'Remove' },
  earlier: { vi: 'Lên trước', en: 'Move up' },
  later: { vi: 'Xuống sau', en: 'Move down' },
  turn: { vi: 'Xoay', en: 'Turn' },
  page: { vi: 'Trang', en: 'Page' },
  pictureOf: { vi: 'Ảnh trang', en: 'Picture of page' },
  look: { vi: 'Xem thử tệp PDF', en: 'Look at the PDF' },
  onePdf: {
    vi: 'Các ảnh được ghép thành một tệp PDF theo thứ tự dưới đây.',
    en: 'The photos become one PDF, in the order below.',
  },
} as const satisfies Readonly<Record<string, Text>>;

const size = (bytes: number, language: Language): string => {
  if (bytes < 1_000_000) return `${formatCount(Math.max(1, bytes / 1000), language)} KB`;
  const megabytes = (bytes / 1_000_000).toFixed(1);
  return `${language === 'vi' ? megabytes.replace('.', ',') : megabytes} MB`;
};

/** Whether a file is a page of the PDF of its field. */
export const isPage = ({ page, state }: FileReference): boolean => page !== undefined && state !== 'refused';

type ListProps = {
  readonly files: readonly FileReference[];
  /** Path of the field. */
  readonly name: string;
  readonly language: Language;
  readonly links: FileLinks | undefined;
};

/** What may be done with the file at this place: only what changes something. */
const deedsFor = ({ files }: ListProps, at: number): readonly FileDeed[] => [
  ...(at > 0 ? (['earlier'] as const) : []),
  ...(at < files.length - 1 ? (['later'] as const) : []),
  ...(files[at]?.page ? (['turn'] as const) : []),
  'drop',
];

const FileRow = ({
  list,
  at,
  page,
}: {
  readonly list: ListProps;
  readonly at: number;
  readonly page: number | null;
}) => {
  const { language, links, name } = list;
  const file = list.files[at]!;
  const { label, colour } = states[file.state];
  return (
    <li class="tt-file">
      {file.page && links && (
        <img
          class="tt-file__picture"
          src={links.picture(file)}
          width="120"
          height="120"
          alt={`${words.pictureOf[language]} ${page ?? ''}: ${file.name}`}
        />
      )}
      <div class="tt-file__words">
        <p class="govuk-body govuk-!-margin-bottom-1">
          {page && <strong>{`${words.page[language]} ${page}: `}</strong>}
          {file.name} ({size(file.size, language)}) <Tag colour={colour}>{label[language]}</Tag>
        </p>
        {file.reason && <p class="govuk-error-message">{file.reason[language]}</p>}
        <ButtonGroup>
          {deedsFor(list, at).map((deed) => (
            <Button kind="secondary" class="tt-file__act" {...fileAct(deed, name, file.id)}>
              {words[deed][language]} <span class="govuk-visually-hidden">{file.name}</span>
            </Button>
          ))}
        </ButtonGroup>
      </div>
    </li>
  );
};

/** The files of one field; nothing when there are none. */
export const FileList = (props: ListProps) => {
  const { files, language, links, name } = props;
  const pages = files.filter(isPage);
  if (files.length === 0) return null;
  return (
    <>
      {pages.length > 0 && (
        <p class="govuk-body">
          {words.onePdf[language]}{' '}
          {links && (
            <a class="govuk-link" href={links.pages(name)}>
              {words.look[language]}
            </a>
          )}
        </p>
      )}
      <ul class="govuk-list tt-files">
        {files.map((file, at) => (
          <FileRow list={props} at={at} page={isPage(file) ? pages.indexOf(file) + 1 : null} />
        ))}
      </ul>
    </>
  );
};
