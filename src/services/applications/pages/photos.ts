/** What a person may look at while they sort their photos: each as a small picture, and the PDF that they become. */
import type { Store } from '../../../ground/files/index.ts';
import { listFiles } from '../../../ground/files/index.ts';
import { NotFound } from '../../../ground/operate/errors.ts';
import type { Answer } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { isPage, type FileLinks } from '../../../work/forms/index.ts';
import { getDraft } from '../drafts.ts';
import { attachedIn, type Attached } from '../files/attached.ts';
import { dayOf, photosToPdf } from '../files/photo-papers.ts';
import { smallPicture } from '../files/upright-page.ts';
import { versionNow } from '../version-now.ts';
import { words } from '../words.ts';

const none = (): NotFound => new NotFound(words.noPhoto);

/** Links for the pages of one draft. */
export const linksOf = (draft: string): FileLinks => ({
  picture: ({ id, turned }) => `/ban-khai/${draft}/anh/${id}?xoay=${turned ?? 0}`,
  pages: (path) => `/ban-khai/${draft}/pdf/${path}`,
});

/** The photos of a draft, for whoever may open the draft. */
async function photosOf({ look, params }: Visit): Promise<readonly Attached[]> {
  const draft = await getDraft(look, params['id'] ?? '');
  const { procedure } = await versionNow(look, draft);
  return attachedIn(procedure, draft.answers).filter(({ file }) => file.page !== undefined);
}

const sent = (bytes: Uint8Array, headers: Readonly<Record<string, string>>): Response =>
  new Response(Buffer.from(bytes), { headers });

/** `/ban-khai/:id/anh/:file` and `/ban-khai/:id/pdf/:path`. */
export const photoAnswers = (store: Store): readonly Answer[] => [
  {
    path: '/ban-khai/:id/anh/:file',
    who: 'signed-in',
    example: null,
    respond: async (visit) => {
      const found = (await photosOf(visit)).find(({ file }) => file.id === visit.params['file'])?.file;
      if (!found?.page) throw none();
      const picture = await smallPicture(await store.read(found.page), found.turned ?? 0);
      return sent(picture, { 'content-type': 'image/jpeg', 'cache-control': 'private, max-age=3600' });
    },
  },
  {
    path: '/ban-khai/:id/pdf/:path',
    who: 'signed-in',
    example: null,
    respond: async (visit) => {
      const all = (await photosOf(visit)).filter(({ file }) => isPage(file));
      const asked = all.find(({ path }) => path === visit.params['path']);
      if (!asked) throw none();
      const photos = all.filter(({ component }) => component === asked.component).map(({ file }) => file);
      const files = await listFiles(
        visit.look,
        photos.map(({ id }) => id),
      );
      return sent(await photosToPdf(store, photos, asked.name, dayOf(files)), {
        'content-type': 'application/pdf',
        'content-disposition': 'inline; filename="xem-thu.pdf"',
        'cache-control': 'private, no-store',
      });
    },
  },
];
