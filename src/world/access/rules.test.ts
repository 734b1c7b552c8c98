import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  afterFailure,
  holds,
  isLocked,
  isPasswordOld,
  MOST_FAILURES,
  needsReview,
  passwordProblems,
  safeBack,
  standingOf,
} from './rules.ts';

const now = new Date('2026-11-21T09:00:00+07:00');
const ago = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);
const days = (n: number): number => n * 24 * 60;

describe('access: rules', () => {
  it('ends a session after idle time and in any case', () => {
    const session = (seen: number, started = seen) => ({
      started_at: ago(started),
      seen_at: ago(seen),
      ended_at: null,
    });
    assert.equal(holds(session(29), 'officer', now), true);
    assert.equal(holds(session(30), 'officer', now), false);
    assert.equal(holds(session(59), 'citizen', now), true);
    assert.equal(holds(session(1, 12 * 60), 'citizen', now), false);
    assert.equal(holds({ ...session(1), ended_at: now }, 'officer', now), false);
  });

  it('locks after five failures in a row, for fifteen minutes', () => {
    let account = { failures: 0, locked_until: null as Date | null };
    for (let n = 1; n < MOST_FAILURES; n++) account = afterFailure(account, now);
    assert.equal(account.locked_until, null);
    account = afterFailure(account, now);
    const bars = { ...account, closed_at: null, suspended_for: null };
    assert.equal(isLocked(bars, now), true);
    assert.equal(isLocked(bars, new Date(now.getTime() + 15 * 60_000)), false);
  });

  it('says how an account stands', () => {
    const open = {
      kind: 'officer' as const,
      password: 'x',
      provider: null,
      locked_until: null,
      suspended_for: null,
      closed_at: null,
    };
    assert.equal(standingOf(open, now), 'open');
    assert.equal(standingOf({ ...open, password: null }, now), 'waiting');
    assert.equal(standingOf({ ...open, password: null, provider: 'so-mau' }, now), 'open');
    assert.equal(standingOf({ ...open, locked_until: ago(-1) }, now), 'locked');
    assert.equal(standingOf({ ...open, locked_until: ago(1) }, now), 'open');
    assert.equal(standingOf({ ...open, suspended_for: 'idle' }, now), 'idle');
    assert.equal(
      standingOf({ ...open, suspended_for: 'administrator', locked_until: ago(-1) }, now),
      'suspended',
    );
    assert.equal(standingOf({ ...open, suspended_for: 'idle', closed_at: now }, now), 'closed');
  });

  it('asks for a review every six months, and a new password of administrators every two', () => {
    const made = ago(days(400));
    assert.equal(needsReview({ reviewed_at: ago(days(181)), created_at: made }, now), false);
    assert.equal(needsReview({ reviewed_at: ago(days(183)), created_at: made }, now), true);
    assert.equal(needsReview({ reviewed_at: null, created_at: made }, now), true);
    assert.equal(isPasswordOld(ago(days(59)), now), false);
    assert.equal(isPasswordOld(ago(days(61)), now), true);
    assert.equal(isPasswordOld(null, now), false);
  });

  it('refuses passwords that are short, guessed, or hold the sign-in name', () => {
    const bad = [
      'ngắn',
      '1234567',
      '12345678',
      'Mật khẩu 1',
      'password2026!',
      'aaaaaaaaaa',
      'van-thu.mau-1',
      'Qwerty123',
    ];
    for (const password of bad) assert.equal(passwordProblems(password, 'van-thu.mau').length, 1, password);
    const good = ['ba con mèo ngủ', 'hai7-bốn-chín', 'Sông chảy về đâu'];
    for (const password of good) assert.deepEqual(passwordProblems(password, 'van-thu.mau'), [], password);
  });

  it('leads back only to pages of our own', () => {
    assert.equal(safeBack('/ho-so/1?a=b'), '/ho-so/1?a=b');
    for (const bad of [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      'x',
      '',
      '/dang-nhap/can-bo',
      undefined,
    ])
      assert.equal(safeBack(bad), '/');
    fc.assert(
      fc.property(
        fc.string(),
        (text) => new URL(safeBack(text), 'http://here.example').host === 'here.example',
      ),
    );
  });
});
