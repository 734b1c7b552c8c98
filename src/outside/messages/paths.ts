/** Paths of messages. */
export const NOTICES = '/tin-nhan';
export const WISHES = '/tin-nhan/cach-nhan';

/** One notice. */
export const noticePath = (id: string): string => `${NOTICES}/${id}`;

/** The letters about a matter. */
export const letterPath = (code: string): string => `${NOTICES}/ho-so/${encodeURIComponent(code)}`;
