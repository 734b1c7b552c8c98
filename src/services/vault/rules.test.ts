import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { newToken, remindUntil, shareState, tokenHash, validityOn } from './rules.ts';
import { papersIn } from './gateway/national-store.ts';

describe('validity', () => {
  const table = [
    ['in-force', null, 'in-force'],
    ['in-force', '2026-11-20', 'in-force'],
    ['in-force', '2026-11-19', 'expired'],
    ['revoked', '2026-11-19', 'revoked'],
    ['superseded', null, 'superseded'],
  ] as const;
  for (const [state, until, expected] of table)
    it(`${state}, valid until ${until}: ${expected} on 20/11/2026`, () =>
      assert.equal(validityOn({ state, valid_until: until }, '2026-11-20'), expected));
});

describe('a share', () => {
  const until = new Date('2026-11-20T10:00:00Z');
  const at = (moment: string, revoked: Date | null = null) =>
    shareState({ until, revoked_at: revoked }, new Date(moment));
  it('is open until its end, which is outside', () => {
    assert.equal(at('2026-11-20T09:59:59Z'), 'open');
    assert.equal(at('2026-11-20T10:00:00Z'), 'over');
    assert.equal(at('2026-11-20T09:00:00Z', until), 'revoked');
  });
  it('has a token of which only the hash can be kept', () => {
    const token = newToken();
    assert.ok(token.length >= 32);
    assert.notEqual(newToken(), token);
    assert.match(tokenHash(token), /^[0-9a-f]{64}$/);
  });
});

describe('reminders', () => {
  it('look thirty days ahead in Vietnam', () => {
    assert.equal(remindUntil(new Date('2026-11-20T16:59:00Z')), '2026-12-20');
    assert.equal(remindUntil(new Date('2026-11-20T17:01:00Z')), '2026-12-21');
  });
});

describe('an answer of the national store', () => {
  it('is read in its fields, and what makes no sense is left out', () => {
    const file = { TenTep: 'a.pdf', DuongDan: '/kho/1' };
    const good = {
      MaKetQua: 'KQ.1',
      TenGiayTo: 'Giấy',
      SoKyHieu: '1',
      CoQuanChuQuan: 'Sở',
      DanhSachTepDinhKem: [file],
    };
    assert.deepEqual(
      papersIn({
        DanhSachGiayToKetQua: [good, { ...good, DanhSachTepDinhKem: [] }, { TenGiayTo: 7 }, null, 'x'],
      }),
      [good],
    );
    for (const nothing of [null, undefined, {}, [], 'x', { DanhSachGiayToKetQua: {} }])
      assert.deepEqual(papersIn(nothing), []);
  });
});
