/** Ratings as the program sees them. */
import { invariants } from './invariants.ts';
import { ratePage } from './pages/rate.tsx';

/** `key` of the marks of rated dossiers; it lies beside the other keys, not in the database. */
export const requestsRoom = ({ key }: { readonly key: string }) => ({
  pages: [ratePage(key)],
  invariants,
});
