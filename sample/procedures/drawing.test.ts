/** The drawing of every shipped procedure, opened on the board and sent back unchanged, is the same process. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BpmnModdle } from 'bpmn-moddle';
import { fromBoard, read, toBoard, type Definition } from '../../src/work/process/index.ts';
import { sampleProcedures } from './index.ts';

/** The definition without the file that it stands in. */
const facts = ({ source: _source, ...rest }: Definition): unknown => rest;

describe('the drawing of a shipped procedure', () => {
  for (const { national, local } of sampleProcedures)
    it(
      `of ${national.code} comes back as it went`,
      { skip: local.process ? false : 'has no process of its own' },
      async () => {
        const went = local.process ?? assert.fail();
        // A reader without our extension keeps our attributes as foreign ones: so does any other tool.
        const moddle = new BpmnModdle();
        const { rootElement } = await moddle.fromXML(await toBoard(went));
        const { xml } = await moddle.toXML(rootElement, { format: true });
        const { inside, definitions } = await read(fromBoard(xml));
        assert.ok(inside);
        assert.deepEqual(definitions.map(facts), [facts(went)]);
      },
    );
});
