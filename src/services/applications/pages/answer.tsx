/** `/ban-khai/:id/:page`: one page of the form. Saved with every press of a button, complete or not. */
import { InsetText } from '../../../ground/ui/index.ts';
import type { Store } from '../../../ground/files/index.ts';
import { vietnamDay } from '../../../ground/text/dates.ts';
import type { Raw } from '../../../ground/web/input.ts';
import { Faults } from '../../../ground/web/form.tsx';
import { page } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import {
  actOf,
  applyAct,
  firstOpenPage,
  formOf,
  FormPage,
  mayOpen,
  pageAfter,
  pageBefore,
  readPage,
  resolvePlaces,
  validate,
  type ResolvePlace,
} from '../../../work/forms/index.ts';
import { NotFound } from '../../../ground/operate/errors.ts';
import { titleOf } from '../../catalogue/index.ts';
import { dossierPath } from '../../dossiers/index.ts';
import { draftNow } from '../draft-now.ts';
import { saveDraft } from '../drafts.ts';
import { draftPath } from '../paths.ts';
import { mayAskConsent, offersFor } from '../files/from-vault.ts';
import { takeFile } from '../files/take-files.ts';
import { postedOf, withFiles } from '../posted.ts';
import { silentRegistries, wrongHrefOf } from '../unanswered.ts';
import { words } from '../words.ts';
import { enteredForWhom, ForWhom } from './for-whom.tsx';
import { AskConsent, Offers } from './from-vault.tsx';
import { linksOf } from './photos.ts';
import { Changed, Gone, goneOf } from './standing.tsx';

const LARGEST = 60 * 1024 * 1024;

async function gather(visit: Visit) {
  const now = await draftNow(visit);
  const { draft, procedure } = now;
  if (!procedure.form)
    throw new NotFound({ vi: 'Thủ tục này không có biểu mẫu.', en: 'This procedure has no form.' });
  const form = formOf(procedure.form);
  const checked = validate(form, draft.answers, { today: vietnamDay(visit.now) });
  const offers = await offersFor(visit.look, draft, procedure, visit.params['page'] ?? '');
  const askable = mayAskConsent(visit.look, draft, procedure, visit.params['page'] ?? '');
  return {
    ...now,
    form,
    checked,
    offers,
    askable,
    gone: goneOf(now),
    enteredFor: await enteredForWhom(visit, draft),
  };
}

/** Finds today's commune for what people type; answered by the places room. */
export const answerPage = (resolvePlace: (visit: Visit) => ResolvePlace, store: Store) =>
  page({
    path: '/ban-khai/:id/:page',
    who: 'signed-in',
    example: null,
    largest: LARGEST,
    input: { schema: { type: 'object' }, read: (raw: Raw) => ({ value: raw }) },
    gather,
    view: (gathered, visit, fault) => {
      const { draft, procedure, checked, offers, askable, enteredFor, gone } = gathered;
      if (gone) return { title: gone.title, body: <Gone of={gone} visit={visit} /> };
      const id = visit.params['page'] ?? '';
      const screen = checked.pages.find((one) => one.form.page.id === id);
      if (!screen || !mayOpen(checked, id)) throw new NotFound(words.notYet);
      const before = pageBefore(checked, id);
      const fields = screen.form.page.fields.map((field) => field.id);
      const silent = silentRegistries(procedure.form!, draft, fields).map((name) => name[visit.lang]);
      return {
        title: screen.form.page.title,
        crumbs: [{ text: titleOf(procedure), href: `/thu-tuc/${procedure.code}` }],
        body: (
          <div class="govuk-grid-row">
            <div class="govuk-grid-column-two-thirds">
              <Faults fault={fault} visit={visit} />
              <ForWhom visit={visit} enteredFor={enteredFor} />
              <Changed of={gathered} visit={visit} />
              {silent.length > 0 && <InsetText>{words.silent(silent.join(', '))[visit.lang]}</InsetText>}
              <AskConsent askable={askable} draft={draft.id} visit={visit} />
              <Offers offers={offers} draft={draft.id} visit={visit} />
              <FormPage
                page={screen}
                language={visit.lang}
                action={draftPath(draft.id, id)}
                errors={visit.query['sai'] ? checked.errors.filter((error) => error.page === id) : []}
                provenance={draft.provenance}
                wrongHref={wrongHrefOf(procedure.form!)}
                backHref={before ? draftPath(draft.id, before) : `/nop/${procedure.code}`}
                links={linksOf(draft.id)}
                canSave
                focusFirst={visit.by.kind === 'officer'}
              >
                <input type="hidden" name="csrf" value={visit.csrf} />
              </FormPage>
            </div>
          </div>
        ),
      };
    },
    prepare: async (visit, raw, { draft, form, procedure }) => {
      const id = visit.params['page'] ?? '';
      const posted = postedOf(raw);
      const answers = await withFiles(
        applyAct(readPage(form, id, posted, draft.answers), actOf(posted)),
        raw,
        (path, file) => takeFile(store, procedure.form!, path, file),
      );
      return {
        pressed: actOf(posted),
        answers: await resolvePlaces(
          form,
          answers,
          { today: vietnamDay(visit.now) },
          resolvePlace(visit),
          id,
        ),
      };
    },
    act: async (act, _, { gathered: { draft, form, gone }, prepared: { pressed, answers }, visit }) => {
      if (gone) return { to: dossierPath(gone.code), say: gone.says };
      const id = visit.params['page'] ?? '';
      const checked = validate(form, answers, { today: vietnamDay(act.now) });
      saveDraft(act, draft, { ...answers, ...checked.answers });
      if (pressed.kind === 'save') return { to: '/cua-toi', say: words.saved };
      if (pressed.kind !== 'continue') return { to: draftPath(draft.id, id) };
      // What is wrong is saved as well: nobody types it twice, on this device or another.
      if (checked.errors.some((error) => error.page === id))
        return { to: `${draftPath(draft.id, id)}?sai=1` };
      return { to: draftPath(draft.id, pageAfter(checked, id) ?? firstOpenPage(checked) ?? undefined) };
    },
  });
