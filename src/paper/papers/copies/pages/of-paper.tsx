/** `/giay-to-da-cap/:id/sao-dien-tu`: the clerk, or who decides, prepares an electronic copy or extract of a paper that was issued here. */
import { Button } from '../../../../ground/ui/index.ts';
import { Faults, Form } from '../../../../ground/web/form.tsx';
import { input } from '../../../../ground/web/input.ts';
import { page, type Page } from '../../../../ground/web/page.ts';
import { issuerNow } from '../../issuer.ts';
import { crumbsOf, noteLookAt, paperAt } from '../../pages/one-paper.ts';
import { paperActPath } from '../../paths.ts';
import { mayPrepareCopy } from '../../rules.ts';
import { listAuthorised } from '../authority.ts';
import { prepareCopy } from '../orders/commands.ts';
import { keepSource } from '../prepare.ts';
import { sourceOfPaper, type Desk } from '../source.ts';
import { WishFields, wishFields } from './fields.tsx';
import { onward } from './onward.ts';
import { words } from './words.ts';

/** What is electronic already is not copied from a copy on paper. */
const kinds = ['full-copy', 'extract'] as const;

export const copyOfPaperPage = (desk: Desk): Page =>
  page({
    path: paperActPath(':id', 'sao-dien-tu'),
    who: 'officer',
    example: null,
    input: input(wishFields),
    gather: async (visit) => {
      const paper = await paperAt(visit, mayPrepareCopy);
      const agency = await issuerNow(visit.look, paper);
      return { paper, agency, authorised: await listAuthorised(visit.look, agency.id) };
    },
    view: ({ paper, authorised }, visit, fault) => {
      const { lang } = visit;
      return {
        title: words.ofPaper,
        crumbs: crumbsOf(paper),
        body: (
          <div class="govuk-grid-row">
            <div class="govuk-grid-column-two-thirds">
              <Faults fault={fault} visit={visit} />
              <span class="govuk-caption-l">
                {paper.title} {paper.symbol}
              </span>
              <h1 class="govuk-heading-l">{words.ofPaper[lang]}</h1>
              <p class="govuk-body">{words.ofPaperLead[lang]}</p>
              <Form visit={visit}>
                <WishFields kinds={kinds} authorised={authorised} fault={fault} visit={visit} />
                <Button preventDoubleClick>{words.prepare[lang]}</Button>
              </Form>
            </div>
          </div>
        ),
      };
    },
    prepare: async (visit, wish, { paper, agency }) => {
      await noteLookAt(visit, paper);
      const original = {
        title: paper.title,
        symbol: paper.symbol,
        issuer: paper.agency_name,
        issuedOn: paper.issued_on,
      };
      const wanted = { ...wish, agency, original, paper: paper.id };
      return keepSource(desk, visit.look, await sourceOfPaper(desk, paper), wanted);
    },
    act: async (act, _, { prepared }) => onward(prepared, await prepareCopy(act, prepared)),
  });
