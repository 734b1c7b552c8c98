/** The correction of an error of the agency: drafted, signed by the leader, numbered and sealed by the clerk. */
import { Button, DataTable, InsetText, Input, SummaryList, Textarea } from '../../../ground/ui/index.ts';
import { Conflict, Invalid, NotAllowed } from '../../../ground/operate/errors.ts';
import { entered, errorOf, Faults, Form, typedIn } from '../../../ground/web/form.tsx';
import { nothing, text, type Input as InputOf, type Raw } from '../../../ground/web/input.ts';
import { page, type Page } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { maySign } from '../../../world/mandates/index.ts';
import { AnnexChanges } from '../annexes/changes.tsx';
import { listAnnexes } from '../annexes/queries.ts';
import { newCheckCode, numberPaper, reopenDraft } from '../commands.ts';
import { awaitSignature, draftCorrection, issueCorrection, signCorrection } from '../corrections/commands.ts';
import { changedLines, correctableLines, corrected } from '../corrections/fields.ts';
import { documentToSign } from '../document-to-sign.ts';
import { inNameOf, issuerNow, issuerWords } from '../issuer.ts';
import type { Press } from '../lay-out.ts';
import { findMinutes } from '../minutes/commands.ts';
import { words as minutesWords } from '../minutes/words.ts';
import { numberAndSeal, signAsLeader } from '../press.ts';
import { awaitedOnPhone, WaitsOnPhone } from '../remote/note.tsx';
import { getPaper } from '../queries.ts';
import { isClerkOf, isLeaderOf, mayCorrect } from '../rules.ts';
import type { Annex, Paper } from '../schema.ts';
import { crumbsOf, paperAt } from './one-paper.ts';
import { paperActPath, paperPath } from '../paths.ts';
import { words } from './words.ts';

const MOST_LETTERS = 2000;
const errorField = text({ label: words.errorField, max: MOST_LETTERS, lines: true });

/** The lines of the paper by their paths, and what was wrong. Which lines there are is known from the paper. */
const typedLines: InputOf<{ readonly error: string; readonly lines: Raw }> = {
  schema: { type: 'object' },
  read: (raw) => {
    const error = errorField.read(raw['error'], 'error');
    const line = text({ label: words.line, max: MOST_LETTERS, min: 0 });
    const lines: Record<string, unknown> = {};
    const errors = 'errors' in error ? [...error.errors] : [];
    for (const [path, value] of Object.entries(raw)) {
      if (path === 'error' || path === 'csrf') continue;
      const read = line.read(value, path);
      if ('errors' in read) errors.push(...read.errors);
      else lines[path] = read.value;
    }
    return errors.length > 0 || 'errors' in error ? { errors } : { value: { error: error.value, lines } };
  },
};

const draftPage = page({
  path: paperActPath(':id', 'dinh-chinh'),
  who: 'officer',
  example: null,
  input: typedLines,
  gather: async (visit) => {
    const paper = await paperAt(visit, mayCorrect);
    if (await findMinutes(visit.look, paper.id)) throw new Conflict(minutesWords.notCorrected);
    return { paper, lines: correctableLines(paper) };
  },
  view: ({ paper, lines }, visit, fault) => ({
    title: words.correctTitle,
    crumbs: crumbsOf(paper),
    body: (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <Faults fault={fault} visit={visit} />
          <h1 class="govuk-heading-l">{words.correctTitle[visit.lang]}</h1>
          <InsetText>{words.correctHint[visit.lang]}</InsetText>
          <Form visit={visit}>
            <Textarea {...entered('error', fault, visit)} label={words.error[visit.lang]} rows={2} />
            {lines.map(({ path, label, value }) => (
              <Input
                id={path}
                name={path}
                label={label}
                value={typedIn(fault, path) ?? value}
                error={errorOf(fault, path, visit)}
              />
            ))}
            <Button preventDoubleClick>{words.draft[visit.lang]}</Button>
          </Form>
        </div>
      </div>
    ),
  }),
  act: async (act, typed, { gathered: { paper, lines }, visit }) => {
    const data = corrected(paper.data, lines, typed.lines);
    if (changedLines(paper, { template: paper.template, data }).length === 0)
      throw new Invalid([{ field: '', message: words.unchanged }]);
    const code = newCheckCode();
    const id = await draftCorrection(act, paper, {
      data: { ...data, check: `${visit.origin}/xac-minh/${code}` },
      error: typed.error,
      code,
    });
    return { to: paperPath(id), say: words.done };
  },
});

const otherStep = {
  vi: 'Văn bản này đã được xử lý ở bước khác.',
  en: 'This paper is at another step already.',
};

/** A correction at one of its steps, with the paper it corrects. Throws Conflict when it is at another. */
async function correctionAt(visit: Visit, may: typeof isLeaderOf, states: readonly Paper['state'][]) {
  const paper = await paperAt(visit, may);
  if (!paper.replaces || !states.includes(paper.state)) throw new Conflict(otherStep);
  const { look } = visit;
  const wrong = await getPaper(look, paper.replaces);
  const annexes = { former: await listAnnexes(look, wrong.id), now: await listAnnexes(look, paper.id) };
  return { paper, wrong, annexes };
}

/** What the clerk seals: a correction, or a paper of its own that belongs to no dossier; those of dossiers are sealed there. */
async function sealable(visit: Visit) {
  const paper = await paperAt(visit, isClerkOf);
  if (paper.replaces || paper.item) return correctionAt(visit, isClerkOf, ['signed', 'numbered']);
  if (paper.state !== 'signed' && paper.state !== 'numbered') throw new Conflict(otherStep);
  return { paper, wrong: null, annexes: { former: [], now: await listAnnexes(visit.look, paper.id) } };
}

type ChangesProps = {
  readonly paper: Paper;
  readonly wrong: Paper;
  readonly annexes: { readonly former: readonly Annex[]; readonly now: readonly Annex[] };
  readonly visit: Visit;
};

/** What changes, for those who sign and seal. */
const Changes = ({ paper, wrong, annexes, visit: { lang } }: ChangesProps) => (
  <>
    <SummaryList
      rows={[
        {
          key: words.replaces[lang],
          value: (
            <a class="govuk-link" href={paperPath(wrong.id)}>
              {wrong.title} {wrong.symbol}
            </a>
          ),
        },
        { key: words.owner[lang], value: paper.owner_name },
        { key: words.error[lang], value: paper.correction },
      ]}
    />
    <DataTable
      caption={words.correct[lang]}
      rows={changedLines(wrong, paper)}
      cards
      columns={[
        { key: 'line', title: words.line[lang], names: true, cell: (one) => one.label },
        { key: 'was', title: words.was[lang], cell: (one) => one.was },
        { key: 'becomes', title: words.becomes[lang], cell: (one) => one.value },
      ]}
    />
    <AnnexChanges {...annexes} lang={lang} />
  </>
);

const signPage = (press: Press): Page =>
  page({
    path: paperActPath(':id', 'ky'),
    who: 'officer',
    example: null,
    input: nothing,
    gather: async (visit) => {
      const { look } = visit;
      const at = await correctionAt(visit, isLeaderOf, ['draft']);
      // Minutes have two signers, who sign them on their own page.
      if (await findMinutes(look, at.paper.id)) throw new Conflict(otherStep);
      const paper = await inNameOf(look, at.paper, await issuerNow(look, at.paper));
      const document = documentToSign(paper, paper.field);
      const authority = await maySign(look, visit.by.person ?? '', paper.agency, document);
      return { ...at, paper, authority, waiting: await awaitedOnPhone(look, paper.id) };
    },
    view: ({ paper, wrong, annexes, authority, waiting }, visit, fault) => ({
      title: words.signTitle,
      crumbs: crumbsOf(paper),
      body: (
        <>
          <Faults fault={fault} visit={visit} />
          <h1 class="govuk-heading-l">{words.signTitle[visit.lang]}</h1>
          {!fault && <WaitsOnPhone waiting={waiting} visit={visit} />}
          <Changes paper={paper} wrong={wrong} annexes={annexes} visit={visit} />
          <p class="govuk-body">
            {authority.may
              ? `${words.signAs[visit.lang]}: ${authority.lines.join(' / ')}, ${visit.by.name}`
              : authority.reason[visit.lang]}
          </p>
          {authority.may && (
            <Form visit={visit}>
              <Button preventDoubleClick>{words.sign[visit.lang]}</Button>
            </Form>
          )}
        </>
      ),
    }),
    prepare: async (visit, _, { paper, authority }) => {
      if (!authority.may) throw new NotAllowed(authority.reason);
      const signer = {
        ...(paper.data['signer'] as object),
        authority: authority.lines.slice(0, -1),
        post: authority.lines.at(-1) ?? '',
        name: visit.by.name,
      };
      const leader = { id: visit.by.person ?? '', name: visit.by.name, organisation: paper.agency_name };
      return signAsLeader(press, { ...paper, data: { ...paper.data, signer } }, leader, visit.now);
    },
    act: async (act, _, { gathered: { paper }, prepared }) => {
      await signCorrection(act, paper.id, prepared);
      return { to: paperPath(paper.id), say: words.done };
    },
  });

const sealPage = (press: Press): Page =>
  page({
    path: paperActPath(':id', 'phat-hanh'),
    who: 'officer',
    example: null,
    input: nothing,
    gather: async (visit) => {
      const at = await sealable(visit);
      const ended = (await issuerNow(visit.look, at.paper)).id !== at.paper.agency;
      return { ...at, ended, isMinutes: (await findMinutes(visit.look, at.paper.id)) !== null };
    },
    view: ({ paper, wrong, annexes, ended }, visit, fault) => ({
      title: wrong ? words.sealTitle : words.seal,
      crumbs: crumbsOf(paper),
      body: (
        <>
          <Faults fault={fault} visit={visit} />
          {!wrong && <span class="govuk-caption-l">{paper.title}</span>}
          <h1 class="govuk-heading-l">{(wrong ? words.sealTitle : words.seal)[visit.lang]}</h1>
          {wrong && <Changes paper={paper} wrong={wrong} annexes={annexes} visit={visit} />}
          {ended && <InsetText>{issuerWords.signerEnded[visit.lang]}</InsetText>}
          <Form visit={visit}>
            <Button preventDoubleClick>{(ended ? issuerWords.signAnew : words.seal)[visit.lang]}</Button>
          </Form>
        </>
      ),
    }),
    prepare: async ({ edge, look, tenant, by, requestId, now }, _, { paper, ended, isMinutes }) => {
      if (ended && (isMinutes || !paper.replaces)) throw new Conflict(issuerWords.signerEnded);
      if (ended) return null;
      // The number is given first, in an act of its own: sealing may fail and be tried again, the number stays.
      const numbered = await edge.act({ tenant, by, requestId, now }, (act) => numberPaper(act, paper.id));
      const { symbol, issued_on } = numbered;
      const agency = { id: paper.agency, name: paper.agency_name, organisation: paper.agency_name };
      return numberAndSeal(
        press,
        { ...numbered, symbol: symbol ?? '', issued_on: issued_on ?? '' },
        await listAnnexes(look, paper.id),
        agency,
        now,
      );
    },
    act: async (act, _, { gathered: { paper }, prepared }) => {
      if (prepared) await issueCorrection(act, paper.id, prepared);
      else await awaitSignature(act, await reopenDraft(act, paper.id));
      return { to: paperPath(paper.id), say: words.done };
    },
  });

/** Pages of a correction, in the order of its steps. */
export const correctionPages = (press: Press): readonly Page[] => [
  draftPage,
  signPage(press),
  sealPage(press),
];
