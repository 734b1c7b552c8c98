import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { classes, ids, isEmpty, partOf } from './content.ts';

describe('content', () => {
  it('joins class names and leaves out what is absent', () => {
    assert.equal(classes('a', false, undefined, null, '', 'b c'), 'a b c');
    assert.equal(classes(), '');
  });

  it('has no ids rather than an empty list of them', () => {
    assert.equal(ids(false, undefined), undefined);
    assert.equal(ids('x-hint', false, 'x-error'), 'x-hint x-error');
  });

  it('reads bare words, nodes, lists and words with a look', () => {
    const node = <b>đậm</b>;
    assert.deepEqual(partOf('chữ'), { text: 'chữ' });
    assert.deepEqual(partOf(0), { text: 0 });
    assert.equal(partOf(node).text, node);
    assert.deepEqual(partOf(['a', 'b']).text, ['a', 'b']);
    assert.deepEqual(partOf({ text: 'chữ', class: 'x' }), { text: 'chữ', class: 'x' });
    assert.deepEqual(partOf(undefined), { text: undefined });
  });

  it('shows zero, but neither nothing nor truth values', () => {
    assert.deepEqual([0, 'a', <b />, '', null, undefined, true, false].map(isEmpty), [
      false,
      false,
      false,
      true,
      true,
      true,
      true,
      true,
    ]);
  });
});
