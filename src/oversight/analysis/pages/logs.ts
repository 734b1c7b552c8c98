/** Event logs of a procedure as files: XES and OCEL 2.0. */
import type { Answer } from '../../../ground/web/page.ts';
import { toOcel, toXes } from '../export.ts';
import { gatherAnalysis } from '../gather.ts';
import { withoutSmallGroups } from '../measure.ts';
import { mayAnalyse } from '../policy.ts';
import { ANALYSIS, analysisPath } from './paths.ts';

type Format = {
  readonly name: 'xes' | 'ocel';
  readonly type: string;
  readonly file: string;
  readonly write: (all: Awaited<ReturnType<typeof gatherAnalysis>>) => string;
};

const formats: readonly Format[] = [
  {
    name: 'xes',
    type: 'application/xml; charset=utf-8',
    file: 'xes',
    write: ({ procedure, cases, names }) => toXes(procedure.name, withoutSmallGroups(cases), names),
  },
  {
    name: 'ocel',
    type: 'application/json; charset=utf-8',
    file: 'jsonocel',
    write: ({ cases, names }) => JSON.stringify(toOcel(withoutSmallGroups(cases), names)),
  },
];

export const logAnswers: readonly Answer[] = formats.map(({ name, type, file, write }) => ({
  path: `${ANALYSIS}/:code/${name}`,
  who: mayAnalyse,
  example: `${analysisPath('1.001193')}/${name}`,
  respond: async ({ look, params }) => {
    const all = await gatherAnalysis(look, params['code'] ?? '');
    return new Response(write(all), {
      headers: {
        'content-type': type,
        'content-disposition': `attachment; filename="${all.procedure.code}.${file}"`,
      },
    });
  },
}));
