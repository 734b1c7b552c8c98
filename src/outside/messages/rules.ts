/** Which ways a notice goes, how often it is tried, what officers may not write. Pure. */
import { fold } from '../../ground/text/fold.ts';
import type { Contact } from '../../world/people/index.ts';
import type { Template } from './templates.ts';
import type { Channel, Wishes } from './schema.ts';

/** Without a wish: e-mail always, SMS when it matters, in Vietnamese. */
export const usualWishes: Wishes = { email: true, sms: true, language: 'vi' };

/** What of a contact decides whether it is used. */
type Reachable = Pick<Contact, 'kind' | 'value' | 'preferred' | 'verifiedAt'>;

/** The ways a notice goes besides the portal: one address per channel, the preferred one that was verified first. */
export function waysFor(
  { matters, quiet }: Pick<Template, 'matters' | 'quiet'>,
  contacts: readonly Reachable[],
  wishes: Wishes,
): readonly { readonly channel: Channel; readonly address: string }[] {
  const best = (kind: Contact['kind']): Reachable | undefined =>
    contacts.filter((one) => one.kind === kind).sort((one, other) => score(other) - score(one))[0];
  const email = !quiet && wishes.email ? best('email') : undefined;
  const phone = matters && wishes.sms ? best('phone') : undefined;
  return [
    ...(email ? [{ channel: 'email' as const, address: email.value }] : []),
    ...(phone ? [{ channel: 'sms' as const, address: phone.value }] : []),
  ];
}

const score = ({ verifiedAt, preferred }: Reachable): number => (verifiedAt ? 2 : 0) + (preferred ? 1 : 0);

/** After so many tries a delivery has failed. */
export const MOST_TRIES = 8;

/** How long to wait before the next try: one minute, doubling, at most two hours. */
export const pauseAfter = (tries: number): number =>
  Math.min(60_000 * 2 ** (Math.max(1, tries) - 1), 7_200_000);

/** What asks for papers: `nop them giay …`, `bo sung ho so`. */
const papers =
  /\b(nop|gui|bo sung|cung cap|xuat trinh|mang|kem)\b[^.!?\n]{0,40}\b(giay|ho so|tai lieu|chung tu|ban sao|ban chinh|don)\b/;

/**
 * Whether a letter of an officer asks for papers. It may not: everything that is missing is asked for once, through the
 * one-stop unit, by the request for supplement (form 02).
 */
export const asksForPapers = (body: string): boolean => papers.test(fold(body));
