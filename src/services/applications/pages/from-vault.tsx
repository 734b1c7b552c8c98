/** `/ban-khai/:id/:page/tu-kho`: takes a paper of the applicant's vault for a question of this page; and how it is offered there. */
import { Button, InsetText } from '../../../ground/ui/index.ts';
import { Conflict, NotFound } from '../../../ground/operate/errors.ts';
import { formatDay, vietnamDay } from '../../../ground/text/dates.ts';
import { Form } from '../../../ground/web/form.tsx';
import { input, text } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { formOf, mayOpen, validate } from '../../../work/forms/index.ts';
import { draftNow } from '../draft-now.ts';
import { saveDraft } from '../drafts.ts';
import { offersFor, takeOffer, type Offer } from '../files/from-vault.ts';
import { draftPath } from '../paths.ts';
import { words } from '../words.ts';

const pathOf = (draft: string, pageId: string): string => `${draftPath(draft, pageId)}/tu-kho`;

/** The papers that the vault holds for this page, each with a button. */
export const Offers = ({
  offers,
  draft,
  visit,
}: {
  readonly offers: readonly Offer[];
  readonly draft: string;
  readonly visit: Visit;
}) =>
  offers.map(({ field, paper: { title, symbol, issuer, issued_on: day } }) => (
    <InsetText>
      <p class="govuk-body">{words.inVault[visit.lang]}</p>
      <p class="govuk-body">
        <strong>{[title, symbol].filter(Boolean).join(' ')}</strong>
        {`, ${issuer}${day ? `, ${formatDay(day, visit.lang)}` : ''}`}
      </p>
      <Form visit={visit} action={pathOf(draft, visit.params['page'] ?? '')}>
        <input type="hidden" name="field" value={field} />
        <Button kind="secondary" class="govuk-!-margin-bottom-0">
          {words.useFromVault[visit.lang]}
        </Button>
      </Form>
    </InsetText>
  ));

export const fromVaultPage = page({
  path: '/ban-khai/:id/:page/tu-kho',
  who: 'signed-in',
  example: null,
  input: input({ field: text({ label: words.useFromVault }) }),
  gather: async (visit) => {
    const { draft, procedure } = await draftNow(visit);
    const id = visit.params['page'] ?? '';
    const today = vietnamDay(visit.now);
    if (!procedure.form || !mayOpen(validate(formOf(procedure.form), draft.answers, { today }), id))
      throw new NotFound(words.notYet);
    return { draft, offers: await offersFor(visit.look, draft, procedure, id) };
  },
  view: ({ draft, offers }, visit) => ({
    title: words.fromVault,
    body: (
      <>
        <h1 class="govuk-heading-l">{words.fromVault[visit.lang]}</h1>
        {offers.length === 0 && <p class="govuk-body">{words.nothingInVault[visit.lang]}</p>}
        <Offers offers={offers} draft={draft.id} visit={visit} />
        <a class="govuk-link" href={draftPath(draft.id, visit.params['page'])}>
          {words.resume[visit.lang]}
        </a>
      </>
    ),
  }),
  act: async (act, { field }, { gathered: { draft, offers }, visit }) => {
    const offer = offers.find((one) => one.field === field);
    // Taken already, or the paper has ended since the page was read.
    if (!offer) throw new Conflict(words.nothingInVault);
    saveDraft(act, draft, takeOffer(act, draft.answers, offer));
    return { to: draftPath(draft.id, visit.params['page']), say: words.takenFromVault };
  },
});
