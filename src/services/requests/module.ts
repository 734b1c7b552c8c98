/** Ratings as the program sees them. */
import { invariants } from './invariants.ts';
import { commentsPage } from './pages/comments.tsx';
import { ratePage } from './pages/rate.tsx';
import { ratingsPage } from './pages/ratings.tsx';
import { RATINGS } from './paths.ts';
import { mayReadRatings } from './policy.ts';
import { readWords } from './words.ts';

/** `key` of the marks of rated dossiers; it lies beside the other keys, not in the database. */
export const requestsRoom = ({ key }: { readonly key: string }) => ({
  pages: [ratePage(key), ratingsPage, commentsPage],
  doors: [{ path: RATINGS, name: readWords.title, hint: readWords.hint, may: mayReadRatings }],
  invariants,
});
