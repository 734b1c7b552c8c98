/** The page on which a person checks all answers before sending, each with a link to change it. */
import type { VNode } from 'preact';
import { ErrorSummary, Speak, SummaryList } from '../../../ground/ui/index.ts';
import type { Language, Text } from '../../../ground/text/language.ts';
import { summaryLines, type PrintedLine } from '../printed.ts';
import type { Checked } from '../validate.ts';
import { errorText } from './error-text.ts';
import { idOf } from './field-input.tsx';

export type CheckAnswersProps = {
  readonly checked: Checked;
  readonly language: Language;
  /** Where an answer is changed: the page, and the input on it. */
  readonly changeHref: (page: string, inputId: string) => string;
};

const words = {
  title: { vi: 'Kiểm tra lại câu trả lời', en: 'Check your answers' },
  change: { vi: 'Sửa', en: 'Change' },
  empty: { vi: 'Chưa trả lời', en: 'Not answered' },
} as const satisfies Readonly<Record<string, Text>>;

const bySection = (lines: readonly PrintedLine[]): readonly (readonly [string, readonly PrintedLine[]])[] => [
  ...Map.groupBy(lines, ({ section }) => section),
];

/** A text of several lines keeps them. */
const Lines = ({ text }: { readonly text: string }): VNode => (
  <>{text.split('\n').map((line, index) => (index === 0 ? line : [<br />, line]))}</>
);

/** Lists by section; what is missing or wrong stands above, with links. */
export const CheckAnswers = ({ checked, language, changeHref }: CheckAnswersProps): VNode => (
  <Speak lang={language}>
    {checked.errors.length > 0 && (
      <ErrorSummary
        errors={checked.errors.map((error) => ({
          text: errorText(error, language),
          href: changeHref(error.page, idOf(error.field)),
        }))}
      />
    )}
    <h1 class="govuk-heading-l">{words.title[language]}</h1>
    {bySection(summaryLines(checked, language)).map(([section, lines]) => (
      <>
        <h2 class="govuk-heading-m">{section}</h2>
        <SummaryList
          rows={lines.map(({ label, value, page, path, computed }) => ({
            key: label,
            value: value === '' ? words.empty[language] : <Lines text={value} />,
            actions: computed
              ? []
              : [{ href: changeHref(page, idOf(path)), text: words.change[language], spoken: label }],
          }))}
        />
      </>
    ))}
  </Speak>
);
