/** The file of a digitised paper, and what is said about it for other systems. */
import { Readable } from 'node:stream';
import type { Store } from '../../../../ground/files/index.ts';
import { NotFound } from '../../../../ground/operate/errors.ts';
import type { Answer } from '../../../../ground/web/page.ts';
import { metadataOf } from '../../../../paper/scanning/index.ts';
import { scanAt } from './compare.tsx';

/** `/ho-so/:code/so-hoa/:n/tep`: shown in the browser's reader of PDF, where words can be searched. */
export const scanFileAnswer = (store: Store): Answer => ({
  path: '/ho-so/:code/so-hoa/:n/tep',
  who: 'signed-in',
  example: null,
  respond: async (visit) => {
    const { scan } = await scanAt(visit);
    if (!scan.hash) throw new NotFound({ vi: 'Chưa có bản số hóa.', en: 'There is no digitised copy yet.' });
    return new Response(Readable.toWeb(await store.get(scan.hash)) as ReadableStream, {
      headers: {
        'content-type': 'application/pdf',
        'content-length': String(scan.size),
        // Only what was made or signed here is shown; a file that stays as it came is saved.
        'content-disposition': `${scan.dpi === null ? 'attachment' : 'inline'}; filename="${scan.file_name}"`,
        'cache-control': 'private, no-store',
      },
    });
  },
});

/** `/ho-so/:code/so-hoa/:n/du-lieu`: the metadata by the names of the guide (STANDARDS §5). */
export const scanDataAnswer: Answer = {
  path: '/ho-so/:code/so-hoa/:n/du-lieu',
  who: 'officer',
  example: null,
  respond: async (visit) => {
    const { scan } = await scanAt(visit);
    return new Response(JSON.stringify(metadataOf(scan), null, 2), {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="${scan.doc_code}.json"`,
        'cache-control': 'private, no-store',
      },
    });
  },
};
