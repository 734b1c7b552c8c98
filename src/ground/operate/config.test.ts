import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConfig } from './config.ts';

describe('configuration', () => {
  it('is what is usual where nothing is said', () => {
    const { host, port, proxies, databaseUrl, origin } = readConfig({}, '/home/mau');
    assert.deepEqual([host, port, proxies, databaseUrl, origin], ['127.0.0.1', 3000, 0, null, null]);
  });

  const wrong: readonly [NodeJS.ProcessEnv, RegExp][] = [
    [{ PORT: '70000' }, /^PORT must be a number from 0 to 65535, not "70000"\.$/],
    [{ PORT: '30 00' }, /^PORT must be a number/],
    [{ PORT: '-1' }, /^PORT must be a number/],
    [{ PROXIES: '10' }, /^PROXIES must be a number from 0 to 9/],
    [{ DATABASE_URL: 'mysql://x' }, /^DATABASE_URL must be an address that begins with postgres/],
    [{ ORIGIN: 'dichvucong.example' }, /^ORIGIN must be an address that begins with https:/],
    [{ SMTP_URL: 'mail' }, /^SMTP_URL must be/],
    [{ SMS_URL: 'sms' }, /^SMS_URL must be an address/],
    [{ SMS_URL: 'https://sms.example.vn', SMS_KEY: 'k' }, /SMS_KEY and SMS_BRAND/],
    [{ FILES_URL: 'ho-so' }, /^FILES_URL must be an address/],
    [{ FILES_URL: 'https://s3.example.vn/' }, /^FILES_URL must be the address of a bucket/],
    [{ FILES_URL: 'https://s3.example.vn/ho-so' }, /AWS_ACCESS_KEY_ID/],
  ];
  for (const [env, sentence] of wrong)
    it(`refuses ${JSON.stringify(env)} in one sentence`, () => {
      assert.throws(() => readConfig(env), { message: sentence });
    });

  it('sends SMS where a gateway, its key and the name of the sender are set', () => {
    assert.equal(readConfig({}).sms, null);
    assert.deepEqual(
      readConfig({ SMS_URL: 'https://sms.example.vn/v1/', SMS_KEY: 'k', SMS_BRAND: 'TINH MAU' }).sms,
      {
        url: 'https://sms.example.vn/v1',
        key: 'k',
        brand: 'TINH MAU',
      },
    );
  });

  it('keeps files in the data folder unless a bucket is named', () => {
    assert.equal(readConfig({}).bucket, null);
    const keys = { AWS_ACCESS_KEY_ID: 'k', AWS_SECRET_ACCESS_KEY: 's' };
    assert.deepEqual(readConfig({ FILES_URL: 'https://s3.example.vn/ho-so', ...keys }).bucket, {
      address: 'https://s3.example.vn/ho-so',
      key: 'k',
      secret: 's',
      region: 'us-east-1',
    });
  });
});
