/** Follows tries to pay: the platform is asked until it says what became of each, told or not. */
import { listener, type Listener } from '../../ground/jobs/index.ts';
import { Unavailable } from '../../ground/operate/errors.ts';
import { ASK, noteAsked } from './commands/attempt.ts';
import type { PaymentPlatform, PlatformSays } from './gateway/port.ts';
import { findAttempt, findCharge } from './queries.ts';

type Gathered = { readonly says: PlatformSays | null } | null;

/** The job of one try. It does not fail when the platform is down: it comes back later, ever more slowly. */
export const askListener = (platform: PaymentPlatform | null): Listener =>
  listener<Gathered>({
    on: ASK,
    name: 'payments.ask',
    does: {
      vi: 'Hỏi nền tảng thanh toán về một lần nộp tiền',
      en: 'Ask the payment platform about a payment',
    },
    gather: async (look, event) => {
      const attempt = await findAttempt(look, String(event.payload['ref']));
      if (!attempt || attempt.state === 'paid') return null;
      const charge = await findCharge(look, attempt.charge);
      if (!charge || !platform) return { says: null };
      try {
        return { says: await platform.ask(look, attempt.ref, charge.item, true) };
      } catch (error) {
        if (error instanceof Unavailable) return { says: null };
        throw error;
      }
    },
    act: async (act, event, gathered) => {
      if (gathered)
        await noteAsked(act, String(event.payload['ref']), gathered.says, event.payload['told'] === true);
    },
  });
