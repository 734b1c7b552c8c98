import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readImports } from './read.ts';
import { badPlaces, brokenRules, cycles } from './rules.ts';

const by = (from: string, to: string, typeOnly = false) =>
  brokenRules([{ from, to, typeOnly }]).map(({ why }) => why.split(/[ ;:]/)[0]);

describe('reading imports', () => {
  it('finds every kind of import and tells types apart', () => {
    const text = `import type { A } from './a.ts'; import { type B, C } from '../b.ts'; import './c.ts';
      export { d } from '../../ground/d.ts'; export type { E } from 'e'; const f = await import('./f.ts');
      const text = \`\nimport no from 'no';\n\`; using g = f;`;
    assert.deepEqual(
      readImports('src/work/desk/index.ts', text).map(({ to, typeOnly }) => [to, typeOnly]),
      [
        ['src/work/desk/a.ts', true],
        ['src/work/b.ts', false],
        ['src/work/desk/c.ts', false],
        ['src/ground/d.ts', false],
        ['e', true],
        ['src/work/desk/f.ts', false],
      ],
    );
  });
});

describe('the rules of imports', () => {
  it('let a room call down through the door, and ground by file', () => {
    assert.deepEqual(by('src/work/clock/commands.ts', 'src/world/places/index.ts'), []);
    assert.deepEqual(by('src/work/clock/commands.ts', 'src/ground/db/act.ts'), []);
    assert.deepEqual(by('src/app/web.ts', 'src/work/clock/module.ts'), []);
    assert.deepEqual(by('src/work/desk/desk.test.ts', 'src/work/clock/fixtures.ts'), []);
  });

  it('forbid calling up, also for types', () => {
    assert.deepEqual(by('src/world/places/queries.ts', 'src/work/clock/index.ts', true), ['a']);
    assert.deepEqual(by('src/ground/db/act.ts', 'src/ground/web/index.ts'), ['a']);
    assert.deepEqual(by('src/front/portal/module.ts', 'src/app/main.ts'), ['a']);
  });

  it('forbid every way in but the door', () => {
    assert.deepEqual(by('src/work/clock/commands.ts', 'src/world/places/queries.ts'), ['another']);
    assert.deepEqual(by('src/work/clock/commands.ts', 'src/world/places/module.ts'), ['another']);
    assert.deepEqual(by('e2e/start.test.ts', 'src/world/places/queries.ts'), ['another']);
    assert.deepEqual(by('src/work/clock/commands.ts', 'src/world/places/fixtures.ts'), [
      'another',
      'fixtures',
    ]);
    assert.deepEqual(by('src/work/clock/commands.ts', 'src/ground/db/testing.ts'), ['fixtures']);
  });

  it('keep rules pure, queries reading, pages private, furniture without database and the network in gateways', () => {
    assert.deepEqual(by('src/work/clock/rules.ts', 'node:fs'), ['rules']);
    assert.deepEqual(by('src/work/clock/rules/due.ts', 'src/work/clock/queries.ts'), ['rules']);
    assert.deepEqual(by('src/work/clock/rules.ts', 'src/ground/db/act.ts', true), []);
    assert.deepEqual(by('src/work/clock/queries.ts', 'src/work/clock/commands.ts'), ['queries']);
    assert.deepEqual(by('src/work/clock/commands.ts', 'src/work/clock/pages/list.tsx'), ['pages']);
    assert.deepEqual(by('src/ground/ui/table.tsx', 'src/ground/db/connect.ts'), ['furniture']);
    assert.deepEqual(by('src/outside/payments/commands.ts', 'node:https'), ['only']);
    assert.deepEqual(by('src/outside/payments/gateway/bank.ts', 'node:https'), []);
  });

  it('tell each ring of files once, but not one of types', () => {
    const link = (from: string, to: string, typeOnly = false) => ({ from, to, typeOnly });
    assert.deepEqual(
      cycles([link('a', 'b'), link('b', 'c'), link('c', 'b'), link('d', 'b')]).map(({ place }) => place),
      ['b → c → b'],
    );
    assert.deepEqual(cycles([link('a', 'b'), link('b', 'a', true)]), []);
  });

  it('forbid names that say nothing and rooms that nobody listed', () => {
    const bad = badPlaces([
      'src/work/clock/utils.ts',
      'src/work/clock/due.ts',
      'src/cellar/wine/index.ts',
      'src/architecture.ts',
    ]);
    assert.deepEqual(
      bad.map(({ place }) => place),
      ['src/work/clock/utils.ts', 'src/cellar/wine/index.ts'],
    );
  });
});
