/** `/so-sao/:id`: one electronic copy: what it was made from, who decided, whether its signatures hold; and its file. */
import { Button, SummaryList } from '../../../../ground/ui/index.ts';
import type { Store } from '../../../../ground/files/index.ts';
import { NotAllowed, NotFound } from '../../../../ground/operate/errors.ts';
import { formatDay, formatTime } from '../../../../ground/text/dates.ts';
import { page, type Answer } from '../../../../ground/web/page.ts';
import type { Visit } from '../../../../ground/web/visit.ts';
import { CheckedSignatures } from '../../check/signatures.tsx';
import { noteLookAt } from '../../pages/one-paper.ts';
import { COPIES, copyFilePath, copyPath, paperPath } from '../../paths.ts';
import { sendPdf } from '../../pages/send.ts';
import { getPaper } from '../../queries.ts';
import { mayPrepareCopy } from '../../rules.ts';
import type { Copy, Original } from '../../schema.ts';
import { findSignatureVerdicts } from '../../signature-check.ts';
import { findCopyById } from '../queries.ts';
import { copyKinds } from '../rules.ts';
import { sourceNames, words } from './words.ts';

type Electronic = Copy & { readonly file: string; readonly original: Original };

/** The electronic copy of the path, for those who keep and read the book. A look at what belongs to a person is recorded. */
async function copyAt(visit: Visit): Promise<Electronic> {
  const copy = await findCopyById(visit.look, visit.params['id'] ?? '');
  if (!copy || copy.file === null || copy.original === null) throw new NotFound(words.noCopy);
  if (!mayPrepareCopy(visit.by, { agency: copy.agency, keeper: null })) throw new NotAllowed(words.notYours);
  if (copy.paper) await noteLookAt(visit, await getPaper(visit.look, copy.paper));
  return { ...copy, file: copy.file, original: copy.original };
}

export const copyPage = page({
  path: copyPath(':id'),
  who: 'officer',
  example: null,
  gather: async (visit) => {
    const copy = await copyAt(visit);
    const { file } = copy;
    return { copy, verdict: (await findSignatureVerdicts(visit.look, [file])).get(file) };
  },
  view: ({ copy, verdict }, { lang }) => {
    const { original } = copy;
    const title = `${copyKinds[copy.kind].name[lang]} ${copy.symbol ?? ''}`;
    return {
      title: { vi: title, en: title },
      crumbs: [{ text: words.book, href: COPIES }],
      body: (
        <>
          <span class="govuk-caption-l">{original.title}</span>
          <h1 class="govuk-heading-l">{title}</h1>
          <Button href={copyFilePath(copy.id)}>{words.download[lang]}</Button>
          <SummaryList
            rows={[
              { key: words.document[lang], value: original.title },
              original.symbol !== null && { key: words.symbolOf[lang], value: original.symbol },
              { key: words.issuer[lang], value: original.issuer },
              original.issuedOn && {
                key: words.issuedOn[lang],
                value: formatDay(original.issuedOn, lang),
              },
              {
                key: words.source[lang],
                value: copy.paper ? (
                  <a class="govuk-link" href={paperPath(copy.paper)}>
                    {sourceNames[original.source][lang]}
                  </a>
                ) : (
                  sourceNames[original.source][lang]
                ),
              },
              original.fullCopy !== undefined && { key: words.fullCopy[lang], value: original.fullCopy },
              copy.part !== null && { key: words.part[lang], value: copy.part },
              copy.pages !== null && { key: words.pages[lang], value: copy.pages },
              { key: words.agency[lang], value: copy.agency_name },
              {
                key: words.authority[lang],
                value: `${copy.authorised_by ?? ''} (${copy.authorised_as ?? ''})`,
              },
              { key: words.by[lang], value: copy.by_name },
              { key: words.made[lang], value: formatTime(copy.made_at, lang) },
              { key: words.reason[lang], value: copy.reason },
              {
                key: words.code[lang],
                value: (
                  <a class="govuk-link" href={`/xac-minh/${copy.code}`}>
                    {copy.code}
                  </a>
                ),
              },
              { key: words.hash[lang], value: <code>{copy.file}</code> },
            ]}
          />
          {verdict && <CheckedSignatures verdict={verdict} lang={lang} />}
        </>
      ),
    };
  },
});

/** The file, for the clerk who sends it to who asked. */
export const copyFileAnswer = (store: Store): Answer => ({
  path: copyFilePath(':id'),
  who: 'officer',
  example: null,
  respond: async (visit) => {
    const copy = await copyAt(visit);
    return sendPdf(store, { hash: copy.file, size: copy.size, name: copy.code });
  },
});
