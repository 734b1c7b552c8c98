/** The places room as the program sees it. */
import { sql } from 'kysely';
import type { Invariant } from '../../ground/record/invariants.ts';
import type { Door } from '../../ground/web/administration.ts';
import type { Page } from '../../ground/web/page.ts';
import { placesPage, provincePage } from './pages/browse.tsx';
import { oldPlacesPage } from './pages/old.tsx';
import { placesName, PLACES_PATH } from './pages/paths.ts';
import { rearrangePage } from './pages/rearrange.tsx';

export const placesRoom = {
  pages: [placesPage, oldPlacesPage, provincePage, rearrangePage] as readonly Page[],
  doors: [
    {
      path: PLACES_PATH,
      name: placesName,
      hint: {
        vi: 'Tỉnh, xã theo ngày; địa chỉ cũ nay thuộc đâu.',
        en: 'Provinces and communes by date; old addresses.',
      },
      may: (by) => by.kind === 'officer',
    },
  ] satisfies Door[],
  invariants: [
    {
      name: 'places.successors',
      holds: 'Every commune that ended has become one that began the day after.',
      check: async ({ tx }) =>
        (
          await sql<{ item: string; what: string }>`
            select u.level || ' ' || u.code as item, u.full_name || ' ended on ' || u.valid_to || ' without a successor' as what
              from places.units u
             where u.level = 'commune' and u.valid_to is not null
               and not exists (
                 select from places.successions s
                   join places.units n on n.level = s.new_level and n.code = s.new_code and n.valid_from = s.began
                  where s.level = u.level and s.code = u.code and s.ended = u.valid_to and s.began = u.valid_to + 1)
             order by u.code limit 100`.execute(tx)
        ).rows,
    },
    {
      name: 'places.one-a-day',
      holds: 'On any day a code means at most one unit of its level.',
      check: async ({ tx }) =>
        (
          await sql<{ item: string; what: string }>`
            select a.level || ' ' || a.code as item, a.full_name || ' and ' || b.full_name || ' exist on the same day' as what
              from places.units a join places.units b
                on b.level = a.level and b.code = a.code and b.valid_from > a.valid_from
             where a.valid_to is null or a.valid_to >= b.valid_from
             order by a.code limit 100`.execute(tx)
        ).rows,
    },
  ] satisfies Invariant[],
};
