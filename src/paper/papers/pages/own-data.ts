/** `/giay-to-da-cap/:id/du-lieu`: the signed data of a paper, for those who look after it; a look is recorded. */
import { paperActPath } from '../paths.ts';
import type { DataPlace } from '../signed-data/page.tsx';
import { crumbsOf, noteLookAt, paperAt } from './one-paper.ts';

export const ownData: DataPlace = {
  path: paperActPath(':id', 'du-lieu'),
  who: 'officer',
  paperOf: async (visit) => {
    const paper = await paperAt(visit);
    await noteLookAt(visit, paper);
    return paper;
  },
  crumbs: crumbsOf,
};
