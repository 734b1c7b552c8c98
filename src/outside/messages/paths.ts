/** Paths of messages. */
import { ADMINISTRATION } from '../../ground/web/administration.ts';

export const NOTICES = '/tin-nhan';
/** The ledger of what was sent, for administrators. */
export const LEDGER = `${ADMINISTRATION}/tin-da-gui`;
export const WISHES = '/tin-nhan/cach-nhan';

/** Where one gives an address to be told at. */
export const reachPath = (kind: string): string => `${WISHES}/${encodeURIComponent(kind)}`;

/** One notice. */
export const noticePath = (id: string): string => `${NOTICES}/${id}`;

/** The letters about a matter. */
export const letterPath = (code: string): string => `${NOTICES}/ho-so/${encodeURIComponent(code)}`;
