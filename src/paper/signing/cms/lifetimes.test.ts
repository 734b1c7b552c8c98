import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { describe, it } from 'node:test';
import { isDay } from '../../../ground/text/dates.ts';
import { lifetimes, safeUntil, weakDigest, weakKey } from './lifetimes.ts';

const rsa = (modulusLength: number) => generateKeyPairSync('rsa', { modulusLength }).publicKey;
const curve = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve }).publicKey;

describe('lifetimes of algorithms', () => {
  it('are the earliest end of everything used; null where none is known', () => {
    const end = '2035-12-31T16:59:59.000Z';
    const until = (used: Parameters<typeof safeUntil>[0]) => safeUntil(used)?.toISOString() ?? null;
    assert.equal(until({ digests: ['sha256', null], keys: [rsa(2048)] }), end);
    assert.equal(until({ digests: ['sha224'], keys: [] }), end);
    assert.equal(until({ digests: ['sha256'], keys: [rsa(3072)] }), null);
    assert.equal(until({ digests: ['sha384'], keys: [curve('P-256')] }), null);
    assert.equal(until({ digests: ['sha1'], keys: [rsa(2048)] }), '1970-01-01T00:00:00.000Z');
  });

  it('know what never counts', () => {
    assert.deepEqual((['md5', 'sha1', 'sha224', 'sha256', 'sha3-256'] as const).map(weakDigest), [
      true,
      true,
      false,
      false,
      false,
    ]);
    assert.deepEqual([rsa(1024), rsa(2048), curve('P-224'), curve('P-256')].map(weakKey), [
      true,
      false,
      true,
      false,
    ]);
    assert.equal(weakKey(generateKeyPairSync('ed25519').publicKey), false);
  });

  it('name a real day and a basis in every row', () => {
    for (const { lastDay, basis } of lifetimes) {
      assert.ok(basis);
      assert.ok(lastDay === null || isDay(lastDay));
    }
  });
});
