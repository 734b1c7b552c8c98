/** What a joint request asks for (liên thông), one agency a line, so that the person follows all of it on one page. */
import { InsetText, SummaryList } from '../../../ground/ui/index.ts';
import { formatTime } from '../../../ground/text/dates.ts';
import type { Language, Text } from '../../../ground/text/language.ts';
import { dossierPath } from '../paths.ts';
import type { Part } from '../linked.ts';
import { stateName } from '../rules.ts';
import type { Dossier } from '../schema.ts';

const words = {
  title: { vi: 'Các việc trong cùng một lần khai', en: 'Everything in this one request' },
  each: {
    vi: 'Mỗi cơ quan có thời hạn riêng. Kết quả nào xong trước thì bạn nhận trước.',
    en: 'Each agency has a date of its own. You get each result as soon as it is ready.',
  },
  later: {
    vi: 'Bắt đầu khi có kết quả của việc đầu tiên',
    en: 'Begins when the first result is issued',
  },
  never: {
    vi: 'Không làm được, vì việc đầu tiên không có kết quả',
    en: 'Cannot begin: the first result was not issued',
  },
  due: { vi: 'hẹn trả', en: 'promised for' },
  result: { vi: 'Tải kết quả', en: 'Download the result' },
  partOf: { vi: 'Thuộc một lần khai, mã hồ sơ', en: 'Part of one request, code' },
} satisfies Record<string, Text>;

/** How far one procedure of the request is. */
export const partState = ({ dossier, waits }: Part): Text =>
  dossier ? stateName[dossier.state] : words[waits ?? 'later'];

const PartLine = ({ part, lang }: { readonly part: Part; readonly lang: Language }) => (
  <>
    {part.dossier ? (
      <a class="govuk-link" href={dossierPath(part.dossier.code)}>
        {partState(part)[lang]}
      </a>
    ) : (
      partState(part)[lang]
    )}
    {part.agency && <>. {part.agency[lang]}</>}
    {part.dossier?.due_at && !part.dossier.decided_at && (
      <>
        , {words.due[lang]} {formatTime(part.dossier.due_at, lang)}
      </>
    )}
    {part.dossier?.result && part.dossier.decided_at && (
      <>
        .{' '}
        <a class="govuk-link" href={`${dossierPath(part.dossier.code)}/ket-qua`}>
          {words.result[lang]}
        </a>
      </>
    )}
  </>
);

type Shown = {
  readonly dossier: Dossier;
  readonly first: Dossier;
  readonly parts: readonly Part[];
  readonly lang: Language;
};

/** On the page of the first dossier the others with their dates and results; on theirs the way back to it. */
export function JointRequest({ dossier, first, parts, lang }: Shown) {
  if (first.id !== dossier.id)
    return (
      <InsetText>
        {words.partOf[lang]}{' '}
        <a class="govuk-link" href={dossierPath(first.code)}>
          {first.code}
        </a>
      </InsetText>
    );
  if (parts.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{words.title[lang]}</h2>
      <p class="govuk-body">{words.each[lang]}</p>
      <SummaryList
        rows={parts.map((part) => ({ key: part.title, value: <PartLine part={part} lang={lang} /> }))}
      />
    </>
  );
}
