/** Our components against every fixture that govuk-frontend publishes, compared as parsed DOM. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Speak } from './language.tsx';
import { canonical } from './testing/canonical.ts';
import { contents } from './testing/map-content.tsx';
import { fields } from './testing/map-fields.tsx';
import { frames } from './testing/map-frames.tsx';

type Fixture = { readonly name: string; readonly options: object; readonly html: string };
type Render = (options: never, expected: string) => VNode;

/** How many fixtures the pinned version publishes: fewer read means the test looks in the wrong place. */
const PUBLISHED = 725;

/** Fixtures that are not held to, as `component: name`, each with its reason. */
const leftOut: Readonly<Record<string, string>> = {};

const renders: Readonly<Record<string, Render>> = { ...fields, ...contents, ...frames };
const folder = path.join(path.dirname(fileURLToPath(import.meta.resolve('govuk-frontend'))), 'components');

function listFixtures(): { id: string; component: string; fixture: Fixture }[] {
  return readdirSync(folder).flatMap((component) => {
    const file = path.join(folder, component, 'fixtures.json');
    if (!existsSync(file)) return [];
    const { fixtures } = JSON.parse(readFileSync(file, 'utf8')) as { fixtures: Fixture[] };
    return fixtures.map((fixture) => ({ id: `${component}: ${fixture.name}`, component, fixture }));
  });
}

function rendered(component: string, { options, html }: Fixture): string {
  const render = renders[component];
  assert.ok(render, `no component of ours for ${component}`);
  return renderToString(<Speak lang="en">{render(options as never, html)}</Speak>);
}

describe('govuk-frontend fixtures', () => {
  const all = listFixtures();
  const held = all.filter(({ id }) => !(id in leftOut));
  const count = { passed: 0 };

  for (const component of new Set(all.map((one) => one.component))) {
    describe(component, () => {
      for (const { id, fixture } of held.filter((one) => one.component === component)) {
        it(id, () => {
          assert.deepEqual(canonical(rendered(component, fixture)), canonical(fixture.html));
          count.passed++;
        });
      }
    });
  }

  it('are all read, and at most a tenth is left out', (test) => {
    const names = Object.entries(leftOut);
    test.diagnostic(`${count.passed} of ${all.length} fixtures pass, ${names.length} left out`);
    for (const [id, reason] of names) test.diagnostic(`left out: ${id}: ${reason}`);
    assert.equal(all.length, PUBLISHED);
    assert.ok(names.length <= all.length / 10);
    for (const [id] of names)
      assert.ok(
        all.some((one) => one.id === id),
        `${id} is not a fixture`,
      );
  });
});
