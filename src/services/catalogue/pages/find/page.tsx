/** `/thu-tuc`: every service of the catalogue, by search and by class (B1: user, topic, event of life, level, agency, domain). */
import { Search } from '../../../../ground/ui/index.ts';
import { page } from '../../../../ground/web/page.ts';
import type { Visit } from '../../../../ground/web/visit.ts';
import { countProcedures, listProcedures, type ListFilter, type Shares } from '../../lists.ts';
import { readPlace, writePlace } from '../../place.ts';
import type { Audience, Level } from '../../schema.ts';
import { search } from '../../search/find.ts';
import { audiences, levels } from '../../words.ts';
import { Classes } from './classes.tsx';
import { ResultList, type Results } from './results.tsx';
import { parameters, PATH, words } from './words.ts';

const SIZE = 20;

const known = <Word extends string>(list: readonly Word[], word: string | undefined): Word | null =>
  list.find((one) => one === word) ?? null;

function filterOf({ query }: Visit): ListFilter {
  const said = (name: keyof typeof parameters): string | null =>
    query[name]?.normalize('NFC').replaceAll('\u0000', '').slice(0, 200) || null;
  return {
    audience: known<Audience>(audiences, query['doi-tuong']),
    level: known<Level>(levels, query['cap']),
    topic: said('chu-de'),
    lifeEvent: said('su-kien'),
    domain: said('linh-vuc'),
    publisher: said('bo'),
    agency: said('co-quan'),
  };
}

type Gathered = { readonly results: Results | null; readonly shares: Shares | null };

const isFiltered = (filter: ListFilter): boolean => Object.values(filter).some((value) => value !== null);

async function gather(visit: Visit): Promise<Gathered> {
  const filter = filterOf(visit);
  const q = (visit.query['q'] ?? '').trim().slice(0, 300);
  const place = readPlace(visit.query['tu']);
  if (q !== '') {
    const { items, mended } = await search(visit.look, q, filter);
    const from = place?.kind === 'rank' ? place.from : 0;
    const next = items.length > from + SIZE ? writePlace({ kind: 'rank', from: from + SIZE }) : null;
    return {
      results: { items: items.slice(from, from + SIZE), count: items.length, mended, next },
      shares: null,
    };
  }
  if (isFiltered(filter) || visit.query['tat-ca'] || place) {
    const found = await listProcedures(visit.look, filter, place?.kind === 'name' ? place : null, SIZE);
    return {
      results: {
        items: found.items,
        count: null,
        mended: null,
        next: found.next && writePlace({ kind: 'name', ...found.next }),
      },
      shares: null,
    };
  }
  return { results: null, shares: await countProcedures(visit.look) };
}

/** The page of all services. */
export const findPage = page({
  path: PATH,
  who: 'anyone',
  example: `${PATH}?q=khai+sinh`,
  cache: 60,
  gather,
  view: ({ results, shares }, visit) => {
    const { lang, query } = visit;
    const here = `${PATH}?${new URLSearchParams(query)}`;
    const keep = Object.fromEntries(
      Object.keys(parameters).flatMap((name) => (query[name] ? [[name, query[name]]] : [])),
    );
    return {
      title: words.title,
      description: words.hint,
      part: PATH,
      body: (
        <>
          <h1 class="govuk-heading-xl">{words.title[lang]}</h1>
          <Search
            action={PATH}
            label={words.label[lang]}
            hint={words.hint[lang]}
            value={query['q']}
            keep={keep}
          />
          {results && <ResultList results={results} visit={visit} here={here} />}
          {shares && <Classes shares={shares} lang={lang} />}
        </>
      ),
    };
  },
});
