/** `/bien-ban/:id/nguoi-ky/…`: another signer is named for minutes; `/bien-ban/:id/thoi-trinh-ky`: they end before they are signed. */
import { Conflict, Invalid, NotFound } from '../../../../ground/operate/errors.ts';
import { InsetText } from '../../../../ground/ui/index.ts';
import { ask, askPage } from '../../../../ground/web/ask.tsx';
import type { Page } from '../../../../ground/web/page.ts';
import type { Visit } from '../../../../ground/web/visit.ts';
import type { Agency } from '../../../../world/agencies/index.ts';
import { issuerNow } from '../../issuer.ts';
import { crumbsOf, paperAt } from '../../pages/one-paper.ts';
import { minutesPath, nameSignerPath, partPaths, withdrawMinutesPath } from '../../paths.ts';
import { mayDraft, mayNameSigner } from '../../rules.ts';
import type { Minutes, Paper } from '../../schema.ts';
import { draftable, guardAuthority, offered, type Seated } from '../candidates.ts';
import { findMinutes } from '../commands.ts';
import type { MinutesPart } from '../content.ts';
import { nameSigner, withdrawMinutes } from '../signers.ts';
import { words } from '../words.ts';

type Unsigned = { readonly paper: Paper; readonly minutes: Minutes };

/** Minutes that still wait for a signature, for those who draft for the agency. Throws NotFound, NotAllowed, Conflict. */
async function unsignedAt(visit: Visit): Promise<Unsigned> {
  const paper = await paperAt(visit, mayDraft);
  const minutes = await findMinutes(visit.look, paper.id);
  if (!minutes) throw new NotFound(words.notMinutes);
  if (!mayNameSigner(visit.by, paper)) throw new Conflict(words.otherStep);
  return { paper, minutes };
}

type Naming = Unsigned & {
  readonly part: MinutesPart;
  readonly agency: Agency;
  readonly others: readonly Seated[];
};

/** Who could sign in the place of who has a part: others of the agency, for the chair those who may sign its minutes. */
async function namingAt(visit: Visit, part: MinutesPart): Promise<Naming> {
  const unsigned = await unsignedAt(visit);
  const { paper, minutes } = unsigned;
  if (part === 'secretary' && minutes.file !== null) throw new Conflict(words.hasSignedAlready);
  const { agency, seats, chairs } = await draftable(visit.look, (await issuerNow(visit.look, paper)).id);
  const others = (part === 'chair' ? chairs : seats).filter(
    ({ person }) => person !== minutes.secretary && person !== minutes.chair,
  );
  return { ...unsigned, part, agency, others };
}

const nameSignerPage = (part: MinutesPart): Page =>
  askPage({
    path: nameSignerPath(':id', partPaths[part]),
    who: 'officer',
    example: null,
    title: part === 'chair' ? words.nameChair : words.nameSecretary,
    about: ({ paper }) => ({ vi: paper.title, en: paper.title }),
    crumbs: ({ paper }) => crumbsOf(paper),
    lead: ({ paper, minutes }, { lang }) => (
      <>
        <InsetText>{words.inPlaceOf(minutes[`${part}_name`])[lang]}</InsetText>
        <p class="govuk-body">{words.nameSignerLead[lang]}</p>
        <p class="govuk-body">
          <a class="govuk-link" href={withdrawMinutesPath(paper.id)}>
            {words.withdraw[lang]}
          </a>
        </p>
      </>
    ),
    questions: {
      person: ask.choice(words.newSigner, ({ others }: Naming) => offered(others), {
        nothing: words.nobodyElse,
      }),
      why: ask.text(words.nameWhy, { hint: words.nameWhyHint, max: 300 }),
    },
    button: words.nameSigner,
    gather: (visit: Visit) => namingAt(visit, part),
    act: async (act, { person, why }, { gathered: { paper, agency, others } }) => {
      const to = others.find((one) => one.person === person);
      if (!to) throw new Invalid([{ field: 'person', message: words.notThere }]);
      if (part === 'chair') await guardAuthority(act, agency, person, 'person');
      await nameSigner(act, paper.id, part, { person, name: to.name }, why);
      return { to: minutesPath(paper.id), say: words.named };
    },
  });

const withdrawPage = askPage({
  path: withdrawMinutesPath(':id'),
  who: 'officer',
  example: null,
  title: words.withdraw,
  about: ({ paper }) => ({ vi: paper.title, en: paper.title }),
  crumbs: ({ paper }) => crumbsOf(paper),
  lead: (_, { lang }) => <p class="govuk-body">{words.withdrawLead[lang]}</p>,
  questions: { why: ask.long(words.withdrawWhy, { max: 1000, rows: 2 }) },
  button: words.withdraw,
  grave: true,
  gather: unsignedAt,
  act: async (act, { why }, { gathered: { paper } }) => {
    await withdrawMinutes(act, paper.id, why);
    return { to: minutesPath(paper.id), say: words.withdrawn };
  },
});

/** What whoever drafted minutes can do while they wait for a signature. */
export const signerPages: readonly Page[] = [
  nameSignerPage('secretary'),
  nameSignerPage('chair'),
  withdrawPage,
];
