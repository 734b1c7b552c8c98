/** `/the-thuc`: an officer checks a drafted document against Decree 30/2020 before it goes to be signed (C6). */
import type { By } from '../../../ground/db/act.ts';
import { Button, FileUpload, InsetText, Tag } from '../../../ground/ui/index.ts';
import type { Language } from '../../../ground/text/language.ts';
import { errorOf, Faults, Form } from '../../../ground/web/form.tsx';
import { input } from '../../../ground/web/input.ts';
import { page, type Page, type View } from '../../../ground/web/page.ts';
import type { Programs } from '../../scanning/index.ts';
import type { Finding } from '../../typeset/index.ts';
import { checkFormatOfFile } from '../format/check.ts';
import { partNames, words } from '../format/words.ts';
import { passingFile } from './passing.ts';
import { FORMAT } from '../paths.ts';

const LARGEST = 10 * 1024 * 1024;

/** Whoever works here drafts documents. */
export const mayCheckFormat = (by: By): boolean => by.kind === 'officer';

const framed = (body: View['body']): View => ({
  title: words.title,
  body: (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">{body}</div>
    </div>
  ),
});

type Shown = { readonly lang: Language };

const Listed = ({
  title,
  findings,
  lang,
}: Shown & { readonly title: string; readonly findings: readonly Finding[] }) => (
  <>
    <h2 class="govuk-heading-m">
      {title} ({findings.length})
    </h2>
    <ol class="govuk-list govuk-list--number govuk-list--spaced">
      {findings.map(({ part, article, message }) => (
        <li>
          {!message[lang].startsWith(partNames[part][lang]) && (
            <>
              <strong>{partNames[part][lang]}.</strong>{' '}
            </>
          )}
          {message[lang]}
          <div class="govuk-hint govuk-!-margin-bottom-0">{article}</div>
        </li>
      ))}
    </ol>
  </>
);

const Result = ({ findings, lang }: Shown & { readonly findings: readonly Finding[] }) => {
  const wrong = findings.filter(({ kind }) => kind === 'wrong');
  const advice = findings.filter(({ kind }) => kind === 'advice');
  return (
    <>
      {wrong.length === 0 && (
        <p class="govuk-body">
          <Tag colour="green">{words.clean[lang]}</Tag>
        </p>
      )}
      {wrong.length > 0 && <Listed title={words.wrong[lang]} findings={wrong} lang={lang} />}
      {advice.length > 0 && <Listed title={words.advice[lang]} findings={advice} lang={lang} />}
      <InsetText>{words.limits[lang]}</InsetText>
      <p class="govuk-body">
        <a class="govuk-link" href={FORMAT}>
          {words.again[lang]}
        </a>
      </p>
    </>
  );
};

export const formatPage = (programs: Programs): Page =>
  page({
    path: FORMAT,
    who: mayCheckFormat,
    example: FORMAT,
    largest: LARGEST,
    input: input({ tep: passingFile(words.missing) }),
    gather: () => Promise.resolve(null),
    view: (_, visit, fault) => {
      const { lang } = visit;
      return framed(
        <>
          <Faults fault={fault} visit={visit} />
          <h1 class="govuk-heading-l">{words.title[lang]}</h1>
          <p class="govuk-body-l">{words.lead[lang]}</p>
          <Form visit={visit} action={FORMAT} upload>
            <FileUpload
              id="tep"
              name="tep"
              label={words.file[lang]}
              hint={words.fileHint[lang]}
              error={errorOf(fault, 'tep', visit)}
              accept=".pdf,.docx"
            />
            <Button>{words.check[lang]}</Button>
          </Form>
        </>,
      );
    },
    show: async ({ lang }, { tep }) => {
      const findings = await checkFormatOfFile(programs, tep.bytes);
      return framed(
        <>
          <span class="govuk-caption-l">{tep.name}</span>
          <h1 class="govuk-heading-l">{words.title[lang]}</h1>
          <Result findings={findings} lang={lang} />
        </>,
      );
    },
  });
