/** `/ban-khai/:id/:page/tu-kho`: takes a paper of the applicant's vault for a question of this page; and how it is offered there. */
import { Button, InsetText } from '../../../ground/ui/index.ts';
import { Conflict, NotFound } from '../../../ground/operate/errors.ts';
import { formatDay, vietnamDay } from '../../../ground/text/dates.ts';
import { Form } from '../../../ground/web/form.tsx';
import { flag, input, optional, text } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { formOf, mayOpen, validate } from '../../../work/forms/index.ts';
import { draftNow } from '../draft-now.ts';
import { noteVaultConsent, saveDraft } from '../drafts.ts';
import { mayAskConsent, noteVaultLook, offersFor, takeOffer, type Offer } from '../files/from-vault.ts';
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
      <p class="govuk-body">
        {(visit.by.kind === 'officer' ? words.inTheirVault : words.inVault)[visit.lang]}
      </p>
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

/** At the counter: the button by which the officer notes that the applicant consents, before anything is looked for. */
export const AskConsent = ({
  askable,
  draft,
  visit,
}: {
  readonly askable: boolean;
  readonly draft: string;
  readonly visit: Visit;
}) =>
  askable && (
    <InsetText>
      <p class="govuk-body">{words.vaultConsentHint[visit.lang]}</p>
      <Form visit={visit} action={pathOf(draft, visit.params['page'] ?? '')}>
        <input type="hidden" name="consent" value="yes" />
        <Button kind="secondary" class="govuk-!-margin-bottom-0">
          {words.vaultConsent[visit.lang]}
        </Button>
      </Form>
    </InsetText>
  );

export const fromVaultPage = page({
  path: '/ban-khai/:id/:page/tu-kho',
  who: 'signed-in',
  example: null,
  input: input({ field: optional(text({ label: words.useFromVault })), consent: flag() }),
  gather: async (visit) => {
    const { draft, procedure } = await draftNow(visit);
    const id = visit.params['page'] ?? '';
    const today = vietnamDay(visit.now);
    if (!procedure.form || !mayOpen(validate(formOf(procedure.form), draft.answers, { today }), id))
      throw new NotFound(words.notYet);
    return {
      draft,
      offers: await offersFor(visit.look, draft, procedure, id),
      askable: mayAskConsent(visit.look, draft, procedure, id),
    };
  },
  view: ({ draft, offers, askable }, visit) => ({
    title: words.fromVault,
    body: (
      <>
        <h1 class="govuk-heading-l">{words.fromVault[visit.lang]}</h1>
        {offers.length === 0 && !askable && <p class="govuk-body">{words.nothingInVault[visit.lang]}</p>}
        <AskConsent askable={askable} draft={draft.id} visit={visit} />
        <Offers offers={offers} draft={draft.id} visit={visit} />
        <a class="govuk-link" href={draftPath(draft.id, visit.params['page'])}>
          {words.resume[visit.lang]}
        </a>
      </>
    ),
  }),
  act: async (act, { field, consent }, { gathered: { draft, offers, askable }, visit }) => {
    if (consent) {
      if (!askable) throw new Conflict(words.nothingInVault);
      noteVaultConsent(act, draft);
      noteVaultLook(act, draft, draft.id);
      // Back to the form where something was found; otherwise the page that says that nothing was.
      return { to: pathOf(draft.id, visit.params['page'] ?? '') };
    }
    const offer = offers.find((one) => one.field === field);
    // Taken already, or the paper has ended since the page was read.
    if (!offer) throw new Conflict(words.nothingInVault);
    noteVaultLook(act, draft, offer.paper.id);
    saveDraft(act, draft, takeOffer(act, draft.answers, offer));
    return { to: draftPath(draft.id, visit.params['page']), say: words.takenFromVault };
  },
});
