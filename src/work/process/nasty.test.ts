/** Files that drawing tools, careless hands and attackers make: each gets a verdict in a sentence, exit code 0 or 1, soon. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { processCommand } from './cli.ts';

const MODEL = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const file = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<definitions xmlns="${MODEL}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="x">${body}</definitions>`;
const process = (body: string, id = 'p'): string =>
  `<process id="${id}" isExecutable="true">${body}</process>`;
const flow = (id: string, from: string, to: string, more = ''): string =>
  `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${more}</sequenceFlow>`;
const step = (id: string, more = ''): string => `<userTask id="${id}" name="Bước ${id}">${more}</userTask>`;
const start = '<startEvent id="s"/>';
const end = '<endEvent id="e"/>';
/** start → a → end, with something more. */
const plain = (more = '', inA = ''): string =>
  file(process(start + step('a', inA) + end + flow('f1', 's', 'a') + flow('f2', 'a', 'e') + more));
const inner =
  '<startEvent id="is"/><userTask id="ia"/><endEvent id="ie"/>' +
  flow('i1', 'is', 'ia') +
  flow('i2', 'ia', 'ie');

const nested = (levels: number): string => {
  let body = inner;
  for (let n = 0; n < levels; n++)
    body =
      `<startEvent id="s${n}"/><subProcess id="b${n}">${body}</subProcess><endEvent id="e${n}"/>` +
      flow(`x${n}`, `s${n}`, `b${n}`) +
      flow(`y${n}`, `b${n}`, `e${n}`);
  return file(process(body));
};

const other =
  '<startEvent id="s2"/><userTask id="b"/><endEvent id="e2"/>' +
  flow('g1', 's2', 'b') +
  flow('g2', 'b', 'e2');
const pools = (target: string): string =>
  file(
    `<collaboration id="c"><participant id="pa" name="UBND" processRef="p"/><participant id="pb" name="Công an" processRef="q"/><participant id="pc" name="Công dân"/><messageFlow id="m" sourceRef="pc" targetRef="${target}"/></collaboration>` +
      process(start + step('a') + end + flow('f1', 's', 'a') + flow('f2', 'a', 'e')) +
      process(other, 'q'),
  );

const bomb = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, n) => `<!ENTITY a${n} "${`&a${n === 0 ? '' : n - 1};`.repeat(10)}">`).join('')}]><definitions xmlns="${MODEL}"><process id="p" name="&a8;"/></definitions>`;
const utf16 = (order: 'le' | 'be', mark: boolean): Buffer => {
  const bytes = Buffer.from((mark ? '\uFEFF' : '') + plain().replace('UTF-8', 'UTF-16'), 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
};
const many = (n: number): string =>
  file(
    process(
      start +
        Array.from({ length: n }, (_, i) => step(`a${i}`)).join('') +
        end +
        flow('f0', 's', 'a0') +
        Array.from({ length: n - 1 }, (_, i) => flow(`g${i}`, `a${i}`, `a${i + 1}`)).join('') +
        flow('fe', `a${n - 1}`, 'e'),
    ),
  );

/** So many steps side by side between two gateways of these kinds. */
const wide = (n: number, split: string, join: string): string =>
  file(
    process(
      `${start}<${split} id="g"/><${join} id="j"/>${end}` +
        Array.from(
          { length: n },
          (_, i) => step(`a${i}`) + flow(`o${i}`, 'g', `a${i}`) + flow(`i${i}`, `a${i}`, 'j'),
        ).join('') +
        flow('f0', 's', 'g') +
        flow('fe', 'j', 'e'),
    ),
  );

/** Each with what must be said of it. */
const cases: readonly (readonly [name: string, content: string | Buffer, code: 0 | 1, says: RegExp])[] = [
  ['nested sub-processes', nested(30), 0, /sub-process × 30/],
  ['nested without end', nested(3000), 1, /nested more than 200/],
  [
    'event sub-process',
    plain(`<subProcess id="x" triggeredByEvent="true">${inner}</subProcess>`),
    1,
    /x: Event sub-process is outside/,
  ],
  [
    'compensation',
    plain(
      '<boundaryEvent id="b" attachedToRef="a"><compensateEventDefinition/></boundaryEvent><userTask id="c" isForCompensation="true"/>',
    ),
    1,
    /b: Compensation event.*\n.*c: Compensation activity/,
  ],
  ['inclusive gateway', plain('<inclusiveGateway id="g"/>'), 1, /g: Inclusive gateway is outside/],
  ['pools and messages', pools('b'), 0, /user task × 2/],
  ['a message to nobody', pools('ghost'), 0, /m: Refers to “ghost”/],
  ['no drawing', plain(), 0, /inside the subset/],
  [
    'an empty drawing',
    plain().replace(
      '</definitions>',
      '<bpmndi:BPMNDiagram xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"/></definitions>',
    ),
    0,
    /inside/,
  ],
  [
    'a prefix nobody declared',
    `<bpmn2:definitions xmlns:bpmn2="${MODEL}"><bpmn:process id="p"><bpmn:startEvent id="s"/></bpmn:process></bpmn2:definitions>`,
    1,
    /“bpmn:process” on line 1 uses a prefix that is not declared/,
  ],
  [
    'a namespace of before 2.0',
    '<definitions xmlns="http://schema.omg.org/spec/BPMN/2.0"><process id="p"/></definitions>',
    1,
    /another version of BPMN/,
  ],
  [
    'a prefix of other letters',
    `<ß:definitions xmlns:ß="${MODEL}"><ß:process id="p"><ß:startEvent id="s"/></ß:process></ß:definitions>`,
    1,
    /prefix “ß” of the elements has letters beyond a–z/,
  ],
  [
    'a message that the file does not declare',
    plain(
      '<endEvent id="x" name="Dừng"><messageEventDefinition messageRef="ghost"/></endEvent>' +
        flow('f3', 'a', 'x'),
    ),
    0,
    /Dừng \(x\): Refers to “ghost”/,
  ],
  ['an empty process', file(process('')), 1, /no process with a step/],
  [
    'two processes',
    file(
      process(start + step('a') + end + flow('f1', 's', 'a') + flow('f2', 'a', 'e')) + process(other, 'q'),
    ),
    0,
    /start event × 2/,
  ],
  [
    'data objects',
    plain(
      '<dataObject id="o"/><dataObjectReference id="r" dataObjectRef="o"/><textAnnotation id="t"><text>x</text></textAnnotation>',
    ),
    0,
    /inside/,
  ],
  ['loop markers', plain('', '<standardLoopCharacteristics/>'), 1, /Loop marker is outside/],
  ['many instances', plain('', '<multiInstanceLoopCharacteristics/>'), 1, /Multi-instance marker is outside/],
  [
    'a boundary event that does not interrupt',
    plain(
      `<boundaryEvent id="b" attachedToRef="a" cancelActivity="false"><timerEventDefinition><timeDuration xsi:type="tFormalExpression">P1D</timeDuration></timerEventDefinition></boundaryEvent><endEvent id="e2"/>${flow('f3', 'b', 'e2')}`,
    ),
    0,
    /boundary event × 1/,
  ],
  [
    'a call to nothing',
    plain('<callActivity id="c"/>' + flow('f4', 'a', 'c')),
    0,
    /c: Does not say which process is called/,
  ],
  ['an entity bomb', bomb, 1, /document type declaration/],
  [
    'an entity from a file',
    `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><definitions xmlns="${MODEL}"><process id="p" name="&x;"/></definitions>`,
    1,
    /document type declaration/,
  ],
  ['UTF-16, little end first', utf16('le', true), 0, /Bước a/],
  ['UTF-16, big end first', utf16('be', true), 0, /Bước a/],
  ['UTF-16 without its mark', utf16('le', false), 0, /Bước a/],
  [
    'five megabytes of words',
    plain('', `<documentation>${'x'.repeat(5_000_000)}</documentation>`),
    0,
    /inside/,
  ],
  ['twenty thousand steps', many(20_000), 1, /more than 30,000 elements/],
  ['two thousand steps', many(2000), 0, /… and \d+ more; see all with --json/],
  [
    'two thousand steps side by side',
    wide(2000, 'parallelGateway', 'parallelGateway'),
    0,
    /^(?![^]*for ever)[^]*… and \d+ more/,
  ],
  ['two thousand choices', wide(2000, 'exclusiveGateway', 'exclusiveGateway'), 0, /no default branch/],
  [
    'two thousand choices that all must come',
    wide(2000, 'exclusiveGateway', 'parallelGateway'),
    0,
    /publication:\n  - j: Some cases would wait here for ever/,
  ],
  [
    'a name that steers the terminal, and an id without end',
    file(
      process(
        `${start}<userTask id="${'x'.repeat(50_000)}" name="Nhận &#x9b;31m&#x202e;hồ sơ"/>${end}` +
          flow('f1', 's', 'x'.repeat(50_000)) +
          flow('f2', 'x'.repeat(50_000), 'e'),
      ),
    ),
    0,
    /- Nhận 31m hồ sơ \(x{120}…\): /,
  ],
  ['the same id twice', plain(step('a')), 1, /uses an id that another element has/],
  ['an arrow from nowhere', plain(flow('f3', 'ghost', 'a')), 1, /f3: The arrow has no source/],
  [
    'names of the language',
    file(
      process(
        '<startEvent id="constructor"/><userTask id="__proto__"/><endEvent id="toString"/>' +
          flow('valueOf', 'constructor', '__proto__') +
          flow('h', '__proto__', 'toString'),
      ),
    ),
    0,
    /inside/,
  ],
  [
    'a loop around a sub-process in which nobody waits',
    file(
      process(
        `${start}<exclusiveGateway id="m"/><subProcess id="q"><startEvent id="qs"/><endEvent id="qe"/>${flow('q1', 'qs', 'qe')}</subProcess>` +
          `<exclusiveGateway id="g" default="ok"/>${end}` +
          flow('f1', 's', 'm') +
          flow('f2', 'm', 'q') +
          flow('f3', 'q', 'g') +
          flow('back', 'g', 'm', '<conditionExpression>again = true</conditionExpression>') +
          flow('ok', 'g', 'e'),
      ),
    ),
    0,
    /may spin for ever/,
  ],
  [
    'an event attached to what does not wait',
    plain(
      '<sendTask id="t"/><boundaryEvent id="b" attachedToRef="t"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent>',
    ),
    0,
    /b: A send task does not wait/,
  ],
  [
    'processes that call each other in turn',
    file(
      process(
        `${start}<callActivity id="c" calledElement="q"/>${end}${flow('f1', 's', 'c')}${flow('f2', 'c', 'e')}`,
      ) +
        process(
          `<startEvent id="qs"/><callActivity id="qc" calledElement="p"/><endEvent id="qe"/>${flow('q1', 'qs', 'qc')}${flow('q2', 'qc', 'qe')}`,
          'q',
        ),
    ),
    0,
    /qc: The process calls itself[^]*c: The process calls itself/,
  ],
  [
    'a call of what the file does not hold',
    plain('<callActivity id="c" calledElement="khac"/>'),
    0,
    /c: There is no process “khac” in this file/,
  ],
  ['a web page', '<!doctype html><html><body>Không phải</body></html>', 1, /The file is HTML/],
  ['bytes', Buffer.from(Array.from({ length: 5000 }, (_, i) => i % 256)), 1, /cannot be read/],
  ['cut off', plain().slice(0, 280), 1, /The XML is broken/],
];

describe('process check on files of others', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'toantrinh-bpmn-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  for (const [name, content, code, says] of cases)
    it(
      `says of ${name} that it is ${code === 0 ? 'inside' : 'not'}, and why`,
      { timeout: 20_000 },
      async () => {
        const path = join(folder, 'file.bpmn');
        await writeFile(path, content);
        const lines: string[] = [];
        const keep = (line: string): void => void lines.push(line);
        const io = { cwd: folder, out: keep, err: keep };
        assert.equal(
          await processCommand(['check', 'file.bpmn', '--lang', 'en'], io),
          code,
          lines.join('\n'),
        );
        const said = lines.join('\n');
        assert.match(said, says);
        assert.doesNotMatch(said, /\bat \S+ \(|Error:|undefined|\[object/);
        assert.equal(new Set(said.split('\n')).size, said.split('\n').length, 'nothing is said twice');
        assert.equal(await processCommand(['check', 'file.bpmn', '--json'], io), code);
      },
    );
});
