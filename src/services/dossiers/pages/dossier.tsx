/** `/ho-so/:code`: everything about one dossier on one page, for the person and for those who work on it. */
import {
  Button,
  Facts,
  InsetText,
  SummaryList,
  Tag,
  Timeline,
  WarningText,
} from '../../../ground/ui/index.ts';
import type { Look } from '../../../ground/db/act.ts';
import { listFiles } from '../../../ground/files/index.ts';
import { formatTime, vietnamDay } from '../../../ground/text/dates.ts';
import { same, type Language, type Text } from '../../../ground/text/language.ts';
import { listSteps } from '../../../ground/record/index.ts';
import { page } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { asksRegistries, checksPath, listChecks, missingNumber } from '../../../outside/registries/index.ts';
import { findArrivalOf, listParcels } from '../../../outside/exchange/index.ts';
import { listCharges } from '../../../outside/payments/index.ts';
import { calendarOf } from '../../../work/clock/index.ts';
import {
  annexesPath,
  AnnexLinks,
  annexWords,
  currentPaper,
  listAnnexes,
  mayAttach,
  mayReadPaper,
  paperPath,
} from '../../../paper/papers/index.ts';
import { findComplaintProcedure, titleOf } from '../../catalogue/index.ts';
import { getPerson } from '../../../world/people/index.ts';
import { mayDo } from '../../../work/desk/index.ts';
import { formOf, printedLines, validate } from '../../../work/forms/index.ts';
import { listComplaints } from '../complaints.ts';
import { dossierInterest } from '../interest.ts';
import { firstOf, listParts } from '../linked.ts';
import { isOpen } from '../number.ts';
import { isRunningOlder, mayChangeProcess } from '../new-process/preview.ts';
import { dossierPath, resultAnnexPath } from '../paths.ts';
import { getWhole, listComponents, listSupplements } from '../queries.ts';
import { mayDigitise } from '../rules.ts';
import type { Dossier } from '../schema.ts';
import { noted, type RecordedStep } from '../forms/facts.ts';
import { noteForeignLook } from '../foreign-look.ts';
import { othersWork } from '../others-work.ts';
import { usualFromHere } from '../usual.ts';
import { listSecrecyMarks } from '../../../paper/scanning/index.ts';
import { postalWords, stepWords, words } from '../words.ts';
import { comingFees, whyHeld } from '../commands/payment.ts';
import { digitiseWords, scansPath } from './digitise/index.ts';
import { Acts, isForPerson } from './acts.tsx';
import { filedAt, NotArrived } from './arrived.tsx';
import { Duplicates, duplicatesOf } from '../told-duplicates.tsx';
import { Charges, StillOwed } from './charges.tsx';
import { JointRequest } from './joint-request.tsx';
import { ComplaintLinks } from './complaint-links.tsx';
import { isDecided, Remedies } from './remedies.tsx';
import { FileMarks } from './file-marks.tsx';
import { FormLinks } from './print/index.ts';
import { keptAtCounter, returning } from './returning.ts';
import { factsOf, waitingForPart, WhyEnded, WhyThisDate } from './standing.tsx';

/** Whether the person has said already how they were served; the room above that keeps ratings tells it. */
export type IsRated = (look: Look, dossier: string) => Promise<boolean>;

async function gather(visit: Visit, isRated: IsRated) {
  const whole = await getWhole(visit.look, visit.params['code'] ?? '');
  const { dossier } = whole;
  await noteForeignLook(visit, dossier, 'Xử lý hồ sơ');
  const { look } = visit;
  const inside = visit.by.kind === 'officer';
  // The page of checks opens to those on whose desk the dossier lies; others see no link to it.
  const works = inside && whole.work.some((one) => mayDo(visit.by, one));
  const deciding = dossier.clock ? dossier.agency : dossier.one_stop;
  const [
    steps,
    components,
    supplements,
    charges,
    usual,
    asked,
    checks,
    filer,
    held,
    parts,
    first,
    calendar,
    interest,
    duplicates,
    parcels,
    arrived,
    others,
    rated,
    complaints,
    complaint,
  ] = await Promise.all([
    listSteps(look, dossier.id, inside ? 'inside' : 'party'),
    listComponents(look, dossier.id),
    listSupplements(look, dossier.id),
    listCharges(look, dossier.id),
    usualFromHere(look, dossier),
    whole.procedure.number ? missingNumber(look, dossier.id) : null,
    works ? listChecks(look, dossier.id) : [],
    dossier.filed_for && dossier.filer ? getPerson(look, dossier.filer) : null,
    inside || !dossier.decided_at ? null : whyHeld(look, dossier, whole.procedure),
    listParts(look, dossier, whole.procedure.linked ?? []),
    firstOf(look, dossier),
    // What is over is explained by the calendar of its day.
    calendarOf(look, deciding, dossier.decided_at ?? dossier.ended_at),
    dossierInterest(look, dossier),
    duplicatesOf(visit, whole),
    listParcels(look, dossier.id),
    findArrivalOf(look, dossier.id),
    othersWork(look, whole),
    // Only who has a result can have rated it.
    visit.by.kind === 'citizen' && dossier.decided_at ? isRated(look, dossier.id) : false,
    listComplaints(look, dossier),
    inside || !isDecided(dossier) ? null : findComplaintProcedure(look, whole.agency.level),
  ]);
  const files = await listFiles(
    visit.look,
    components.flatMap(({ file }) => file ?? []),
  );
  const result = dossier.result === null ? null : await currentPaper(look, dossier.result);
  const secrecy = await listSecrecyMarks(
    visit.look,
    files.map(({ hash }) => hash),
  );
  return {
    ...whole,
    older: mayChangeProcess(visit.by) && (await isRunningOlder(look, dossier)),
    result,
    annexes: result ? await listAnnexes(look, result.id) : [],
    calendar,
    steps,
    components,
    supplements,
    charges,
    interest,
    duplicates,
    parcels,
    arrived,
    others,
    rated,
    complaints,
    complaint,
    awaited: asked && isOpen(asked) ? asked : null,
    checked: checks.length > 0,
    asks: works && whole.procedure.form !== null && asksRegistries(formOf(whole.procedure.form).definition),
    usual,
    held,
    parts,
    first,
    filedBy: filer?.name,
    scans: new Map(files.map(({ id, scan, hash }) => [id, { scan, secrecy: secrecy.get(hash) ?? null }])),
  };
}

export const dossierPage = (isRated: IsRated) =>
  page({
    path: '/ho-so/:code',
    who: 'signed-in',
    example: null,
    gather: (visit) => gather(visit, isRated),
    view: (all, visit) => {
      const { dossier, procedure, agency, oneStop, steps, components, supplements, charges, filedBy, scans } =
        all;
      const { lang } = visit;
      const asked =
        dossier.state === 'supplement' ? supplements.find((one) => one.answered_at === null) : undefined;
      const kept = keptAtCounter(dossier, all.parcels, oneStop);
      const isRevoked = all.result?.state === 'revoked';
      return {
        title: { vi: `${words.dossier.vi} ${dossier.code}`, en: `${words.dossier.en} ${dossier.code}` },
        crumbs: [
          visit.by.kind === 'officer'
            ? { text: words.desk, href: '/viec' }
            : { text: { vi: 'Trang của tôi', en: 'My page' }, href: '/cua-toi' },
        ],
        body: (
          <>
            <span class="govuk-caption-l">{dossier.code}</span>
            <h1 class="govuk-heading-l">{lang === 'vi' ? dossier.title : titleOf(procedure)[lang]}</h1>
            <Facts items={factsOf(all, visit)} />
            {!dossier.ended_at && <Duplicates duplicates={all.duplicates} visit={visit} />}
            {asked && (
              <InsetText>
                <p class="govuk-body govuk-!-font-weight-bold">{waitingForPart(visit)[lang]}</p>
                <ul class="govuk-list govuk-list--bullet">
                  {asked.defects.map((defect) => (
                    <li>{defect.what}</li>
                  ))}
                </ul>
                {asked.basis && (
                  <p class="govuk-body">
                    {words.lawfulBasis[lang]}: {asked.basis}
                  </p>
                )}
              </InsetText>
            )}
            <NotArrived arrived={all.arrived} visit={visit} />
            <WhyEnded dossier={dossier} steps={steps} lang={lang} />
            {all.held && <InsetText>{all.held[lang]}</InsetText>}
            {visit.by.kind === 'citizen' && dossier.decided_at && !all.held && (
              <StillOwed charges={charges} lang={lang} />
            )}
            {all.result?.correction && !isRevoked && (
              <InsetText>
                {words.resultCorrected(all.result.symbol ?? '')[lang]} {words.wasWrong[lang]}:{' '}
                {all.result.correction}
              </InsetText>
            )}
            {visit.by.kind === 'citizen' && kept && <InsetText>{kept[lang]}</InsetText>}
            {isRevoked && (
              <WarningText>
                {words.resultRevoked[lang]} {all.result?.ended_why}
              </WarningText>
            )}
            {dossier.result && dossier.decided_at && !all.held && !isRevoked && (
              <Button
                kind={isForPerson(dossier, visit) ? 'primary' : 'secondary'}
                href={`${dossierPath(dossier.code)}/ket-qua`}
              >
                {words[dossier.outcome === 'refused' ? 'downloadRefusal' : 'download'][lang]}
              </Button>
            )}
            <Annexes all={all} visit={visit} />
            <JointRequest {...all} lang={lang} />
            <Acts all={all} visit={visit} />
            <ComplaintLinks {...all.complaints} lang={lang} />
            <Remedies
              dossier={dossier}
              complaint={all.complaint}
              isComplaint={Boolean(procedure.aboutDossier)}
              visit={visit}
            />
            <Charges
              charges={charges}
              coming={comingFees(dossier, charges, procedure, visit.now)}
              path={dossierPath(dossier.code)}
              lang={lang}
            />
            <SummaryList
              rows={[
                { key: words.applicant[lang], value: dossier.applicant_name },
                filedBy && {
                  key: filedWords(dossier)[lang],
                  value: filedBy,
                },
                { key: words.agency[lang], value: agency.name[lang] },
                { key: words.oneStop[lang], value: oneStop.name[lang] },
                returning(dossier, all.parcels, visit),
                filedAt(all.arrived, visit),
                { key: words.submitted[lang], value: formatTime(dossier.submitted_at, lang) },
                dossier.postal && { key: words.byPost[lang], value: postalWords(dossier.postal)[lang] },
                dossier.accepted_at && {
                  key: words.accepted[lang],
                  value: formatTime(dossier.accepted_at, lang),
                },
              ]}
            />
            <Opinions opinions={dossier.opinions} lang={lang} />
            <WhyThisDate dossier={dossier} calendar={all.calendar} lang={lang} />
            <h2 class="govuk-heading-m">{words.answers[lang]}</h2>
            {procedure.form && (
              <SummaryList
                rows={printedLines(
                  validate(formOf(procedure.form), dossier.answers, {
                    today: vietnamDay(dossier.submitted_at),
                  }),
                  lang,
                ).map(({ label, value }) => ({ key: label, value }))}
              />
            )}
            {(all.checked || all.asks) && (
              <p class="govuk-body">
                <a class="govuk-link" href={checksPath(dossier.id)}>
                  {words[all.checked ? 'checks' : 'asked'][lang]}
                </a>
              </p>
            )}
            <h2 class="govuk-heading-m">{words.components[lang]}</h2>
            {components.length === 0 ? (
              <p class="govuk-body">{words.noComponents[lang]}</p>
            ) : (
              <ul class="govuk-list govuk-list--bullet">
                {components.map((one) => (
                  <li>
                    {one.file ? (
                      <a class="govuk-link" href={`${dossierPath(dossier.code)}/tep/${one.n}`}>
                        {one.name}
                      </a>
                    ) : (
                      one.name
                    )}
                    {one.manner === 'vault' && (
                      <>
                        {' '}
                        <Tag colour="green">{words.fromVault[lang]}</Tag>
                      </>
                    )}
                    <FileMarks marks={one.file ? scans.get(one.file) : undefined} visit={visit} />
                  </li>
                ))}
              </ul>
            )}
            {visit.by.kind === 'officer' && (components.length > 0 || mayDigitise(visit.by, dossier)) && (
              <p class="govuk-body">
                <a class="govuk-link" href={scansPath(dossier.code)}>
                  {digitiseWords.title[lang]}
                </a>
              </p>
            )}
            <FormLinks dossier={dossier} visit={visit} />
            <h2 class="govuk-heading-m">{words.timeline[lang]}</h2>
            <Timeline
              headingLevel={3}
              items={steps.toReversed().map((step) => ({
                title: stepTitle(step)[lang],
                by: step.by_kind === 'system' ? undefined : step.name,
                at: { moment: step.at.toISOString(), text: formatTime(step.at, lang) },
                children: step.reason,
              }))}
            />
          </>
        ),
      };
    },
  });

/** What a step means to people; a refusal is issued like a result and is none. */
const stepTitle = ({ act, after }: RecordedStep): Text =>
  act === 'dossier.decide' && noted(after, 'outcome') === 'refused'
    ? words.refusalIssued
    : (stepWords[act] ?? same(act));

/** By what right somebody filed it for whose it is. */
const filedWords = ({ filed_for: relation, organisation }: Dossier) =>
  relation === 'law' ? words.filedByLaw : organisation ? words.filedForOrganisation : words.filedBy;

type Shown = { readonly all: Awaited<ReturnType<typeof gather>>; readonly visit: Visit };

/** Annexes in files of their own: of the result, with the way to its page for who looks after it, and for who drafts it the way to attach them. */
function Annexes({ all: { dossier, result, annexes, held }, visit }: Shown) {
  const { by, lang } = visit;
  if (result && dossier.decided_at)
    return held ? null : (
      <>
        <AnnexLinks annexes={annexes} pathOf={({ n }) => resultAnnexPath(dossier.code, n)} lang={lang} />
        {mayReadPaper(by, result) && (
          <p class="govuk-body">
            <a class="govuk-link" href={paperPath(result.id)}>
              {words.issuedPaper[lang]}
            </a>
          </p>
        )}
      </>
    );
  if (!result || result.state !== 'draft' || !mayAttach(by, result)) return null;
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={annexesPath(result.id)}>
        {annexWords.title[lang]} ({annexes.length})
      </a>
    </p>
  );
}

/** Which agencies were asked, since when, until when, and what came of it. */
function Opinions({ opinions, lang }: Pick<Dossier, 'opinions'> & { readonly lang: Language }) {
  if (opinions.length === 0) return null;
  const at = (moment: string): string => formatTime(new Date(moment), lang);
  return (
    <>
      <h2 class="govuk-heading-m">{words.opinions[lang]}</h2>
      <SummaryList
        rows={opinions.map(({ name, askedAt, dueAt, outcome, endedAt }) => ({
          key: name[lang],
          value:
            outcome === 'answered' && endedAt
              ? words.opinionAnswered(at(endedAt))[lang]
              : outcome === 'no-answer' && endedAt
                ? words.opinionSilent(at(endedAt))[lang]
                : (dueAt ? words.sinceUntil(at(askedAt), at(dueAt)) : words.since(at(askedAt)))[lang],
        }))}
      />
    </>
  );
}
