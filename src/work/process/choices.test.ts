import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { choicesAfter } from './choices.ts';
import { flow, gateway, plainEvent, step } from './fixtures.ts';
import type { Definition, Flow, Node } from './schema.ts';

/** start → a → x → one end per branch; the last branch is the default. */
function choosing(branches: readonly Flow[], more: readonly Node[] = []): Definition {
  const x: Node = { ...gateway('x', 'exclusive'), kind: 'exclusive', otherwise: branches.at(-1)!.id };
  const targets = [...new Set(branches.map(({ to }) => to))].filter(
    (id) => !more.some((node) => node.id === id),
  );
  return {
    id: 'p',
    name: 'p',
    agency: null,
    note: '',
    source: null,
    nodes: [plainEvent('s', 'start'), step('a'), x, ...targets.map((id) => step(id)), ...more],
    flows: [flow('s', 'a'), flow('a', 'x'), ...branches],
  };
}
const ask = (definition: Definition, answered: readonly string[] = [], data = {}) =>
  choicesAfter(definition, 'a', { data }, (name) => answered.includes(name));

describe('the ways on from a step', () => {
  it('are those of the gateway behind it, each with what its condition must be told', () => {
    const branches = [flow('x', 'b', 'hop_le = true'), flow('x', 'c')];
    assert.deepEqual(
      ask(choosing(branches)).map(({ label, data }) => [label, data]),
      [
        ['b', { hop_le: true }],
        ['c', { hop_le: false }],
      ],
    );
    const named = [
      { ...branches[0]!, name: 'Hợp lệ' },
      { ...branches[1]!, name: 'Chưa' },
    ];
    assert.deepEqual(
      ask(choosing(named)).map(({ label }) => label),
      ['Hợp lệ', 'Chưa'],
    );
  });

  it('are not asked for where the case itself answers', () => {
    const definition = choosing([flow('x', 'b', 'hop_le = true'), flow('x', 'c')]);
    assert.deepEqual(ask(definition, ['hop_le'], { hop_le: true }), []);
    const mixed = choosing([flow('x', 'b', 'dien_tich > 100 and hop_le = true'), flow('x', 'c')]);
    assert.deepEqual(ask(mixed, ['dien_tich'], { dien_tich: 50 }), [], 'only one way is left');
    assert.equal(ask(mixed, ['dien_tich'], { dien_tich: 150 }).length, 2);
  });

  it('are found for words, numbers and gateways one behind the other', () => {
    const branches = [flow('x', 'b', 'loai = "khan"'), flow('x', 'c', 'muc >= 3'), flow('x', 'y')];
    const inner: Node = { ...gateway('y', 'exclusive'), kind: 'exclusive', otherwise: 'y-e' };
    const definition = choosing(branches, [inner, step('d'), step('e')]);
    const whole = {
      ...definition,
      flows: [...definition.flows, flow('y', 'd', 'xa = true'), flow('y', 'e')],
    };
    assert.deepEqual(
      ask(whole)
        .map(({ label }) => label)
        .toSorted(),
      ['b', 'c', 'd', 'e'],
    );
  });

  it('are none where nothing chooses, or no answer leads there', () => {
    assert.deepEqual(ask({ ...choosing([flow('x', 'b')]), flows: [flow('s', 'a'), flow('a', 'b')] }), []);
    assert.deepEqual(ask(choosing([flow('x', 'b', 'n = 1 and n = 2'), flow('x', 'c')])), []);
  });
});
