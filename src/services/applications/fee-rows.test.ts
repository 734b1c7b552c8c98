import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { FeeLine } from '../../outside/payments/index.ts';
import { feeRows } from './pages/fee-rows.ts';

const line: FeeLine = {
  code: 'P-HT-BS',
  name: 'Phí cấp bản sao trích lục',
  kind: 'charge',
  quantity: 2,
  rate: 8000,
  amount: 16_000,
  basis: 'Thông tư 281/2016/TT-BTC',
  exempt: null,
  mayBeExempt: ['người thuộc hộ nghèo'],
  note: null,
};

it('who submits reads the amount and who need not pay it, before submitting', () => {
  assert.match(feeRows([line], 'vi')[0]!.value, /^16\.000\u00a0đ\. .*người thuộc hộ nghèo.*bộ phận một cửa/);
  assert.match(feeRows([line], 'en')[0]!.value, /^VND\u00a016,000\. .*người thuộc hộ nghèo/);
  const free = { ...line, rate: 0, amount: 0, exempt: 'Trẻ em (Luật Hộ tịch, điều 11)' };
  assert.equal(feeRows([free], 'vi')[0]!.value, '0\u00a0đ. Được miễn: Trẻ em (Luật Hộ tịch, điều 11)');
  assert.deepEqual(feeRows([], 'vi'), [{ key: 'Phí, lệ phí', value: 'Không phải nộp' }]);
});
