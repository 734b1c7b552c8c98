/** Ratings as the program sees them. */
import type { DeskEntry } from '../../work/desk/index.ts';
import { invariants } from './invariants.ts';
import { commentsPage } from './pages/comments.tsx';
import { ratePage } from './pages/rate.tsx';
import { ratingsPage } from './pages/ratings.tsx';
import { RATINGS } from './paths.ts';
import { mayReadRatings } from './policy.ts';
import { readWords } from './words.ts';

export { isRated } from './ratings.ts';

/** The way of leaders from their desk to what people say. */
export const ratingsEntry: DeskEntry = {
  href: RATINGS,
  text: readWords.title,
  key: 'd',
  who: mayReadRatings,
};

/** `key` of the marks of rated dossiers; it lies beside the other keys, not in the database. */
export const requestsRoom = ({ key }: { readonly key: string }) => ({
  pages: [ratePage(key), ratingsPage, commentsPage],
  doors: [{ path: RATINGS, name: readWords.title, hint: readWords.hint, may: mayReadRatings }],
  invariants,
});
