import assert from 'node:assert/strict';
import { sign } from 'node:crypto';
import { before, describe, it } from 'node:test';
import { verifyFile } from '../file.ts';
import { makeWorld, now } from '../fixtures.ts';
import { signJws } from './jws.ts';

describe('JWS as others write them, and forged', () => {
  let world: ReturnType<typeof makeWorld>;
  let parts = { protected: '', payload: '', signature: '' };
  before(async () => {
    world = makeWorld();
    const signed = await signJws(Buffer.from('{"so":5}'), world.signer, now);
    const [head = '', payload = '', signature = ''] = signed.split('.');
    parts = { protected: head, payload, signature };
  });
  const verdict = async (text: string | object): Promise<string> =>
    (await verifyFile(Buffer.from(typeof text === 'string' ? text : JSON.stringify(text)), world.trust()))
      .verdict;
  /** A compact JWS with any header. */
  const compact = (header: object): string => {
    const encoded = Buffer.from(JSON.stringify(header)).toString('base64url');
    const key = { key: world.officer.key, dsaEncoding: 'ieee-p1363' } as const;
    const input = `${encoded}.${parts.payload}`;
    return `${input}.${sign('sha256', Buffer.from(input), key).toString('base64url')}`;
  };
  const usual = () => ({
    alg: 'ES256',
    x5c: [world.officer.certificate, ...world.officer.chain].map((der) => der.toString('base64')),
  });

  it('the mark of UTF-8 before any form changes nothing', async () => {
    assert.equal(await verdict(`\uFEFF${JSON.stringify(parts)}`), 'valid');
    assert.equal(await verdict(`\uFEFF${compact(usual())}`), 'valid');
  });

  it('a signature whose content lies elsewhere is not called unsigned, nor broken', async () => {
    const { payload: _, ...detached } = parts;
    for (const text of [detached, { signatures: [detached] }, `${parts.protected}..${parts.signature}`])
      assert.equal(await verdict(text), 'undetermined');
  });

  it('no signature of many is left out', async () => {
    const wrong = { ...parts, signature: 'AAAA' };
    const general = (signatures: readonly object[]) => ({ payload: parts.payload, signatures });
    assert.equal(await verdict(general([parts, wrong])), 'invalid');
    assert.equal(await verdict(general([...Array(50).fill(parts), wrong])), 'undetermined');
    assert.equal(await verdict({ ...wrong, signatures: [parts] }), 'invalid');
    assert.equal(await verdict(general([null, 5] as never)), 'undetermined');
  });

  it('what stands in the file beside the signature is not covered by it', async () => {
    assert.equal(await verdict(parts), 'valid');
    assert.equal(await verdict({ ...parts, tien: 9000 }), 'undetermined');
    const list = { payload: parts.payload, signatures: [parts] };
    assert.equal(await verdict(list), 'valid');
    assert.equal(await verdict({ ...list, note: 'x' }), 'undetermined');
  });

  it('a name that occurs twice is read in two ways', async () => {
    const other = Buffer.from('{"so":9}').toString('base64url');
    const text = JSON.stringify(parts);
    for (const name of ['"payload"', '"pay\\u006coad"'])
      assert.equal(await verdict(text.replace('{', `{${name}:"${other}",`)), 'undetermined', name);
    const nested = JSON.stringify({ payload: parts.payload, signatures: [parts] });
    const at = nested.lastIndexOf('{"');
    assert.equal(
      await verdict(`${nested.slice(0, at)}{"signature":"x",${nested.slice(at + 1)}`),
      'undetermined',
    );
  });

  it('a header that nobody signed may not say that there is no signature', async () => {
    const { payload, signature } = parts;
    assert.equal(await verdict({ payload, header: { alg: 'none' }, signature: '' }), 'invalid');
    assert.equal(await verdict({ payload, header: { alg: 'ES256' }, signature }), 'undetermined');
  });

  for (const [title, expected, more] of [
    ['conditions that nobody here knows', 'undetermined', { crit: ['exp2'], exp2: 1 }],
    ['no conditions, but a list of them', 'invalid', { crit: [] }],
    ['a payload that is not encoded, against the rule', 'undetermined', { b64: false }],
    ['an algorithm for another key', 'invalid', { alg: 'ES384' }],
    ['a path instead of a key', 'undetermined', { x5c: undefined, kid: '../../../../etc/passwd' }],
    ['an address of a key', 'undetermined', { x5c: undefined, jku: 'http://127.0.0.1:9/' }],
    ['certificates that are none', 'undetermined', { x5c: [5, null, {}] }],
    ['a time in the future', 'invalid', { iat: 4_000_000_000 }],
  ] as const)
    it(`${title}: ${expected}`, async () => {
      assert.equal(await verdict(compact({ ...usual(), ...more })), expected);
    });

  it('what only begins like JSON is damaged; JSON without signatures is not signed', async () => {
    assert.equal(await verdict('['.repeat(200_000)), 'undetermined');
    assert.equal(await verdict('{"payload":'), 'undetermined');
    for (const text of ['[]', '{"payload":5,"signatures":[]}']) assert.equal(await verdict(text), 'unsigned');
  });
});
