/** Pages of the book of copies and of electronic copies. */
import type { Answer, Page } from '../../../../ground/web/page.ts';
import type { Desk } from '../source.ts';
import { bookPage } from './book.tsx';
import { copyOfFilePage } from './of-file.tsx';
import { copyOfPaperPage } from './of-paper.tsx';
import { bandsPage } from './bands.tsx';
import { copyFileAnswer, copyPage } from './one.tsx';
import { orderFileAnswer, shownPageAnswer } from './order-files.ts';
import { orderPage } from './order.tsx';

/** `/so-sao/moi` stands before `/so-sao/:id`. */
export const copyPages = (desk: Desk): readonly Page[] => [
  bookPage,
  copyOfFilePage(desk),
  orderPage(desk),
  bandsPage(desk),
  copyPage,
  copyOfPaperPage(desk),
];

export const copyAnswers = (desk: Desk): readonly Answer[] => [
  copyFileAnswer(desk.store),
  orderFileAnswer(desk.store),
  shownPageAnswer(desk),
];
