import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { civilService } from './civil-service/calendar.ts';
import { handOver } from './cut-off.ts';
import { momentText } from './day.ts';
import { moment } from './fixtures.ts';
import type { Calendar } from './schema.ts';

describe('hand-over to the deciding agency', () => {
  const table: readonly [received: string, by: string, why: string][] = [
    ['2026-03-02T08:00', '2026-03-02T17:30', 'the same day'],
    ['2026-03-02T15:00', '2026-03-02T17:30', 'at 15:00'],
    ['2026-03-02T15:01', '2026-03-03T07:30', 'after 15:00'],
    ['2026-03-02T19:00', '2026-03-03T17:30', 'online in the evening: received the next morning'],
    ['2026-03-06T16:00', '2026-03-09T07:30', 'after 15:00 on a Friday'],
    ['2026-01-09T16:00', '2026-01-10T07:30', 'after 15:00 before a worked Saturday'],
    ['2026-02-13T16:00', '2026-02-23T07:30', 'after 15:00 before Tết'],
    ['2026-03-07T10:00', '2026-03-09T17:30', 'online on a Saturday'],
  ];
  for (const [received, by, why] of table) {
    it(`${received}: ${why}`, () => {
      const { by: found, basis } = handOver(moment(received), civilService);
      assert.equal(momentText(found).slice(0, 16), by);
      assert.equal(basis.code, '61/2018/NĐ-CP');
    });
  }

  it('follows the cut-off hour in force, or none', () => {
    const [version] = civilService.versions;
    assert.ok(version);
    const calendar: Calendar = {
      ...civilService,
      versions: [
        { ...version, validTo: '2026-03-31', cutOff: '16:00' },
        { ...version, validFrom: '2026-04-01', cutOff: null },
      ],
    };
    const by = (received: string): string => momentText(handOver(moment(received), calendar).by).slice(0, 16);
    assert.equal(by('2026-03-31T15:30'), '2026-03-31T17:30');
    assert.equal(by('2026-03-31T16:30'), '2026-04-01T07:30');
    assert.equal(by('2026-04-01T17:00'), '2026-04-01T17:30');
  });
});
