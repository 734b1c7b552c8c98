/** Applications as the program sees them. */
import type { Visit } from '../../ground/web/visit.ts';
import type { ResolvePlace } from '../../work/forms/index.ts';
import type { KnownSource } from './known.ts';
import { answerPage } from './pages/answer.tsx';
import { beginPage } from './pages/begin.tsx';
import { counterPage } from './pages/counter.tsx';
import { checkPage } from './pages/check.tsx';
import { supplementPage } from './pages/supplement.tsx';

type Parts = {
  readonly sources: readonly KnownSource[];
  readonly resolvePlace: (visit: Visit) => ResolvePlace;
};

// The check stands before the pages of the form, whose path would match it too.
export const applicationsRoom = ({ sources, resolvePlace }: Parts) => ({
  pages: [beginPage(sources), counterPage(sources), supplementPage, checkPage, answerPage(resolvePlace)],
});
