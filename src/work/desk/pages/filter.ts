/** The filters of the inbox as they stand in its address: `xem`, `tre`, `q`, `loai`, `sort`, `after`. */
import type { Visit } from '../../../ground/web/visit.ts';
import { isUuid, type InboxFilter } from '../queries.ts';

const whoseIn: ReadonlyMap<string, InboxFilter['whose']> = new Map([
  ['cua-toi', 'mine'],
  ['cho-nhan', 'pool'],
  ['phan-cong', 'assign'],
]);

/** Reads the filters of an address; what makes no sense is left out. */
export function filterOf({ query }: Pick<Visit, 'query'>): InboxFilter {
  const [due = '', id = ''] = (query['after'] ?? '').split('~');
  return {
    whose: whoseIn.get(query['xem'] ?? '') ?? 'all',
    ...(query['tre'] && { late: true }),
    ...(query['q']?.trim() && { words: query['q'].slice(0, 100) }),
    ...(query['loai'] && { kind: query['loai'].slice(0, 100) }),
    ...(query['sort'] === '-due' && { descending: true }),
    ...(isPlace(due) && isUuid(id) && { after: { due, id } }),
  };
}

const isPlace = (text: string): boolean =>
  text === 'infinity' || (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text) && !Number.isNaN(Date.parse(text)));

/** Whether anything is left out of what waits. */
export const isNarrowed = (filter: InboxFilter): boolean =>
  filter.whose !== 'all' || Object.keys(filter).length > 1;
