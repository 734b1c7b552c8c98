/** `/giay-to-da-cap/:id/sao-dien-tu`: the clerk makes an electronic copy or extract of a paper that was issued here. */
import { Button } from '../../../../ground/ui/index.ts';
import { Faults, Form } from '../../../../ground/web/form.tsx';
import { input } from '../../../../ground/web/input.ts';
import { page, type Page } from '../../../../ground/web/page.ts';
import { issuerNow } from '../../issuer.ts';
import { crumbsOf, noteLookAt, paperAt } from '../../pages/one-paper.ts';
import { copyPath, paperActPath } from '../../pages/paths.ts';
import { isClerkOf } from '../../rules.ts';
import { listAuthorised } from '../authority.ts';
import { enterCopyOf, signCopy } from '../electronic.ts';
import { sourceOfPaper, type Desk } from '../source.ts';
import { WishFields, wishFields } from './fields.tsx';
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
      const paper = await paperAt(visit, isClerkOf);
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
                <Button preventDoubleClick>{words.sign[lang]}</Button>
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
      return signCopy(desk, visit.look, await sourceOfPaper(desk, paper), { ...wish, agency, original });
    },
    act: async (act, _, { gathered: { paper }, prepared }) => {
      const copy = await enterCopyOf(act, prepared, paper.id);
      return { to: copyPath(copy.id), say: words.done(copy.symbol ?? '', copy.code) };
    },
  });
