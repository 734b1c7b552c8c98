/** The public post over HTTP: orders with the fields of VNPost (STANDARDS §8.5). */
import type { Look } from '../../../ground/db/act.ts';
import {
  exchange,
  Failed,
  Garbled,
  patience,
  readObject,
  type Destination,
  type Wire,
} from '../../../ground/wire/index.ts';
import type { PostSays } from '../commands/parcel.ts';
import { parcelState } from '../rules.ts';
import type { Parcel } from '../schema.ts';
import type { PostAccount } from '../settings.ts';
import type { PublicPost } from './port.ts';

const post: Destination = { id: 'public-post', name: { vi: 'Bưu chính công ích', en: 'The public post' } };
const BASIS = 'Quyết định 45/2016/QĐ-TTg; Nghị định 42/2022/NĐ-CP, Điều 11';

type Fields = Readonly<Record<string, unknown>>;

/** The order of a parcel, field by field. Fees of the post are paid by our account: CODAmount is 0. */
const orderOf = (
  { customer, sender, province }: PostAccount,
  { code, order_number: number, receiver }: Parcel,
): Fields => ({
  CustomerCode: customer,
  ItemCode: '',
  OrderNumber: number,
  CODAmount: 0,
  Sender: {
    Province: province,
    District: '',
    Address: sender.address,
    Name: sender.name,
    Email: sender.email,
    Tel: sender.phone,
    Desc: '',
  },
  Description: `Kết quả hồ sơ ${code}`,
  Receiver: {
    Name: receiver?.name ?? '',
    Address: receiver?.address ?? '',
    Tel: receiver?.phone ?? '',
    Province: province,
    District: '',
    Email: '',
  },
  FlagConfig: 2,
});

/** Connects the post. Nothing is sent. */
export function publicPost(wire: Wire, account: PostAccount): PublicPost {
  const ask = (
    look: Look,
    parcel: Parcel,
    service: string,
    path: string,
    body: Fields | null,
  ): Promise<PostSays> =>
    wire.call(
      look,
      {
        to: post,
        service: `public-post.${service}`,
        purpose: 'Trả kết quả qua bưu chính',
        basis: BASIS,
        subject: null,
        item: parcel.item,
        patience: patience.job,
      },
      async (signal) => {
        const { status, body: answer } = await exchange(
          `${account.url.replace(/\/$/, '')}/${path}`,
          {
            headers: { 'content-type': 'application/json', access_token: account.token },
            ...(body && { method: 'POST', body: JSON.stringify(body) }),
          },
          signal,
        );
        if (status !== 200) throw new Failed(`status ${status}`, status);
        const value = saysOf(readObject(answer));
        return { status, refused: value.problem !== null, value };
      },
    );
  return {
    order: (look, parcel) => ask(look, parcel, 'order', 'order', orderOf(account, parcel)),
    find: (look, parcel) =>
      ask(look, parcel, 'status', `status?OrderNumber=${encodeURIComponent(parcel.order_number)}`, null),
  };
}

/** `{Status: "100", Message}`: 100 is done. An order without a state yet is registered. */
function saysOf(answer: Fields): PostSays {
  if (String(answer['Status']) !== '100')
    return { state: 'refused', problem: String(answer['Message'] ?? '').slice(0, 500) };
  const state = answer['State'] === undefined ? 'ordered' : parcelState(String(answer['State']));
  if (!state) throw new Garbled('unknown state of a parcel');
  return { state, problem: null };
}
