/** The data dictionary of a form as a table: for designers, inspectors, and anyone who wants to know why something is asked. */
import type { VNode } from 'preact';
import { Table } from '../../../ground/ui/index.ts';
import type { Language, Text } from '../../../ground/text/language.ts';
import type { DictionaryEntry } from '../dictionary.ts';

const words = {
  caption: { vi: 'Từ điển dữ liệu', en: 'Data dictionary' },
  label: { vi: 'Thông tin', en: 'What' },
  format: { vi: 'Dạng', en: 'Form' },
  required: { vi: 'Bắt buộc', en: 'Required' },
  source: { vi: 'Căn cứ; nguồn', en: 'Legal basis; source' },
  personal: { vi: 'Dữ liệu cá nhân', en: 'Personal data' },
} as const satisfies Readonly<Record<string, Text>>;

const required: Readonly<Record<DictionaryEntry['required'], Text>> = {
  always: { vi: 'Có', en: 'Yes' },
  'under a condition': { vi: 'Nếu', en: 'If' },
  no: { vi: 'Không', en: 'No' },
};
const personal: Readonly<Record<DictionaryEntry['personalData'], Text>> = {
  none: { vi: 'Không', en: 'No' },
  basic: { vi: 'Cơ bản', en: 'Basic' },
  sensitive: { vi: 'Nhạy cảm', en: 'Sensitive' },
};

export type DictionaryTableProps = {
  readonly entries: readonly DictionaryEntry[];
  readonly language: Language;
};

/** One row for each value that the form collects. */
export const DictionaryTable = ({ entries, language }: DictionaryTableProps): VNode => (
  <Table
    caption={words.caption[language]}
    head={[words.label, words.format, words.required, words.source, words.personal].map((word) => ({
      text: word[language],
    }))}
    rows={entries.map((entry) => [
      {
        text: (
          <>
            {entry.label[language]}
            <br />
            <code>{entry.path}</code>
          </>
        ),
      },
      { text: entry.format[language] },
      { text: [required[entry.required][language], entry.condition?.[language]].filter(Boolean).join(': ') },
      { text: [entry.legalBasis, entry.source?.registry].filter(Boolean).join('; ') },
      { text: personal[entry.personalData][language] },
    ])}
  />
);
