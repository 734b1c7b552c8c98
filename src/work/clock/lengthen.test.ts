/** Days granted beyond a term: they begin where the term ends, in whatever unit the term counts. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { civilService } from './civil-service/calendar.ts';
import { momentText } from './day.ts';
import { due } from './due.ts';
import { explain } from './explain.ts';
import { cause, ledgerOf, moment } from './fixtures.ts';
import { asPromised, lengthenClock, pauseClock, resumeClock, stopClock } from './ledger.ts';
import type { Ledger, Term } from './schema.ts';

const ends = (ledger: Ledger): string => momentText(due(ledger, civilService).at).slice(0, 16);

/** Term from Monday 2 March 2026, 09:00; its end; the end with five working days more. */
const cases: readonly (readonly [Term, string, string])[] = [
  [{ unit: 'month', amount: 1 }, '2026-04-02T17:30', '2026-04-09T17:30'],
  [{ unit: 'same_day' }, '2026-03-02T17:30', '2026-03-09T17:30'],
  [{ unit: 'day', amount: 15 }, '2026-03-17T17:30', '2026-03-24T17:30'],
  [{ unit: 'working_day', amount: 3 }, '2026-03-05T09:00', '2026-03-12T09:00'],
  [{ unit: 'working_day', amount: 3, ends: 'close' }, '2026-03-05T17:30', '2026-03-12T17:30'],
  [{ unit: 'working_hour', amount: 4 }, '2026-03-02T15:00', '2026-03-09T15:00'],
];

describe('a term with days granted beyond it', () => {
  it('ends so many working days after its own end, over holidays too', () => {
    for (const [term, first, later] of cases) {
      const ledger = ledgerOf(term, '2026-03-02T09:00');
      assert.deepEqual([ends(ledger), ends(lengthenClock(ledger, 5))], [first, later], term.unit);
    }
    // Giỗ Tổ is made up on Monday 27 April; 30 April and 1 May are off.
    const overHolidays = lengthenClock(ledgerOf({ unit: 'day', amount: 3 }, '2026-04-21T09:00'), 2);
    assert.equal(ends(overHolidays), '2026-04-29T17:30');
  });

  it('moves with a pause before the first date, and with one after it', () => {
    const ledger = lengthenClock(ledgerOf({ unit: 'working_day', amount: 3 }, '2026-03-02T09:00'), 5);
    const stood = (from: string, to: string): Ledger =>
      resumeClock(pauseClock(ledger, moment(from), cause), moment(to), cause);
    assert.equal(ends(stood('2026-03-03T09:00', '2026-03-04T09:00')), '2026-03-13T09:00');
    assert.equal(ends(stood('2026-03-09T09:00', '2026-03-11T09:00')), '2026-03-16T09:00');
    assert.equal(ends(stopClock(ledger, moment('2026-03-03T09:00'))), '2026-03-12T09:00');
  });

  it('is explained as what it is: the term of the law, and the days beyond it', () => {
    const { summary, notes, days } = explain(
      due(lengthenClock(ledgerOf({ unit: 'day', amount: 3 }, '2026-03-02T09:00'), 2), civilService),
    );
    assert.match(
      summary.vi,
      /^Hạn: 17:30 thứ Hai 09\/03\/2026\. Thời hạn 3 ngày, hẹn lại thêm 2 ngày làm việc, /,
    );
    assert.match(notes[0]?.vi ?? '', /thêm 2 ngày làm việc sau hạn đầu là 17:30 thứ Năm 05\/03\/2026/);
    assert.deepEqual(
      days.map(({ date, counted }) => `${date.slice(8)}${counted ? '+' : '-'}`),
      ['02-', '03+', '04+', '05+', '06+', '07-', '08-', '09+'],
    );
  });

  it('refuses days that cannot be', () => {
    assert.throws(() => lengthenClock(ledgerOf({ unit: 'day', amount: 3 }, '2026-03-02T09:00'), -1), {
      name: 'Invalid',
    });
  });
});

describe('a clock that has ended', () => {
  it('is explained as it was promised, not by the days that it did not need', () => {
    const running = lengthenClock(ledgerOf({ unit: 'working_day', amount: 3 }, '2026-03-02T09:00'), 2);
    const ended = stopClock(running, moment('2026-03-03T10:00'));
    assert.deepEqual(explain(due(asPromised(ended), civilService)), explain(due(running, civilService)));
    assert.notDeepEqual(explain(due(ended, civilService)), explain(due(running, civilService)));
  });
});
