/** Pure decisions of the vault: validity on a day, shares at a moment, when to remind. */
import { createHash, randomBytes } from 'node:crypto';
import type { Text } from '../../ground/text/language.ts';
import type { Share, Source, VaultItem } from './schema.ts';

/** Whether a paper is in force on a day. */
export type Validity = 'in-force' | 'expired' | 'superseded' | 'revoked';

export const validityOn = (item: Pick<VaultItem, 'state' | 'valid_until'>, day: string): Validity => {
  if (item.state !== 'in-force') return item.state;
  return item.valid_until !== null && item.valid_until < day ? 'expired' : 'in-force';
};

/** Names of it, for people. */
export const validityName: Readonly<Record<Validity, Text>> = {
  'in-force': { vi: 'Còn hiệu lực', en: 'In force' },
  expired: { vi: 'Đã hết hạn', en: 'Expired' },
  superseded: { vi: 'Đã được thay thế', en: 'Replaced' },
  revoked: { vi: 'Đã thu hồi', en: 'Revoked' },
};

/** Where a paper comes from, for people. */
export const sourceName: Readonly<Record<Source, Text>> = {
  dossier: { vi: 'Kết quả hồ sơ của bạn', en: 'Result of your dossier' },
  accepted: { vi: 'Giấy tờ bạn đã nộp và được chấp nhận', en: 'A document you submitted that was accepted' },
  'national-store': { vi: 'Kho dữ liệu quốc gia', en: 'The national store' },
};

/** Longest time that a link may be open, in days. */
export const LONGEST_SHARE_DAYS = 90;

/** What a share is at a moment. */
export const shareState = (
  share: Pick<Share, 'until' | 'revoked_at'>,
  now: Date,
): 'open' | 'over' | 'revoked' => {
  if (share.revoked_at !== null) return 'revoked';
  return share.until <= now ? 'over' : 'open';
};

/** A token nobody guesses: 192 bits in base64url. */
export const newToken = (): string => randomBytes(24).toString('base64url');

/** What of a token is kept. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

/** How many days before its last day the owner of a paper is reminded (issue 5, point 4). */
const REMIND_DAYS = 30;

/** The last day of validity up to which owners are reminded today. */
export const remindUntil = (now: Date): string =>
  new Date(now.getTime() + 7 * 3_600_000 + REMIND_DAYS * 86_400_000).toISOString().slice(0, 10);
