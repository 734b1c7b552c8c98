import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { civilService } from './civil-service/calendar.ts';
import { momentText } from './day.ts';
import { due } from './due.ts';
import { ledgerOf } from './fixtures.ts';
import { recompute } from './recompute.ts';
import type { Calendar } from './schema.ts';

describe('a calendar that changes', () => {
  const ledger = ledgerOf({ unit: 'working_day', amount: 5 }, '2026-11-19T09:00');
  const promised = due(ledger, civilService).at;
  // The exchange around Culture Day, as it was proposed: Monday 23/11 off, Saturday 28/11 worked.
  const basis = { code: null, cite: { vi: 'thông báo thí dụ', en: 'sample notice' } };
  const name = { vi: 'nghỉ hoán đổi', en: 'day off in exchange' };
  const off = { date: '2026-11-23', kind: 'SWAP_OFF', name, basis, swappedWith: '2026-11-28' } as const;
  const worked = { ...off, date: '2026-11-28', kind: 'WORKED_WEEKEND', swappedWith: '2026-11-23' } as const;
  const changed: Calendar = { ...civilService, edition: '2026-2', days: [off, worked] };

  it('keeps what was promised and shows the new date with the days that moved it', () => {
    assert.equal(momentText(promised), '2026-11-27T09:00:00+07:00');
    const again = recompute(promised, ledger, civilService, changed);
    assert.equal(again.promised, promised);
    assert.equal(momentText(again.due.at), '2026-11-28T09:00:00+07:00');
    assert.equal(again.moved, 'later');
    assert.deepEqual(
      again.changed.map(({ before, after }) => [before.date, before.kind, after.kind]),
      [
        ['2026-11-23', 'WORKDAY', 'SWAP_OFF'],
        ['2026-11-28', 'REST', 'WORKED_WEEKEND'],
      ],
    );
  });

  it('moves a term the other way when a worked Saturday is added', () => {
    const only: Calendar = { ...civilService, days: [{ ...worked, date: '2026-11-21' }] };
    assert.equal(recompute(promised, ledger, civilService, only).moved, 'earlier');
  });

  it('says when nothing moved', () => {
    const again = recompute(promised, ledger, civilService, { ...civilService, edition: '2026-2' });
    assert.deepEqual([again.moved, again.changed], ['same', []]);
  });
});
