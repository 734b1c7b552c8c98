import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hoursGiven, leastAfter, wayAhead } from './ahead.ts';
import { flow, gateway, plainEvent, step } from './fixtures.ts';
import type { Definition, Node, Timer } from './schema.ts';

const slow = (id: string): Node => {
  const node = step(id);
  if (node.kind !== 'user') throw new Error('no user step');
  return { ...node, office: { ...node.office, limit: { amount: 2, unit: 'working_day' } } };
};

/** start → a → (b or slow c) → x → d or back to a → end; b and d take four hours, c two days. */
const definition: Definition = {
  id: 'p',
  name: 'p',
  agency: null,
  note: '',
  source: null,
  nodes: [
    plainEvent('s', 'start'),
    step('a'),
    gateway('split', 'parallel'),
    step('b'),
    slow('c'),
    gateway('join', 'parallel'),
    gateway('x', 'exclusive'),
    step('d'),
    plainEvent('e', 'end'),
  ],
  flows: [
    flow('s', 'a'),
    flow('a', 'split'),
    flow('split', 'b'),
    flow('split', 'c'),
    flow('b', 'join'),
    flow('c', 'join'),
    flow('join', 'x'),
    flow('x', 'a'),
    flow('x', 'd'),
    flow('d', 'e'),
  ],
};
const at = (...nodes: string[]) => {
  const tokens = nodes.map((node, id) => ({ id, node, scope: 0, by: null }));
  const { hours, steps } = wayAhead(definition, { tokens });
  return [hours, steps.map(({ id }) => id)];
};

describe('the way ahead', () => {
  it('is the longest one to the end, ways back left out', () => {
    assert.deepEqual(at('a'), [4 + 16 + 4, ['a', 'c', 'd']]);
    assert.deepEqual(at('b'), [8, ['b', 'd']]);
    assert.deepEqual(at('b', 'c'), [20, ['c', 'd']]);
    assert.deepEqual(at(), [0, []]);
  });
});

describe('what is given', () => {
  it('counts the time of timers and of what is awaited, too', () => {
    const event = (timer: Timer): Node => ({
      ...plainEvent('t', 'start'),
      kind: 'catch',
      event: { type: 'timer', timer },
    });
    assert.equal(hoursGiven(event({ kind: 'limit', limit: { amount: 2, unit: 'working_day' } })), 16);
    assert.equal(hoursGiven(event({ kind: 'duration', value: 'P7D' })), 40, 'a week without its weekend');
    assert.equal(hoursGiven(event({ kind: 'date', value: '2026-12-31' })), 0, 'not known without a clock');
    const awaited: Node = { ...slow('r'), kind: 'receive' } as Node;
    assert.equal(hoursGiven(awaited), 16);
  });
});

describe('the least that still needs to be done', () => {
  const least = leastAfter(definition);
  const hours = (id: string) => least.get(id);

  it('takes the shortest of ways to choose from, all of those side by side, and never a way back', () => {
    assert.deepEqual(['a', 'b', 'c', 'd', 'e'].map(hours), [16 + 4, 4, 4, 0, 0]);
    const both = new Map(definition.nodes.map((node) => [node.id, node]));
    assert.equal(hoursGiven(both.get('c')!), 16);
    assert.equal(hoursGiven(both.get('split')!), 0);
  });

  it('is not known where no way leads to the end, and is found from a step that only a way back reaches', () => {
    const redo = {
      ...definition,
      nodes: [...definition.nodes, slow('redo'), step('lost')],
      flows: [
        ...definition.flows.filter(({ from, to }) => from !== 'x' || to !== 'a'),
        flow('x', 'redo'),
        flow('redo', 'x'),
        flow('lost', 'lost'),
      ],
    };
    const found = leastAfter(redo);
    assert.equal(found.get('redo'), 4);
    assert.equal(found.get('x'), 4);
    assert.equal(found.get('lost'), Infinity);
  });
});
