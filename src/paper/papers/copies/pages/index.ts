/** Pages of the book of copies and of electronic copies. */
import type { Answer, Page } from '../../../../ground/web/page.ts';
import type { Desk } from '../source.ts';
import { bookPage } from './book.tsx';
import { copyOfFilePage } from './of-file.tsx';
import { copyOfPaperPage } from './of-paper.tsx';
import { copyFileAnswer, copyPage } from './one.tsx';

/** `/so-sao/moi` stands before `/so-sao/:id`. */
export const copyPages = (desk: Desk): readonly Page[] => [
  bookPage,
  copyOfFilePage(desk),
  copyPage,
  copyOfPaperPage(desk),
];

export const copyAnswers = ({ store }: Desk): readonly Answer[] => [copyFileAnswer(store)];
