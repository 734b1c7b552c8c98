import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { civilService } from './civil-service/calendar.ts';
import { momentText } from './day.ts';
import { due } from './due.ts';
import { cause, ledgerOf, moment } from './fixtures.ts';
import {
  clockState,
  pauseClock,
  receiveSupplement,
  restartClock,
  resumeClock,
  startClock,
  stopClock,
  supplementRule,
  type SupplementRule,
} from './ledger.ts';

const five = { unit: 'working_day', amount: 5 } as const;
const started = () => ledgerOf(five, '2026-03-02T09:00');

describe('the ledger', () => {
  it('keeps every interval without gap, with its cause', () => {
    const paused = pauseClock(started(), moment('2026-03-03T09:00'), { ...cause, evidence: 'form-02/15' });
    const going = resumeClock(paused, moment('2026-03-05T09:00'), cause);
    const ended = stopClock(going, moment('2026-03-10T09:00'));
    assert.deepEqual(
      ended.intervals.map(({ state, from, to, evidence }) => [
        state,
        momentText(from),
        to && momentText(to),
        evidence,
      ]),
      [
        ['running', '2026-03-02T09:00:00+07:00', '2026-03-03T09:00:00+07:00', null],
        ['paused', '2026-03-03T09:00:00+07:00', '2026-03-05T09:00:00+07:00', 'form-02/15'],
        ['running', '2026-03-05T09:00:00+07:00', '2026-03-10T09:00:00+07:00', null],
      ],
    );
    assert.deepEqual([started(), paused, going, ended].map(clockState), [
      'running',
      'paused',
      'running',
      'stopped',
    ]);
  });

  it('refuses an act that the state does not allow', () => {
    const paused = pauseClock(started(), moment('2026-03-03T09:00'), cause);
    const later = moment('2026-03-04T09:00');
    assert.throws(() => pauseClock(paused, later, cause), { name: 'Conflict' });
    assert.throws(() => resumeClock(started(), later, cause), { name: 'Conflict' });
    assert.throws(() => resumeClock(stopClock(paused, later), later, cause), { name: 'Conflict' });
    assert.throws(() => restartClock(stopClock(paused, later), later, cause), { name: 'Conflict' });
  });

  it('refuses an entry before the last one, and a term that cannot be', () => {
    assert.throws(() => pauseClock(started(), moment('2026-03-02T08:59'), cause), { name: 'Invalid' });
    for (const term of [
      { unit: 'day', amount: -1 },
      { unit: 'day', amount: 1.5 },
      { unit: 'working_day', amount: Number.NaN },
    ] as const) {
      assert.throws(() => startClock(term, moment('2026-03-02T08:59'), cause), { name: 'Invalid' });
    }
  });
});

describe('after a supplement', () => {
  const returned = () => pauseClock(started(), moment('2026-03-04T09:00'), cause);
  const whenDue = (rule: SupplementRule): string =>
    momentText(due(receiveSupplement(returned(), moment('2026-03-16T10:00'), rule, cause), civilService).at);

  it('the default of Decree 61/2018 counts the whole term anew', () => {
    const rule = supplementRule('2026-03-16');
    assert.equal(rule?.basis.code, '61/2018/NĐ-CP');
    assert.equal(rule && whenDue(rule), '2026-03-23T10:00:00+07:00');
  });

  it('a rule of the procedure goes before it while it is in force', () => {
    const basis = { code: null, cite: { vi: 'luật chuyên ngành', en: 'sector law' } };
    const own = { effect: 'resume', validFrom: '2026-01-01', validTo: '2026-12-31', basis } as const;
    assert.equal(supplementRule('2026-03-16', own), own);
    assert.equal(supplementRule('2027-03-16', own)?.effect, 'restart');
    // Two of five days had passed; three are left, and an hour later.
    assert.equal(whenDue(own), '2026-03-19T10:00:00+07:00');
  });

  it('has no default before the Decree', () => {
    assert.equal(supplementRule('2018-06-20'), null);
  });

  it('notes the rule in the ledger', () => {
    const rule = supplementRule('2026-03-16');
    assert.ok(rule);
    const ledger = receiveSupplement(returned(), moment('2026-03-16T10:00'), rule, cause);
    assert.equal(ledger.intervals.at(-1)?.basis, rule.basis);
    assert.equal(ledger.intervals.length, 3);
  });
});
