/** `/bien-ban/:id/ky`: secretary and chair sign minutes, one after the other; whoever else comes reads for whom they wait. */
import { Invalid, NotAllowed, NotFound } from '../../../../ground/operate/errors.ts';
import { Button, DataTable, InsetText, SummaryList, Tag, Textarea } from '../../../../ground/ui/index.ts';
import type { Language } from '../../../../ground/text/language.ts';
import { entered, Faults, Form } from '../../../../ground/web/form.tsx';
import { input, oneOf, text } from '../../../../ground/web/input.ts';
import { page, type Answer, type Page } from '../../../../ground/web/page.ts';
import type { Visit } from '../../../../ground/web/visit.ts';
import { maySign } from '../../../../world/mandates/index.ts';
import { documentToSign } from '../../document-to-sign.ts';
import type { Press } from '../../lay-out.ts';
import { crumbsOf, paperAt } from '../../pages/one-paper.ts';
import { sendPdf } from '../../pages/send.ts';
import {
  minutesFilePath,
  minutesPath,
  nameSignerPath,
  partPaths,
  rewritePath,
  withdrawMinutesPath,
} from '../../paths.ts';
import { getPaper } from '../../queries.ts';
import { awaitedOnPhone, WaitsOnPhone } from '../../remote/note.tsx';
import { mayNameSigner, mayRewrite, signsNext } from '../../rules.ts';
import type { Minutes, Paper } from '../../schema.ts';
import { findMinutes, findNextVersion, noteChair, refuseMinutes } from '../commands.ts';
import { signMinutes } from '../sign.ts';
import { isGone, nextSigner, noteSecretary } from '../signers.ts';
import { words } from '../words.ts';

/** Minutes of the path, for who reads the papers of the agency or signs these. */
async function minutesAt(visit: Visit): Promise<{ readonly paper: Paper; readonly minutes: Minutes }> {
  const minutes = await findMinutes(visit.look, (await getPaper(visit.look, visit.params['id'] ?? '')).id);
  if (!minutes) throw new NotFound(words.notMinutes);
  const signs = [minutes.secretary, minutes.chair].includes(visit.by.person ?? '');
  return { paper: await paperAt(visit, signs ? () => visit.by.kind === 'officer' : undefined), minutes };
}

type SignersProps = { readonly paper: Paper; readonly minutes: Minutes; readonly visit: Visit };

/** Whether ended minutes were withdrawn by their drafter, not refused; of old ones neither is known. */
const wasWithdrawn = ({ refused_by: refused, drafter }: Minutes): boolean =>
  refused === null && drafter !== null;

/** The part of a signer; of who signs in somebody's place, in whose. */
const asWhom = (part: string, place: string | null): string =>
  place === null ? part : `Thay ${part.toLowerCase()} ${place}`;

const Signers = ({ paper, minutes, visit: { lang } }: SignersProps) => {
  const isRefused = paper.state === 'revoked' && paper.issued_at === null;
  const isWithdrawn = isRefused && wasWithdrawn(minutes);
  const next = isWithdrawn ? 'unsigned' : isRefused ? 'notSigned' : 'next';
  const later = isWithdrawn ? 'unsigned' : isRefused ? 'notAsked' : 'later';
  const chair = paper.signed_at ? 'hasSigned' : minutes.file ? next : later;
  return (
    <DataTable
      caption={words.whoSigns[lang]}
      cards
      rows={[
        {
          name: minutes.secretary_name,
          as: asWhom('Thư ký', minutes.secretary_for),
          state: minutes.file ? 'hasSigned' : next,
        } as const,
        { name: minutes.chair_name, as: asWhom('Chủ tọa', minutes.chair_for), state: chair } as const,
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

/** For whom the minutes wait, told to everybody who is not that person. */
const Waits = ({
  minutes,
  isAway,
  lang,
}: {
  readonly minutes: Minutes;
  readonly isAway: boolean;
  readonly lang: Language;
}) => <InsetText>{(isAway ? words.isGone : words.onlyThey)(nextSigner(minutes).name)[lang]}</InsetText>;

/** What whoever drafts for the agency can do about a signer who does not sign. */
const Otherwise = ({ paper, minutes, visit: { lang } }: SignersProps) => (
  <ul class="govuk-list">
    {[
      ...(minutes.file === null
        ? [[nameSignerPath(paper.id, partPaths.secretary), words.nameSecretary] as const]
        : []),
      [nameSignerPath(paper.id, partPaths.chair), words.nameChair] as const,
      [withdrawMinutesPath(paper.id), words.withdraw] as const,
    ].map(([href, link]) => (
      <li>
        <a class="govuk-link" href={href}>
          {link[lang]}
        </a>
      </li>
    ))}
  </ul>
);

/** The page on which minutes are signed. */
export const signMinutesPage = (press: Press): Page =>
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
      const isAway =
        at.paper.state === 'draft' &&
        (await isGone(visit.look, nextSigner(at.minutes).person, at.paper.agency));
      return { ...at, waiting, isAway, next: await findNextVersion(visit.look, at.paper.id) };
    },
    view: ({ paper, minutes, waiting, isAway, next }, visit, fault) => ({
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
                {wasWithdrawn(minutes) && `${words.withdraw[visit.lang]}: `}
                {paper.ended_why}
              </InsetText>
            )}
            {paper.state === 'draft' && !signsNext(visit.by, paper, minutes) && (
              <Waits minutes={minutes} isAway={isAway} lang={visit.lang} />
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
            {mayNameSigner(visit.by, paper) && <Otherwise paper={paper} minutes={minutes} visit={visit} />}
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
      await (minutes.file === null ? noteSecretary : noteChair)(act, paper.id, prepared, minutes);
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
