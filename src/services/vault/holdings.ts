/** What the vault holds of a person, for "my data" (requirement N1, D4). */
import { own, type Look } from '../../ground/db/act.ts';
import type { Holding } from '../../ground/record/holdings.ts';
import { formatDay, vietnamDay } from '../../ground/text/dates.ts';
import { sourceName } from './rules.ts';
import type { VaultItem, VaultTables } from './schema.ts';

const listOf = (look: Look, owner: string): Promise<VaultItem[]> =>
  own<VaultTables>(look.tx)
    .selectFrom('vault.items')
    .selectAll()
    .where('tenant', '=', look.tenant)
    .where('owner', '=', owner)
    .orderBy('added_at')
    .execute();

export const vaultHoldings: readonly Holding[] = [
  {
    room: 'vault',
    name: { vi: 'Kho giấy tờ của bạn', en: 'Your documents' },
    purpose: {
      vi: 'Để bạn dùng lại kết quả và giấy tờ đã được chấp nhận mà không phải nộp lần nữa.',
      en: 'So that you can use results and accepted documents again without handing them in once more.',
    },
    basis: 'Nghị định 137/2024/NĐ-CP (Kho quản lý dữ liệu điện tử của tổ chức, cá nhân)',
    erase: null,
    list: async (look, subject) =>
      (await listOf(look, subject)).map(({ title, symbol, issuer, source, added_at }) => {
        const words = [title, symbol, issuer].filter(Boolean).join(' · ');
        const day = vietnamDay(added_at);
        return {
          what: { vi: words, en: words },
          value: {
            vi: `${sourceName[source].vi}, từ ${formatDay(day)}`,
            en: `${sourceName[source].en}, since ${formatDay(day, 'en')}`,
          },
        };
      }),
  },
];
