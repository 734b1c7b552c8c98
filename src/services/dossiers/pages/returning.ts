/** How the result comes to the person (B8): the way that was chosen, and where the postal item is. */
import { formatTime } from '../../../ground/text/dates.ts';
import type { Text } from '../../../ground/text/language.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { isUnderway, type Parcel } from '../../../outside/exchange/index.ts';
import type { Agency } from '../../../world/agencies/index.ts';
import type { Dossier, ReturnWay } from '../schema.ts';

const title: Text = { vi: 'Trả kết quả', en: 'How the result comes' };

const ways: Readonly<Record<ReturnWay, Text>> = {
  online: { vi: 'Bản điện tử, trong Kho giấy tờ', en: 'Electronically, in “My documents”' },
  counter: { vi: 'Thêm bản giấy tại quầy', en: 'Also on paper, at the counter' },
  post: { vi: 'Thêm bản giấy qua bưu chính công ích', en: 'Also on paper, by public post' },
};

const states: Readonly<Record<Parcel['state'], Text>> = {
  asked: { vi: 'đang báo bưu điện đến nhận', en: 'the post is being told' },
  ordered: { vi: 'đã báo, chờ bưu điện đến nhận', en: 'ordered, waits to be collected' },
  collected: { vi: 'bưu điện đang chuyển', en: 'on its way' },
  delivered: { vi: 'đã phát', en: 'delivered' },
  cancelled: { vi: 'bưu điện đã hủy, quầy trả kết quả', en: 'cancelled: the counter returns it' },
  refused: { vi: 'bưu điện không nhận, quầy trả kết quả', en: 'refused by the post: the counter returns it' },
};

const toAddress = (address: string): Text => ({ vi: `gửi đến ${address}`, en: `sent to ${address}` });

const noAddress: Text = {
  vi: 'chưa có địa chỉ để gửi, quầy hãy hỏi người nộp',
  en: 'no address is known: the counter asks the applicant',
};

/** Whether the post was to bring the result and has given it up: it is handed over at the counter then. */
export const hasPostFailed = (parcels: readonly Parcel[]): boolean => {
  const last = parcels.at(-1);
  return last !== undefined && !isUnderway(last.state) && last.state !== 'delivered';
};

/** What the person is to know then; null: nothing went wrong, or the result is with them. */
export const keptAtCounter = (
  { state }: Dossier,
  parcels: readonly Parcel[],
  oneStop: Pick<Agency, 'name'>,
): Text | null =>
  state === 'decided' && hasPostFailed(parcels)
    ? {
        vi: `Bưu điện không giao được bản giấy. Mời bạn đến ${oneStop.name.vi} nhận, mang theo giấy tờ tùy thân.`,
        en: `The post could not deliver the paper. Please fetch it at ${oneStop.name.en} and bring proof of who you are.`,
      }
    : null;

/** The row that says it; the last postal item counts, an earlier one has failed. */
export function returning(
  { return_way: way, contact, decided_at: decided }: Dossier,
  parcels: readonly Parcel[],
  { lang, by }: Visit,
): { readonly key: string; readonly value: string } {
  const last = parcels.at(-1);
  const item =
    last &&
    [
      `${last.order_number}: ${states[last.state][lang]}`,
      // When it was collected nobody says: only the order and the end have a moment.
      last.state !== 'collected' && formatTime(last.ended_at ?? last.ordered_at ?? last.asked_at, lang),
      isUnderway(last.state) && contact.address && toAddress(contact.address)[lang],
      by.kind === 'officer' && last.problem,
    ]
      .filter(Boolean)
      .join(', ');
  const missing = way === 'post' && !contact.address && !item && by.kind === 'officer' && noAddress[lang];
  return {
    key: title[lang],
    value: [ways[way][lang], (decided && item) || missing].filter(Boolean).join('. '),
  };
}
