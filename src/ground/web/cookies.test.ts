import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { csrfOf, readCookies, sameToken, SESSION_COOKIE, writeCookie } from './cookies.ts';

const SAFE = 'https://dichvucong.example';
const PLAIN = 'http://127.0.0.1:3000';

describe('cookies', () => {
  it('are secure and bound to the host where people come by https', () => {
    const line = writeCookie(SESSION_COOKIE, { value: 'abc', maxAge: 60 }, SAFE);
    assert.equal(line, '__Host-phien=abc; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=60');
    assert.equal(readCookies('phien=forged; __Host-phien=abc', SAFE)[SESSION_COOKIE], 'abc');
    assert.equal(readCookies('phien=forged', SAFE)[SESSION_COOKIE], undefined);
  });

  it('are kept by browsers and programs that come by plain http', () => {
    const line = writeCookie(SESSION_COOKIE, { value: 'abc' }, PLAIN);
    assert.equal(line, 'phien=abc; Path=/; HttpOnly; SameSite=Lax');
    assert.equal(readCookies('phien=abc', PLAIN)[SESSION_COOKIE], 'abc');
    assert.equal(
      writeCookie(SESSION_COOKIE, null, PLAIN),
      'phien=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0',
    );
  });

  it('and tokens of other letters are simply not ours', () => {
    const token = csrfOf('v.somebody');
    assert.equal(sameToken(token, token), true);
    for (const forged of [
      'é'.repeat(token.length),
      `${token.slice(0, -1)}ử`,
      '',
      token.slice(1),
      7,
      null,
      ['a'],
    ])
      assert.equal(sameToken(forged, token), false, String(forged));
  });

  it('that are not plain are passed over', () => {
    assert.deepEqual({ ...readCookies('a b=1; x="2"; =3; ok=4; ok=5', PLAIN) }, { ok: '4' });
  });
});
