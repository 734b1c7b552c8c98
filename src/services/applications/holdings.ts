/** What this room holds of a person (N1): drafts that were not submitted. */
import { own, type Act, type Look } from '../../ground/db/act.ts';
import { remove } from '../../ground/db/writes.ts';
import type { Holding } from '../../ground/record/holdings.ts';
import { formatTime } from '../../ground/text/dates.ts';
import { same } from '../../ground/text/language.ts';
import type { ApplicationTables } from './drafts.ts';

const openDraftsOf = (look: Look, person: string) =>
  own<ApplicationTables>(look.tx)
    .selectFrom('applications.drafts')
    .select(['id', 'procedure', 'updated_at'])
    .where('tenant', '=', look.tenant)
    .where('person', '=', person)
    .where('dossier', 'is', null)
    .orderBy('updated_at', 'desc')
    .execute();

async function eraseDrafts(act: Act, person: string): Promise<void> {
  for (const { id } of await openDraftsOf(act, person))
    remove(act.writes, 'applications.drafts', { tenant: act.tenant, id });
}

export const applicationHoldings: readonly Holding[] = [
  {
    room: 'applications',
    name: { vi: 'Bản khai chưa nộp', en: 'Applications you have not submitted' },
    purpose: { vi: 'Để bạn khai tiếp trên bất kỳ máy nào.', en: 'So that you can go on, on any device.' },
    basis: 'Luật 91/2025/QH15',
    erase: eraseDrafts,
    list: async (look, person) =>
      (await openDraftsOf(look, person)).map(({ procedure, updated_at }) => ({
        what: same(procedure),
        value: { vi: formatTime(updated_at, 'vi'), en: formatTime(updated_at, 'en') },
      })),
  },
];
