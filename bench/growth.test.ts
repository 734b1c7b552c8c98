import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { connect } from '../src/ground/db/connect.ts';
import { edgeOn } from '../src/ground/db/edge.ts';
import { cloneDatabase } from '../src/ground/db/testing.ts';
import { readConfig } from '../src/ground/operate/config.ts';
import { installEngine } from '../src/ground/jobs/index.ts';
import { seedSample } from '../sample/seed.ts';
import { compare, hasGrown, measureHot, scansWithoutTenant, type Growth, type Measured } from './grow.ts';
import { openExplainer, type Explained } from './growth.ts';
import { openLoader } from './load/load.ts';
import { openWorld } from './world.ts';

const TENANT = 1;
/** Eight for a page of two places in their order (performance row 7), two more where rows are passed over. */
const MOST_OF_INBOX = 10;

describe('growth, counted in buffers and not by a clock', () => {
  let measured: { small: Measured; large: Measured } | null = null;
  let growth: readonly Growth[] = [];

  before(async () => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'toantrinh-growth-'));
    const database = await cloneDatabase();
    try {
      measured = await grow(database.owner, dataDir);
      if (measured) growth = compare(measured.small, measured.large);
    } finally {
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
  after(() => {
    measured = null;
  });

  it('touches no more for any hot statement at 5,000 dossiers than at 300', (t) => {
    if (!measured) return t.skip('this PostgreSQL has no auto_explain');
    assert.ok(growth.length >= 40, `${growth.length} statements were compared`);
    const worse = growth.filter(hasGrown);
    assert.deepEqual(
      worse.map(
        ({ job, text, before, after }) =>
          `${job}: ${sizeOf(before)} → ${sizeOf(after)}: ${text.slice(0, 160)}`,
      ),
      [],
    );
  });

  it('names the tenant in every index condition', (t) => {
    if (!measured) return t.skip('this PostgreSQL has no auto_explain');
    for (const [job, statements] of measured.large) assert.deepEqual(scansWithoutTenant(statements), [], job);
  });

  it('reads a page of the inbox from a few buffers, whatever the filter', (t) => {
    if (!measured) return t.skip('this PostgreSQL has no auto_explain');
    const pages = [...measured.large].filter(([job]) => job.startsWith('inbox'));
    assert.equal(pages.length, 6);
    for (const [job, statements] of pages) {
      const page = statements.find(({ text }) => text.includes('from "desk"."work"'));
      assert.ok(page && page.buffers <= MOST_OF_INBOX, `${job}: ${page && sizeOf(page)}`);
    }
  });

  it('notices a statement that reads all dossiers, and forgives one that answers more', () => {
    const explained = (buffers: number, rows: number): Explained => ({
      text: 'select',
      buffers,
      rows,
      plan: {
        'Node Type': 'Index Scan',
        'Actual Rows': rows,
        'Actual Loops': 1,
        'Shared Hit Blocks': buffers,
        'Shared Read Blocks': 0,
      },
    });
    const grown = (buffers: number, rows: number) =>
      hasGrown({ job: 'x', text: 'select', before: explained(12, 1), after: explained(buffers, rows) });
    assert.equal(grown(210, 1), true);
    assert.equal(grown(15, 1), false);
    assert.equal(grown(60, 51), false);
  });
});

const sizeOf = ({ buffers, rows }: { buffers: number; rows: number }): string =>
  `${buffers} buffers, ${rows} rows`;

/** Loads 300 dossiers, measures, lets the province grow to 5,000, and measures again. */
async function grow(owner: string, dataDir: string): Promise<{ small: Measured; large: Measured } | null> {
  const config = { ...readConfig({}), dataDir };
  await installEngine(owner);
  const connection = connect(owner, 2);
  await seedSample(edgeOn(connection.db), TENANT, () => {});
  await connection.close();
  const loader = await openLoader(owner, dataDir, { communes: 3, applicants: 60 }, TENANT);
  await loader.load(300, () => {});
  const explainer = await openExplainer(config, owner);
  if (!explainer) return null;
  const world = await openWorld(owner, dataDir, TENANT, loader.province, 'no processes');
  try {
    const small = await measureHot(explainer, world);
    await loader.load(4700, () => {});
    return { small, large: await measureHot(explainer, world) };
  } finally {
    await explainer.close();
    await world.close();
  }
}
