import type { Text } from '../../text/language.ts';
import { classes, isEmpty, type Content, type Styling } from '../content.ts';
import { useLanguage } from '../language.tsx';
import { Button } from '../components/button.tsx';
import { FileUpload, type FileUploadProps } from '../components/file-upload.tsx';

/** How far a file is: it came; content and viruses are being looked at; it is good; it is not accepted. */
export type FileState = 'received' | 'checking' | 'checked' | 'refused';

/** One file that was sent. */
export type SentFile = {
  readonly id: string;
  readonly name: string;
  /** As people read it: "1,2 MB". */
  readonly size?: string | undefined;
  readonly state: FileState;
  /** Why it is refused and what to do: never refused without one. */
  readonly reason?: Content;
  readonly href?: string | undefined;
  /** Whether the person may take it back. */
  readonly removable?: boolean | undefined;
};

export type MultiFileUploadProps = Styling & {
  readonly files: readonly SentFile[];
  /** The field for more files; left out when nothing more may be sent. */
  readonly upload?: FileUploadProps | undefined;
  readonly heading?: Content;
  /** Names of the buttons in the form: `upload` by default sends, `remove` takes back the file with the id. */
  readonly uploadName?: string | undefined;
  readonly removeName?: string | undefined;
};

const states: Readonly<Record<FileState, Text>> = {
  received: { vi: 'Đã nhận, chờ kiểm tra', en: 'Received, waiting to be checked' },
  checking: { vi: 'Đang kiểm tra', en: 'Being checked' },
  checked: { vi: 'Đã kiểm tra, dùng được', en: 'Checked, can be used' },
  refused: { vi: 'Không nhận được', en: 'Not accepted' },
};

const words: Readonly<Record<'heading' | 'upload' | 'remove', Text>> = {
  heading: { vi: 'Tệp đã gửi', en: 'Files sent' },
  upload: { vi: 'Gửi tệp', en: 'Upload file' },
  remove: { vi: 'Xoá', en: 'Delete' },
};

const looks: Readonly<Record<FileState, string | undefined>> = {
  received: 'tt-quiet',
  checking: 'tt-quiet',
  checked: 'moj-multi-file-upload__success',
  refused: 'moj-multi-file-upload__error',
};

type RowProps = { readonly file: SentFile; readonly lang: 'vi' | 'en'; readonly removeName: string };

function Row({ file, lang, removeName }: RowProps) {
  const name = file.href ? (
    <a class="govuk-link" href={file.href}>
      {file.name}
    </a>
  ) : (
    file.name
  );
  return (
    <div class="govuk-summary-list__row moj-multi-file-upload__row">
      <div class="govuk-summary-list__value moj-multi-file-upload__message">
        {name} {file.size && <span class="tt-quiet tt-number">{file.size}</span>}
        <div class={looks[file.state]}>{states[file.state][lang]}</div>
        {!isEmpty(file.reason) && <div>{file.reason}</div>}
      </div>
      <div class="govuk-summary-list__actions moj-multi-file-upload__actions">
        {file.removable && (
          <Button
            kind="secondary"
            class="moj-multi-file-upload__delete govuk-!-margin-bottom-0"
            name={removeName}
            value={file.id}
            attributes={{ formnovalidate: true }}
          >
            {words.remove[lang]} <span class="govuk-visually-hidden">{file.name}</span>
          </Button>
        )}
      </div>
    </div>
  );
}

/** Several files with the state of each, and a field for more. It stands inside a form with `enctype="multipart/form-data"`. */
export function MultiFileUpload(props: MultiFileUploadProps) {
  const lang = useLanguage(props.upload?.lang);
  return (
    <div class={classes('moj-multi-file-upload', props.class)} {...props.attributes}>
      {props.files.length > 0 && (
        <div class="moj-multi-file__uploaded-files">
          <h2 class="govuk-heading-m">{props.heading ?? words.heading[lang]}</h2>
          <div class="govuk-summary-list moj-multi-file-upload__list">
            {props.files.map((file) => (
              <Row file={file} lang={lang} removeName={props.removeName ?? 'remove'} />
            ))}
          </div>
        </div>
      )}
      {props.upload && (
        <div class="moj-multi-file-upload__upload">
          <FileUpload {...props.upload} />
          <Button
            kind="secondary"
            name={props.uploadName ?? 'upload'}
            value="1"
            class="moj-multi-file-upload__button"
          >
            {words.upload[lang]}
          </Button>
        </div>
      )}
    </div>
  );
}
