import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { civilService } from '../../work/clock/index.ts';
import { start, type Definition } from '../../work/process/index.ts';
import { shortProcess } from './fixtures.ts';
import { foresight, type Seen } from './foresight.ts';

/** November 2026: the 16th is a Monday, the 24th a day off; offices are open 07:30–11:30 and 13:30–17:30. */
const at = (text: string): Date => new Date(`2026-11-${text}:00+07:00`);

/** Draft 4 h, sign 2 h, seal 1 h, return 1 h; or ten times as much. */
const tenfold: Definition = {
  ...shortProcess,
  nodes: shortProcess.nodes.map((node) =>
    node.kind === 'user' && node.office.limit
      ? {
          ...node,
          office: { ...node.office, limit: { unit: 'working_hour', amount: node.office.limit.amount * 10 } },
        }
      : node,
  ),
};
const { instance } = start(shortProcess, {});
const seen = (more: Partial<Seen> = {}): Seen => ({
  dossier: { accepted_at: at('16T09:00'), due_at: at('19T09:00'), process: instance },
  work: [{ ref: String(instance.tokens[0]!.id), opened_at: at('16T09:00') }],
  definition: shortProcess,
  usual: null,
  calendar: civilService,
  ...more,
});
const whyOf = (all: Seen, now: Date): string | null => {
  const found = foresight(all, now);
  return found?.late ? found.why : null;
};
const againAt = (all: Seen, now: Date): string | null => {
  const found = foresight(all, now);
  return found && !found.late ? found.again.toISOString() : null;
};

describe('lateness', () => {
  it('is foreseen from the hour in which the steps after the present one no longer end by the date', () => {
    // Four hours follow the draft: they must begin on the 18th at 15:00.
    const latest = at('18T15:00');
    assert.equal(againAt(seen(), at('16T10:00')), latest.toISOString());
    assert.equal(againAt(seen(), at('18T10:00')), latest.toISOString());
    assert.equal(whyOf(seen(), latest), null);
    assert.match(
      whyOf(seen(), at('18T16:00')) ?? '',
      /được giao 4 giờ làm việc, nhiều hơn thời gian còn lại đến ngày hẹn \(3 giờ làm việc\)/,
    );
  });

  it('is foreseen days before the date where a step began too late for what it and the others are given', () => {
    const dossier = { ...seen().dossier, due_at: at('30T09:00') };
    // 80 hours from the 16th at 09:00 to the 30th without the 24th are 72: each step has nine tenths of its time.
    assert.equal(whyOf(seen({ definition: tenfold, dossier }), at('16T09:30')), null);
    const late = { ref: String(instance.tokens[0]!.id), opened_at: at('18T09:00') };
    const found = foresight(seen({ definition: tenfold, dossier, work: [late] }), at('18T09:30'));
    assert.ok(found?.late);
    // 72 hours of work from the 18th at 09:00.
    assert.equal(found.until.toISOString(), at('02T09:00').toISOString().replace('2026-11', '2026-12'));
  });

  it('is not foreseen because a promise of hours is shorter than the steps together', () => {
    const sameDay = { accepted_at: at('16T08:30'), due_at: at('16T17:30'), process: instance };
    const opened = { ref: String(instance.tokens[0]!.id), opened_at: at('16T08:30') };
    const short = seen({ dossier: sameDay, work: [opened] });
    assert.equal(whyOf(short, at('16T08:31')), null);
    // Seven hours for eight: three and a half for what follows the draft.
    assert.equal(whyOf(short, at('16T14:00')), null);
    assert.ok(whyOf(short, at('16T14:05')));
  });

  it('is foreseen when such dossiers usually take longer, until that time is over', () => {
    const usual = { usual: { hours: 24 * 8, n: 7, from: 'state' as const }, since: at('16T09:00') };
    assert.match(
      whyOf(seen({ usual }), at('16T10:00')) ?? '',
      /thường mất khoảng 8 ngày từ bước này \(trung vị của 7 hồ sơ gần đây\)/,
    );
    const quick = { ...usual, usual: { hours: 24, n: 7, from: 'state' as const } };
    assert.equal(whyOf(seen({ usual: quick }), at('16T10:00')), null);
  });

  it('is looked for only where something is promised and under way', () => {
    assert.equal(foresight(seen({ dossier: { ...seen().dossier, due_at: null } }), at('16T10:00')), null);
    assert.equal(foresight(seen({ dossier: { ...seen().dossier, process: null } }), at('16T10:00')), null);
  });
});
