/** Figures as JSON, the same that the pages show. */
import { vietnamDay } from '../../ground/text/dates.ts';
import { api } from '../../ground/web/api.ts';
import { input, optional, text } from '../../ground/web/input.ts';
import { monthAsked } from './period.ts';
import { monthByAgency, monthBySubject, timesOf } from './queries.ts';
import type { Measure } from './schema.ts';

const month = optional(
  text({ label: { vi: 'tháng', en: 'month' }, pattern: /^20\d\d-(0[1-9]|1[0-2])$/, max: 7 }),
);
const numbers = { type: 'object', additionalProperties: { type: 'integer' } };
const table = {
  type: 'object',
  properties: { month: { type: 'string' }, rows: { type: 'object', additionalProperties: numbers } },
};

export const figureApis = (measure: Measure) => [
  api({
    method: 'get',
    path: '/figures/by-procedure',
    who: 'anyone',
    says: { vi: 'Số hồ sơ trong tháng theo thủ tục.', en: 'Dossiers of a month by procedure.' },
    input: input({
      month,
      after: optional(
        text({ label: { vi: 'mã cuối trang trước', en: 'last code of the page before' }, max: 40 }),
      ),
    }),
    output: table,
    read: async ({ look, now }, { month: asked, after }) => {
      const of = monthAsked(asked ?? undefined, vietnamDay(now));
      const { rows, more } = await monthBySubject(look, measure.name, of, after ?? '');
      return { month: of, rows: Object.fromEntries(rows), more };
    },
  }),
  api({
    method: 'get',
    path: '/figures/by-agency',
    who: 'officer',
    says: { vi: 'Số hồ sơ trong tháng theo cơ quan.', en: 'Dossiers of a month by agency.' },
    input: input({ month }),
    output: table,
    read: async ({ look, now }, { month: asked }) => {
      const of = monthAsked(asked ?? undefined, vietnamDay(now));
      return { month: of, rows: Object.fromEntries(await monthByAgency(look, measure.name, of)) };
    },
  }),
  api({
    method: 'get',
    path: '/figures/times/:procedure',
    who: 'anyone',
    says: {
      vi: 'Thời gian giải quyết thực tế của một thủ tục, tính bằng giờ, không tính lúc tạm dừng.',
      en: 'How long a procedure really takes, in hours, pauses excluded.',
    },
    output: {
      type: 'object',
      properties: {
        times: {
          type: ['object', 'null'],
          properties: { median: { type: 'number' }, p90: { type: 'number' }, n: { type: 'integer' } },
        },
      },
    },
    read: async ({ look, params }) => ({ times: await timesOf(look, params['procedure'] ?? '') }),
  }),
];
