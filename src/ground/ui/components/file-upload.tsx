import type { Text } from '../../text/language.ts';
import { classes, type Styling } from '../content.ts';
import { useLanguage } from '../language.tsx';
import { describedBy, FormGroup, hasError, type FieldProps } from './form-group.tsx';
import { scriptWords, type ScriptWords } from './script-words.ts';

/** What the drop zone says with script. */
type DropZoneWords = ScriptWords<
  | 'choose-files-button'
  | 'no-file-chosen'
  | 'multiple-files-chosen'
  | 'drop-instruction'
  | 'entered-drop-zone'
  | 'left-drop-zone'
>;

export type FileUploadProps = FieldProps &
  Styling & {
    readonly multiple?: boolean | undefined;
    readonly disabled?: boolean | undefined;
    /** File types offered by the browser's dialogue, such as `.pdf,image/*`. The server checks the content anyway. */
    readonly accept?: string | undefined;
    /** With script the field becomes an area to drop files on. */
    readonly dropZone?: (Styling & { readonly words?: DropZoneWords | undefined }) | boolean | undefined;
  };

const vietnamese: DropZoneWords = {
  'choose-files-button': 'Chọn tệp',
  'no-file-chosen': 'Chưa chọn tệp nào',
  'multiple-files-chosen': { other: 'Đã chọn %{count} tệp' },
  'drop-instruction': 'hoặc kéo tệp thả vào đây',
  'entered-drop-zone': 'Đã vào vùng thả tệp',
  'left-drop-zone': 'Đã ra khỏi vùng thả tệp',
};

/** A field for files. */
export function FileUpload(props: FileUploadProps) {
  const lang = useLanguage(props.lang);
  const id = props.id ?? props.name ?? '';
  const input = (
    <input
      class={classes('govuk-file-upload', props.class, hasError(props.error) && 'govuk-file-upload--error')}
      id={id}
      name={props.name}
      type="file"
      accept={props.accept}
      disabled={props.disabled}
      multiple={props.multiple}
      aria-describedby={describedBy(id, props)}
      {...props.attributes}
    />
  );
  const zone = props.dropZone === true ? {} : props.dropZone || undefined;
  return (
    <FormGroup field={props} id={id}>
      {props.group?.before}
      {zone ? (
        <div
          class={classes('govuk-file-upload-wrapper', zone.class)}
          data-module="govuk-file-upload"
          {...scriptWords(lang, vietnamese, zone.words)}
          {...zone.attributes}
        >
          {input}
        </div>
      ) : (
        input
      )}
      {props.group?.after}
    </FormGroup>
  );
}

/** What people may send as evidence (STANDARDS 7.2), in the form that `accept` wants. */
export const evidenceFiles = '.pdf,.doc,.docx,.odt,.xls,.xlsx,.ods,.csv,.jpg,.jpeg,.png,.tif,.tiff,.zip';

/** Said beside a file field so that people need not try. */
export const evidenceHint: Text = {
  vi: 'Tệp PDF, ảnh chụp (JPG, PNG) hoặc văn bản Word, Excel.',
  en: 'A PDF, a photo (JPG, PNG), or a Word or Excel document.',
};
