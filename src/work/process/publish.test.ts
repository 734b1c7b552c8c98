import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import {
  build,
  definition,
  flow,
  gateway,
  office,
  plainEvent,
  step,
  type Block,
  blocks,
} from './fixtures.ts';
import { publishable } from './publish.ts';
import type { Definition, Node } from './schema.ts';

const said = (subject: Definition): readonly string[] =>
  publishable(subject).map(({ element, message }) => `${element}: ${message.en}`);

const start = plainEvent('start', 'start');
const end = plainEvent('end', 'end');

const timer = (host: string, interrupting: boolean): Node => ({
  ...step('late'),
  kind: 'boundary',
  host,
  interrupting,
  event: { type: 'timer', timer: { kind: 'duration', value: 'P1D' } },
});

/** split → a, b → meet → end with gateways of the given kinds. */
const diamond = (split: 'exclusive' | 'parallel', meet: 'exclusive' | 'parallel'): Definition =>
  definition(
    [start, gateway('split', split), step('a'), step('b'), gateway('meet', meet), step('c'), end],
    [
      flow('start', 'split'),
      flow('split', 'a', split === 'exclusive' ? 'x = 1' : null),
      flow('split', 'b'),
      flow('a', 'meet'),
      flow('b', 'meet'),
      flow('meet', 'c'),
      flow('c', 'end'),
    ],
  );

const two = (node: Node): Definition =>
  definition([start, node, end], [flow('start', node.id), flow(node.id, 'end')]);

describe('soundness', () => {
  it('lets well-formed blocks pass', () => {
    assert.deepEqual(said(diamond('exclusive', 'exclusive')), []);
    assert.deepEqual(said(diamond('parallel', 'parallel')), []);
  });

  const unsound: Readonly<Record<string, readonly [Definition, readonly RegExp[]]>> = {
    'a choice that meets in a parallel gateway gets stuck': [
      diamond('exclusive', 'parallel'),
      [/^meet: .*wait here for ever/],
    ],
    'a parallel split that meets in an exclusive gateway runs on twice': [
      diamond('parallel', 'exclusive'),
      [/runs twice at once/],
    ],
    'a parallel split that meets in a step runs it twice': [
      definition(
        [start, gateway('split', 'parallel'), step('a'), step('b'), step('c'), end],
        [
          flow('start', 'split'),
          flow('split', 'a'),
          flow('split', 'b'),
          flow('a', 'c'),
          flow('b', 'c'),
          flow('c', 'end'),
        ],
      ),
      [/runs twice at once/],
    ],
    'a loop that starts a parallel branch anew each time': [
      definition(
        [
          start,
          gateway('again', 'exclusive'),
          gateway('split', 'parallel'),
          step('a'),
          step('b'),
          gateway('more', 'exclusive'),
          end,
          plainEvent('e2', 'end'),
        ],
        [
          flow('start', 'again'),
          flow('again', 'split'),
          flow('split', 'a'),
          flow('split', 'b'),
          flow('a', 'end'),
          flow('b', 'more'),
          flow('more', 'again', 'x = 1'),
          flow('more', 'e2'),
        ],
      ),
      [/runs twice at once/],
    ],
    'a dead end': [
      definition(
        [start, gateway('g', 'exclusive'), step('a'), step('b'), end],
        [flow('start', 'g'), flow('g', 'a', 'x = 1'), flow('g', 'b'), flow('b', 'end')],
      ),
      [/^a: A dead end/],
    ],
    'a loop without a way out': [
      definition([start, step('a'), step('b'), end], [flow('start', 'a'), flow('a', 'b'), flow('b', 'a')]),
      [/^end: No path from the start/, /^start: A dead end/, /^a: A dead end/, /^b: A dead end/],
    ],
    'an island': [
      definition(
        [start, step('a'), step('island'), end],
        [flow('start', 'a'), flow('a', 'end'), flow('island', 'end')],
      ),
      [/^island: No path from the start/],
    ],
    'no start': [definition([step('a'), end], [flow('a', 'end')]), [/no start event/]],
    'no end': [definition([start, step('a')], [flow('start', 'a')]), [/no end event/]],
    'a way into one branch of a parallel block from outside': [
      definition(
        [
          start,
          gateway('g', 'exclusive'),
          gateway('split', 'parallel'),
          gateway('in', 'exclusive'),
          step('a'),
          step('b'),
          gateway('join', 'parallel'),
          end,
        ],
        [
          flow('start', 'g'),
          flow('g', 'split', 'x = 1'),
          flow('g', 'in'),
          flow('split', 'in'),
          flow('split', 'b'),
          flow('in', 'a'),
          flow('a', 'join'),
          flow('b', 'join'),
          flow('join', 'end'),
        ],
      ),
      [/^join: .*wait here for ever/],
    ],
    'a boundary event that starts a second path into the main one': [
      definition(
        [start, step('a'), timer('a', false), step('b'), end],
        [flow('start', 'a'), flow('a', 'b'), flow('late', 'b'), flow('b', 'end')],
      ),
      [/^b: .*runs twice at once/],
    ],
    'a loop in which nothing waits': [
      definition(
        [start, gateway('again', 'exclusive'), gateway('more', 'exclusive'), end],
        [flow('start', 'again'), flow('again', 'more'), flow('more', 'again', 'x = 1'), flow('more', 'end')],
      ),
      [/spin for ever/],
    ],
  };
  for (const [name, [subject, expected]] of Object.entries(unsound)) {
    it(`refuses ${name}`, () => {
      const found = said(subject);
      for (const pattern of expected)
        assert.ok(
          found.some((line) => pattern.test(line)),
          `${pattern} in ${found.join('\n')}`,
        );
    });
  }

  it('takes a terminate event that ends a parallel block early', () => {
    const stop: Node = { ...plainEvent('stop', 'end'), kind: 'end', event: { type: 'terminate' } };
    const subject = definition(
      [start, gateway('split', 'parallel'), step('a'), step('b'), stop, end],
      [flow('start', 'split'), flow('split', 'a'), flow('split', 'b'), flow('a', 'stop'), flow('b', 'end')],
    );
    assert.deepEqual(said(subject), []);
  });

  it('takes a reminder path beside a step', () => {
    const subject = definition(
      [start, step('a'), timer('a', false), step('remind'), plainEvent('reminded', 'end'), end],
      [flow('start', 'a'), flow('a', 'end'), flow('late', 'remind'), flow('remind', 'reminded')],
    );
    assert.deepEqual(said(subject), []);
  });

  it('proves forty parallel branches without playing them all', () => {
    const branches = Array.from({ length: 40 }, (_, at) => `b${at}`);
    const subject = definition(
      [
        start,
        gateway('split', 'parallel'),
        ...branches.map((id) => step(id)),
        gateway('join', 'parallel'),
        end,
      ],
      [
        flow('start', 'split'),
        ...branches.flatMap((id) => [flow('split', id), flow(id, 'join')]),
        flow('join', 'end'),
      ],
    );
    assert.deepEqual(said(subject), []);
  });

  it('says that it cannot prove what is too large to play', () => {
    // Every branch ends by itself, so nothing can be folded: 2^20 ways to stand.
    const branches = Array.from({ length: 20 }, (_, at) => `b${at}`);
    const ends = branches.map((id) => plainEvent(`end-${id}`, 'end'));
    const subject = definition(
      [start, gateway('split', 'parallel'), ...branches.map((id) => step(id)), ...ends],
      [flow('start', 'split'), ...branches.flatMap((id) => [flow('split', id), flow(id, `end-${id}`)])],
    );
    assert.match(said(subject).join(), /too many ways/);
  });

  it('accepts every nested process', () => {
    fc.assert(
      fc.property(blocks(4), (tree) => assert.deepEqual(said(build(tree)), [])),
      { numRuns: 200 },
    );
  });

  it('refuses every nested process in which one end of a parallel block is swapped', () => {
    const together = fc.tuple(blocks(4), blocks(4), blocks(4)).map(([left, right, rest]): Block => ({
      kind: 'sequence',
      of: [{ kind: 'together', of: [left, right] }, rest],
    }));
    fc.assert(
      fc.property(together, fc.boolean(), (tree, first) => {
        const sound = build(tree);
        const swapped = sound.nodes.find(
          ({ kind, id }) => kind === 'parallel' && id.startsWith(first ? 'split' : 'join'),
        );
        const nodes = sound.nodes.map((node): Node =>
          node === swapped ? { ...gateway(node.id, 'exclusive', node.scope) } : node,
        );
        const found = publishable({ ...sound, nodes });
        assert.ok(found.some(({ message }) => /for ever|twice at once/.test(message.en)));
      }),
      { numRuns: 100 },
    );
  });
});

describe('what an office must say', () => {
  it('asks every user task for who and until when', () => {
    const silent: Node = {
      ...step('a'),
      name: '',
      kind: 'user',
      message: null,
      office: { ...office, role: null, unit: null, limit: null },
    };
    assert.deepEqual(said(two(silent)), [
      'a: The step has no name.',
      'a: The step does not say who does it (role or position).',
      'a: The step has no time limit.',
    ]);
  });

  it('asks services for their act, calls for their process, timers for their time', () => {
    const service: Node = { ...step('a'), kind: 'service', office, message: null };
    const drawn = { id: 'a', name: 'a', scope: null, lane: null, note: '' };
    assert.match(said(two(service)).join(), /which service/);
    assert.match(said(two({ ...drawn, kind: 'call', calls: null })).join(), /which process/);
    assert.match(said(two({ ...drawn, kind: 'call', calls: 'p' })).join(), /calls itself/);
    assert.match(
      said(two({ ...drawn, kind: 'catch', event: { type: 'timer', timer: null } })).join(),
      /says no time/,
    );
    const cycle = { type: 'timer', timer: { kind: 'cycle', value: 'R/P1D' } } as const;
    assert.match(said(two({ ...drawn, kind: 'catch', event: cycle })).join(), /repeating timer/);
  });

  it('asks every branch for an answer', () => {
    const subject = diamond('exclusive', 'exclusive');
    const bare = { ...subject, flows: subject.flows.map((each) => ({ ...each, condition: null })) };
    const noDefault = {
      ...bare,
      nodes: bare.nodes.map((node) => (node.kind === 'exclusive' ? { ...node, otherwise: null } : node)),
    };
    assert.deepEqual(said(noDefault), [
      'split: The exclusive gateway has no default branch: where no condition holds, the case would be stuck here.',
      'split-a: The branch has no condition.',
      'split-b: The branch has no condition.',
    ]);
    const looping = subject.flows.map((each) =>
      each.condition ? { ...each, condition: 'every a in b satisfies a' } : each,
    );
    assert.match(said({ ...subject, flows: looping }).join(), /loop/);
  });

  it('finds broken references of an edited definition', () => {
    const subject = two(step('a'));
    assert.match(said({ ...subject, flows: [...subject.flows, flow('a', 'none')] }).join(), /same level/);
    assert.match(said({ ...subject, nodes: [...subject.nodes, step('a')] }).join(), /have this id/);
    assert.match(said({ ...subject, nodes: [...subject.nodes, step('b', 'none')] }).join(), /same level/);
  });
});
