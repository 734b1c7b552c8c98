/** Reading the record: the timeline of an item, as far as the reader may see it. */
import { sql } from 'kysely';
import { own, type Look } from '../db/act.ts';
import { bornIn } from './ids.ts';
import type { RecordTables } from './tables.ts';

export type Visibility = 'public' | 'party' | 'inside';

const seen: Record<Visibility, Visibility[]> = {
  public: ['public'],
  party: ['public', 'party'],
  inside: ['public', 'party', 'inside'],
};

/** Steps of an item in their order, with what was before and after, as far as this reader may see. */
export const listSteps = (look: Look, item: string, as: Visibility) =>
  own<RecordTables>(look.tx)
    .selectFrom('record.steps as s')
    .innerJoin('record.payloads as p', (join) =>
      join
        .onRef('p.tenant', '=', 's.tenant')
        .onRef('p.born', '=', 's.born')
        .onRef('p.item', '=', 's.item')
        .onRef('p.seq', '=', 's.seq'),
    )
    .select([
      's.seq',
      's.act',
      's.at',
      's.by_kind',
      's.name',
      's.agency',
      's.unit',
      's.post',
      's.reason',
      'p.before',
      'p.after',
    ])
    .select(sql<string>`encode(s.hash, 'hex')`.as('hash'))
    .where('s.tenant', '=', look.tenant)
    .where('s.born', '=', bornIn(item))
    .where('s.item', '=', item)
    .where('s.visible', '=', sql<Visibility>`any(${seen[as]})`)
    .orderBy('s.seq')
    .execute();
