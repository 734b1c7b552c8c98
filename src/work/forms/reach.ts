/** Which page comes next, and which may be opened: nobody skips ahead, everybody may go back. */
import type { ShownPage } from './fill.ts';
import type { Checked } from './validate.ts';

const idOf = ({ form }: ShownPage): string => form.page.id;

/** The first page with something missing or wrong; null when all is answered and the summary may be shown. */
export const firstOpenPage = ({ pages, errors }: Checked): string | null => {
  const faulty = new Set(errors.map(({ page }) => page));
  const first = pages.find((page) => faulty.has(idOf(page)));
  return first ? idOf(first) : null;
};

/** Whether a page may be opened: it is asked, and every page before it is in order. */
export const mayOpen = (checked: Checked, page: string): boolean => {
  const order = checked.pages.map(idOf);
  const at = order.indexOf(page);
  const open = firstOpenPage(checked);
  return at >= 0 && (open === null || at <= order.indexOf(open));
};

/** The page after another one; null when the summary comes next. */
export const pageAfter = ({ pages }: Checked, page: string): string | null => {
  const order = pages.map(idOf);
  return order[order.indexOf(page) + 1] ?? null;
};

/** The page before another one; null at the first. */
export const pageBefore = ({ pages }: Checked, page: string): string | null => {
  const order = pages.map(idOf);
  return order[order.indexOf(page) - 1] ?? null;
};
