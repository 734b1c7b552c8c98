/** «Is this service for me?»: questions before sign-in, each with the article that decides. Pure. */
import type { EligibilityQuestion } from '../schema.ts';

/** Answers in the order of the questions. */
export type EligibilityAnswers = readonly ('yes' | 'no')[];

/** Where one stands: a question to answer, a reason why not, or the way is free. */
export type Eligibility =
  | { readonly kind: 'ask'; readonly question: EligibilityQuestion; readonly number: number }
  | { readonly kind: 'not'; readonly question: EligibilityQuestion }
  | { readonly kind: 'may' };

/** Where the answers lead. Answers beyond the one that decides are not looked at. */
export function eligibility(
  questions: readonly EligibilityQuestion[],
  answers: EligibilityAnswers,
): Eligibility {
  for (const [i, question] of questions.entries()) {
    const answer = answers[i];
    if (answer === undefined) return { kind: 'ask', question, number: i + 1 };
    if (answer === question.stops) return { kind: 'not', question };
  }
  return { kind: 'may' };
}

/** Answers as they stand in an address: `yes,no`. */
export const readAnswers = (word: string | undefined): EligibilityAnswers =>
  (word ?? '')
    .split(',')
    .filter((one): one is 'yes' | 'no' => one === 'yes' || one === 'no')
    .slice(0, 50);
