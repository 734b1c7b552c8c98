/** `/quan-tri/mau-van-ban/:key/xem-thu/:version`: a version with its sample data, as PDF. */
import type { Answer } from '../../../../ground/web/page.ts';
import { preview } from '../soundness.ts';
import { mayReadTemplates, previewPath, versionAt } from './one-template.ts';

export const templatePreviewAnswer: Answer = {
  path: previewPath(':key', ':version'),
  who: mayReadTemplates,
  example: previewPath('letter', 0),
  respond: async (visit) => {
    const template = await versionAt(visit);
    const { pdf } = await preview(template);
    return new Response(Buffer.from(pdf), {
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename="${template.key}-${template.version}.pdf"`,
        'cache-control': 'private, no-store',
      },
    });
  },
};
