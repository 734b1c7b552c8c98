/** What this room and the record hold of a person: requests, and who looked. */
import type { Holding } from '../../ground/record/holdings.ts';
import { same } from '../../ground/text/language.ts';
import { listRequestsOf } from './queries.ts';
import { kindName, stateName } from './schema.ts';

export const privacyHoldings: readonly Holding[] = [
  {
    room: 'privacy',
    name: { vi: 'Yêu cầu của bạn về dữ liệu', en: 'Your requests about your data' },
    purpose: {
      vi: 'Để trả lời và chứng minh đã trả lời.',
      en: 'To answer them, and to prove that it was done.',
    },
    basis: 'Luật 91/2025/QH15; Nghị định 356/2025/NĐ-CP',
    erase: null,
    list: async (look, subject) =>
      (await listRequestsOf(look, subject)).map(({ code, kind, about, state }) => ({
        what: same(code),
        value: {
          vi: `${kindName[kind].vi}: ${about} (${stateName[state].vi})`,
          en: `${kindName[kind].en}: ${about} (${stateName[state].en})`,
        },
      })),
  },
];
