/** What a visitor is told of each kind of failure, and which of them whoever runs the system must hear of. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Conflict, NotFound, Unavailable } from '../operate/errors.ts';
import { BadBody } from './body.ts';
import { problemOf } from './problem.ts';

const text = { vi: 'Chữ', en: 'Words' };
const coded = (code: string): Error => Object.assign(new Error('secret'), { code });

const table: readonly [what: string, error: unknown, status: number, noted: boolean][] = [
  ['nothing there', new NotFound(text), 404, false],
  ['moved on', new Conflict(text), 409, false],
  ['something outside does not answer', new Unavailable(text), 503, false],
  ['too large a body', new BadBody(413), 413, false],
  ['the database is starting', coded('57P03'), 503, false],
  ['the database has no connection left', coded('53300'), 503, false],
  ['nobody listens', coded('ECONNREFUSED'), 503, false],
  ['the disk of the database is full', coded('53100'), 503, true],
  ['the disk of the files is full', coded('ENOSPC'), 503, true],
  ['the share of the disk is used up', coded('EDQUOT'), 503, true],
  ['a value that cannot be read', coded('22P02'), 400, false],
  ['a fault of ours', new TypeError('secret'), 500, true],
  ['something that is no error', 'secret', 500, true],
];

describe('a failure', () => {
  for (const [what, error, status, noted] of table)
    it(`${what}: ${status}${noted ? ', noted' : ''}`, () => {
      const problem = problemOf(error);
      assert.deepEqual([problem.status, problem.noted ?? false], [status, noted]);
      assert.doesNotMatch(JSON.stringify(problem.text), /secret/);
    });
});
