/**
 * The buttons of a form page beside “continue”: without JavaScript each is a submit button whose value says what it does
 * (`add children`, `remove children 0`, `drop proof f1`).
 */
const actName = '_act';

export type PageAct =
  | { readonly kind: 'continue' }
  | { readonly kind: 'save' }
  | { readonly kind: 'add'; readonly group: string }
  | { readonly kind: 'remove'; readonly group: string; readonly index: number }
  | { readonly kind: 'drop'; readonly path: string; readonly file: string };

type ButtonOf = { readonly name: string; readonly value: string };

const button = (...words: readonly (string | number)[]): ButtonOf => ({
  name: actName,
  value: words.join(' '),
});

/** Saves what is there and goes away, without checking. */
export const save: ButtonOf = button('save');

/** One more item of a repeated group. */
export const addItem = (group: string): ButtonOf => button('add', group);

/** Takes an item of a repeated group away. */
export const removeItem = (group: string, index: number): ButtonOf => button('remove', group, index);

/** Takes a file out of a field. */
export const dropFile = (path: string, file: string): ButtonOf => button('drop', path, file);

/** Which button was pressed. What cannot be read counts as “continue”, which checks everything. */
export const actOf = (posted: Pick<URLSearchParams, 'get'>): PageAct => {
  const [kind, first = '', second = ''] = (posted.get(actName) ?? '').split(' ');
  if (kind === 'save') return { kind };
  if (kind === 'add' && first) return { kind, group: first };
  if (kind === 'remove' && first && /^\d{1,4}$/u.test(second))
    return { kind, group: first, index: Number(second) };
  if (kind === 'drop' && first && second) return { kind, path: first, file: second };
  return { kind: 'continue' };
};
