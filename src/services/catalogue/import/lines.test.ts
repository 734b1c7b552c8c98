import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { linesOf, type Line } from './lines.ts';

const all = async (chunks: readonly string[], longest?: number): Promise<readonly Line[]> => {
  const lines: Line[] = [];
  for await (const line of linesOf(chunks, longest)) lines.push(line);
  return lines;
};

describe('lines of a file', () => {
  it('come with their numbers, whatever ends them', async () =>
    assert.deepEqual(await all(['\ufeffa\r\n\n  \nb\nc']), [
      { number: 1, text: 'a' },
      { number: 4, text: 'b' },
      { number: 5, text: 'c' },
    ]));
  it('that are too long are told, and the rest is kept', async () =>
    assert.deepEqual(await all(['a\n', 'x'.repeat(20), 'x'.repeat(20), '\nb\n'], 10), [
      { number: 1, text: 'a' },
      { number: 2, text: null },
      { number: 3, text: 'b' },
    ]));
  it('are the same however the file is cut', () =>
    fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r\n', ' ') }),
        fc.nat(40),
        async (text, at) =>
          assert.deepEqual(await all([text.slice(0, at), text.slice(at)]), await all([text])),
      ),
    ));
});
