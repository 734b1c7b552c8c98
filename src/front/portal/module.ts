/** The portal as the program sees it. */
import { galleryPage } from './pages/gallery.tsx';
import { homePage } from './pages/home/page.tsx';
import { minePage } from './pages/mine.tsx';

export const portalRoom = ({ development }: { readonly development: boolean }) => ({
  pages: [homePage, minePage, ...(development ? [galleryPage] : [])],
});
