import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readPaymentAccounts } from './settings.ts';

const platform = {
  PAYPLAT_URL: 'https://payplat.example.vn/api',
  PAYPLAT_PARTNER: 'SONGLAM',
  PAYPLAT_SECRET: 'word',
};
const bank = {
  BANK_BIN: '970499',
  BANK_NAME: 'Ngân hàng Mẫu',
  BANK_ACCOUNT: '9990001234',
  BANK_HOLDER: 'KHO BAC MAU',
  BANK_SECRET: 'other word',
};
const FEE_TAX_CODE = '9900000002';

it('payment accounts come whole from the environment, or not at all', () => {
  assert.equal(readPaymentAccounts({ PATH: '/bin' }), null);
  assert.deepEqual(readPaymentAccounts({ ...platform, ...bank, FEE_TAX_CODE }), {
    platform: { url: platform.PAYPLAT_URL, partner: 'SONGLAM', secret: 'word' },
    bank: {
      bin: '970499',
      bank: 'Ngân hàng Mẫu',
      number: '9990001234',
      holder: 'KHO BAC MAU',
      secret: 'other word',
    },
    taxCode: FEE_TAX_CODE,
  });
  assert.equal(readPaymentAccounts({ ...bank, FEE_TAX_CODE })?.platform, null);
  for (const [env, says] of [
    [{ ...platform, PAYPLAT_SECRET: ' ', FEE_TAX_CODE }, /missing: PAYPLAT_SECRET\.$/],
    [{ ...platform, PAYPLAT_URL: 'payplat', FEE_TAX_CODE }, /PAYPLAT_URL must be an address/],
    [{ ...bank, BANK_BIN: '97', FEE_TAX_CODE }, /BANK_BIN must be the six digits/],
    [bank, /FEE_TAX_CODE\.$/],
  ] as const)
    assert.throws(() => readPaymentAccounts(env), says);
});
