/** A copy of everything that is held of the person who asks, as JSON (quyền được cung cấp dữ liệu). */
import type { Holding } from '../../../ground/record/holdings.ts';
import type { Answer } from '../../../ground/web/page.ts';
import { gatherHeld, gatherLooks } from '../gather.ts';
import { listRequestsOf } from '../queries.ts';
import { isPerson } from './mine.tsx';
import { EXPORT_PATH } from './paths.ts';

/** More looks than this are given on request. */
const MOST_LOOKS = 5000;

export const exportAnswer = (holdings: readonly Holding[]): Answer => ({
  path: EXPORT_PATH,
  who: isPerson,
  example: EXPORT_PATH,
  respond: async ({ look, by, now }) => {
    const subject = by.person!;
    const held = await gatherHeld(look, holdings, subject);
    const copy = {
      made: now.toISOString(),
      person: by.name,
      held: held.map(({ name, purpose, basis, rows }) => ({ name, purpose, basis, data: rows })),
      looks: await gatherLooks(look, subject, MOST_LOOKS),
      requests: (await listRequestsOf(look, subject)).map(({ person: _, agency: __, ...request }) => request),
    };
    return new Response(JSON.stringify(copy, null, 2), {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': 'attachment; filename="du-lieu-cua-toi.json"',
        'cache-control': 'private, no-store',
      },
    });
  },
});
