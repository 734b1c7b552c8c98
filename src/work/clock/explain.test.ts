import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { civilService } from './civil-service/calendar.ts';
import { due } from './due.ts';
import { explain } from './explain.ts';
import { cause, ledgerOf, moment } from './fixtures.ts';
import { pauseClock, restartClock, resumeClock, stopClock } from './ledger.ts';
import type { Ledger, Term } from './schema.ts';

const lines = (ledger: Ledger): readonly string[] =>
  explain(due(ledger, civilService)).days.map(
    ({ date, counted, reason }) => `${date.slice(5)} ${counted ? '+' : '-'} ${reason.vi}`,
  );

describe('explanations', () => {
  it('names every day of a term over Tết', () => {
    assert.deepEqual(lines(ledgerOf({ unit: 'working_day', amount: 1 }, '2026-02-13T15:30')), [
      '02-13 - Ngày bắt đầu, không tính',
      '02-14 - Thứ Bảy, nghỉ hằng tuần',
      '02-15 - Chủ nhật, nghỉ hằng tuần',
      '02-16 - Nghỉ lễ: Tết Nguyên đán',
      '02-17 - Nghỉ lễ: Tết Nguyên đán',
      '02-18 - Nghỉ lễ: Tết Nguyên đán',
      '02-19 - Nghỉ lễ: Tết Nguyên đán',
      '02-20 - Nghỉ lễ: Tết Nguyên đán',
      '02-21 - Thứ Bảy, nghỉ hằng tuần',
      '02-22 - Chủ nhật, nghỉ hằng tuần',
      '02-23 + Ngày làm việc thứ 1, hết hạn lúc 15:30',
    ]);
  });

  it('names exchanged days and a start after office hours', () => {
    assert.deepEqual(lines(ledgerOf({ unit: 'working_day', amount: 2 }, '2025-12-31T18:00')), [
      '12-31 - Bắt đầu sau giờ làm việc, chuyển sang 07:30 thứ Hai 05/01/2026',
      '01-01 - Nghỉ lễ: Tết Dương lịch',
      '01-02 - Nghỉ hoán đổi, làm bù thứ Bảy 10/01/2026',
      '01-03 - Thứ Bảy, nghỉ hằng tuần',
      '01-04 - Chủ nhật, nghỉ hằng tuần',
      '01-05 - Bắt đầu ngoài giờ làm việc nên tính từ 07:30 ngày này; ngày bắt đầu không tính',
      '01-06 + Ngày làm việc thứ 1',
      '01-07 + Ngày làm việc thứ 2, hết hạn lúc 07:30',
    ]);
    assert.equal(
      lines(ledgerOf({ unit: 'working_day', amount: 1 }, '2026-01-09T09:00')).at(-1),
      '01-10 + Ngày làm việc thứ 1 (ngày làm bù), hết hạn lúc 09:00',
    );
  });

  it('says how much of each day a term in working hours used', () => {
    assert.deepEqual(lines(ledgerOf({ unit: 'working_hour', amount: 4 }, '2026-03-06T15:00')), [
      '03-06 + Tính 2 giờ 30 phút',
      '03-07 - Thứ Bảy, nghỉ hằng tuần',
      '03-08 - Chủ nhật, nghỉ hằng tuần',
      '03-09 + Tính 1 giờ 30 phút',
    ]);
  });

  it('shows how a last day on a weekend moves', () => {
    assert.deepEqual(lines(ledgerOf({ unit: 'day', amount: 2 }, '2026-03-05T15:00')), [
      '03-05 - Ngày bắt đầu, không tính',
      '03-06 + Ngày thứ 1',
      '03-07 + Ngày thứ 2, ngày cuối, là ngày nghỉ',
      '03-08 - Chủ nhật, nghỉ hằng tuần',
      '03-09 - Ngày cuối là ngày nghỉ, nên thời hạn kết thúc vào cuối ngày làm việc tiếp theo này',
    ]);
  });

  it('explains the same day and the cut-off hour', () => {
    assert.deepEqual(lines(ledgerOf({ unit: 'same_day' }, '2026-03-05T14:00')), [
      '03-05 + Phải trả kết quả trong ngày này',
    ]);
    assert.deepEqual(lines(ledgerOf({ unit: 'same_day' }, '2026-03-05T15:20')), [
      '03-05 - Nhận sau giờ chốt (lúc 15:20), trả kết quả trong ngày làm việc tiếp theo',
      '03-06 + Phải trả kết quả trong ngày này',
    ]);
  });

  it('names the pause and its cause', () => {
    for (const ends of ['same_hour', 'close'] as const) {
      const stood = pauseClock(
        ledgerOf({ unit: 'working_day', amount: 2, ends }, '2026-03-02T09:00'),
        moment('2026-03-03T10:00'),
        cause,
      );
      const shown = lines(resumeClock(stood, moment('2026-03-05T10:00'), cause));
      assert.deepEqual(
        shown.map((line) => line.replace(/, hết hạn.*/, '')),
        [
          '03-02 - Ngày bắt đầu, không tính',
          '03-03 + Ngày làm việc thứ 1',
          '03-04 - Tạm dừng: chờ người nộp bổ sung',
          '03-05 - Tạm dừng: chờ người nộp bổ sung',
          '03-06 + Ngày làm việc thứ 2',
        ],
      );
    }
  });

  it('notes a restart, a pause that lasts, and years without notice', () => {
    const notes = (ledger: Ledger): readonly string[] =>
      explain(due(ledger, civilService)).notes.map(({ en }) => en);
    const started = ledgerOf({ unit: 'working_day', amount: 5 }, '2026-12-28T09:00');
    const stood = pauseClock(started, moment('2026-12-28T10:00'), cause);
    assert.deepEqual(notes(stood), [
      'Paused since 10:00 on Monday 28/12/2026: waiting for the applicant. The due date moves on with the pause.',
      'No holiday notice is known for 2027: its holidays are computed from the law, proposed and not decided.',
    ]);
    assert.match(
      notes(restartClock(stood, moment('2026-12-29T10:00'), cause))[0] ?? '',
      /^The term counts anew from 10:00 on Tuesday 29\/12\/2026/,
    );
    assert.match(
      notes(ledgerOf({ unit: 'day', amount: 1000 }, '2024-12-30T09:00'))[0] ?? '',
      /for 2024, 2027:/,
    );
    assert.deepEqual(notes(ledgerOf({ unit: 'working_day', amount: 5 }, '2026-03-02T09:00')), []);
  });

  it('tells the date of a clock that has ended as it was promised, and when it ended after how much', () => {
    const three = { unit: 'working_day', amount: 3 } as const;
    // Monday 2 March 2026, 09:00: three working days end on Thursday at 09:00.
    const cases: readonly (readonly [term: Term, stop: string, vi: string, en: string])[] = [
      [
        three,
        '2026-03-02T10:20',
        'Thời hạn ngừng tính lúc 10:20 thứ Hai 02/03/2026, khi chưa hết ngày làm việc thứ nhất. Các ngày sau đó chỉ cho thấy hạn đã được tính ra sao.',
        'The clock stopped at 10:20 on Monday 02/03/2026, before the first working day was over. The days after that only show how the due date was found.',
      ],
      [
        three,
        '2026-03-03T08:59',
        'Thời hạn ngừng tính lúc 08:59 thứ Ba 03/03/2026, khi chưa hết ngày làm việc thứ nhất. Các ngày',
        'The clock stopped at 08:59 on Tuesday 03/03/2026, before the first working day was over. The days',
      ],
      [three, '2026-03-03T09:00', ' khi đã hết 1 ngày làm việc. Các', ' after 1 working day. The'],
      [three, '2026-03-04T16:00', ' khi đã hết 2 ngày làm việc. Các', ' after 2 working days. The'],
      [
        { ...three, ends: 'close' },
        '2026-03-03T08:00',
        ' khi chưa hết ngày làm việc thứ nhất. Các',
        ' before the first working day was over. The',
      ],
      [
        { ...three, ends: 'close' },
        '2026-03-05T08:00',
        ' khi đã hết 2 ngày làm việc.',
        ' after 2 working days.',
      ],
      [
        { unit: 'day', amount: 10 },
        '2026-03-03T08:00',
        ' khi chưa hết ngày thứ nhất.',
        ' before the first day',
      ],
      [{ unit: 'day', amount: 10 }, '2026-03-07T08:00', ' khi đã hết 4 ngày. Các', ' after 4 days. The'],
      [{ unit: 'month', amount: 1 }, '2026-03-04T08:00', ' khi đã hết 1 ngày. Các', ' after 1 day. The'],
      [
        { unit: 'working_hour', amount: 8 },
        '2026-03-02T14:00',
        ' khi đã tính 3 giờ. Các',
        ' after 3 hours had been counted. The',
      ],
      [{ unit: 'same_day' }, '2026-03-02T10:00', '02/03/2026, còn trong hạn.', '02/03/2026, in time.'],
      [three, '2026-03-06T10:00', '06/03/2026, sau khi đã hết hạn.', '06/03/2026, after the due date.'],
    ];
    for (const [term, stop, vi, en] of cases) {
      const running = ledgerOf(term, '2026-03-02T09:00');
      const promised = explain(due(running, civilService));
      const told = explain(due(stopClock(running, moment(stop)), civilService));
      assert.equal(told.summary.vi, promised.summary.vi, stop);
      assert.deepEqual(told.days, promised.days, stop);
      assert.equal(told.notes.length, 1);
      assert.ok(told.notes[0]?.vi.includes(vi), `${told.notes[0]?.vi} holds ${vi}`);
      assert.ok(told.notes[0]?.en.includes(en), `${told.notes[0]?.en} holds ${en}`);
    }
    // Ended while it stood still: as if it had gone on at that moment.
    const stood = pauseClock(ledgerOf(three, '2026-03-02T09:00'), moment('2026-03-03T10:00'), cause);
    const ended = explain(due(stopClock(stood, moment('2026-03-04T10:00')), civilService));
    assert.deepEqual(
      ended.days.map(({ date, counted }) => `${date.slice(8)}${counted ? '+' : '-'}`),
      ['02-', '03+', '04-', '05+', '06+'],
    );
    assert.match(ended.notes[0]?.vi ?? '', /khi đã hết 1 ngày làm việc\. Các/);
  });

  it('marks a holiday that is only proposed', () => {
    const shown = lines(ledgerOf({ unit: 'working_day', amount: 1 }, '2027-09-01T09:00'));
    assert.equal(shown[1], '09-02 - Nghỉ lễ: Quốc khánh 2/9 (dự kiến)');
  });
});
