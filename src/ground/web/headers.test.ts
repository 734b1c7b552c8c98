import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { forwardedFor, securityHeaders } from './headers.ts';

describe('headers', () => {
  it('allow no inline script and no foreign origin', () => {
    const policy = securityHeaders(true)['content-security-policy'] ?? '';
    assert.match(policy, /default-src 'none'/);
    assert.doesNotMatch(policy, /unsafe|https:|\*/);
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
