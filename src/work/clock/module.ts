/** The clock room as the program sees it: the pages on which calendars are administered. */
import type { Door } from '../../ground/web/administration.ts';
import type { Page } from '../../ground/web/page.ts';
import { calendarPage } from './pages/calendar.tsx';
import type { AskMoving } from './pages/confirm.tsx';
import { addDayPage, takeBackPage } from './pages/days.tsx';
import { giveUpPage } from './pages/give-up.tsx';
import { hoursPage } from './pages/hours.tsx';
import { beginPage, calendarsDoor, calendarsPage } from './pages/list.tsx';
import { yearPage } from './pages/year.tsx';

/** `moving` is what rooms with promised dates say about a change that is not entered yet. */
export const clockRoom = (moving: AskMoving) => ({
  pages: [
    calendarsPage,
    beginPage,
    yearPage(moving),
    calendarPage,
    hoursPage(moving),
    addDayPage(moving),
    takeBackPage(moving),
    giveUpPage(moving),
  ] as readonly Page[],
  doors: [calendarsDoor] satisfies Door[],
});
