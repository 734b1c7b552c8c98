import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { around, definitions, file } from '../fixtures.ts';
import { bpmn } from '../moddle.ts';
import { read } from '../read.ts';
import { isDrawn } from '../read-drawing.ts';
import type { Definition } from '../schema.ts';
import { standardProcess } from '../standard.ts';
import { fromBoard, toBoard } from './sheet.ts';

/** What the library in the browser does with a drawing that nobody touches: it reads the XML and writes it anew. */
async function throughReader(xml: string): Promise<string> {
  const moddle = bpmn();
  const { rootElement, warnings } = await moddle.fromXML(xml);
  assert.deepEqual(warnings, [], 'the reader of the board takes everything');
  return (await moddle.toXML(rootElement, { format: true })).xml;
}

const firstOf = async (xml: string | Uint8Array): Promise<Definition> =>
  (await read(xml)).definitions[0] ?? assert.fail('no process');

/** The definition without the file that it stands in. */
const facts = ({ source: _source, ...rest }: Definition): unknown => rest;

const usual = standardProcess({
  id: 'quy-trinh-1',
  name: 'Thí dụ',
  agency: 'Ủy ban nhân dân phường Thí Dụ',
  oneStop: 'Bộ phận một cửa',
  unit: 'Phòng Thí dụ',
  signer: 'Chủ tịch',
  hours: 40,
});

describe('the sheet of the drawing board', () => {
  it('holds the usual process whole, and gives it back the same', async () => {
    const back = await firstOf(fromBoard(await throughReader(await toBoard(usual))));
    assert.deepEqual(facts(back), facts(usual));
    assert.ok(await isDrawn(back));
  });

  for (const name of [
    'zeebe.bpmn',
    'camunda-7.bpmn',
    'signavio.bpmn',
    'flowable.bpmn20.xml',
    'eclipse.bpmn2',
  ])
    it(`gives ${name} back with the same process`, async () => {
      const came = await firstOf(file(name));
      const back = await firstOf(fromBoard(await throughReader(await toBoard(came))));
      assert.deepEqual(facts(back), facts(came));
    });

  it('keeps what another tool wrote for itself', async () => {
    const came = await firstOf(file('zeebe.bpmn'));
    const own = (came.source ?? '').match(/<zeebe:\w+/g) ?? [];
    assert.ok(own.length > 0);
    const sent = fromBoard(await throughReader(await toBoard(came)));
    assert.deepEqual(sent.match(/<zeebe:\w+/g), own);
  });

  it('draws a file that says nothing of where things lie', async () => {
    const came = await firstOf(around('<userTask id="x" name="Xem xét"/>'));
    assert.equal(await isDrawn(came), false);
    const drawn = await firstOf(await toBoard(came));
    assert.ok(await isDrawn(drawn));
    assert.deepEqual(facts(drawn), facts(came));
  });

  it('draws the arrows that a file left out', async () => {
    const whole = await firstOf(await toBoard(usual));
    const source = (whole.source ?? '').replace(/<bpmndi:BPMNEdge[^]*?<\/bpmndi:BPMNEdge>/, '');
    const came = await firstOf(source);
    assert.equal(await isDrawn(came), false);
    assert.ok(await isDrawn(await firstOf(await toBoard(came))));
  });

  it('takes ids in Vietnamese letters there and back', async () => {
    const came = await firstOf(around('<userTask id="x" name="Xem xét"/>').replaceAll(/"x"/g, '"bước-một"'));
    const sent = await toBoard(came);
    assert.doesNotMatch(sent, /bước-một/);
    const back = await firstOf(fromBoard(await throughReader(sent)));
    assert.deepEqual(facts(back), facts(came));
  });

  it('writes the role of a lane that is not drawn at the step itself', async () => {
    const came = await firstOf(
      definitions(`<process id="p" name="Thí dụ"><laneSet id="l"><lane id="l1" name="Chuyên viên">
        <flowNodeRef>x</flowNodeRef></lane></laneSet><startEvent id="s"/><userTask id="x" name="Xem xét"/><endEvent id="e"/>
        <sequenceFlow id="f1" sourceRef="s" targetRef="x"/><sequenceFlow id="f2" sourceRef="x" targetRef="e"/></process>`),
    );
    const sent = await toBoard(came);
    assert.match(sent, /toantrinh:role="Chuyên viên"/);
    // A board that moves the step takes it out of the lane that it does not see.
    const moved = await firstOf(sent.replace(/<(\w+:)?flowNodeRef>x<\/(\w+:)?flowNodeRef>/, ''));
    const role = moved.nodes.flatMap((node) => ('office' in node ? [node.office.role] : []));
    assert.deepEqual(role, ['Chuyên viên']);
  });
});
