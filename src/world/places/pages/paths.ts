/** Where administrative units are looked up. */
import { administrationCrumbs } from '../../../ground/web/administration.ts';

export const PLACES_PATH = '/quan-tri/dia-ban';
export const OLD_PLACES_PATH = `${PLACES_PATH}/noi-cu`;

export const provincePath = (code: string): string => `${PLACES_PATH}/tinh/${encodeURIComponent(code)}`;
export const rearrangePath = (code: string): string => `${provincePath(code)}/sap-xep`;
export const rearrangeName = { vi: 'Sắp xếp xã, phường, đặc khu', en: 'Rearrange communes' } as const;
export const placesName = { vi: 'Địa bàn hành chính', en: 'Administrative units' } as const;
export const placesCrumbs = () => administrationCrumbs({ text: placesName, href: PLACES_PATH });
