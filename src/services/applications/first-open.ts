/** Where a draft goes on. */
import { vietnamDay } from '../../ground/text/dates.ts';
import { firstOpenPage, formOf, validate, type Answers } from '../../work/forms/index.ts';
import type { Procedure } from '../catalogue/index.ts';

/** The first page with a question that is still open; undefined: all are answered, or there is no form. */
export const firstOpenOf = (
  { form }: Pick<Procedure, 'form'>,
  answers: Answers,
  now: Date,
): string | undefined =>
  (form && firstOpenPage(validate(formOf(form), answers, { today: vietnamDay(now) }))) ?? undefined;
