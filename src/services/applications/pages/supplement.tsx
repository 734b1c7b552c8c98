/** `/ho-so/:code/bo-sung`: the person sees everything that is missing and mends it in the same form, at once. */
import { Button, InsetText } from '../../../ground/ui/index.ts';
import { Conflict, NotAllowed } from '../../../ground/operate/errors.ts';
import { same } from '../../../ground/text/language.ts';
import { Form } from '../../../ground/web/form.tsx';
import { nothing } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import { getVersion } from '../../catalogue/index.ts';
import { dossierPath, getByCode, listSupplements, mayAnswer } from '../../dossiers/index.ts';
import { beginDraft, findAnswerTo } from '../drafts.ts';
import { draftPath } from '../paths.ts';
import { words } from '../words.ts';
import { ForWhom } from './for-whom.tsx';

export const supplementPage = page({
  path: '/ho-so/:code/bo-sung',
  who: 'signed-in',
  example: null,
  input: nothing,
  gather: async ({ look, params }) => {
    const dossier = await getByCode(look, params['code'] ?? '');
    if (!mayAnswer(look.by, dossier)) throw new NotAllowed(words.notYours);
    if (dossier.state !== 'supplement') throw new Conflict(words.nothingAsked);
    const [asked] = await listSupplements(look, dossier.id);
    return {
      dossier,
      asked,
      procedure: await getVersion(look, dossier.procedure, dossier.procedure_version),
      begun: asked ? await findAnswerTo(look, dossier.id, asked.asked_at) : null,
    };
  },
  view: ({ dossier, asked, begun }, visit) => {
    const { lang } = visit;
    return {
      title: words.supplement,
      crumbs: [{ text: same(dossier.code), href: dossierPath(dossier.code) }],
      body: (
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <span class="govuk-caption-l">{dossier.title}</span>
            <h1 class="govuk-heading-l">{words.supplement[lang]}</h1>
            <InsetText>
              <ul class="govuk-list govuk-list--bullet">
                {asked?.defects.map((defect) => (
                  <li>{defect.what}</li>
                ))}
              </ul>
              {asked?.basis && (
                <p class="govuk-body">
                  {words.askedBy[lang]}: {asked.basis}
                </p>
              )}
            </InsetText>
            <ForWhom visit={visit} />
            <p class="govuk-body">{words.supplementHint[lang]}</p>
            <Form visit={visit}>
              <Button preventDoubleClick>{(begun ? words.resume : words.mend)[lang]}</Button>
            </Form>
          </div>
        </div>
      ),
    };
  },
  act: async (act, _, { gathered: { dossier, procedure, begun } }) => {
    if (begun) return { to: draftPath(begun.id) };
    const known = { answers: dossier.answers, provenance: {} };
    const applicant = { person: dossier.applicant, organisation: dossier.organisation };
    return { to: draftPath(beginDraft(act, procedure, known, applicant, { answersTo: dossier.id })) };
  },
});
