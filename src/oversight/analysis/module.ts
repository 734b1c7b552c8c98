/** Process analysis as the program sees it. */
import { analysisListPage } from './pages/list.tsx';
import { analysisPage } from './pages/analysis.tsx';
import { logAnswers } from './pages/logs.ts';
import { ANALYSIS } from './pages/paths.ts';
import { mayAnalyse } from './policy.ts';
import { words } from './words.ts';

export const analysisRoom = {
  pages: [analysisListPage, analysisPage],
  answers: logAnswers,
  doors: [{ path: ANALYSIS, name: words.title, hint: words.hint, may: mayAnalyse }],
};
