/** Where mandates are granted and revoked. */
import { administrationCrumbs } from '../../../ground/web/administration.ts';
import type { View } from '../../../ground/web/page.ts';

export const MANDATES_PATH = '/quan-tri/uy-quyen';
export const LEAVE_PATH = '/tai-khoan/lam-thay';
export const MINE_PATH = '/tai-khoan/uy-quyen';

export const mandatesName = {
  vi: 'Phân quyền, uỷ quyền, thẩm quyền ký',
  en: 'Roles, mandates, signing authority',
} as const;
export const mandatesCrumbs = () => administrationCrumbs({ text: mandatesName, href: MANDATES_PATH });
/** The way back to the account, whose room stands above this one. */
export const accountCrumbs: NonNullable<View['crumbs']> = [
  { text: { vi: 'Tài khoản của tôi', en: 'My account' }, href: '/tai-khoan' },
];

/** Where one is revoked, whoever does it. */
export const revocationPath = (id: string): string => `/uy-quyen/${id}/thu-hoi`;
