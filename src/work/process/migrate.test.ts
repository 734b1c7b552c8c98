import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { advance, start } from './advance.ts';
import { build, definition, flow, gateway, office, plainEvent, step, blocks } from './fixtures.ts';
import { migrate } from './migrate.ts';
import type { Definition, Instance, Node } from './schema.ts';

const line = (...steps: readonly (string | Node)[]): Definition => {
  const nodes = [
    plainEvent('s', 'start'),
    ...steps.map((each) => (typeof each === 'string' ? step(each) : each)),
    plainEvent('e', 'end'),
  ];
  const flows = nodes.slice(1).map((node, at) => flow(nodes[at]?.id ?? '', node.id));
  return definition(nodes, flows);
};

const kinds = (result: ReturnType<typeof migrate>): readonly string[] =>
  result.changes.map(({ kind, element }) => `${kind} ${element}`);

/** split → a, b → join → c, with the given kind of gateways. */
const fork = (kind: 'parallel' | 'exclusive'): Definition =>
  definition(
    [
      plainEvent('s', 'start'),
      gateway('g', kind),
      step('a'),
      step('b'),
      gateway('j', kind),
      step('c'),
      plainEvent('e', 'end'),
    ],
    [
      flow('s', 'g'),
      flow('g', 'a', kind === 'exclusive' ? 'x = 1' : null),
      flow('g', 'b'),
      flow('a', 'j'),
      flow('b', 'j'),
      flow('j', 'c'),
      flow('c', 'e'),
    ],
  );

describe('migration of a running instance', () => {
  const old = line('a', 'b', 'c');
  const atB = advance(old, start(old).instance, { kind: 'done', token: 1 }).instance;

  it('stays where it is and tells what lies ahead', () => {
    const result = migrate(atB, old, line('a', 'b', 'd'));
    assert.deepEqual(result.instance, atB);
    assert.deepEqual(kinds(result), ['kept b', 'removed c', 'added d']);
    assert.deepEqual(result.effects, []);
  });

  it('tells of a changed limit and restates the open step', () => {
    const shorter: Node = {
      ...step('b'),
      kind: 'user',
      message: null,
      office: { ...office, limit: { amount: 1, unit: 'working_hour' } },
    };
    const result = migrate(atB, old, line('a', shorter, 'c'));
    assert.deepEqual(kinds(result), ['changed b']);
    assert.deepEqual(result.effects, [
      {
        do: 'open-step',
        token: 2,
        node: 'b',
        office: { ...office, limit: { amount: 1, unit: 'working_hour' } },
      },
    ]);
  });

  it('starts a timer that the new version attaches to an open step', () => {
    const event = { type: 'timer', timer: { kind: 'duration', value: 'P2D' } } as const;
    const late: Node = {
      ...plainEvent('late', 'end'),
      kind: 'boundary',
      host: 'b',
      interrupting: false,
      event,
    };
    const next = line('a', 'b', 'c');
    const timed = definition(
      [...next.nodes, late, plainEvent('e2', 'end')],
      [...next.flows, flow('late', 'e2')],
    );
    assert.deepEqual(migrate(atB, old, timed).effects, [
      { do: 'start-timer', token: 2, node: 'late', timer: event.timer },
    ]);
  });

  it('needs a mapping when the step is gone', () => {
    const next = line('a', 'b2', 'c');
    const lost = migrate(atB, old, next);
    assert.equal(lost.instance, null);
    assert.deepEqual(kinds(lost).slice(0, 1), ['lost b']);
    const moved = migrate(atB, old, next, { b: 'b2' });
    assert.deepEqual(moved.instance?.tokens, [{ id: 2, node: 'b2', scope: 0, by: 'a-b' }]);
    assert.deepEqual(
      moved.effects.map((effect) => effect.do),
      ['close-step', 'open-step'],
    );
    assert.ok(moved.instance && advance(next, moved.instance, { kind: 'done', token: 2 }));
  });

  it('carries a token that waits at a join', () => {
    const both = fork('parallel');
    const waiting = advance(both, start(both).instance, { kind: 'done', token: 1 }).instance;
    const longer: Definition = {
      ...both,
      flows: both.flows.map((each) => ({ ...each, id: `new ${each.id}` })),
    };
    const result = migrate(waiting, both, longer);
    assert.deepEqual(result.instance?.tokens.map(({ node, by }) => [node, by]).sort(), [
      ['b', 'g-b'],
      ['j', 'new a-j'],
    ]);
    const end = advance(longer, result.instance ?? assert.fail(), { kind: 'done', token: 2 });
    assert.deepEqual(
      end.instance.tokens.map(({ node }) => node),
      ['c'],
    );
  });

  it('refuses what would get stuck or run twice', () => {
    const [both, either] = [fork('parallel'), fork('exclusive')];
    const two = migrate(start(both).instance, both, either);
    assert.equal(two.instance, null);
    assert.match(
      two.changes.find(({ kind }) => kind === 'lost')?.message.en ?? '',
      /stuck or run something twice/,
    );
    const one = migrate(start(either, { x: 1 }).instance, either, both);
    assert.equal(one.instance, null);
  });

  const walk = (definition: Definition, moves: number): Instance => {
    let instance: Instance = start(definition, { turn: 3, c0: 0, c1: 0, c2: 0, c3: 0 }).instance;
    for (let at = 0; at < moves; at += 1) {
      const token = instance.tokens.find(({ node }) => node.startsWith('step'));
      if (token) instance = advance(definition, instance, { kind: 'done', token: token.id }).instance;
    }
    return instance;
  };

  it('can always move to the same version, and to one with a step more at the end', () => {
    fc.assert(
      fc.property(blocks(2), fc.nat({ max: 5 }), (tree, moves) => {
        const same = build(tree);
        const instance = walk(same, moves);
        const stay = migrate(instance, same, structuredClone(same));
        assert.deepEqual(stay.instance, instance);
        assert.ok(stay.changes.every(({ kind }) => kind === 'kept'));
        const longer = build({ kind: 'sequence', of: [tree, { kind: 'step' }] });
        const places = (tokens: readonly { readonly node: string }[] = []): readonly string[] =>
          tokens.map(({ node }) => node);
        assert.deepEqual(places(migrate(instance, same, longer).instance?.tokens), places(instance.tokens));
      }),
      { numRuns: 100 },
    );
  });
});
