/** Where legal texts and code lists are kept. */
import { administrationCrumbs } from '../../../ground/web/administration.ts';

export const TEXTS_PATH = '/quan-tri/van-ban-phap-luat';
export const LISTS_PATH = '/quan-tri/danh-muc';

export const textsName = { vi: 'Văn bản pháp luật', en: 'Legal texts' } as const;
export const listsName = { vi: 'Danh mục dùng chung', en: 'Code lists' } as const;

export const listPath = (list: string): string => `${LISTS_PATH}/${list}`;
export const textsCrumbs = () => administrationCrumbs({ text: textsName, href: TEXTS_PATH });
export const listsCrumbs = () => administrationCrumbs({ text: listsName, href: LISTS_PATH });
