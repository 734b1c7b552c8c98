/** `/giay-to-da-cap/:id`: one paper, what was made of it, and what may be done with it; and its file. */
import { Button, ButtonGroup, DataTable, SummaryList, Tag, Timeline } from '../../../ground/ui/index.ts';
import type { Store } from '../../../ground/files/index.ts';
import { NotFound } from '../../../ground/operate/errors.ts';
import { listSteps } from '../../../ground/record/index.ts';
import { formatDay, formatTime } from '../../../ground/text/dates.ts';
import { page, type Answer } from '../../../ground/web/page.ts';
import { AnnexLinks } from '../annexes/links.tsx';
import { words as annexWords } from '../annexes/words.ts';
import { words as dataWords } from '../signed-data/words.ts';
import { annexFilePath } from '../annexes/paths.ts';
import { listAnnexes } from '../annexes/queries.ts';
import { CheckedSignatures } from '../check/signatures.tsx';
import { mediumNames, words as copyWords } from '../copies/pages/words.ts';
import { copyKinds } from '../copies/rules.ts';
import { listCopies } from '../copies/queries.ts';
import type { Paper } from '../schema.ts';
import { findCorrection, getPaper } from '../queries.ts';
import { isClerkOf, isLeaderOf, mayAttach, mayCorrect, mayPrepareCopy, mayRevoke } from '../rules.ts';
import { awaitedOnPhone, WaitsOnPhone } from '../remote/note.tsx';
import { findSignatureVerdicts } from '../signature-check.ts';
import { noteLookAt, paperAt } from './one-paper.ts';
import { findMinutes } from '../minutes/commands.ts';
import { words as minutesWords } from '../minutes/words.ts';
import {
  correctMinutesPath,
  minutesPath,
  copyPath,
  copySheetPath,
  PAPERS,
  paperActPath,
  paperPath,
} from '../paths.ts';
import { sendPdf } from './send.ts';
import { stepNames } from './steps.ts';
import { stateNames, words } from './words.ts';

/** What waits for its next step is no error, and what has ended is no success. */
const tagOf = ({ state, issued_at: issued }: Pick<Paper, 'state' | 'issued_at'>) =>
  state === 'issued' ? 'green' : issued ? 'red' : undefined;

export const paperPage = page({
  path: `${PAPERS}/:id`,
  who: 'officer',
  example: null,
  gather: async (visit) => {
    const paper = await paperAt(visit);
    await noteLookAt(visit, paper);
    const { look } = visit;
    return {
      paper,
      replaced: paper.replaces && (await getPaper(look, paper.replaces)),
      replacement: paper.replaced_by && (await getPaper(look, paper.replaced_by)),
      correction: await findCorrection(look, paper.id),
      annexes: await listAnnexes(look, paper.id),
      minutes: await findMinutes(look, paper.id),
      waiting: paper.state === 'draft' ? await awaitedOnPhone(look, paper.id) : null,
      copies: await listCopies(look, paper.id),
      steps: await listSteps(look, paper.id, 'inside'),
      verdict: paper.hash ? (await findSignatureVerdicts(look, [paper.hash])).get(paper.hash) : undefined,
    };
  },
  view: (
    { paper, replaced, replacement, correction, annexes, minutes, waiting, copies, steps, verdict },
    visit,
  ) => {
    const { by, lang } = visit;
    const link = (one: { readonly id: string; readonly symbol: string | null; readonly title: string }) => (
      <a class="govuk-link" href={paperPath(one.id)}>
        {one.symbol ?? one.title}
      </a>
    );
    const inForce = paper.state === 'issued';
    const acts = [
      paper.state === 'draft' &&
        paper.replaces &&
        !minutes &&
        isLeaderOf(by, paper) &&
        (['ky', words.signTitle] as const),
      // What belongs to a dossier is sealed there.
      ['signed', 'numbered'].includes(paper.state) &&
        (paper.replaces || !paper.item) &&
        isClerkOf(by, paper) &&
        (['phat-hanh', words.seal] as const),
      paper.state === 'draft' && mayAttach(by, paper) && (['phu-luc', annexWords.title] as const),
      paper.hash && (['tep', words.download] as const),
      paper.issued_at && (['du-lieu', dataWords.open] as const),
      inForce && !correction && !minutes && mayCorrect(by, paper) && (['dinh-chinh', words.correct] as const),
      ['signed', 'numbered', 'issued'].includes(paper.state) &&
        isClerkOf(by, paper) &&
        (['sao', words.copy] as const),
      inForce && mayPrepareCopy(by, paper) && (['sao-dien-tu', copyWords.ofPaper] as const),
      inForce && mayRevoke(by, paper) && (['thu-hoi', words.revoke] as const),
    ].filter((one) => typeof one === 'object' && one !== null);
    return {
      title: { vi: `${paper.title} ${paper.symbol ?? ''}`, en: `${paper.title} ${paper.symbol ?? ''}` },
      crumbs: [{ text: words.list, href: PAPERS }],
      body: (
        <>
          <span class="govuk-caption-l">{paper.title}</span>
          <h1 class="govuk-heading-l">{paper.symbol ?? stateNames[paper.state][lang]}</h1>
          <WaitsOnPhone waiting={waiting} visit={visit} />
          {minutes && (
            <p class="govuk-body">
              <a class="govuk-link" href={minutesPath(paper.id)}>
                {minutesWords.whoSigns[lang]}: {minutes.secretary_name}, {minutes.chair_name}
              </a>
            </p>
          )}
          <ButtonGroup>
            {acts.map(([act, name], i) => (
              <Button
                kind={act === 'thu-hoi' ? 'warning' : i === 0 ? 'primary' : 'secondary'}
                href={paperActPath(paper.id, act)}
              >
                {name[lang]}
              </Button>
            ))}
            {inForce && !correction && minutes && mayCorrect(by, paper) && (
              <Button kind="secondary" href={correctMinutesPath(paper.id)}>
                {minutesWords.correct[lang]}
              </Button>
            )}
          </ButtonGroup>
          <SummaryList
            rows={[
              {
                key: words.state[lang],
                value: <Tag colour={tagOf(paper)}>{stateNames[paper.state][lang]}</Tag>,
              },
              paper.ended_why && { key: words.why[lang], value: paper.ended_why },
              paper.correction && { key: words.error[lang], value: paper.correction },
              replaced && { key: words.replaces[lang], value: link(replaced) },
              replacement && { key: words.replacedBy[lang], value: link(replacement) },
              correction && { key: words.correct[lang], value: link(correction) },
              { key: words.owner[lang], value: paper.owner_name },
              paper.issued_on && { key: words.issued[lang], value: formatDay(paper.issued_on, lang) },
              paper.valid_until && { key: words.until[lang], value: formatDay(paper.valid_until, lang) },
              paper.signer_name && { key: words.signer[lang], value: paper.signer_name },
              {
                key: words.code[lang],
                value: (
                  <a class="govuk-link" href={`/xac-minh/${paper.code}`}>
                    {paper.code}
                  </a>
                ),
              },
              paper.hash && { key: words.hash[lang], value: <code>{paper.hash}</code> },
            ]}
          />
          {verdict && <CheckedSignatures verdict={verdict} lang={lang} />}
          <AnnexLinks annexes={annexes} pathOf={({ n }) => annexFilePath(paper.id, n)} lang={lang} />
          <h2 class="govuk-heading-m">{words.copies[lang]}</h2>
          <DataTable
            caption={words.copies[lang]}
            rows={copies}
            columns={[
              {
                key: 'kind',
                title: words.kind[lang],
                names: true,
                cell: (one) => copyKinds[one.kind].name[lang],
              },
              {
                key: 'symbol',
                title: words.symbol[lang],
                cell: (one) =>
                  one.file && mayPrepareCopy(by, paper) ? (
                    <a class="govuk-link" href={copyPath(one.id)}>
                      {one.symbol}
                    </a>
                  ) : (
                    (one.symbol ?? '')
                  ),
              },
              {
                key: 'medium',
                title: copyWords.medium[lang],
                cell: (one) => mediumNames[one.medium][lang],
              },
              { key: 'day', title: words.day[lang], cell: (one) => formatDay(one.made_on, lang) },
              { key: 'by', title: words.by[lang], cell: (one) => one.by_name },
              { key: 'code', title: words.code[lang], cell: (one) => one.code },
              {
                key: 'sheet',
                title: words.sheet[lang],
                cell: (one) =>
                  // A print that is signed and sealed by hand is an original: nothing is added to it.
                  one.medium === 'paper' &&
                  one.kind !== 'printed-original' &&
                  isClerkOf(by, paper) && (
                    <a class="govuk-link" href={copySheetPath(paper.id, one.id)}>
                      {words.print[lang]}
                      <span class="govuk-visually-hidden"> {one.code}</span>
                    </a>
                  ),
              },
              {
                key: 'why',
                title: words.why[lang],
                cell: (one) => [one.part, one.reason].filter(Boolean).join('; '),
              },
            ]}
            empty={<p class="govuk-body">{words.noCopies[lang]}</p>}
          />
          <h2 class="govuk-heading-m">{words.history[lang]}</h2>
          <Timeline
            headingLevel={3}
            items={steps.toReversed().map((step) => ({
              title: stepNames[step.act]?.[lang] ?? step.act,
              by: step.name,
              at: { moment: step.at.toISOString(), text: formatTime(step.at, lang) },
              children: step.reason,
            }))}
          />
        </>
      ),
    };
  },
});

/** The file of a paper, for those who look after it. */
export const paperFileAnswer = (store: Store): Answer => ({
  path: paperActPath(':id', 'tep'),
  who: 'officer',
  example: null,
  respond: async (visit) => {
    const paper = await paperAt(visit);
    if (!paper.hash) throw new NotFound({ vi: 'Văn bản chưa có tệp.', en: 'The paper has no file yet.' });
    await noteLookAt(visit, paper);
    return sendPdf(store, { hash: paper.hash, size: paper.size, name: paper.code });
  },
});
