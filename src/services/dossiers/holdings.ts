/** What this room holds of a person (N1): the dossiers in their name, and those they filed for others. */
import { own } from '../../ground/db/act.ts';
import type { Holding } from '../../ground/record/holdings.ts';
import { same } from '../../ground/text/language.ts';
import { stateName } from './rules.ts';
import type { DossierTables } from './schema.ts';

export const dossierHoldings: readonly Holding[] = [
  {
    room: 'dossiers',
    name: { vi: 'Hồ sơ thủ tục hành chính', en: 'Your dossiers' },
    purpose: {
      vi: 'Để giải quyết hồ sơ và chứng minh đã giải quyết đúng.',
      en: 'To settle them, and to prove that it was done rightly.',
    },
    basis: 'Nghị định 61/2018/NĐ-CP; Luật Lưu trữ 33/2024/QH15',
    erase: null,
    list: async (look, person) =>
      (
        await own<DossierTables>(look.tx)
          .selectFrom('dossiers.dossiers')
          .select(['code', 'title', 'state'])
          .where('tenant', '=', look.tenant)
          .where((is) => is.or([is('applicant', '=', person), is('filer', '=', person)]))
          .orderBy('submitted_at', 'desc')
          .limit(500)
          .execute()
      ).map(({ code, title, state }) => ({
        what: same(code),
        value: { vi: `${title} (${stateName[state].vi})`, en: `${title} (${stateName[state].en})` },
      })),
  },
];
