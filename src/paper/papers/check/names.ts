/** The names of people that stand on a paper, by which a verifier compares it with the one in hand. */
import { sameWords } from '../../../ground/text/fold.ts';
import { correctableLines } from '../corrections/fields.ts';
import type { Paper } from '../schema.ts';

/** Names in the data of a paper in the order of its template, whom it is about first; the owner's, where it is not among them, last. */
export function namesOn(paper: Pick<Paper, 'template' | 'data' | 'owner_name'>): readonly string[] {
  const printed = correctableLines(paper)
    .filter(({ path, value }) => value !== '' && /(?:^|\.)name$/.test(path))
    .map(({ value }) => value);
  return [...printed, paper.owner_name];
}

/** Whether a name stands on a paper, whatever the case, the spaces and the place of the tone mark. */
export const hasName = (paper: Pick<Paper, 'template' | 'data' | 'owner_name'>, name: string): boolean =>
  namesOn(paper).some((one) => sameWords(one, name));
