/** What the whole program is made of: names that must be unique, words that must be there. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tmpdir } from 'node:os';
import { rolledBack } from '../ground/db/testing.ts';
import { readConfig } from '../ground/operate/config.ts';
import { nowhere } from './outside.ts';
import { contributed, wire } from './wiring.ts';

describe('the wired program', () => {
  it(
    'has jobs with names of their own, each with words in both languages for whoever sees it fail',
    rolledBack(async ({ tx }) => {
      const connection = { db: tx, pool: null as never, close: async () => {} };
      const { rooms } = wire(readConfig({ DATA_DIR: tmpdir() }), connection, nowhere);
      const jobs = contributed(rooms, 'listeners');
      assert.ok(jobs.length > 20, `${jobs.length}`);
      assert.equal(new Set(jobs.map(({ name }) => name)).size, jobs.length);
      for (const { name, does } of jobs) {
        assert.ok(does.vi.length > 3 && does.en.length > 3 && does.vi !== does.en, name);
      }
    }),
  );

  it(
    'has invariants with names of their own',
    rolledBack(async ({ tx }) => {
      const connection = { db: tx, pool: null as never, close: async () => {} };
      const { rooms } = wire(readConfig({ DATA_DIR: tmpdir() }), connection, nowhere);
      const names = contributed(rooms, 'invariants').map(({ name }) => name);
      assert.equal(new Set(names).size, names.length);
    }),
  );
});
