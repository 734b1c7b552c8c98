/**
 * The buttons of a form page beside “continue”: without JavaScript each is a submit button whose value says what it does
 * (`add children`, `remove children 0`, `drop proof f1`, `earlier proof f1`).
 */
const actName = '_act';

export type PageAct =
  | { readonly kind: 'continue' }
  | { readonly kind: 'save' }
  | { readonly kind: 'upload' }
  | { readonly kind: 'add'; readonly group: string }
  | { readonly kind: 'remove'; readonly group: string; readonly index: number }
  | { readonly kind: 'file'; readonly deed: FileDeed; readonly path: string; readonly file: string };

/** What a person may do with a file of theirs: take it out, move it by one place, turn a photo by a quarter to the right. */
const fileDeeds = ['drop', 'earlier', 'later', 'turn'] as const;
export type FileDeed = (typeof fileDeeds)[number];

type ButtonOf = { readonly name: string; readonly value: string };

const button = (...words: readonly (string | number)[]): ButtonOf => ({
  name: actName,
  value: words.join(' '),
});

/** Saves what is there and goes away, without checking. */
export const save: ButtonOf = button('save');

/** Sends the chosen files and stays on the page, which then shows them. */
export const upload: ButtonOf = button('upload');

/** One more item of a repeated group. */
export const addItem = (group: string): ButtonOf => button('add', group);

/** Takes an item of a repeated group away. */
export const removeItem = (group: string, index: number): ButtonOf => button('remove', group, index);

/** Does something with a file of the field at this path. */
export const fileAct = (deed: FileDeed, path: string, file: string): ButtonOf => button(deed, path, file);

/** Which button was pressed. What cannot be read counts as “continue”, which checks everything. */
export const actOf = (posted: Pick<URLSearchParams, 'get'>): PageAct => {
  const [kind, first = '', second = ''] = (posted.get(actName) ?? '').split(' ');
  if (kind === 'save' || kind === 'upload') return { kind };
  if (kind === 'add' && first) return { kind, group: first };
  if (kind === 'remove' && first && /^\d{1,4}$/u.test(second))
    return { kind, group: first, index: Number(second) };
  const deed = fileDeeds.find((one) => one === kind);
  if (deed && first && second) return { kind: 'file', deed, path: first, file: second };
  return { kind: 'continue' };
};
