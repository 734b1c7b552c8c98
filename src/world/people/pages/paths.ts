/** Where persons are looked up. */
import { administrationCrumbs } from '../../../ground/web/administration.ts';

export const PEOPLE_PATH = '/quan-tri/nguoi';
export const peopleName = { vi: 'Người và tổ chức', en: 'People and organisations' } as const;
export const personPath = (id: string): string => `${PEOPLE_PATH}/${id}`;
export const peopleCrumbs = () => administrationCrumbs({ text: peopleName, href: PEOPLE_PATH });
