import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { civilService } from './civil-service/calendar.ts';
import { cause, ledgerOf, moment } from './fixtures.ts';
import { pauseClock, restartClock, resumeClock, stopClock } from './ledger.ts';
import { elapsed, remaining } from './remaining.ts';
import type { Term } from './schema.ts';

const five: Term = { unit: 'working_day', amount: 5 };

describe('time left', () => {
  const table: readonly [term: Term, now: string, vi: string, en: string][] = [
    // Started on Monday 2/3 at 09:00: due on Monday 9/3 at 09:00.
    [five, '2026-03-04T10:00', 'Còn 3 ngày làm việc', '3 working days left'],
    [five, '2026-03-06T18:00', 'Còn 1 ngày làm việc', '1 working day left'],
    [five, '2026-03-09T07:00', 'Còn 2 giờ', '2 hours left'],
    [five, '2026-03-09T09:00', 'Đến hạn lúc này', 'Due now'],
    [five, '2026-03-09T11:00', 'Trễ 2 giờ', '2 hours late'],
    [five, '2026-03-09T09:15', 'Trễ 15 phút', '15 minutes late'],
    [five, '2026-03-11T09:00', 'Trễ 2 ngày làm việc', '2 working days late'],
    [{ ...five, amount: 4 }, '2026-03-08T10:00', 'Trễ 2 ngày', '2 days late'],
    [{ unit: 'day', amount: 3 }, '2026-03-03T10:00', 'Còn 2 ngày', '2 days left'],
    [{ unit: 'month', amount: 1 }, '2026-03-03T10:00', 'Còn 30 ngày', '30 days left'],
    [
      { unit: 'working_hour', amount: 8 },
      '2026-03-03T07:30',
      'Còn 1 giờ 30 phút làm việc',
      '1 hour 30 minutes of office time left',
    ],
    [{ unit: 'hour', amount: 24 }, '2026-03-03T10:30', 'Trễ 1 giờ 30 phút', '1 hour 30 minutes late'],
    [{ unit: 'same_day' }, '2026-03-02T15:30', 'Còn 2 giờ', '2 hours left'],
  ];
  for (const [term, now, vi, en] of table) {
    it(`${JSON.stringify(term)} at ${now}: ${vi}`, () => {
      assert.deepEqual(remaining(ledgerOf(term, '2026-03-02T09:00'), civilService, moment(now)).text, {
        vi,
        en,
      });
    });
  }

  it('stands still while the clock is paused', () => {
    const paused = pauseClock(ledgerOf(five, '2026-03-02T09:00'), moment('2026-03-04T09:00'), cause);
    const left = remaining(paused, civilService, moment('2026-06-01T09:00'));
    assert.deepEqual([left.state, left.late], ['paused', false]);
    assert.deepEqual(left.text, {
      vi: 'Đang tạm dừng, còn 3 ngày làm việc',
      en: 'Paused, 3 working days left',
    });
  });

  it('says of an ended clock whether it was in time', () => {
    const ended = (at: string): string =>
      remaining(
        stopClock(ledgerOf(five, '2026-03-02T09:00'), moment(at)),
        civilService,
        moment('2027-01-04T09:00'),
      ).text.vi;
    assert.equal(ended('2026-03-05T10:00'), 'Xong trước hạn 2 ngày làm việc');
    assert.equal(ended('2026-03-09T09:00'), 'Xong đúng hạn');
    assert.equal(ended('2026-03-10T09:00'), 'Xong, trễ 1 ngày làm việc');
  });
});

describe('time used', () => {
  const started = ledgerOf(five, '2026-03-02T09:00');
  const paused = pauseClock(started, moment('2026-03-04T09:00'), cause);

  it('leaves pauses out', () => {
    assert.deepEqual(elapsed(paused, civilService, moment('2026-03-20T09:00')), {
      amount: 2,
      unit: 'working_day',
    });
    const going = resumeClock(paused, moment('2026-03-16T09:00'), cause);
    assert.deepEqual(elapsed(going, civilService, moment('2026-03-17T09:00')), {
      amount: 3,
      unit: 'working_day',
    });
    assert.deepEqual(elapsed(going, civilService, moment('2026-03-03T09:00')), {
      amount: 1,
      unit: 'working_day',
    });
  });

  it('leaves out what ran before a restart', () => {
    const anew = restartClock(paused, moment('2026-03-16T09:00'), cause);
    assert.equal(elapsed(anew, civilService, moment('2026-03-17T13:30')).amount, 1.3125);
  });

  it('measures in the unit of the term', () => {
    const used = (term: Term): number =>
      elapsed(ledgerOf(term, '2026-03-02T09:00'), civilService, moment('2026-03-03T10:00')).amount;
    assert.equal(used({ unit: 'hour', amount: 48 }), 25);
    assert.equal(used({ unit: 'working_hour', amount: 48 }), 9);
    assert.equal(used({ unit: 'day', amount: 9 }), 1);
    assert.equal(used({ unit: 'same_day' }), 1);
  });
});
