import assert from 'node:assert/strict';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { issueHolder, makeAuthority, readCertificate, signerOf } from '../../signing/index.ts';
import {
  agencyKey,
  checkStatement,
  digestOf,
  ownerMark,
  readSquareCode,
  signStatement,
  type Statement,
} from './statement.ts';

const now = new Date('2026-11-21T08:00:00Z');
const authority = makeAuthority({ now, keys: 'p-256' });
const holderOf = (name: string, keys: 'p-256' | 'rsa-2048' = 'p-256') => {
  const identity = issueHolder(authority, { name, organization: name }, { now, keys });
  const key = agencyKey(readCertificate(identity.certificate).spki, identity.certificate, name);
  return { key, signer: signerOf(identity) };
};

const ward = holderOf('Ủy ban nhân dân phường Sông Mẫu');
const other = holderOf('Ủy ban nhân dân phường Khác');
const statement: Statement = {
  code: '7K2M9QHT3B5N',
  template: 'birth-certificate',
  day: '2026-11-21',
  digest: digestOf('{"child":{"name":"Nguyễn An Ví Dụ"}}'),
  owner: ownerMark('7K2M9QHT3B5N', 'Nguyễn An Ví Dụ'),
  number: null,
};
const signed = async (one = statement): Promise<string> =>
  (await signStatement(one, ward.key.kid, ward.signer)) ?? assert.fail('not signed');

describe('the statement in the square code', () => {
  it('is read back with its issuer, from public keys alone', async () => {
    const text = await signed({ ...statement, number: '05/QĐ-UBND' });
    assert.deepEqual(checkStatement(statement.code, text, [other.key, ward.key]), {
      kind: 'genuine',
      issuer: 'Ủy ban nhân dân phường Sông Mẫu',
      statement: { ...statement, number: '05/QĐ-UBND' },
    });
  });

  it('is short enough for a code that phones read', async () => {
    const address = `https://dichvucong.songlam.gov.vn/xac-minh/${statement.code}?c=${await signed()}`;
    assert.ok(address.length <= 300, `${address.length} characters`);
    assert.deepEqual(readSquareCode(address)?.code, statement.code);
  });

  it('can be checked by any program: ES256 over the words before the signature', async () => {
    const text = await signed();
    const cut = text.lastIndexOf('.');
    const words = Buffer.from(`toantrinh-1.${statement.code}.${text.slice(0, cut)}`);
    const key = createPublicKey({ key: ward.key.jwk, format: 'jwk' });
    const value = Buffer.from(text.slice(cut + 1), 'base64url');
    assert.ok(verify('sha256', words, { key, dsaEncoding: 'ieee-p1363' }, value));
  });

  it('says of any changed letter that it is not genuine', async () => {
    const text = await signed();
    const letters = [...'ABCxyz012-_.'];
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom(...letters), (at, letter) => {
        const changed = text.slice(0, at) + letter + text.slice(at + 1);
        // The last letter of base64url holds spare bits that no reader looks at.
        if (changed === text || at === text.length - 1) return;
        assert.notEqual(checkStatement(statement.code, changed, [ward.key]).kind, 'genuine');
      }),
    );
  });

  it('does not hold for another code, and names no agency whose key is unknown', async () => {
    const text = await signed();
    assert.equal(checkStatement('2222ABCD2222', text, [ward.key]).kind, 'forged');
    assert.equal(checkStatement(statement.code, text, [other.key]).kind, 'unknown-key');
    assert.equal(checkStatement(statement.code, 'a.b.c', [ward.key]).kind, 'unreadable');
  });

  it('is not made with a key whose signature would not fit', async () => {
    const { key, signer } = holderOf('Cơ quan khóa RSA', 'rsa-2048');
    assert.equal(await signStatement(statement, key.kid, signer), null);
  });

  it('always has a signature of 64 bytes, also when a number is short', async () => {
    for (let i = 0; i < 40; i++) {
      const text = await signed({ ...statement, number: String(i) });
      assert.equal(Buffer.from(text.split('.')[6] ?? '', 'base64url').length, 64);
      assert.equal(checkStatement(statement.code, text, [ward.key]).kind, 'genuine');
    }
  });

  it('marks a name without telling it', () => {
    const mark = ownerMark('7K2M9QHT3B5N', 'Nguyễn An Ví Dụ');
    assert.equal(mark, ownerMark('7K2M9QHT3B5N', '  nguyễn an  ví dụ'));
    assert.notEqual(mark, ownerMark('7K2M9QHT3B5N', 'Nguyễn An Khác'));
    assert.notEqual(mark, ownerMark('2222ABCD2222', 'Nguyễn An Ví Dụ'));
    assert.equal(mark.length, 8);
  });

  it('digests the attached data by SHA-256', () => {
    const whole = createHash('sha256').update('{}').digest('hex');
    assert.equal(Buffer.from(digestOf('{}'), 'base64url').toString('hex'), whole.slice(0, 32));
  });
});

describe('reading a square code', () => {
  const cases: readonly (readonly [string, string | null, string | null])[] = [
    ['https://a.example/xac-minh/7K2M9QHT3B5N?c=x.y', '7K2M9QHT3B5N', 'x.y'],
    ['https://a.example/xac-minh/7k2m9qht3b5n', '7K2M9QHT3B5N', null],
    ['  7K2M9QHT3B5N ', '7K2M9QHT3B5N', null],
    ['https://a.example/tra-cuu?ma=H99', null, null],
    ['7K2M9QHT3B5', null, null],
  ];
  for (const [text, code, found] of cases) {
    it(text, () => assert.deepEqual(readSquareCode(text), code === null ? null : { code, statement: found }));
  }
});
