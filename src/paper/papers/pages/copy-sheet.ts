/** `/giay-to-da-cap/:id/sao/:copy`: the closing sheet of a copy as PDF, typeset on demand: the same copy gives the same bytes. */
import { NotFound } from '../../../ground/operate/errors.ts';
import type { Answer } from '../../../ground/web/page.ts';
import { findAgency } from '../../../world/agencies/index.ts';
import { typeset } from '../../typeset/index.ts';
import { findCopy } from '../copies/queries.ts';
import { sheetOf, sheetTemplate } from '../copies/sheet.ts';
import { headFor } from '../issuer.ts';
import { isClerkOf } from '../rules.ts';
import { currentTemplate } from '../templates/versions.ts';
import { noteLookAt, paperAt } from './one-paper.ts';
import { copySheetPath } from '../paths.ts';

export const copySheetAnswer: Answer = {
  path: copySheetPath(':id', ':copy'),
  who: 'officer',
  example: null,
  respond: async (visit) => {
    const paper = await paperAt(visit, isClerkOf);
    const copy = await findCopy(visit.look, paper.id, visit.params['copy'] ?? '');
    const kind = copy?.kind;
    if (!copy || !kind || kind === 'printed-original' || copy.medium === 'electronic')
      throw new NotFound({
        vi: 'Không có tờ cuối của bản sao này.',
        en: 'There is no closing sheet of such a copy.',
      });
    await noteLookAt(visit, paper);
    const agency = await findAgency(visit.look, copy.agency);
    const data = sheetOf({ ...copy, kind }, paper, {
      head: agency ? await headFor(visit.look, agency) : { place: copy.agency_name },
      check: `${visit.origin}/xac-minh/${copy.code}`,
    });
    const template = (await currentTemplate(visit.look, sheetTemplate.key, copy.made_at)) ?? sheetTemplate;
    const { pdf } = await typeset(template as typeof sheetTemplate, data, {
      date: copy.made_on,
      author: copy.agency_name,
    });
    return new Response(Buffer.from(pdf), {
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename="${copy.code}.pdf"`,
        'cache-control': 'private, no-store',
      },
    });
  },
};
