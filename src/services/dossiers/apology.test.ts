import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { civilService, startClock } from '../../work/clock/index.ts';
import { start } from '../../work/process/index.ts';
import { draftApology, whyNoApology, type ApologyState } from './apology.ts';
import { committee, shortProcess } from './fixtures.ts';
import type { Opinion } from './schema.ts';

const at = (text: string): Date => new Date(`2026-11-${text}:00+07:00`);
const why = { cause: { vi: 'x', en: 'x' }, basis: null, evidence: null };
const state = (more: Partial<ApologyState> = {}): ApologyState => ({
  apologies: 0,
  clock: startClock({ unit: 'working_day', amount: 3 }, at('16T09:00'), why),
  accepted_at: at('16T09:00'),
  due_at: at('19T09:00'),
  ...more,
});

describe('an apology', () => {
  it('is possible once, up to a day before the date, and of what is due within two days up to the date', () => {
    assert.equal(whyNoApology(state(), at('18T09:00')), null);
    assert.match(whyNoApology(state(), at('18T09:01'))?.vi ?? '', /quá muộn/);
    assert.match(whyNoApology(state({ apologies: 1 }), at('17T09:00'))?.vi ?? '', /một lần/);
    assert.match(whyNoApology(state({ clock: null }), at('17T09:00'))?.vi ?? '', /chưa có ngày hẹn/);
    const short = state({ due_at: at('17T17:30') });
    assert.equal(whyNoApology(short, at('17T17:30')), null);
    assert.match(whyNoApology(short, at('17T17:31'))?.vi ?? '', /quá muộn/);
  });

  const { instance } = start(shortProcess, {});
  const token = instance.tokens[0]!.id;
  const waiting = {
    ref: String(token),
    agency: committee,
    step: 'Dự thảo',
    opened_at: at('16T09:00'),
    due_at: at('16T14:30'),
  };
  const from = {
    dossier: { due_at: at('19T09:00'), process: instance, opinions: [] as readonly Opinion[] },
    work: [waiting],
    agencies: new Map([[committee, 'Ủy ban nhân dân phường Sông Mẫu']]),
    definition: shortProcess,
    calendar: civilService,
    foreseen: null,
  };

  it('is drafted with where it waits, what follows, and the days that the steps ahead need', () => {
    const { days, cause } = draftApology(from, at('18T08:00'));
    assert.equal(days, 1, 'eight hours of steps, one working day left and a little');
    assert.deepEqual(cause.split('\n'), [
      'Bước “Dự thảo” ở Ủy ban nhân dân phường Sông Mẫu bắt đầu lúc 09:00 ngày 16/11/2026, đến nay chưa xong, quá hạn của bước (14:30 ngày 16/11/2026).',
      'Sau đó còn: Ký; Đóng dấu; Trả.',
    ]);
    const slow = shortProcess.nodes.map((node) =>
      node.kind === 'user'
        ? { ...node, office: { ...node.office, limit: { amount: 2, unit: 'working_day' as const } } }
        : node,
    );
    const later = draftApology({ ...from, definition: { ...shortProcess, nodes: slow } }, at('18T09:00'));
    assert.equal(later.days, 7, 'eight days of steps, one of them left');
    const foreseen = { late: true as const, why: 'Thường lâu hơn.', until: at('26T09:00') };
    const usually = draftApology({ ...from, foreseen }, at('18T08:00'));
    // The 24th is a day off.
    assert.equal(usually.days, 4, 'from Thursday the 19th to Thursday the 26th');
    assert.match(usually.cause, /Trả\.\nThường lâu hơn\.$/);
  });

  it('names the agency that has not answered, and leaves out what stands beside the process', () => {
    const opinion: Opinion = {
      token,
      agency: 'b',
      name: { vi: 'Công an phường Sông Mẫu', en: 'Police of Sông Mẫu' },
      askedAt: at('16T09:00').toISOString(),
      dueAt: null,
      outcome: 'open',
      endedAt: null,
    };
    const { cause } = draftApology(
      {
        ...from,
        dossier: { ...from.dossier, opinions: [opinion] },
        work: [waiting, { ...waiting, ref: null, step: 'Cảnh báo hạn' }],
      },
      at('18T09:00'),
    );
    assert.match(
      cause,
      /^Công an phường Sông Mẫu được hỏi ý kiến ngày 16\/11\/2026, đến nay chưa trả lời\.\n/,
    );
    assert.doesNotMatch(cause, /Cảnh báo/);
  });
});
