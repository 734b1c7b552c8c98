import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { flow, plainEvent, step } from './fixtures.ts';
import { inOrderOf } from './order.ts';
import type { Definition, Flow, Node } from './schema.ts';

const definition = (nodes: readonly Node[], flows: readonly Flow[]): Definition => ({
  id: 'p',
  name: 'Thí dụ',
  agency: null,
  note: '',
  nodes,
  flows,
  source: null,
});

const ids = ({ nodes, flows }: Definition): readonly string[] => [...nodes, ...flows].map(({ id }) => id);

describe('the order of a definition that was drawn', () => {
  const before = definition(
    [plainEvent('s', 'start'), step('b'), step('a'), plainEvent('e', 'end')],
    [flow('s', 'b'), flow('b', 'a'), flow('a', 'e')],
  );

  it('is that of the one before', () => {
    const drawn = definition(before.nodes.toReversed(), before.flows.toReversed());
    assert.deepEqual(inOrderOf(drawn, before), before);
  });

  it('has what is new right after what leads to it', () => {
    const drawn = definition(
      [...before.nodes, step('y'), step('x')],
      [flow('s', 'b'), flow('b', 'x'), flow('x', 'y'), flow('y', 'a'), flow('a', 'e')],
    );
    assert.deepEqual(ids(inOrderOf(drawn, before)), [
      's',
      'b',
      'x',
      'y',
      'a',
      'e',
      's-b',
      'a-e',
      'b-x',
      'x-y',
      'y-a',
    ]);
  });

  it('ends with what nothing leads to, and misses what is gone', () => {
    const drawn = definition([plainEvent('s', 'start'), step('x'), plainEvent('e', 'end')], [flow('s', 'e')]);
    assert.deepEqual(ids(inOrderOf(drawn, before)), ['s', 'e', 'x', 's-e']);
  });
});
