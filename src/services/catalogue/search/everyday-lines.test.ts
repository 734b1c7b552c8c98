/** Lines of what people tell of the services: a slip in one (a stray colon, an empty phrase) would quietly lose what it says. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { realCatalogue } from '../fixtures.ts';
import { linesIn, namesIn } from './sayings.ts';

const lines = namesIn('everyday').flatMap((file) => linesIn(file).map((line) => ({ file, line })));
const codesOf = (line: string): readonly string[] => line.split(':')[0]!.split(' ');

/** Services that ship with the product and stand in no national file yet, or no longer. */
const ours = new Set(
  '2.002621 1.004859 2.000635 1.002535 2.000620 1.004650 2.000205 1.001776 1.001714'.split(' '),
);

describe('lines of what people tell', () => {
  it('have codes, one colon, and phrases that are written once, small and plain', () => {
    for (const { file, line } of lines) {
      assert.match(line, /^\d\.\d{6}( \d\.\d{6})*: [^:]+$/, `${file}: ${line}`);
      const phrases = line.split(': ')[1]!.split(', ');
      for (const phrase of phrases) assert.match(phrase, /^[^\s,A-ZĐ][^,A-ZĐ]*$/u, `${file}: «${phrase}»`);
      assert.equal(new Set(phrases).size, phrases.length, `said twice in ${file}: ${line}`);
    }
  });

  it('are one for each service', () => {
    const seen = new Map<string, string>();
    for (const { file, line } of lines)
      for (const code of codesOf(line)) {
        assert.equal(seen.get(code), undefined, `${code} in ${file} and ${seen.get(code)}`);
        seen.set(code, file);
      }
  });

  it('are about services that there are', { skip: realCatalogue === null && 'no national catalogue' }, () => {
    const known = new Set(
      readFileSync(realCatalogue!, 'utf8')
        .trim()
        .split('\n')
        .map((row) => (JSON.parse(row) as { readonly code: string }).code),
    );
    const strange = lines
      .flatMap(({ line }) => codesOf(line))
      .filter((code) => !known.has(code) && !ours.has(code));
    assert.deepEqual(strange, []);
  });
});
