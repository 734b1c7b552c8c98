import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Result } from './job.ts';
import { targetsOf, targetTable, type Measured } from './targets.ts';

const result = (job: string, given: Partial<Result> = {}): Result => ({
  job,
  ratio: 1,
  target: null,
  perSecond: 100,
  limitPerSecond: null,
  alone95: 1,
  p50: 1,
  p95: 2,
  p99: 3,
  cpu_ms: 1,
  database_ms: 0.9,
  buffers: 7,
  memory: 100,
  foreign: 0,
  failed: 0,
  problem: null,
  ...given,
});

const standing: Measured['standing'] = {
  longer: 1.04,
  scripts: 3_300,
  seenAfterMs: 12,
  start: { seconds: 0.4, cpuSeconds: 0.3 },
  idleMegabytes: 119,
};
const at = '2026-11-22T22:15:29.015Z';
const proven: Measured['proven'] = {
  kills: {
    at,
    result: {
      times: 50,
      lost: 0,
      doubled: 0,
      recoveries: { web: { worst: 570 }, database: { worst: 5100 } },
    },
  },
  load: { at, result: { minutes: 30, samples: [{ megabytesOfAll: 240 }, { megabytesOfAll: 251 }] } },
};
const lines = (given: Partial<Measured>, row: number) =>
  targetsOf({ results: [], standing, proven: {}, ...given })
    .filter((one) => one.row === row)
    .map(({ reached, met }) => [reached, met]);

describe('the table of targets', () => {
  it('calls a row met only when every job of it is', () => {
    const results = [result('inbox', { ratio: 0.3 }), result('inbox, late', { ratio: 0.2, p99: 6 })];
    assert.deepEqual(lines({ results }, 7), [
      ['0.2 to 0.3', false],
      ['buffers 7', true],
      ['p99 ms 3 to 6', false],
    ]);
    assert.deepEqual(lines({ results: [result('inbox')] }, 7)[0], ['1', true]);
  });

  it('says so where nothing was measured, and never calls that met', () => {
    assert.deepEqual(lines({}, 7), [
      ['not measured', null],
      ['not measured', null],
      ['not measured', null],
    ]);
    assert.deepEqual(lines({}, 16), [
      ['not measured', null],
      ['not measured', null],
    ]);
    assert.deepEqual(lines({ results: [result('submission', { ratio: null })] }, 4), [
      ['not measured', null],
    ]);
  });

  it('holds what earlier proofs found against its targets, with their day', () => {
    assert.deepEqual(lines({ proven }, 16), [
      ['0, 0 in 50 kills, 2026-11-22', true],
      ['0.57; 5.1 s, 2026-11-22', false],
    ]);
    assert.deepEqual(lines({ proven }, 15), [
      ['119 MB', true],
      ['240 to 251 MB in 30 min, 2026-11-22', false],
    ]);
  });

  it('has every row of the proof, and counts what is met', () => {
    const targets = targetsOf({ results: [result('my page')], standing, proven });
    assert.deepEqual(
      [...new Set(targets.map(({ row }) => row))],
      [1, 2, 3, 4, 5, 6, 7, 8, 11, 14, 15, 16, 17, 18],
    );
    const table = targetTable(targets);
    assert.match(table, /^ *2 +personal page, CPU ms beside its queries +≤ 0.20 +0.1 +met$/m);
    assert.match(table, /^7 of 23 met/m);
  });
});
