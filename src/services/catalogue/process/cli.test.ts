import assert from 'node:assert/strict';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { rolledBack, systemAt, type TestWorld } from '../../../ground/db/testing.ts';
import { publishDraft, reviewDraft } from '../drafts.ts';
import { editor, lineOf } from '../fixtures.ts';
import { Invalid } from '../../../ground/operate/errors.ts';
import { importProcedures } from '../import/import.ts';
import { getProcedure } from '../queries.ts';
import { withCalls } from '../../../work/process/index.ts';
import { callingService, oneProcess } from '../../../work/process/fixtures.ts';
import { processOfVersion } from './store.ts';
import { processFilesCommand } from './cli.ts';

const fixtures = fileURLToPath(new URL('../../../work/process/fixtures', import.meta.url));
const CODE = '1.001193';
const services = [{ act: 'xem-lai', does: { vi: 'Xem lại', en: 'Look again' }, brings: ['lai'] }];

async function run(world: TestWorld, cwd: string, ...argv: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const open = async () => ({ edge: world, tenant: 1, close: async () => {} });
  const code = await processFilesCommand(
    argv,
    { cwd, out: (line) => out.push(line), err: (line) => err.push(line) },
    { open, services },
  );
  return { code, out: out.join('\n'), err: err.join('\n') };
}

const withCatalogue = (work: (world: TestWorld, folder: string) => Promise<void>) =>
  rolledBack(async (world) => {
    await importProcedures(world, systemAt(new Date().toISOString()), [lineOf({ audience: [] })]);
    await work(world, await mkdtemp(path.join(tmpdir(), 'process-')));
  });

describe('toantrinh process import and export', () => {
  for (const name of ['zeebe.bpmn', 'camunda-7.bpmn', 'signavio.bpmn', 'flowable.bpmn20.xml'])
    it(
      `gives ${name} back as it came, with everything the other tool wrote`,
      withCatalogue(async (world, folder) => {
        const came = await run(world, fixtures, 'import', name, CODE, '--lang', 'en');
        assert.equal(came.code, 0, came.err);
        assert.match(came.out, /draft 2 of procedure 1\.001193/);
        assert.equal((await run(world, folder, 'export', CODE, 'out.bpmn')).code, 0);
        const before = await readFile(path.join(fixtures, name), 'utf8');
        assert.equal(await readFile(path.join(folder, 'out.bpmn'), 'utf8'), before.trim());
      }),
    );

  it(
    'brings in what a process calls of the catalogue, and says what it does not find there',
    withCatalogue(async (world, folder) => {
      const calling = (called: string): string =>
        oneProcess(`<startEvent id="s"/><callActivity id="x" name="Gọi" calledElement="${called}"/><endEvent id="e"/>
          <sequenceFlow id="f1" sourceRef="s" targetRef="x"/><sequenceFlow id="f2" sourceRef="x" targetRef="e"/>`);
      const bring = async (called: string) => {
        await writeFile(path.join(folder, 'calls.bpmn'), calling(called));
        return run(world, folder, 'import', 'calls.bpmn', CODE, '--lang', 'en');
      };
      assert.match((await bring('9.999999')).out, /Gọi: There is no process “9.999999”/);
      const found = await bring(CODE);
      assert.equal(found.code, 0, found.err);
      assert.doesNotMatch(found.out, /There is no process/);
      const draft = await world.look(systemAt(new Date().toISOString()), (look) =>
        processOfVersion(look, CODE, null),
      );
      assert.ok(withCalls(draft).nodes.some(({ id, scope }) => id === 'x/ky' && scope === 'x'));
      assert.equal((await run(world, folder, 'export', CODE, 'out.bpmn')).code, 0);
      assert.equal(await readFile(path.join(folder, 'out.bpmn'), 'utf8'), calling(CODE));
    }),
  );

  it(
    'says which services the platform has not got, and with which it does the step itself',
    withCatalogue(async (world, folder) => {
      await writeFile(path.join(folder, 'known.bpmn'), callingService('xem-lai'));
      await writeFile(path.join(folder, 'unknown.bpmn'), callingService('gui-di'));
      const known = await run(world, folder, 'import', 'known.bpmn', CODE, '--lang', 'en');
      assert.doesNotMatch(known.out, /no service/);
      const unknown = await run(world, folder, 'import', 'unknown.bpmn', CODE, '--lang', 'en');
      assert.equal(unknown.code, 0, 'no obstacle');
      assert.match(
        unknown.out,
        /keeps nothing from being published:\n {2}- Gọi máy: The platform has no service “gui-di”, so a case officer will do this step\. Services of the platform: xem-lai \(Look again; for conditions: lai\)\./,
      );
      const data = await run(world, folder, 'import', 'unknown.bpmn', CODE, '--json');
      const { publishable, warnings } = JSON.parse(data.out) as { publishable: boolean; warnings: string[] };
      assert.deepEqual([publishable, warnings.length], [true, 1]);
    }),
  );

  it(
    'stores a draft only: what is in force stays, and an unfinished process is not published',
    withCatalogue(async (world) => {
      assert.equal((await run(world, fixtures, 'import', 'zeebe.bpmn', CODE)).code, 0);
      const at = systemAt(new Date().toISOString());
      assert.equal((await world.look(at, (look) => getProcedure(look, CODE))).process, null);
      await world.as(editor(1), at.now, (act) => reviewDraft(act, CODE));
      await assert.rejects(
        world.as(editor(2), at.now, (act) => publishDraft(act, CODE)),
        (problem: unknown) =>
          problem instanceof Invalid && problem.errors.some(({ field }) => field === 'process'),
      );
    }),
  );

  it(
    'gives out the usual process of a procedure that has none of its own',
    withCatalogue(async (world) => {
      const { code, out } = await run(world, fixtures, 'export', CODE);
      assert.equal(code, 0);
      assert.match(out, /^<\?xml[^]*bpmndi:BPMNShape[^]*<\/[\w:]*definitions>\s*$/);
    }),
  );

  it(
    'ends with 1 and a sentence when it cannot',
    withCatalogue(async (world, folder) => {
      await writeFile(path.join(folder, 'empty.bpmn'), '');
      const asked = [
        ['import', 'empty.bpmn', CODE],
        ['import', 'none.bpmn', CODE],
        ['import', path.join(fixtures, 'zeebe.bpmn'), '9.999999'],
        ['export', '9.999999'],
        ['export', CODE, '--version', '99'],
        ['export', CODE, '/none/out.bpmn'],
        ['import', 'a'],
        ['export'],
        ['import', 'a', 'b', '--from', 'today'],
      ];
      for (const argv of asked) {
        const { code, out, err } = await run(world, folder, ...argv);
        assert.equal(code, 1, argv.join(' '));
        assert.ok(err !== '' && out === '', argv.join(' '));
        assert.doesNotMatch(err, /\bat \S+ \(|Error:|undefined|ENOENT/);
      }
    }),
  );
});
