/** Provinces and communes as they were on a day, and the search for communes. */
import { DataTable, EmptyState, FilterBar, Input, LinkRow, type Column } from '../../../ground/ui/index.ts';
import { formatDay, parseDay, vietnamDay } from '../../../ground/text/dates.ts';
import type { Language, Text } from '../../../ground/text/language.ts';
import { administrationCrumbs } from '../../../ground/web/administration.ts';
import { page } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { findCommunes, getProvince, listCommunes, listProvinces } from '../queries.ts';
import type { Unit } from '../schema.ts';
import { mayRearrange } from '../policy.ts';
import {
  OLD_PLACES_PATH,
  placesCrumbs,
  placesName,
  PLACES_PATH,
  provincePath,
  rearrangeName,
  rearrangePath,
} from './paths.ts';

const own = {
  code: { vi: 'Mã', en: 'Code' },
  name: { vi: 'Tên', en: 'Name' },
  province: { vi: 'Tỉnh, thành phố', en: 'Province' },
  since: { vi: 'Từ ngày', en: 'Since' },
  area: { vi: 'Diện tích (km²)', en: 'Area (km²)' },
  population: { vi: 'Dân số', en: 'Population' },
  basis: { vi: 'Căn cứ', en: 'By' },
  formed: { vi: 'Hình thành từ', en: 'Formed from' },
  day: { vi: 'Vào ngày', en: 'On the day' },
  search: { vi: 'Tìm xã, phường, đặc khu', en: 'Find a commune' },
  old: { vi: 'Địa chỉ cũ nay thuộc đâu?', en: 'Where does an old address lie today?' },
  empty: { vi: 'Không có đơn vị hành chính nào', en: 'No administrative units' },
  emptyHint: { vi: 'Hãy thử tên khác hoặc ngày khác.', en: 'Try another name or another day.' },
} as const satisfies Readonly<Record<string, Text>>;

/** The day that is asked for; today when it is none. */
const dayOf = ({ query, now }: Visit): string => parseDay(query['ngay'] ?? '') ?? vietnamDay(now);
const onDay = (path: string, visit: Visit): string =>
  visit.query['ngay'] ? `${path}?ngay=${dayOf(visit)}` : path;

const number = (value: number | null, lang: Language): string =>
  value === null ? '' : value.toLocaleString(lang === 'vi' ? 'vi-VN' : 'en-GB');

const nameOf = ({ fullName, fullNameEn }: Unit, lang: Language): string =>
  lang === 'en' && fullNameEn ? fullNameEn : fullName;

const figures = (lang: Language): Column<Unit>[] => [
  { key: 'area', title: own.area[lang], numeric: true, cell: (unit) => number(unit.areaKm2, lang) },
  {
    key: 'people',
    title: own.population[lang],
    numeric: true,
    cell: (unit) => number(unit.population, lang),
  },
  { key: 'since', title: own.since[lang], cell: (unit) => formatDay(unit.from, lang) },
];

const DayField = ({ visit }: { readonly visit: Visit }) => (
  <Input
    id="ngay"
    name="ngay"
    label={own.day[visit.lang]}
    value={formatDay(dayOf(visit), 'vi')}
    width={10}
    inputmode="numeric"
  />
);

const Communes = ({ units, visit }: { readonly units: readonly Unit[]; readonly visit: Visit }) => {
  const { lang } = visit;
  return (
    <DataTable
      caption={placesName[lang]}
      rows={units}
      columns={[
        { key: 'code', title: own.code[lang], cell: (unit) => unit.code },
        { key: 'name', title: own.name[lang], names: true, cell: (unit) => nameOf(unit, lang) },
        ...figures(lang),
        { key: 'formed', title: own.formed[lang], cell: (unit) => unit.formedFrom },
        { key: 'basis', title: own.basis[lang], cell: (unit) => unit.basis },
      ]}
      empty={<EmptyState title={own.empty[lang]}>{own.emptyHint[lang]}</EmptyState>}
    />
  );
};

export const placesPage = page({
  path: PLACES_PATH,
  who: 'officer',
  example: PLACES_PATH,
  gather: async (visit) => {
    const words = visit.query['q']?.slice(0, 100).trim() ?? '';
    const day = dayOf(visit);
    return words
      ? { words, units: await findCommunes(visit.look, words, { onDay: day, limit: 100 }) }
      : { words, units: await listProvinces(visit.look, day, true) };
  },
  view: ({ words, units }, visit) => {
    const { lang } = visit;
    return {
      title: placesName,
      wide: true,
      crumbs: administrationCrumbs(),
      body: (
        <>
          <h1 class="govuk-heading-l">{placesName[lang]}</h1>
          <LinkRow items={[{ href: OLD_PLACES_PATH, text: own.old[lang] }]} />
          <FilterBar action={PLACES_PATH} clearHref={PLACES_PATH}>
            <Input id="q" name="q" label={own.search[lang]} value={words} width={20} />
            <DayField visit={visit} />
          </FilterBar>
          {words ? (
            <Communes units={units} visit={visit} />
          ) : (
            <DataTable
              caption={placesName[lang]}
              rows={units}
              columns={[
                { key: 'code', title: own.code[lang], cell: (unit) => unit.code },
                {
                  key: 'name',
                  title: own.province[lang],
                  names: true,
                  cell: (unit) => (
                    <a class="govuk-link" href={onDay(provincePath(unit.code), visit)}>
                      {nameOf(unit, lang)}
                    </a>
                  ),
                },
                ...figures(lang),
              ]}
              empty={<EmptyState title={own.empty[lang]}>{own.emptyHint[lang]}</EmptyState>}
            />
          )}
        </>
      ),
    };
  },
});

export const provincePage = page({
  path: `${PLACES_PATH}/tinh/:code`,
  who: 'officer',
  example: provincePath('SL'),
  gather: async (visit) => {
    const code = visit.params['code'] ?? '';
    const day = dayOf(visit);
    return {
      province: await getProvince(visit.look, code, day),
      units: await listCommunes(visit.look, code, day),
    };
  },
  view: ({ province, units }, visit) => {
    const { lang } = visit;
    return {
      title: { vi: province.fullName, en: province.fullNameEn || province.fullName },
      wide: true,
      crumbs: placesCrumbs(),
      body: (
        <>
          <h1 class="govuk-heading-l">{nameOf(province, lang)}</h1>
          {mayRearrange(visit.by) && (
            <LinkRow items={[{ href: rearrangePath(province.code), text: rearrangeName[lang] }]} />
          )}
          <FilterBar action={provincePath(province.code)}>
            <DayField visit={visit} />
          </FilterBar>
          <Communes units={units} visit={visit} />
        </>
      ),
    };
  },
});
