/** What the signer, and whoever else works on the paper, sees while the answer of a phone is out. */
import type { Look } from '../../../ground/db/act.ts';
import type { Text } from '../../../ground/text/language.ts';
import { formatTime } from '../../../ground/text/dates.ts';
import { InsetText } from '../../../ground/ui/index.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import type { WaitingSignature } from '../schema.ts';
import { findWaiting, waitsUntil } from './waiting.ts';

/** With what a draft waits for its signer's phone now; null: it does not, or the time to confirm is over. */
export async function awaitedOnPhone(look: Look, paper: string): Promise<WaitingSignature | null> {
  const found = await findWaiting(look, paper);
  return found && (found.value !== null || waitsUntil(found) > look.now.getTime()) ? found : null;
}

const words = {
  mine: (asked: string, until: string): Text => ({
    vi: `Yêu cầu ký đã gửi tới điện thoại của bạn lúc ${asked}. Hãy xác nhận trên điện thoại trước ${until}, rồi bấm ký lần nữa ở đây. Trong lúc chờ, văn bản được khóa.`,
    en: `Your phone was asked at ${asked}. Confirm there before ${until}, then press sign again here. The paper is locked meanwhile.`,
  }),
  others: (asked: string, until: string): Text => ({
    vi: `Đang chờ người ký xác nhận trên điện thoại: đã hỏi lúc ${asked}, chờ đến ${until}. Trong lúc chờ, văn bản được khóa, chưa sửa và chưa trả lại được.`,
    en: `The signer was asked on the phone at ${asked} and has until ${until}. The paper is locked meanwhile: it cannot be changed or sent back.`,
  }),
  mineCame: {
    vi: 'Bạn đã xác nhận trên điện thoại. Hãy bấm ký lần nữa để hoàn tất.',
    en: 'You have confirmed on the phone. Press sign again to finish.',
  },
  othersCame: {
    vi: 'Người ký đã xác nhận trên điện thoại và chưa hoàn tất việc ký trên hệ thống.',
    en: 'The signer has confirmed on the phone and has not finished signing here yet.',
  },
};

/** Nothing where nobody is asked. */
export const WaitsOnPhone = ({
  waiting,
  visit: { by, lang },
}: {
  readonly waiting: WaitingSignature | null;
  readonly visit: Visit;
}) => {
  if (!waiting) return null;
  const isMine = waiting.person === by.person;
  const came = isMine ? words.mineCame : words.othersCame;
  const told = (isMine ? words.mine : words.others)(
    formatTime(waiting.asked_at, lang),
    formatTime(new Date(waitsUntil(waiting)), lang),
  );
  return <InsetText>{(waiting.value === null ? told : came)[lang]}</InsetText>;
};
