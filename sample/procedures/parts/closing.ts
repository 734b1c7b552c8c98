/** The end of every form: the statement that the answers are true. */
import type { Field, Section } from '../../../src/work/forms/index.ts';
import { ask, page, section, say } from './question.ts';

const truth = ask.declaration('truth', 'Cam đoan', 'Declaration', {
  statement: say(
    'Tôi đã đọc lại những điều trên, chúng đúng sự thật và tôi chịu trách nhiệm về chúng.',
    'I have read the above again; it is true and I answer for it.',
  ),
});

/** “Cam đoan”. Statements that a law demands besides stand before it. */
export const closing = (...statements: readonly Field[]): Section =>
  section('cam-doan', 'Cam đoan', 'Declaration', [
    page('cam-doan-dung', 'Cam đoan', 'Declaration', [...statements, truth]),
  ]);
