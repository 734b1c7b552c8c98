/** `/ho-so/:code/phat-hanh/:token`: the clerk gives number and date, the agency seals, the paper is issued. */
import { Button, SummaryList } from '../../../ground/ui/index.ts';
import { Conflict } from '../../../ground/operate/errors.ts';
import { Form } from '../../../ground/web/form.tsx';
import { nothing } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import { getPaper, issuePaper, numberAndSeal, numberPaper, type Press } from '../../../paper/papers/index.ts';
import { decideDossier } from '../commands/steps.ts';
import { hold } from '../load.ts';
import { dossierPath } from '../paths.ts';
import { getWhole, processOf } from '../queries.ts';
import { words } from '../words.ts';
import { dossierCrumbs } from './crumbs.ts';
import { workAt } from './work-at.ts';

export const sealPage = (press: Press) =>
  page({
    path: '/ho-so/:code/phat-hanh/:token',
    who: 'officer',
    example: null,
    input: nothing,
    gather: async (visit) => {
      const whole = await workAt(await getWhole(visit.look, visit.params['code'] ?? ''), visit);
      if (!whole.dossier.result)
        throw new Conflict({
          vi: 'Hồ sơ chưa có văn bản để phát hành.',
          en: 'There is no paper to issue yet.',
        });
      return { ...whole, paper: await getPaper(visit.look, whole.dossier.result) };
    },
    view: ({ dossier, paper }, visit) => ({
      title: words.sealTitle,
      crumbs: dossierCrumbs(dossier),
      body: (
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <h1 class="govuk-heading-l">{words.sealTitle[visit.lang]}</h1>
            <SummaryList
              rows={[
                { key: words.result[visit.lang], value: paper.title },
                { key: words.applicant[visit.lang], value: paper.owner_name },
                { key: words.sign[visit.lang], value: paper.signer_name ?? '' },
              ]}
            />
            <Form visit={visit}>
              <Button preventDoubleClick>{words.seal[visit.lang]}</Button>
            </Form>
          </div>
        </div>
      ),
    }),
    prepare: async (visit, _, { paper, agency }) => {
      // The number is given first, in an act of its own: sealing may fail and be tried again, the number stays.
      const caller = { tenant: visit.tenant, by: visit.by, requestId: visit.requestId, now: visit.now };
      const { number, symbol, issued_on } = await visit.edge.act(caller, (act) => numberPaper(act, paper.id));
      const numbered = { ...paper, number, symbol: symbol ?? '', issued_on: issued_on ?? '' };
      return numberAndSeal(
        press,
        numbered,
        { id: agency.id, name: agency.name.vi, organisation: agency.name.vi },
        visit.now,
      );
    },
    act: async (act, _, { gathered: { dossier, procedure, agency, oneStop, at, paper }, prepared }) => {
      const held = await hold(act, dossier.id);
      await issuePaper(act, paper.id, prepared);
      await decideDossier(act, held, processOf(procedure, agency, oneStop), Number(at.ref));
      return { to: dossierPath(dossier.code), say: words.done };
    },
  });
