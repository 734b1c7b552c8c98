/** The catalogue as the program sees it. */
import type { Invariant } from '../../ground/record/invariants.ts';
import type { Door } from '../../ground/web/administration.ts';
import type { Api } from '../../ground/web/api.ts';
import type { Listener, Timed } from '../../ground/jobs/index.ts';
import type { Answer, Page } from '../../ground/web/page.ts';
import type { Wire } from '../../ground/wire/index.ts';
import type { PortalLogin } from '../../outside/exchange/index.ts';
import { processIslands, type ServiceName } from '../../work/process/index.ts';
import { catalogueApis } from './api.ts';
import { exportAnswers } from './export/answers.ts';
import { printedFormAnswers } from './export/printed-form.ts';
import { procedureDatabase } from './gateway/procedure-database.ts';
import { inStepListeners, nightly } from './in-step/jobs.ts';
import { catalogueInvariants } from './invariants.ts';
import { builderOutlinePage, definitionAnswer } from './pages/builder/outline.tsx';
import { builderPagePage, builderRulePage, builderSectionPage } from './pages/builder/parts.tsx';
import { builderPreviewPage } from './pages/builder/preview.tsx';
import { builderQuestionPage } from './pages/builder/question.tsx';
import { drawProcessPage } from './pages/editor/draw.tsx';
import { doubtsPage } from './pages/editor/doubts.tsx';
import { editLocalPage } from './pages/editor/edit.tsx';
import { inStepProcedurePage } from './pages/editor/in-step-procedure.tsx';
import { inStepPage } from './pages/editor/in-step.tsx';
import { editorListPage, EDITOR } from './pages/editor/list.tsx';
import { processEditorPage, processFileAnswer } from './pages/editor/process.tsx';
import { editorProcedurePage } from './pages/editor/procedure.tsx';
import { words } from './pages/editor/words.ts';
import { eligibilityPage } from './pages/eligibility.tsx';
import { findPage } from './pages/find/page.tsx';
import { processPage } from './pages/process.tsx';
import { servicePage } from './pages/service/page.tsx';
import { versionsPage } from './pages/versions.tsx';
import { isEditor } from './rules/states.ts';
import type { AskTimes } from './times.ts';

/** What the room needs of others. */
type Parts = {
  /** How long a procedure really takes here, from the figures. */
  readonly times: AskTimes;
  /** What service tasks of a process may call. */
  readonly services: readonly ServiceName[];
  /** The national database of procedures; null: not connected. */
  readonly national: { readonly wire: Wire; readonly account: PortalLogin } | null;
};

type Contributed = {
  readonly pages: readonly Page[];
  readonly answers: readonly Answer[];
  readonly apis: readonly Api[];
  readonly listeners: readonly Listener[];
  readonly timed: readonly Timed[];
  readonly invariants: readonly Invariant[];
  readonly doors: readonly Door[];
  readonly islands: typeof processIslands;
};

export function catalogueRoom({ times, services, national }: Parts): Contributed {
  const database = national && procedureDatabase(national.wire, national.account);
  return {
    pages: [
      findPage,
      servicePage(times),
      eligibilityPage,
      processPage,
      versionsPage,
      editorListPage(database !== null),
      doubtsPage, // before the page of one procedure, whose path would take its name for a code
      ...(database ? [inStepPage, inStepProcedurePage(database)] : []),
      editorProcedurePage(services),
      editLocalPage,
      builderOutlinePage,
      builderQuestionPage,
      builderPreviewPage,
      builderPagePage,
      builderSectionPage,
      builderRulePage,
      processEditorPage(services),
      drawProcessPage(services),
    ],
    answers: [...exportAnswers, ...printedFormAnswers, definitionAnswer, processFileAnswer],
    apis: catalogueApis,
    listeners: database ? inStepListeners(database) : [],
    timed: database ? [nightly] : [],
    invariants: catalogueInvariants,
    doors: [{ path: EDITOR, name: words.title, hint: words.hint, may: isEditor }],
    islands: processIslands,
  };
}
