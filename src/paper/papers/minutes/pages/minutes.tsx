/**
 * `/bien-ban/moi`: an officer writes minutes. `/bien-ban/:id/ky`: secretary and chair sign them, one after the other. `/bien-ban/:id/lap-lai`:
 * what was not signed is written anew; `/bien-ban/:id/dinh-chinh`: what was issued is replaced by new ones that name it.
 */
import type { By, Look } from '../../../../ground/db/act.ts';
import { Conflict, Invalid, NotAllowed, NotFound } from '../../../../ground/operate/errors.ts';
import { Button, DataTable, InsetText, SummaryList, Tag, Textarea } from '../../../../ground/ui/index.ts';
import { ask, askPage } from '../../../../ground/web/ask.tsx';
import { entered, Faults, Form } from '../../../../ground/web/form.tsx';
import { input, oneOf, text } from '../../../../ground/web/input.ts';
import { page, type Answer, type Page } from '../../../../ground/web/page.ts';
import type { Visit } from '../../../../ground/web/visit.ts';
import { getAgency, listSeats, type Agency } from '../../../../world/agencies/index.ts';
import { maySign } from '../../../../world/mandates/index.ts';
import { documentToSign } from '../../document-to-sign.ts';
import type { Press } from '../../lay-out.ts';
import { crumbsOf, paperAt } from '../../pages/one-paper.ts';
import { sendPdf } from '../../pages/send.ts';
import { issuerNow } from '../../issuer.ts';
import {
  correctMinutesPath,
  dropMinutesPath,
  minutesFilePath,
  minutesPath,
  NEW_MINUTES,
  PAPERS,
  paperPath,
  rewritePath,
} from '../../paths.ts';
import { words as paperWords } from '../../pages/words.ts';
import { findCorrection, getPaper } from '../../queries.ts';
import { awaitedOnPhone, WaitsOnPhone } from '../../remote/note.tsx';
import { mayCorrect, mayDraft, mayRewrite, signsNext } from '../../rules.ts';
import type { Minutes, Paper } from '../../schema.ts';
import { templates } from '../../../typeset/index.ts';
import {
  correctMinutes,
  draftMinutes,
  dropMinutes,
  findMinutes,
  findNextVersion,
  noteChair,
  noteSecretary,
  refuseMinutes,
  rewriteMinutes,
} from '../commands.ts';
import { signMinutes } from '../sign.ts';
import { words } from '../words.ts';

const agencyOf = (by: By): string => {
  const found = by.powers.find(({ agency }) => mayDraft(by, { agency, keeper: null }))?.agency;
  if (!found) throw new NotAllowed(paperWords.notYours);
  return found;
};

type Seated = { readonly person: string; readonly name: string; readonly post: string };
const offered = (seats: readonly Seated[]) =>
  seats.map(({ person, name, post }) => ({
    value: person,
    text: { vi: `${name}, ${post}`, en: `${name}, ${post}` },
  }));
type Draftable = {
  readonly agency: Agency;
  readonly seats: readonly Seated[];
  readonly chairs: readonly Seated[];
};

/** Minutes in the words in which authority to sign is given. */
const asMinutes = documentToSign({ template: templates.namedDocument.key, data: { type: 'Biên bản' } }, null);

/** Those of an agency who may sign its minutes today. */
async function chairsAmong(look: Look, agency: string, seats: readonly Seated[]): Promise<readonly Seated[]> {
  const found: Seated[] = [];
  for (const seat of seats) if ((await maySign(look, seat.person, agency, asMinutes)).may) found.push(seat);
  return found;
}

/** Who may be secretary and chair of minutes of this agency. */
async function draftable(look: Look, id: string): Promise<Draftable> {
  const agency = await getAgency(look, id);
  const seats = (await listSeats(look, agency.id)).map(({ officer, post }) => ({
    person: officer.person,
    name: officer.name,
    post: post.title.vi,
  }));
  const people = [...new Map(seats.map((one) => [one.person, one])).values()];
  return { agency, seats: people, chairs: await chairsAmong(look, agency.id, people) };
}

/** What is asked of whoever writes minutes, new ones and those in the place of others. */
const questions = {
  abstract: ask.text(words.abstract, { hint: words.abstractHint, max: 300 }),
  begins: ask.text(words.begins, { hint: words.beginsHint, max: 100 }),
  where: ask.text(words.where, { max: 200 }),
  present: ask.long(words.present),
  content: ask.long(words.content, { max: 20_000, rows: 10 }),
  ends: ask.text(words.ends, { hint: words.endsHint, max: 100 }),
  recipients: ask.long(words.recipients, { rows: 3 }),
  secretary: ask.choice(words.secretary, ({ seats }: Draftable) => offered(seats)),
  chair: ask.choice(words.chair, ({ chairs }: Draftable) => offered(chairs)),
};

/** The two signers by their choice. The chair must have the authority to sign today. */
async function signersOf(
  look: Look,
  { agency, seats }: Draftable,
  chosen: { readonly secretary: string; readonly chair: string },
) {
  const [secretary, chair] = [chosen.secretary, chosen.chair].map((id) =>
    seats.find(({ person }) => person === id),
  );
  if (!secretary || !chair) throw new Invalid([{ field: 'chair', message: words.onePerson }]);
  const authority = await maySign(look, chair.person, agency.id, asMinutes);
  if (!authority.may) throw new Invalid([{ field: 'chair', message: authority.reason }]);
  return { secretary, chair };
}

const draftPage = askPage({
  path: NEW_MINUTES,
  who: (by) =>
    by.kind === 'officer' && by.powers.some(({ agency }) => mayDraft(by, { agency, keeper: null })),
  example: NEW_MINUTES,
  title: words.title,
  crumbs: () => [{ text: paperWords.list, href: PAPERS }],
  lead: (_, { lang }) => <p class="govuk-body">{words.hint[lang]}</p>,
  questions,
  initial: () => ({ recipients: 'Như thành phần tham dự\nLưu: VT' }),
  button: words.draft,
  gather: ({ look, by }: Visit) => draftable(look, agencyOf(by)),
  act: async (act, { secretary, chair, ...written }, { gathered }) => {
    const signers = await signersOf(act, gathered, { secretary, chair });
    const id = await draftMinutes(act, gathered.agency, written, signers);
    return { to: paperPath(id), say: words.drafted };
  },
});

/** What was written before, to be changed; of minutes whose words were not kept, what they are about and who signs. */
const writtenBefore = ({ paper, minutes: { written, secretary, chair } }: Before) => ({
  ...(written ?? { abstract: String(paper.data['abstract'] ?? '') }),
  secretary,
  chair,
});

type Before = { readonly paper: Paper; readonly minutes: Minutes };

/** The agency in whose name minutes are written again: the one that took over, where that of the day has ended. */
const againBy = async (look: Look, { paper }: Before): Promise<Draftable> =>
  draftable(look, (await issuerNow(look, paper)).id);

/** Minutes that were not signed, and wait for whoever wrote them. */
async function refusedAt(visit: Visit): Promise<Before> {
  const minutes = await findMinutes(visit.look, (await getPaper(visit.look, visit.params['id'] ?? '')).id);
  if (!minutes) throw new NotFound(words.notMinutes);
  const paper = await paperAt(visit, (by, one) => mayRewrite(by, one, minutes));
  if (await findNextVersion(visit.look, paper.id)) throw new Conflict(words.otherStep);
  return { paper, minutes };
}

const rewritePage = askPage({
  path: rewritePath(':id'),
  who: 'officer',
  example: null,
  title: words.rewrite,
  crumbs: ({ paper }) => crumbsOf(paper),
  lead: ({ paper, minutes }, { lang }) => (
    <>
      <InsetText>
        {words.notSignedBy[lang]}: {minutes.refused_by}. {paper.ended_why}
      </InsetText>
      <p class="govuk-body">{words.rewriteLead[lang]}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={dropMinutesPath(paper.id)}>
          {words.drop[lang]}
        </a>
      </p>
    </>
  ),
  questions,
  initial: writtenBefore,
  button: words.draft,
  gather: async (visit: Visit) => {
    const before = await refusedAt(visit);
    return { ...before, ...(await againBy(visit.look, before)) };
  },
  act: async (act, { secretary, chair, ...written }, { gathered }) => {
    const signers = await signersOf(act, gathered, { secretary, chair });
    const id = await rewriteMinutes(act, gathered.agency, gathered.paper.id, written, signers);
    return { to: paperPath(id), say: words.rewritten };
  },
});

const dropPage = askPage({
  path: dropMinutesPath(':id'),
  who: 'officer',
  example: null,
  title: words.drop,
  crumbs: ({ paper }) => crumbsOf(paper),
  questions: { why: ask.long(words.dropWhy, { max: 1000, rows: 2 }) },
  button: words.drop,
  gather: refusedAt,
  act: async (act, { why }, { gathered: { paper } }) => {
    await dropMinutes(act, paper.id, why);
    return { to: paperPath(paper.id), say: words.dropped };
  },
});

const correctPage = askPage({
  path: correctMinutesPath(':id'),
  who: 'officer',
  example: null,
  title: words.correct,
  crumbs: ({ paper }) => crumbsOf(paper),
  lead: (_, { lang }) => <p class="govuk-body">{words.correctLead[lang]}</p>,
  questions: { error: ask.long(words.error, { max: 1000, rows: 2 }), ...questions },
  initial: writtenBefore,
  button: words.draft,
  gather: async (visit: Visit) => {
    const paper = await paperAt(visit, mayCorrect);
    const minutes = await findMinutes(visit.look, paper.id);
    if (!minutes) throw new NotFound(words.notMinutes);
    if (paper.state !== 'issued' || (await findCorrection(visit.look, paper.id)))
      throw new Conflict(words.notInForce);
    const before = { paper, minutes };
    return { ...before, ...(await againBy(visit.look, before)) };
  },
  act: async (act, { error, secretary, chair, ...written }, { gathered }) => {
    const signers = await signersOf(act, gathered, { secretary, chair });
    const wrong = { id: gathered.paper.id, error };
    const id = await correctMinutes(act, gathered.agency, wrong, written, signers);
    return { to: paperPath(id), say: words.drafted };
  },
});

/** Minutes of the path, for who reads the papers of the agency or signs these. */
async function minutesAt(visit: Visit): Promise<{ readonly paper: Paper; readonly minutes: Minutes }> {
  const minutes = await findMinutes(visit.look, (await getPaper(visit.look, visit.params['id'] ?? '')).id);
  if (!minutes) throw new NotFound(words.notMinutes);
  const signs = [minutes.secretary, minutes.chair].includes(visit.by.person ?? '');
  return { paper: await paperAt(visit, signs ? () => visit.by.kind === 'officer' : undefined), minutes };
}

type SignersProps = { readonly paper: Paper; readonly minutes: Minutes; readonly visit: Visit };

const Signers = ({ paper, minutes, visit: { lang } }: SignersProps) => {
  const isRefused = paper.state === 'revoked' && paper.issued_at === null;
  const next = isRefused ? 'notSigned' : 'next';
  const later = isRefused ? 'notAsked' : 'later';
  const chair = paper.signed_at ? 'hasSigned' : minutes.file ? next : later;
  return (
    <DataTable
      caption={words.whoSigns[lang]}
      cards
      rows={[
        { name: minutes.secretary_name, as: 'Thư ký', state: minutes.file ? 'hasSigned' : next } as const,
        { name: minutes.chair_name, as: 'Chủ tọa', state: chair } as const,
      ]}
      columns={[
        { key: 'who', title: words.who[lang], names: true, cell: (one) => `${one.as}: ${one.name}` },
        {
          key: 'state',
          title: words.state[lang],
          cell: (one) => (
            <Tag colour={one.state === 'hasSigned' ? 'green' : undefined}>{words[one.state][lang]}</Tag>
          ),
        },
      ]}
    />
  );
};

/** The words of the minutes, as they are printed. */
const said = ({ data }: Paper): readonly string[] =>
  (Array.isArray(data['body']) ? data['body'] : []).map((one: { readonly text?: unknown }) =>
    String(one.text),
  );

type VersionsProps = SignersProps & { readonly next: string | null };

/** The versions before and after, and for whoever drafts the way to the next one. */
const Versions = ({ paper, minutes, next, visit: { by, lang } }: VersionsProps) => {
  const links = [
    minutes.follows && { text: words.formerVersion, href: minutesPath(minutes.follows) },
    next && { text: words.nextVersion, href: minutesPath(next) },
    !next && mayRewrite(by, paper, minutes) && { text: words.rewrite, href: rewritePath(paper.id) },
  ].filter((one) => typeof one === 'object' && one !== null);
  return links.map(({ text, href }) => (
    <p class="govuk-body">
      <a class="govuk-link" href={href}>
        {text[lang]}
      </a>
    </p>
  ));
};

const signPage = (press: Press): Page =>
  page({
    path: minutesPath(':id'),
    who: 'officer',
    example: null,
    input: input({
      choice: oneOf(['sign', 'refuse'], words.choice),
      why: text({ label: words.why, max: 1000, min: 0, lines: true }),
    }),
    gather: async (visit) => {
      const at = await minutesAt(visit);
      const waiting = at.paper.state === 'draft' ? await awaitedOnPhone(visit.look, at.paper.id) : null;
      return { ...at, waiting, next: await findNextVersion(visit.look, at.paper.id) };
    },
    view: ({ paper, minutes, waiting, next }, visit, fault) => ({
      title: words.signTitle,
      crumbs: crumbsOf(paper),
      body: (
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <Faults fault={fault} visit={visit} />
            <h1 class="govuk-heading-l">{words.signTitle[visit.lang]}</h1>
            {!fault && <WaitsOnPhone waiting={waiting} visit={visit} />}
            {paper.ended_why && (
              <InsetText>
                {minutes.refused_by && `${words.notSignedBy[visit.lang]}: ${minutes.refused_by}. `}
                {paper.ended_why}
              </InsetText>
            )}
            <Versions paper={paper} minutes={minutes} next={next} visit={visit} />
            <SummaryList
              rows={[{ key: words.abstract[visit.lang], value: String(paper.data['abstract']) }]}
            />
            {said(paper).map((line) => (
              <p class="govuk-body">{line}</p>
            ))}
            <Signers paper={paper} minutes={minutes} visit={visit} />
            {minutes.file && paper.state === 'draft' && (
              <p class="govuk-body">
                <a class="govuk-link" href={minutesFilePath(paper.id)}>
                  {words.readFile[visit.lang]}
                </a>
              </p>
            )}
            {signsNext(visit.by, paper, minutes) && (
              <Form visit={visit}>
                <Button name="choice" value="sign" preventDoubleClick>
                  {words.sign[visit.lang]}
                </Button>
                <Textarea
                  {...entered('why', fault, visit)}
                  label={words.why[visit.lang]}
                  hint={words.refuseHint[visit.lang]}
                  rows={2}
                />
                <Button kind="secondary" name="choice" value="refuse">
                  {words.refuse[visit.lang]}
                </Button>
              </Form>
            )}
          </div>
        </div>
      ),
    }),
    prepare: async (visit, { choice, why }, { paper, minutes }) => {
      if (!signsNext(visit.by, paper, minutes)) throw new NotAllowed(words.notTurn);
      if (choice === 'refuse') {
        if (!why) throw new Invalid([{ field: 'why', message: words.noReason }]);
        return null;
      }
      if (minutes.file !== null) {
        // The authority of the chair is that of the day of the signature, not of the draft.
        const authority = await maySign(
          visit.look,
          minutes.chair,
          paper.agency,
          documentToSign(paper, paper.field),
        );
        if (!authority.may) throw new NotAllowed(authority.reason);
      }
      const signer = { id: visit.by.person ?? '', name: visit.by.name, organisation: paper.agency_name };
      return signMinutes(press, paper, minutes, signer, visit.now);
    },
    act: async (act, { why }, { gathered: { paper, minutes }, prepared, visit }) => {
      if (!prepared) {
        await refuseMinutes(act, paper.id, why);
        return { to: visit.path, say: words.refused };
      }
      await (minutes.file === null ? noteSecretary : noteChair)(act, paper.id, prepared);
      return { to: visit.path, say: words.signed };
    },
  });

/** The file that the secretary has signed, while the chair has not. */
export const minutesFileAnswer = (press: Press): Answer => ({
  path: minutesFilePath(':id'),
  who: 'officer',
  example: null,
  respond: async (visit) => {
    const { paper, minutes } = await minutesAt(visit);
    if (minutes.file === null) throw new NotFound(words.otherStep);
    const size = await press.store.sizeOf(minutes.file);
    return sendPdf(press.store, { hash: minutes.file, size, name: paper.code });
  },
});

export const minutesPages = (press: Press): readonly Page[] => [
  draftPage,
  signPage(press),
  rewritePage,
  dropPage,
  correctPage,
];
