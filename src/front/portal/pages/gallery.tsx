/** Every component in every state, for those who build with them. Only in development. */
import { Gallery, galleryTitle } from '../../../ground/ui/gallery.tsx';
import { page } from '../../../ground/web/page.ts';

export const galleryPage = page({
  path: '/ui',
  who: 'anyone',
  example: '/ui',
  gather: async () => null,
  view: () => ({ title: galleryTitle, body: <Gallery />, wide: true }),
});
