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

/** What an office may ask for: papers by their kinds and usual short names, and pictures of them. */
const paper =
  'giay|ho so|tai lieu|chung tu|van bang|ban (?:sao|chinh|goc|chup|scan|photo|cong chung)|don|can cuoc|cccd|cmnd|cmt|chung minh|ho chieu|ho khau|hoa don|hop dong|so do|anh chup|anh the';
/** How one asks for them. */
const hand = 'nop|gui|bo sung|cung cap|xuat trinh|mang|dem|dua|cam theo|kem|chup|scan|photo|tai len|dang len';
/** Words within a sentence; a line may break in it. */
const between = '[^.!?;]';

/**
 * What asks for papers: `nop them giay …`, `bo sung ho so`; with the paper first only where it is plainly asked for (`giay …: de nghi anh
 * nop lai`), because a letter may well say that a paper was sent; and the same in English.
 */
const papers = new RegExp(
  [
    `\\b(?:${hand})\\b${between}{0,40}\\b(?:${paper})\\b`,
    `\\b(?:${paper})\\b${between}{0,60}\\b(?:de nghi|yeu cau|vui long|hay|nho|moi|xin)\\b${between}{0,20}\\b(?:${hand})\\b`,
    '\\b(?:send|submit|bring|provide|upload|attach|supply)\\b[^.!?;]{0,40}\\b(?:certificates?|papers?|documents?|cop(?:y|ies)|passport|identity card|photos?|scans?|forms?|contracts?|invoices?)\\b',
  ].join('|'),
);

/** Signs that are not seen and could part a word. */
const unseen = /\p{Cf}/gu;

/**
 * Whether a letter of an officer asks for papers. It may not: everything that is missing is asked for once, through the
 * one-stop unit, by the request for supplement (form 02).
 */
export const asksForPapers = (body: string): boolean =>
  papers.test(fold(body.normalize('NFKC').replaceAll(unseen, '')).replaceAll(/\s+/g, ' '));
