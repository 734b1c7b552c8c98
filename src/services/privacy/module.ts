/** Privacy as the program sees it. */
import type { Holding } from '../../ground/record/holdings.ts';
import type { Invariant } from '../../ground/record/invariants.ts';
import type { Answer, Page } from '../../ground/web/page.ts';
import type { WorkKind } from '../../work/desk/index.ts';
import { DECIDE, ROOM } from './commands.ts';
import { privacyHoldings } from './holdings.ts';
import { invariants } from './invariants.ts';
import { requestPage } from './pages/ask.tsx';
import { decidePage } from './pages/decide.tsx';
import { exportAnswer } from './pages/export.ts';
import { liftPage } from './pages/lift.tsx';
import { myDataPage } from './pages/mine.tsx';
import { requestPath } from './pages/paths.ts';

/** What of the desk is ours. */
export const privacyWork: readonly WorkKind[] = [
  {
    room: ROOM,
    kind: DECIDE,
    name: { vi: 'Trả lời yêu cầu về dữ liệu cá nhân', en: 'Answer a request about personal data' },
    path: ({ item }) => requestPath(item),
  },
];

type PrivacyRoom = {
  readonly pages: readonly Page[];
  readonly answers: readonly Answer[];
  readonly invariants: readonly Invariant[];
};

/** `holdings` is what the other rooms hold of people. */
export const privacyRoom = ({ holdings }: { readonly holdings: readonly Holding[] }): PrivacyRoom => {
  const all = [...holdings, ...privacyHoldings];
  return {
    pages: [myDataPage(all), requestPage(all), decidePage(all), liftPage],
    answers: [exportAnswer(all)],
    invariants,
  };
};
