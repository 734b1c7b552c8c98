/** The page of an error: what happened in plain words, and where to go from here. */
import { ErrorPage, errorTitle } from '../../ground/ui/index.ts';
import type { View } from '../../ground/web/page.ts';
import type { Problem } from '../../ground/web/problem.ts';
import type { Visit } from '../../ground/web/visit.ts';

/** What a visitor sees when something went wrong. */
export const problemView = (problem: Problem, visit: Visit): View => ({
  title: errorTitle(problem.status),
  body: (
    <ErrorPage
      status={problem.status}
      text={problem.text}
      requestId={problem.status === 500 ? visit.requestId : undefined}
    />
  ),
});
