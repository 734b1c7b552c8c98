import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { believedOrigin, forwardedFor, securityHeaders } from './headers.ts';

describe('headers', () => {
  it('allow no inline script and no foreign origin', () => {
    const policy = securityHeaders(true)['content-security-policy'] ?? '';
    assert.match(policy, /default-src 'none'/);
    assert.doesNotMatch(policy, /unsafe|https:|\*/);
  });

  const home = 'http://127.0.0.1:3000';
  const hosts: readonly (readonly [host: string, arrivedAt: string | undefined, believed: boolean])[] = [
    ['localhost:3000', undefined, true],
    ['127.0.0.1:8080', '172.17.0.2', true],
    ['[::1]:3000', '::1', true],
    ['192.168.1.5:3000', '192.168.1.5', true],
    ['192.168.1.5:3000', '::ffff:192.168.1.5', true],
    ['[2001:db8::5]', '2001:db8::5', true],
    ['192.168.1.6:3000', '192.168.1.5', false],
    ['evil.example', '127.0.0.1', false],
    ['localhost.evil.example:3000', '127.0.0.1', false],
    ['127.0.0.1.evil.example', '127.0.0.1', false],
    ['localhost@evil.example', undefined, false],
  ];
  for (const [host, arrivedAt, believed] of hosts)
    it(`name an address of ours: “${host}” at ${arrivedAt ?? 'no socket'} is ${believed ? '' : 'not '}believed`, () => {
      const asked = new URL(`http://${host}/xac-minh`);
      assert.equal(believedOrigin(asked, home, arrivedAt), believed ? asked.origin : home);
    });

  const cases: readonly (readonly [string | undefined, number, string | null])[] = [
    [undefined, 1, null],
    ['10.0.0.9', 0, null],
    ['203.0.113.7', 1, '203.0.113.7'],
    ['1.1.1.1, 203.0.113.7', 1, '203.0.113.7'],
    ['1.1.1.1, 203.0.113.7, 10.0.0.2', 2, '203.0.113.7'],
    ['203.0.113.7', 2, null],
    [' ', 1, null],
  ];
  for (const [header, proxies, address] of cases)
    it(`behind ${proxies} proxies believe of “${header}” only ${address}`, () => {
      assert.equal(forwardedFor(header, proxies), address);
    });
});
