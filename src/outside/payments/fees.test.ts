import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { feeLines, totalOf, type FeeRule } from './fees.ts';

const rule = (given: Partial<FeeRule>): FeeRule => ({
  code: 'LP',
  name: 'Lệ phí',
  kind: 'fee',
  amount: 100_000,
  quantity: null,
  channels: null,
  exemptions: [],
  basis: 'Nghị quyết',
  ...given,
});
const owed = (rules: readonly FeeRule[], answers = {}, channel: 'online' | 'in-person' | 'post' = 'online') =>
  totalOf(feeLines(rules, answers, channel, '2026-11-21'));

describe('what is owed', () => {
  it('is amount times the count in the answers', () => {
    const copies = rule({ amount: 8000, quantity: 'result.copies' });
    const table: [unknown, number | null][] = [
      [3, 24_000],
      ['2', 16_000],
      [0, 0],
      [undefined, 0],
      ['nhiều', null],
      [-1, null],
      [1.5, null],
    ];
    for (const [copiesAsked, expected] of table)
      assert.equal(owed([copies], { result: { copies: copiesAsked } }), expected, String(copiesAsked));
  });

  it('follows the way of filing', () => {
    const rules = [
      rule({ amount: 50_000, channels: ['online'] }),
      rule({ amount: 100_000, channels: ['in-person', 'post'] }),
    ];
    assert.deepEqual([owed(rules), owed(rules, {}, 'post')], [50_000, 100_000]);
  });

  it('is nothing for those who are exempt, by their answers alone', () => {
    const poor = { who: 'Hộ nghèo', when: { '==': [{ var: 'household' }, 'poor'] }, basis: 'Điều 11' };
    const disabled = { who: 'Người khuyết tật', when: null, basis: 'Điều 11' };
    const rules = [rule({ exemptions: [poor, disabled] })];
    assert.equal(owed(rules, { household: 'poor' }), 0);
    assert.equal(owed(rules, { household: 'other' }), 100_000);
    const [line] = feeLines(rules, {}, 'online', '2026-11-21');
    assert.deepEqual([line?.amount, line?.exempt, line?.mayBeExempt], [100_000, null, ['Người khuyết tật']]);
    assert.equal(owed([rule({ amount: null, exemptions: [poor] })], { household: 'poor' }), 0);
  });

  it('is computed by a formula, and unknown when the formula lacks an answer', () => {
    const byArea = rule({ amount: null, formula: { '*': [{ var: 'area' }, 1500] } });
    assert.equal(owed([byArea], { area: 80 }), 120_000);
    assert.equal(owed([byArea], {}), null);
    assert.equal(owed([byArea], { area: -2 }), null);
  });

  it('an amount nobody entered is never free, whatever stands beside it', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000), { maxLength: 5 }), fc.nat(5), (amounts, at) => {
        const rules = amounts.map((amount) => rule({ amount }));
        rules.splice(Math.min(at, rules.length), 0, rule({ amount: null }));
        assert.equal(owed(rules), null);
      }),
    );
  });
});
