/** What lists and the search know of a published version. */
import { fold } from '../../ground/text/fold.ts';
import type { LocalContent, NationalContent } from './schema.ts';
import { vectorText } from './search/terms.ts';
import type { CatalogueTables } from './tables.ts';
import { lifeEventsOf, topicsOf } from './topics.ts';

/** «Thủ tục», «Thủ tục cấp»: what stands before a name and helps nobody to find it in a list. */
const opening = /^[\s.]*thu tuc( hanh chinh)?[\s:]+/;

/** The key by which names are put in order. */
const sortName = (name: string): string => fold(name).replace(opening, '').slice(0, 200);

/** Who is named as acting, in one text. */
const agencyOf = (national: NationalContent): string =>
  [...new Set([national.competent ?? '', ...national.implementing])].filter(Boolean).join('; ').slice(0, 500);

/** Row of the listing, but for the tenant and the times. */
export function listingRow(
  national: NationalContent,
  local: LocalContent,
): Omit<CatalogueTables['catalogue.listing'], 'tenant' | 'version' | 'valid_from' | 'valid_to' | 'reviewed'> {
  const words = [...national.results.map(({ name }) => name), ...(national.keywords ?? [])]
    .join('; ')
    .slice(0, 2000);
  return {
    code: national.code,
    name: national.name,
    name_en: local.nameEn ?? null,
    sort_name: sortName(national.name),
    domain: national.domain,
    publisher: national.publisher,
    agency: agencyOf(national),
    levels: [...national.levels],
    audience: [...national.audience],
    topics: [...topicsOf(national, local)],
    life_events: [...lifeEventsOf(national, local)],
    online: national.methods.some(({ channel }) => channel === 'online'),
    worked_out: local.form !== null,
    words,
    terms: vectorText([
      { text: national.name, weight: 'A' },
      { text: national.domain, weight: 'B' },
      { text: words, weight: 'C' },
    ]),
  };
}
