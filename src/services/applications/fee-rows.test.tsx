import assert from 'node:assert/strict';
import { it } from 'node:test';
import { renderToString } from 'preact-render-to-string';
import type { Language } from '../../ground/text/language.ts';
import type { FeeLine } from '../../outside/payments/index.ts';
import { feeRows } from './pages/fee-rows.tsx';

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

/** What stands beside the first fee, as HTML. */
const shown = (fees: readonly FeeLine[], lang: Language): string =>
  renderToString(<>{feeRows(fees, lang)[0]!.value}</>);

it('who submits reads the amount and who need not pay it, before submitting', () => {
  assert.match(shown([line], 'vi'), /^16\.000\u00a0đ\. .*người thuộc hộ nghèo.*bộ phận một cửa/);
  const free = { ...line, rate: 0, amount: 0, exempt: 'Trẻ em (Luật Hộ tịch, điều 11)' };
  assert.match(shown([free], 'vi'), /^0\u00a0đ\. Được miễn: .*Trẻ em \(Luật Hộ tịch, điều 11\)/);
  assert.deepEqual(feeRows([], 'vi'), [{ key: 'Phí, lệ phí', value: 'Không phải nộp' }]);
});

it('on an English page what the agency wrote is marked as Vietnamese', () => {
  const html = shown([line], 'en');
  assert.match(
    html,
    /^VND\u00a016,000\. Exempt on evidence: <span lang="vi">người thuộc hộ nghèo<\/span>\. Tell/,
  );
  const [row] = feeRows([line], 'en');
  assert.equal(renderToString(<>{row!.key}</>), '<span lang="vi">Phí cấp bản sao trích lục</span>');
});
