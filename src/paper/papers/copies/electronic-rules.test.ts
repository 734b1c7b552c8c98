import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { copyMark, electronicProblems, type ElectronicWish, type SourceFacts } from './electronic-rules.ts';

const now = new Date('2026-11-20T02:00:00Z');
const scan: SourceFacts = { from: 'scan', texts: ['QUYẾT ĐỊNH'], paper: null, copy: null };
const file: SourceFacts = { ...scan, from: 'file' };
const marked = (mark: string): SourceFacts => ({ ...scan, texts: ['QUYẾT ĐỊNH', `Điều 3\n${mark}\n`] });
const paper = (state: 'issued' | 'revoked' | 'superseded' | 'signed'): SourceFacts => ({
  ...file,
  from: 'issued',
  paper: { state, signed_at: now, issued_at: state === 'signed' ? null : now },
});
const wish = (kind: ElectronicWish['kind'], more: Partial<ElectronicWish> = {}): ElectronicWish => ({
  kind,
  part: null,
  fullCopy: null,
  ...more,
});
const extract = (part: string | null = 'Điều 2') => wish('extract', { part });
const lục = wish('copy-of-copy', { fullCopy: '05/SY' });

describe('electronic copies', () => {
  for (const [name, asked, source, field] of [
    ['sao y of a scan', wish('full-copy'), scan, null],
    ['sao y of a received file', wish('full-copy'), file, null],
    ['sao y of an issued paper', wish('full-copy'), paper('issued'), null],
    ['of a paper that is not issued', wish('full-copy'), paper('signed'), 'kind'],
    ['of a revoked paper', wish('full-copy'), paper('revoked'), 'kind'],
    ['extract of a replaced paper', extract(), paper('superseded'), 'kind'],
    ['sao y of a sao y', wish('full-copy'), marked('SAO Y'), 'kind'],
    [
      'sao y of an electronic copy of ours',
      wish('full-copy'),
      { ...file, copy: { kind: 'extract' } },
      'kind',
    ],
    ['extract of a sao lục', extract(), marked('SAO LỤC'), 'kind'],
    ['sao lục of a sao y on paper', lục, marked('SAO Y'), null],
    ['sao lục where nothing was recognised', lục, scan, null],
    ['sao lục of an extract', lục, marked('TRÍCH SAO'), 'kind'],
    ['sao lục of a file', lục, file, 'kind'],
    ['sao lục of which copy', wish('copy-of-copy'), marked('SAO Y'), 'fullCopy'],
    ['extract', extract(), scan, null],
    ['extract without its part', extract(' '), scan, 'part'],
  ] as const satisfies readonly (readonly [string, ElectronicWish, SourceFacts, string | null])[])
    it(`${name}: ${field ?? 'possible'}`, () =>
      assert.deepEqual(
        electronicProblems(asked, source).map((one) => one.field),
        field === null ? [] : [field],
      ));

  it('are told by their mark, not by a word in a sentence', () => {
    assert.equal(copyMark(['SAO Y; UBND XÃ']), 'full-copy');
    assert.equal(copyMark(['a', 'SAOY']), 'full-copy');
    assert.equal(copyMark(['SAO Y BẢN CHÍNH']), 'full-copy');
    assert.equal(copyMark(['việc SAO Y văn bản', 'Sao y: 2 bản']), null);
  });
});
