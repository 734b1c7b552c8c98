/** `/ho-so/:code/phat-hanh/:token`: the clerk gives number and date, the agency seals, the paper is issued. */
import { Button, InsetText, SummaryList } from '../../../ground/ui/index.ts';
import { Faults, Form } from '../../../ground/web/form.tsx';
import { nothing } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import {
  annexFilePath,
  AnnexLinks,
  issuerWords,
  listAnnexes,
  type Press,
} from '../../../paper/papers/index.ts';
import {
  askSignatureAgain,
  isSignedByEnded,
  issueResult,
  paperToIssue,
  sealResult,
} from '../commands/issue.ts';
import { dossierPath } from '../paths.ts';
import { getWhole } from '../queries.ts';
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
      const whole = await workAt(await getWhole(visit.look, visit.params['code'] ?? ''), visit, 'phat-hanh');
      const paper = await paperToIssue(visit.look, whole, whole.at);
      const annexes = await listAnnexes(visit.look, paper.id);
      return { ...whole, paper, annexes, ended: isSignedByEnded(paper, whole.agency) };
    },
    view: ({ dossier, paper, annexes, ended }, visit, fault) => ({
      title: words.sealTitle,
      crumbs: dossierCrumbs(dossier),
      body: (
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <Faults fault={fault} visit={visit} />
            <h1 class="govuk-heading-l">{words.sealTitle[visit.lang]}</h1>
            <SummaryList
              rows={[
                { key: words.result[visit.lang], value: paper.title },
                { key: words.applicant[visit.lang], value: paper.owner_name },
                { key: words.sign[visit.lang], value: paper.signer_name ?? '' },
              ]}
            />
            <AnnexLinks annexes={annexes} pathOf={({ n }) => annexFilePath(paper.id, n)} lang={visit.lang} />
            {ended && <InsetText>{issuerWords.signerEnded[visit.lang]}</InsetText>}
            <Form visit={visit}>
              <Button preventDoubleClick>{(ended ? issuerWords.signAnew : words.seal)[visit.lang]}</Button>
            </Form>
          </div>
        </div>
      ),
    }),
    prepare: async (visit, _, whole) =>
      whole.ended ? null : sealResult(press, visit.edge, visit.look, whole, whole.at),
    act: async (act, _, { gathered: { at, paper, ...whole }, prepared }) => {
      if (prepared) await issueResult(act, whole, at, paper, prepared);
      else await askSignatureAgain(act, whole, at, paper);
      return { to: dossierPath(whole.dossier.code), say: words.done };
    },
  });
