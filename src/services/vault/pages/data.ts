/** `/kho/:id/du-lieu`: the signed data of one of my papers, for programs of others (D1). */
import { NotFound } from '../../../ground/operate/errors.ts';
import { getPaper, type DataPlace } from '../../../paper/papers/index.ts';
import { getItem } from '../items.ts';
import { words } from './words.ts';

export const myData: DataPlace = {
  path: '/kho/:id/du-lieu',
  who: 'citizen',
  paperOf: async ({ look, params }) => {
    const { paper } = await getItem(look, params['id'] ?? '');
    if (paper === null) throw new NotFound(words.notOurs);
    return getPaper(look, paper);
  },
  crumbs: ({ title }, { params }) => [
    { text: words.title, href: '/kho' },
    { text: { vi: title, en: title }, href: `/kho/${params['id'] ?? ''}` },
  ],
};
