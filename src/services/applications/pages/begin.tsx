/** `/nop/:code`: where an application begins, or goes on where it was left. */
import { Button, InsetText } from '../../../ground/ui/index.ts';
import { Form } from '../../../ground/web/form.tsx';
import { input, flag, text } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import { newId } from '../../../ground/record/index.ts';
import { getProcedure, titleOf } from '../../catalogue/index.ts';
import { applicantOf, guardMandate, mayApply } from '../applicant.ts';
import { beginDraft, listDrafts } from '../drafts.ts';
import { askKnown, purposeOf, type KnownSource } from '../known.ts';
import { whyNotHere } from '../filed-here.ts';
import { firstOpenOf } from '../first-open.ts';
import { draftPath } from '../paths.ts';
import { words } from '../words.ts';
import { ForWhom } from './for-whom.tsx';

export const beginPage = (sources: readonly KnownSource[]) =>
  page({
    path: '/nop/:code',
    who: 'citizen',
    example: '/nop/1.001193',
    input: input({
      anew: flag(),
      about: text({ label: words.aboutField, max: 60, min: 0 }),
    }),
    gather: async ({ look, params }) => {
      const procedure = await getProcedure(look, params['code'] ?? '');
      const drafts = await listDrafts(look);
      return {
        procedure,
        earlier:
          drafts.find((draft) => draft.procedure === procedure.code && draft.answers_to === null) ?? null,
      };
    },
    view: ({ procedure, earlier }, visit) => {
      const { lang } = visit;
      return {
        title: titleOf(procedure),
        crumbs: [{ text: titleOf(procedure), href: `/thu-tuc/${procedure.code}` }],
        body: (
          <div class="govuk-grid-row">
            <div class="govuk-grid-column-two-thirds">
              <h1 class="govuk-heading-l">{titleOf(procedure)[lang]}</h1>
              <ForWhom visit={visit} />
              {!visit.by.actingFor && (
                <p class="govuk-body">
                  <a
                    class="govuk-link"
                    href={`/tai-khoan/thay-mat?${new URLSearchParams({ next: visit.path })}`}
                  >
                    {words.forOthers[lang]}
                  </a>
                </p>
              )}
              {procedure.systemOfRecord !== 'us' ? (
                <InsetText>{words.filedElsewhere[lang]}</InsetText>
              ) : procedure.form === null ? (
                <InsetText>
                  <strong>{words.noForm[lang]}.</strong> {words.noFormHint[lang]}
                </InsetText>
              ) : visit.by.assurance < 2 ? (
                <InsetText>{words.level2[lang]}</InsetText>
              ) : !mayApply(visit.by, procedure) ? (
                <InsetText>{words.notCovered[lang]}</InsetText>
              ) : (
                <>
                  {earlier && <p class="govuk-body">{words.resumeHint[lang]}</p>}
                  {earlier && <Button href={draftPath(earlier.id)}>{words.resume[lang]}</Button>}
                  <Form visit={visit}>
                    {earlier && <input type="hidden" name="anew" value="yes" />}
                    {procedure.aboutDossier && (
                      <input type="hidden" name="about" value={visit.query['ve-ho-so'] ?? ''} />
                    )}
                    <Button kind={earlier ? 'secondary' : 'primary'} start={!earlier} preventDoubleClick>
                      {(earlier ? words.anew : words.begin)[lang]}
                    </Button>
                  </Form>
                </>
              )}
            </div>
          </div>
        ),
      };
    },
    prepare: async (visit, { about }, { procedure }) => {
      // An organisation has no data of its own in the registries of persons: who acts for it is asked.
      const asked = applicantOf(visit.by).person ?? visit.by.person;
      return !whyNotHere(procedure) && procedure.form && asked
        ? askKnown(
            visit.look,
            procedure.form,
            sources,
            purposeOf(procedure.code, asked, newId(visit.look.now)),
            procedure.aboutDossier && about
              ? { answers: { [procedure.aboutDossier]: about }, provenance: {} }
              : undefined,
          )
        : null;
    },
    act: async (act, { anew }, { gathered: { procedure, earlier }, prepared, visit }) => {
      if (!prepared || !procedure.form || act.by.assurance < 2) return { to: visit.path };
      const applicant = applicantOf(act.by);
      await guardMandate(act, applicant, 'apply', procedure);
      if (earlier && !anew) return { to: draftPath(earlier.id) };
      const id = beginDraft(act, procedure, prepared, applicant);
      const open = firstOpenOf(procedure, prepared.answers, act.now);
      const known = Object.keys(prepared.provenance).filter((path) => !path.includes('.')).length;
      const say = prepared.restricted ? words.restricted : known > 0 ? words.knownHint(known) : null;
      return { to: draftPath(id, open), ...(say && { say }) };
    },
  });
