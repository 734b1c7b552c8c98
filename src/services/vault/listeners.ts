/** What the vault does on facts of papers, and whom it tells. */
import type { Look } from '../../ground/db/act.ts';
import { listener, type Listener } from '../../ground/jobs/index.ts';
import { formatDay } from '../../ground/text/dates.ts';
import { getPaper, listPapersOf } from '../../paper/papers/index.ts';
import { tell } from '../../outside/messages/index.ts';
import { isRestricted } from '../../world/people/index.ts';
import { deposit, noteEnd, noteRenewal } from './deposit.ts';
import { findItem } from './items.ts';
import type { VaultItem } from './schema.ts';

/** What the owner of a paper is told before its last day: what to do is the owner's choice, so it says only what ends when. */
const expiring = ({ title, symbol }: VaultItem, until: string) => {
  const named = symbol ? `${title} (${symbol})` : title;
  return {
    title: { vi: 'Giấy tờ của bạn sắp hết hạn', en: 'A document of yours is about to expire' },
    body: {
      vi: `${named} có giá trị đến hết ngày ${formatDay(until, 'vi')}. Nếu còn cần dùng, hãy làm thủ tục gia hạn hoặc cấp lại trước ngày đó.`,
      en: `${named} is valid until ${formatDay(until, 'en')}. If you still need it, have it renewed before that day.`,
    },
  };
};

/** Whether the result of an item is kept back from the person for now: the law wants the fee first. */
export type IsHeld = (look: Look, item: string) => Promise<boolean>;

/** `isHeld` is what the room above knows of the item that a paper is the result of. */
export const vaultListeners = (isHeld: IsHeld): readonly Listener[] => [
  listener({
    on: 'paper.issued',
    name: 'vault.deposit',
    does: { vi: 'Đưa kết quả vào kho giấy tờ', en: 'Put a result into the vault' },
    act: async (act, event) => {
      const { item } = await getPaper(act, event.item);
      if (item === null || !(await isHeld(act, item))) await deposit(act, event.item);
    },
  }),
  listener({
    on: 'payment.paid',
    name: 'vault.deposit-released',
    does: {
      vi: 'Đưa kết quả đã nộp đủ phí vào kho giấy tờ',
      en: 'Put a result into the vault once its fee is paid',
    },
    act: async (act, { item }) => {
      if (await isHeld(act, item)) return;
      for (const { id, issued_at: issued } of await listPapersOf(act, item))
        if (issued) await deposit(act, id);
    },
  }),
  listener({
    on: 'paper.ended',
    name: 'vault.note-end',
    does: { vi: 'Ghi giấy tờ trong kho hết hiệu lực', en: 'Note that a paper in the vault has ended' },
    act: (act, event) => noteEnd(act, event.item, event.payload['replacedBy'] !== null),
  }),
  listener({
    on: 'paper.renewed',
    name: 'vault.note-renewal',
    does: {
      vi: 'Cập nhật bằng chứng của giấy tờ trong kho',
      en: 'Keep the newer evidence of a paper in the vault',
    },
    act: (act, event) => noteRenewal(act, event.item),
  }),
  listener({
    on: 'vault.expiring',
    name: 'vault.tell-expiring',
    does: { vi: 'Nhắc giấy tờ sắp hết hạn', en: 'Remind of a paper that soon ends' },
    act: async (act, { item: id }) => {
      const item = await findItem(act, id);
      // It may have been replaced or revoked between the morning's look and now.
      if (!item?.valid_until || item.state !== 'in-force') return;
      // A reminder is a kindness, not a duty: who restricted the use of their data is not reminded.
      if (await isRestricted(act, item.owner)) return;
      await tell(act, {
        person: item.owner_kind === 'person' ? item.owner : null,
        organisation: item.owner_kind === 'organisation' ? item.owner : null,
        item: item.id,
        code: null,
        event: 'vault.expiring',
        ...expiring(item, item.valid_until),
        path: `/kho/${item.id}`,
        matters: true,
      });
    },
  }),
];
