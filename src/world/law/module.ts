/** The law room as the program sees it. */
import type { By } from '../../ground/db/act.ts';
import type { Door } from '../../ground/web/administration.ts';
import type { Page } from '../../ground/web/page.ts';
import { invariants } from './invariants.ts';
import { codePage, listPage, listsPage } from './pages/lists.tsx';
import { listsName, LISTS_PATH, textsName, TEXTS_PATH } from './pages/paths.ts';
import { endTextPage, newTextPage, textsPage } from './pages/texts.tsx';

const everyOfficer = (by: By): boolean => by.kind === 'officer';

export const lawRoom = {
  invariants,
  pages: [textsPage, newTextPage, endTextPage, listsPage, listPage, codePage] as readonly Page[],
  doors: [
    {
      path: TEXTS_PATH,
      name: textsName,
      hint: {
        vi: 'Văn bản làm căn cứ, có hiệu lực theo ngày.',
        en: 'What rules are based on, in force by date.',
      },
      may: everyOfficer,
    },
    {
      path: LISTS_PATH,
      name: listsName,
      hint: { vi: 'Mã và giá trị theo ngày.', en: 'Codes and values by date.' },
      may: everyOfficer,
    },
  ] satisfies Door[],
};
