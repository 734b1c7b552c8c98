import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PaperState } from '../schema.ts';
import { copyProblems, type CopyWish } from './rules.ts';

const now = new Date('2026-11-21T08:00:00Z');
const paper = (state: PaperState) => ({
  state,
  signed_at: state === 'draft' ? null : now,
  issued_at: ['issued', 'revoked', 'superseded'].includes(state) ? now : null,
});
const wish = (kind: CopyWish['kind'], more: Partial<CopyWish> = {}): CopyWish => ({
  kind,
  part: null,
  ofCopy: null,
  ...more,
});
const full = { id: 'a', kind: 'full-copy' } as const;

/** State of the paper, what is asked for, copies that exist, the field that stands against it. */
const table: readonly (readonly [
  PaperState,
  CopyWish,
  readonly (typeof full | { id: string; kind: 'printed-original' })[],
  string | null,
])[] = [
  ['issued', wish('full-copy'), [], null],
  ['issued', wish('conversion'), [], null],
  ['signed', wish('full-copy'), [], 'kind'],
  ['signed', wish('conversion'), [], 'kind'],
  ['revoked', wish('conversion'), [], 'kind'],
  ['superseded', wish('full-copy'), [], 'kind'],
  ['issued', wish('extract'), [], 'part'],
  ['issued', wish('extract', { part: '   ' }), [], 'part'],
  ['issued', wish('extract', { part: 'Điều 2' }), [], null],
  ['issued', wish('copy-of-copy'), [], 'ofCopy'],
  ['issued', wish('copy-of-copy', { ofCopy: 'a' }), [], 'ofCopy'],
  ['issued', wish('copy-of-copy', { ofCopy: 'a' }), [full], null],
  ['issued', wish('copy-of-copy', { ofCopy: 'b' }), [{ id: 'b', kind: 'printed-original' }], 'ofCopy'],
  ['draft', wish('printed-original'), [], 'kind'],
  ['signed', wish('printed-original'), [], null],
  ['issued', wish('printed-original'), [{ id: 'b', kind: 'printed-original' }], 'kind'],
  ['revoked', wish('printed-original'), [], 'kind'],
];

describe('copies and conversions', () => {
  for (const [state, one, earlier, field] of table) {
    it(`${one.kind} of a paper that is ${state}${one.part ? ' in part' : ''}: ${field ?? 'possible'}`, () =>
      assert.deepEqual(
        copyProblems(paper(state), one, earlier).map((problem) => problem.field),
        field === null ? [] : [field],
      ));
  }
});
