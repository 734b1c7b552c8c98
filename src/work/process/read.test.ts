import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { around, definitions, file, oneProcess } from './fixtures.ts';
import { read } from './read.ts';

const errors = async (xml: string | Uint8Array): Promise<readonly string[]> =>
  (await read(xml)).findings
    .filter(({ severity }) => severity === 'error')
    .map(({ element, message }) => `${element}: ${message.en}`);

const timer = '<timerEventDefinition><timeDuration>PT2H</timeDuration></timerEventDefinition>';
const message = '<messageEventDefinition messageRef="m"/>';

const inside: Readonly<Record<string, string>> = {
  'user task': around('<userTask id="x"/>'),
  'service task': around('<serviceTask id="x"/>'),
  'send task': around('<sendTask id="x" messageRef="m"/>'),
  'receive task': around('<receiveTask id="x" messageRef="m"/>'),
  'call activity': around('<callActivity id="x" calledElement="other"/>'),
  'exclusive gateway': around('<exclusiveGateway id="x"/>'),
  'parallel gateway': around('<parallelGateway id="x"/>'),
  'intermediate timer': around(`<intermediateCatchEvent id="x">${timer}</intermediateCatchEvent>`),
  'intermediate message catch': around(`<intermediateCatchEvent id="x">${message}</intermediateCatchEvent>`),
  'intermediate message throw': around(`<intermediateThrowEvent id="x">${message}</intermediateThrowEvent>`),
  'boundary timer': around(
    `<userTask id="x"/><boundaryEvent id="b" attachedToRef="x">${timer}</boundaryEvent>`,
    '<sequenceFlow id="f3" sourceRef="b" targetRef="e"/>',
  ),
  'boundary message that does not interrupt': around(
    `<userTask id="x"/><boundaryEvent id="b" cancelActivity="false" attachedToRef="x">${message}</boundaryEvent>`,
    '<sequenceFlow id="f3" sourceRef="b" targetRef="e"/>',
  ),
  'sub-process': around(`<subProcess id="x"><startEvent id="s1"/><userTask id="u"/><endEvent id="e1"/>
    <sequenceFlow id="g1" sourceRef="s1" targetRef="u"/><sequenceFlow id="g2" sourceRef="u" targetRef="e1"/></subProcess>`),
  'timer start':
    oneProcess(`<startEvent id="s"><timerEventDefinition><timeCycle>R/P1D</timeCycle></timerEventDefinition></startEvent>
    <userTask id="x"/><sequenceFlow id="f" sourceRef="s" targetRef="x"/>`),
  'message start, terminate end': oneProcess(`<startEvent id="s">${message}</startEvent>
    <endEvent id="x"><terminateEventDefinition/></endEvent><sequenceFlow id="f" sourceRef="s" targetRef="x"/>`),
  'message end': oneProcess(
    `<startEvent id="s"/><endEvent id="x">${message}</endEvent><sequenceFlow id="f" sourceRef="s" targetRef="x"/>`,
  ),
  'data, notes and groups beside the flow': around(
    '<userTask id="x"/><dataObject id="do"/><dataObjectReference id="dr" dataObjectRef="do"/><dataStoreReference id="ds"/>',
    '<textAnnotation id="t"><text>Ghi chú</text></textAnnotation><association id="a" sourceRef="x" targetRef="t"/><group id="g"/>',
  ),
};

const event = (definition: string): string =>
  around(`<intermediateCatchEvent id="x">${definition}</intermediateCatchEvent>`);
const branch = (condition: string): string =>
  around(
    '<exclusiveGateway id="x" default="f2"/><userTask id="u"/>',
    `<sequenceFlow id="f3" sourceRef="x" targetRef="u">
      <conditionExpression xsi:type="tFormalExpression">${condition}</conditionExpression></sequenceFlow>`,
  );

const outside: Readonly<Record<string, string>> = {
  'abstract task': around('<task id="x"/>'),
  'manual task': around('<manualTask id="x"/>'),
  'script task': around('<scriptTask id="x"><script>1</script></scriptTask>'),
  'business rule task': around('<businessRuleTask id="x"/>'),
  'inclusive gateway': around('<inclusiveGateway id="x"/>'),
  'complex gateway': around('<complexGateway id="x"/>'),
  'event-based gateway': around('<eventBasedGateway id="x"/>'),
  'ad-hoc sub-process': around('<adHocSubProcess id="x"/>'),
  transaction: around('<transaction id="x"/>'),
  'event sub-process': around('<subProcess id="x" triggeredByEvent="true"/>'),
  'multi-instance': around('<userTask id="x"><multiInstanceLoopCharacteristics/></userTask>'),
  loop: around('<userTask id="x"><standardLoopCharacteristics/></userTask>'),
  'compensation activity': around('<userTask id="x" isForCompensation="true"/>'),
  'several tokens': around('<userTask id="x" startQuantity="2"/>'),
  'instantiating receive task': around('<receiveTask id="x" instantiate="true"/>'),
  signal: event('<signalEventDefinition/>'),
  conditional: event('<conditionalEventDefinition/>'),
  link: event('<linkEventDefinition name="l"/>'),
  'two definitions on one event': event(timer + message),
  'no definition on a catch event': event(''),
  'timer on a throw event': around(`<intermediateThrowEvent id="x">${timer}</intermediateThrowEvent>`),
  'error end': oneProcess(
    '<startEvent id="s"/><endEvent id="x"><errorEventDefinition/></endEvent><sequenceFlow id="f" sourceRef="s" targetRef="x"/>',
  ),
  'escalation throw': around(
    '<intermediateThrowEvent id="x"><escalationEventDefinition/></intermediateThrowEvent>',
  ),
  'compensation throw': around(
    '<intermediateThrowEvent id="x"><compensateEventDefinition/></intermediateThrowEvent>',
  ),
  'error boundary': around(
    '<userTask id="x"/><boundaryEvent id="b" attachedToRef="x"><errorEventDefinition/></boundaryEvent>',
  ),
  'timer start inside a sub-process': around(
    `<subProcess id="x"><startEvent id="x1">${timer}</startEvent></subProcess>`,
  ),
  'timer that nobody can read': event(
    '<timerEventDefinition><timeDuration>0 0/5 * * * ?</timeDuration></timerEventDefinition>',
  ),
  'condition with a loop': branch('some x in list satisfies x &gt; 1'),
  'condition with a loop of for': branch('count(for i in 1..1000000 return i) &gt; 2'),
  'condition that reads the clock': branch('today() &gt; date("2026-01-01")'),
  'condition that is no expression': branch('số tiền &gt;'),
  'condition with a sign twice': branch('a = = 1'),
  'condition on a task': around('<userTask id="x"/>').replace(
    'sourceRef="x" targetRef="e"/>',
    'sourceRef="x" targetRef="e"><conditionExpression>a = 1</conditionExpression></sequenceFlow>',
  ),
  'condition in another language': branch('a').replace(
    'xsi:type="tFormalExpression"',
    'language="application/javascript"',
  ),
  'flow into a start event': around(
    '<userTask id="x"/>',
    '<sequenceFlow id="f3" sourceRef="x" targetRef="s"/>',
  ),
  'flow out of an end event': around(
    '<userTask id="x"/>',
    '<sequenceFlow id="f3" sourceRef="e" targetRef="x"/>',
  ),
  'flow out of a sub-process': around(
    '<subProcess id="x"><userTask id="u"/></subProcess>',
    '<sequenceFlow id="f3" sourceRef="u" targetRef="e"/>',
  ),
  'flow to nowhere': around('<userTask id="x"/>', '<sequenceFlow id="f3" sourceRef="x" targetRef="none"/>'),
  'boundary event on a gateway': around(
    `<exclusiveGateway id="x"/><boundaryEvent id="b" attachedToRef="x">${timer}</boundaryEvent>`,
  ),
  'boundary event on nothing': around(`<userTask id="x"/><boundaryEvent id="b">${timer}</boundaryEvent>`),
  'default flow of another gateway': around('<exclusiveGateway id="x" default="f1"/>'),
  'two elements with one id': around('<userTask id="x"/><userTask id="x"/>'),
  'element without an id': around('<userTask id="x"/><userTask/>'),
  'process without an id': around('<userTask id="x"/>').replace('id="p"', ''),
  'element that BPMN does not know': around('<userTask id="x"/><humanTask id="y"/>'),
  choreography: definitions('<choreography id="c"/>'),
  'no process': definitions(''),
  'empty process': oneProcess(''),
  'black-box pools only': definitions('<collaboration id="c"><participant id="a" name="A"/></collaboration>'),
};

describe('the stated subset', () => {
  for (const [name, xml] of Object.entries(inside)) {
    it(`takes: ${name}`, async () => {
      const reading = await read(xml.replace('<process', '<message id="m" name="tin"/><process'));
      assert.deepEqual(
        reading.findings.filter(({ severity }) => severity === 'error'),
        [],
      );
      assert.equal(reading.inside, true);
      assert.equal(reading.definitions.length, 1);
    });
  }
  for (const [name, xml] of Object.entries(outside)) {
    it(`says why not: ${name}`, async () => {
      const reading = await read(xml.replace('<process', '<message id="m" name="tin"/><process'));
      assert.equal(reading.inside, false);
      const found = reading.findings.filter(({ severity }) => severity === 'error');
      assert.ok(found.length > 0);
      for (const { message } of found) {
        assert.match(message.vi, /^[^<>]{15,}[.?]$/);
        assert.match(message.en, /^[^<>]{15,}[.?]$/);
      }
    });
  }

  const harmless: Readonly<Record<string, string>> = {
    'an attribute with an undeclared prefix': around('<userTask id="x" camunda:assignee="a"/>'),
    'a shape with the id of an element': around('<userTask id="x"/>').replace(
      '</definitions>',
      `<di:BPMNDiagram xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" id="x"><di:BPMNPlane/></di:BPMNDiagram></definitions>`,
    ),
    'text between elements': around('<userTask id="x">chữ lạc</userTask>'),
    'a foreign element outside of the extensions': around('<userTask id="x"/><la:cai xmlns:la="urn:la"/>'),
  };
  for (const [name, xml] of Object.entries(harmless)) {
    it(`only warns of: ${name}`, async () => {
      const reading = await read(xml);
      assert.equal(reading.inside, true);
      assert.equal(reading.findings.length, 1);
    });
  }

  it('has no two arrows between the same two elements, but behind a gateway that chooses', async () => {
    const twice = '<sequenceFlow id="again" sourceRef="x" targetRef="e"/>';
    const found = await errors(around('<userTask id="x"/>', twice));
    assert.equal(found.length, 1, found.join());
    assert.match(found[0]!, /Two arrows join the same two elements/);
    assert.deepEqual(await errors(around('<exclusiveGateway id="x"/>', twice)), []);
  });

  it('names the element it speaks of, once', async () => {
    assert.deepEqual(
      (await read(around('<scriptTask id="x" name="Tính"/>'))).findings.map(({ element, name }) => [
        element,
        name,
      ]),
      [['x', 'Tính']],
    );
  });
});

describe('files of other tools', () => {
  const cases = [
    ['camunda-7.bpmn', 13],
    ['zeebe.bpmn', 22],
    ['flowable.bpmn20.xml', 24],
    ['signavio.bpmn', 10],
    ['eclipse.bpmn2', 7],
    ['two-agencies.bpmn', 16],
  ] as const;
  for (const [name, elements] of cases) {
    it(`reads ${name}`, async () => {
      const reading = await read(file(name));
      assert.deepEqual(
        reading.findings.filter(({ severity }) => severity === 'error'),
        [],
      );
      assert.equal(reading.elements, elements);
    });
  }

  it('says which parts of bizagi.bpmn are outside', async () => {
    assert.deepEqual(
      (await errors(file('bizagi.bpmn'))).map((line) => line.split(':')[0]),
      ['Id_t1', 'Id_g'],
    );
  });

  it('takes agency from the pool, role from the lane, and both ids and references with Vietnamese letters or prefixes', async () => {
    const [signavio] = (await read(file('signavio.bpmn'))).definitions;
    const tiepNhan = signavio?.nodes.find(({ id }) => id === 'sid-u1');
    assert.equal(signavio?.agency, 'UBND xã Mẫu');
    assert.ok(tiepNhan?.kind === 'user');
    assert.equal(tiepNhan.office.role, 'Công chức một cửa');
    const [eclipse] = (await read(file('eclipse.bpmn2'))).definitions;
    assert.ok(eclipse?.nodes.some(({ id }) => id === '_1_bắt_đầu'));
    assert.deepEqual(eclipse?.flows[0], {
      id: '_đi_1',
      name: '',
      scope: null,
      from: '_1_bắt_đầu',
      to: '_2',
      condition: null,
    });
    const wait = eclipse?.nodes.find(({ id }) => id === '_3');
    assert.deepEqual(wait && 'event' in wait && wait.event, { type: 'message', message: 'da-thu-phi' });
  });

  it('reads role, unit, limit and output from the note of a step', async () => {
    const [definition] = (await read(file('flowable.bpmn20.xml'))).definitions;
    const task = definition?.nodes.find(({ id }) => id === 'duyet');
    assert.deepEqual(task?.kind === 'user' && task.office, {
      role: 'Trưởng phòng',
      unit: 'Phòng Lưu trữ',
      limit: { amount: 4, unit: 'working_hour' },
      output: 'Phiếu mượn đã duyệt',
      act: null,
      form: null,
    });
  });

  it('prefers our own attributes to the note', async () => {
    const task = `<userTask id="x" toantrinh:role="Văn thư" toantrinh:limit="2 ngày làm việc" toantrinh:form="don">
      <documentation>Vị trí: Ai đó</documentation></userTask>`;
    const [definition] = (await read(around(task))).definitions;
    const found = definition?.nodes.find(({ id }) => id === 'x');
    assert.ok(found?.kind === 'user');
    assert.deepEqual([found.office.role, found.office.form], ['Văn thư', 'don']);
    assert.deepEqual(found.office.limit, { amount: 2, unit: 'working_day' });
  });
});

describe('files that are not what they should be', () => {
  const lol = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>';
  const cases: Readonly<Record<string, readonly [string | Uint8Array, RegExp]>> = {
    empty: ['', /empty/],
    'blank space': ['  \n ', /empty/],
    'not XML': ['%PDF-1.7 …', /not XML/],
    JSON: ['{"a":1}', /not XML/],
    'a picture': [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 255, 254, 1]), /encoding|not XML/],
    'broken XML': [around('<userTask id="x"/>').replace('</process>', ''), /broken on line \d+/],
    'cut off': [around('<userTask id="x"/>').slice(0, 300), /broken on line \d+/],
    'entity bomb': [lol + around('<userTask id="x" name="&b;"/>').slice(39), /DTD/],
    'external entity': ['<!DOCTYPE d SYSTEM "file:///etc/passwd"><definitions/>', /DTD/],
    'undeclared entity': [around('<userTask id="x" name="&nbsp;"/>'), /broken/],
    DMN: ['<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"/>', /DMN/],
    CMMN: ['<c:definitions xmlns:c="http://www.omg.org/spec/CMMN/20151109/MODEL"/>', /CMMN/],
    HTML: ['<html xmlns="http://www.w3.org/1999/xhtml"/>', /HTML/],
    'no namespace': ['<definitions/>', /root element is “definitions”/],
    'draft BPMN': ['<definitions xmlns="http://schema.omg.org/spec/BPMN/2.0"/>', /another version/],
    'a process as root': ['<process xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>', /root element/],
    'very deep': [oneProcess('<subProcess>'.repeat(5000) + '</subProcess>'.repeat(5000)), /nested/],
    'wrong encoding': [Buffer.from('<?xml version="1.0" encoding="no-such"?><a/>'), /encoding/],
  };
  for (const [name, [content, expected]] of Object.entries(cases)) {
    it(`gives one sentence: ${name}`, async () => {
      const reading = await read(content);
      assert.equal(reading.inside, false);
      assert.equal(reading.elements, 0);
      assert.equal(reading.findings.length, 1);
      assert.match(reading.findings[0]?.message.en ?? '', expected);
    });
  }

  it('reads UTF-8 with a mark, UTF-16 and Windows-1258', async () => {
    const xml = around('<userTask id="x" name="Thẩm định"/>');
    const latin = around('<userTask id="x" name="Tham dinh"/>').replace('UTF-8', 'windows-1258');
    const files = [
      Buffer.from(`\uFEFF${xml}`),
      Buffer.from(`\uFEFF${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le'),
      Buffer.from(`\uFEFF${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le').swap16(),
      Buffer.from(latin, 'latin1'),
    ];
    for (const bytes of files) assert.deepEqual(await errors(bytes), []);
    const [definition] = (await read(files[1] ?? '')).definitions;
    assert.equal(definition?.nodes[1]?.name, 'Thẩm định');
  });

  it('answers whatever is cut out of a file or doubled in it', async () => {
    const source = file('zeebe.bpmn').toString('utf8');
    const place = fc.nat({ max: source.length });
    await fc.assert(
      fc.asyncProperty(place, fc.nat({ max: 400 }), fc.boolean(), async (from, length, twice) => {
        const part = source.slice(from, from + length);
        const { inside, findings } = await read(
          source.slice(0, from) + (twice ? part + part : '') + source.slice(from + length),
        );
        assert.equal(
          inside,
          findings.every(({ severity }) => severity === 'warning'),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('reads ten thousand steps in seconds', async () => {
    const steps = Array.from(
      { length: 10_000 },
      (_, at) =>
        `<userTask id="t${at}"/><sequenceFlow id="f${at}" sourceRef="t${at}" targetRef="t${at + 1}"/>`,
    );
    const xml = oneProcess(
      `<startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="t0"/>${steps.join('')}<endEvent id="t10000"/>`,
    );
    const before = process.cpuUsage().user;
    assert.equal((await read(xml)).elements, 20_003);
    assert.ok(process.cpuUsage().user - before < 5_000_000);
  });
});
