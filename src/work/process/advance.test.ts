import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { Conflict, Invalid } from '../../ground/operate/errors.ts';
import { advance, start } from './advance.ts';
import { around, build, file, oneProcess, blocks } from './fixtures.ts';
import { read } from './read.ts';
import type { Data, Definition, Effect, Instance, Outcome, Progress } from './schema.ts';

const first = async (xml: string | Uint8Array): Promise<Definition> => {
  const { definitions, findings } = await read(xml);
  assert.deepEqual(
    findings.filter(({ severity }) => severity === 'error'),
    [],
  );
  return definitions[0] ?? assert.fail('no process');
};

/** Effects in short: what is asked for, where. */
const brief = ({ effects }: Progress): readonly string[] =>
  effects.map((effect) => ('node' in effect ? `${effect.do} ${effect.node}` : effect.do));

/** Runs a list of outcomes and returns the effects of the start and of each. */
const run = (
  definition: Definition,
  outcomes: readonly Outcome[],
  data: Data = {},
): readonly (readonly string[])[] => {
  let progress = start(definition, data);
  const log = [brief(progress)];
  for (const outcome of outcomes) {
    progress = advance(definition, progress.instance, outcome);
    log.push(brief(progress));
  }
  return log;
};

const done = (token: number, data?: Data): Outcome => ({ kind: 'done', token, ...(data ? { data } : {}) });
const timer = (time: string): string =>
  `<timerEventDefinition><timeDuration>${time}</timeDuration></timerEventDefinition>`;
const boundary = (attributes: string, definition: string): string =>
  `<userTask id="x"/><boundaryEvent id="b" attachedToRef="x" ${attributes}>${definition}</boundaryEvent><userTask id="y"/><endEvent id="e2"/>`;
const aside =
  '<sequenceFlow id="f3" sourceRef="b" targetRef="y"/><sequenceFlow id="f4" sourceRef="y" targetRef="e2"/>';
const withMessage = (xml: string): string => xml.replace('<process', '<message id="m" name="tin"/><process');

describe('one element at a time', () => {
  it('opens and closes a user step', async () => {
    const definition = await first(
      around('<userTask id="x" toantrinh:role="Văn thư" toantrinh:limit="4 giờ"/>'),
    );
    const progress = start(definition);
    assert.deepEqual(progress.effects, [
      {
        do: 'open-step',
        token: 1,
        node: 'x',
        office: {
          role: 'Văn thư',
          unit: null,
          limit: { amount: 4, unit: 'working_hour' },
          output: null,
          act: null,
          form: null,
        },
      },
    ]);
    assert.deepEqual(progress.instance, {
      definition: 'p',
      tokens: [{ id: 1, node: 'x', scope: 0, by: 'f1' }],
      next: 2,
      data: {},
    });
    const end = advance(definition, progress.instance, done(1));
    assert.deepEqual(end.effects, [
      { do: 'close-step', token: 1, node: 'x', because: 'done' },
      { do: 'finished' },
    ]);
    assert.deepEqual(end.instance.tokens, []);
  });

  it('calls a service, a process, and waits for the answer', async () => {
    assert.deepEqual(run(await first(around('<serviceTask id="x"/>')), [done(1)]), [
      ['call-service x'],
      ['close-step x', 'finished'],
    ]);
    assert.deepEqual(run(await first(around('<callActivity id="x" calledElement="khac"/>')), [done(1)]), [
      ['call-process x'],
      ['close-step x', 'finished'],
    ]);
  });

  it('sends without waiting', async () => {
    assert.deepEqual(run(await first(withMessage(around('<sendTask id="x" messageRef="m"/>'))), []), [
      ['send x', 'finished'],
    ]);
    const event =
      '<intermediateThrowEvent id="x"><messageEventDefinition messageRef="m"/></intermediateThrowEvent>';
    assert.deepEqual(start(await first(withMessage(around(event)))).effects, [
      { do: 'send', node: 'x', message: 'tin' },
      { do: 'finished' },
    ]);
  });

  it('waits for a message, at a task or an event', async () => {
    for (const element of [
      '<receiveTask id="x" messageRef="m"/>',
      '<intermediateCatchEvent id="x"><messageEventDefinition messageRef="m"/></intermediateCatchEvent>',
    ]) {
      const definition = await first(withMessage(around(element)));
      assert.deepEqual(run(definition, [{ kind: 'message', message: 'tin' }]), [
        ['wait-message x'],
        ['close-step x', 'finished'],
      ]);
      assert.throws(() => run(definition, [{ kind: 'message', message: 'khac' }]), Conflict);
      assert.throws(() => run(definition, [done(1)]), Conflict);
    }
  });

  it('waits for a timer, whose time may come from the data', async () => {
    const definition = await first(
      around(`<intermediateCatchEvent id="x">${timer('thoiHan')}</intermediateCatchEvent>`),
    );
    const progress = start(definition, { thoiHan: 'P5D' });
    assert.deepEqual(progress.effects, [
      { do: 'start-timer', token: 1, node: 'x', timer: { kind: 'duration', value: 'P5D' } },
    ]);
    assert.deepEqual(brief(advance(definition, progress.instance, { kind: 'timer', token: 1, node: 'x' })), [
      'close-step x',
      'finished',
    ]);
    assert.throws(() => start(definition, {}), Invalid);
  });

  it('gives a step up when an interrupting timer rings', async () => {
    const definition = await first(around(boundary('', timer('P3D')), aside));
    assert.deepEqual(run(definition, [{ kind: 'timer', token: 1, node: 'b' }, done(2)]), [
      ['open-step x', 'start-timer b'],
      ['close-step x', 'open-step y'],
      ['close-step y', 'finished'],
    ]);
  });

  it('goes on beside a step when the event does not interrupt, as often as it comes', async () => {
    const definition = await first(around(boundary('cancelActivity="false"', timer('P3D')), aside));
    const ring: Outcome = { kind: 'timer', token: 1, node: 'b' };
    assert.deepEqual(run(definition, [ring, ring, done(1), done(2), done(3)]), [
      ['open-step x', 'start-timer b'],
      ['open-step y'],
      ['open-step y'],
      ['close-step x'],
      ['close-step y'],
      ['close-step y', 'finished'],
    ]);
  });

  it('hears a message on the boundary', async () => {
    const definition = await first(
      withMessage(around(boundary('', '<messageEventDefinition messageRef="m"/>'), aside)),
    );
    assert.deepEqual(run(definition, [{ kind: 'message', message: 'tin', token: 1 }])[1], [
      'close-step x',
      'open-step y',
    ]);
  });

  it('takes the first branch whose condition holds, else the default', async () => {
    const branch = (id: string, condition: string): string =>
      `<sequenceFlow id="to-${id}" sourceRef="x" targetRef="${id}"><conditionExpression>${condition}</conditionExpression></sequenceFlow><userTask id="${id}"/>`;
    const definition = await first(
      around(`<exclusiveGateway id="x" default="f2"/>${branch('a', 'n &gt; 2')}${branch('b', 'n &gt; 1')}`),
    );
    assert.deepEqual(run(definition, [], { n: 3 }), [['open-step a']]);
    assert.deepEqual(run(definition, [], { n: 2 }), [['open-step b']]);
    assert.deepEqual(run(definition, [], { n: 0 }), [['finished']]);
    assert.deepEqual(run(definition, [], {}), [['finished']]);
    const strict = {
      ...definition,
      nodes: definition.nodes.map((node) =>
        node.kind === 'exclusive' ? { ...node, otherwise: null } : node,
      ),
    };
    assert.throws(() => run(strict, [], { n: 0 }), Invalid);
  });

  it('joins parallel branches once all have come', async () => {
    const definition = await first(
      oneProcess(`<startEvent id="s"/><parallelGateway id="g"/><userTask id="a"/><userTask id="b"/><parallelGateway id="j"/><userTask id="c"/><endEvent id="e"/>
      <sequenceFlow id="1" sourceRef="s" targetRef="g"/><sequenceFlow id="2" sourceRef="g" targetRef="a"/><sequenceFlow id="3" sourceRef="g" targetRef="b"/>
      <sequenceFlow id="4" sourceRef="a" targetRef="j"/><sequenceFlow id="5" sourceRef="b" targetRef="j"/><sequenceFlow id="6" sourceRef="j" targetRef="c"/>
      <sequenceFlow id="7" sourceRef="c" targetRef="e"/>`),
    );
    assert.deepEqual(run(definition, [done(2), done(1), done(5)]), [
      ['open-step a', 'open-step b'],
      ['close-step b'],
      ['close-step a', 'open-step c'],
      ['close-step c', 'finished'],
    ]);
  });

  it('ends everything at a terminate event, and a sub-process only in itself', async () => {
    const inner = `<subProcess id="x"><startEvent id="s1"/><parallelGateway id="g"/><userTask id="a"/><userTask id="b"/>
      <endEvent id="stop"><terminateEventDefinition/></endEvent><endEvent id="e1"/>
      <sequenceFlow id="g1" sourceRef="s1" targetRef="g"/><sequenceFlow id="g2" sourceRef="g" targetRef="a"/><sequenceFlow id="g3" sourceRef="g" targetRef="b"/>
      <sequenceFlow id="g4" sourceRef="a" targetRef="stop"/><sequenceFlow id="g5" sourceRef="b" targetRef="e1"/></subProcess>`;
    const definition = await first(
      around(`${inner}<userTask id="after"/>`).replace(
        'sourceRef="x" targetRef="e"',
        'sourceRef="x" targetRef="after"',
      ),
    );
    assert.deepEqual(run(definition, [done(2)]), [
      ['open-step a', 'open-step b'],
      ['close-step a', 'close-step b', 'open-step after'],
    ]);
  });

  it('gives up a whole sub-process when its boundary rings', async () => {
    const inner = `<subProcess id="x"><startEvent id="s1"/><userTask id="a"/><endEvent id="e1"/>
      <sequenceFlow id="g1" sourceRef="s1" targetRef="a"/><sequenceFlow id="g2" sourceRef="a" targetRef="e1"/></subProcess>
      <boundaryEvent id="b" attachedToRef="x">${timer('P3D')}</boundaryEvent><userTask id="y"/><endEvent id="e2"/>`;
    const definition = await first(around(inner, aside));
    assert.deepEqual(run(definition, [{ kind: 'timer', token: 1, node: 'b' }]), [
      ['start-timer b', 'open-step a'],
      ['close-step a', 'close-step x', 'open-step y'],
    ]);
    assert.deepEqual(run(definition, [done(2)])[1], ['close-step a', 'close-step x', 'finished']);
  });

  it('starts where it is told when there are several starts', async () => {
    const definition = await first(
      withMessage(
        oneProcess(`<startEvent id="s"/><startEvent id="m1"><messageEventDefinition messageRef="m"/></startEvent><userTask id="a"/><userTask id="b"/>
        <sequenceFlow id="f1" sourceRef="s" targetRef="a"/><sequenceFlow id="f2" sourceRef="m1" targetRef="b"/>`),
      ),
    );
    assert.deepEqual(brief(start(definition)), ['open-step a']);
    assert.deepEqual(brief(start(definition, {}, 'm1')), ['open-step b']);
    assert.throws(() => start(definition, {}, 'khac'), Invalid);
  });

  it('refuses what no longer waits, and stops a loop that spins', async () => {
    const definition = await first(around('<userTask id="x"/>'));
    const { instance } = start(definition);
    assert.throws(
      () => advance(definition, advance(definition, instance, done(1)).instance, done(1)),
      Conflict,
    );
    assert.throws(() => advance(definition, instance, { kind: 'timer', token: 1, node: 'x' }), Conflict);
    const spinning = await first(
      around('<exclusiveGateway id="x"/>').replace('targetRef="e"', 'targetRef="x"'),
    );
    assert.throws(() => start(spinning), Invalid);
  });
});

describe('a process of another tool', () => {
  it('asks, reminds, and takes the answer (zeebe.bpmn)', async () => {
    const definition = await first(file('zeebe.bpmn'));
    assert.deepEqual(
      run(definition, [
        { kind: 'timer', token: 1, node: 'NhacViec' },
        { kind: 'message', message: 'y-kien-tra-loi', data: { yKien: 'dong-y', soCoQuan: 2 } },
        done(2),
      ]),
      [
        ['send Gui', 'wait-message Cho', 'start-timer QuaHan', 'start-timer NhacViec'],
        ['send Nhac'],
        ['close-step Cho', 'open-step TongHop'],
        ['close-step TongHop', 'finished'],
      ],
    );
  });
});

/** Something that may happen now: a waiting step done, or its timer rung. */
const happen = (open: readonly Effect[], instance: Instance, pick: number, turn: number): Outcome => {
  const waiting = instance.tokens.filter(({ id }) =>
    open.some((effect) => 'token' in effect && effect.token === id && effect.do === 'open-step'),
  );
  const token = waiting[pick % waiting.length] ?? assert.fail('nothing to do and not finished');
  const timer = open.find((effect) => effect.do === 'start-timer' && effect.token === token.id);
  const data = { turn, c0: pick % 3, c1: pick % 2, c2: 1, c3: (pick >> 2) % 3 };
  return timer?.do === 'start-timer' && pick % 5 === 0
    ? { kind: 'timer', token: token.id, node: timer.node, data }
    : { kind: 'done', token: token.id, data };
};

describe('every sound process', () => {
  it('runs to the end: finished once, no token left, every opened step closed once', () => {
    fc.assert(
      fc.property(
        blocks(4),
        fc.array(fc.nat({ max: 60 }), { minLength: 1, maxLength: 20 }),
        (tree, picks) => {
          const definition = build(tree);
          let progress = start(definition, { turn: 0, c0: 0, c1: 0, c2: 0, c3: 0 });
          const seen: Effect[] = [...progress.effects];
          for (let turn = 0; progress.instance.tokens.length > 0; turn += 1) {
            assert.ok(turn < 2_000, 'it does not end');
            const outcome = happen(
              seen,
              progress.instance,
              picks[turn % picks.length] ?? 0,
              Math.floor(turn / 20),
            );
            const stored: Instance = JSON.parse(JSON.stringify(progress.instance));
            const next = advance(definition, stored, outcome);
            assert.deepEqual(advance(definition, progress.instance, outcome), next);
            progress = next;
            seen.push(...progress.effects);
          }
          const tokens = (kind: Effect['do']): readonly number[] =>
            seen
              .flatMap((effect) => (effect.do === kind && 'token' in effect ? [effect.token] : []))
              .sort((left, right) => left - right);
          assert.equal(seen.filter((effect) => effect.do === 'finished').length, 1);
          assert.deepEqual(tokens('close-step'), tokens('open-step'));
        },
      ),
      { numRuns: 100 },
    );
  });
});
