/** `/so-lieu/:agency/ho-so`: the items behind one figure. */
import { DataTable, EmptyState } from '../../../ground/ui/index.ts';
import { formatTime, vietnamDay } from '../../../ground/text/dates.ts';
import { NotAllowed, NotFound } from '../../../ground/operate/errors.ts';
import { isId } from '../../../ground/record/index.ts';
import { page } from '../../../ground/web/page.ts';
import { getAgency } from '../../../world/agencies/index.ts';
import { agencyPath, PATH } from '../paths.ts';
import { boundsOf, monthAsked } from '../period.ts';
import { mayDrill } from '../scope.ts';
import type { Measure } from '../schema.ts';
import { words } from '../words.ts';

export const itemsPage = (measure: Measure) =>
  page({
    path: `${PATH}/:agency/ho-so`,
    who: 'officer',
    example: null,
    gather: async ({ look, by, params, query, now }) => {
      const id = params['agency'] ?? '';
      const kind = query['loai'] ?? '';
      if (!isId(id) || !Object.hasOwn(measure.kinds, kind))
        throw new NotFound({ vi: 'Không có số liệu này.', en: 'There is no such figure.' });
      if (!mayDrill(by, id))
        throw new NotAllowed({
          vi: 'Chỉ cán bộ của cơ quan này xem được từng hồ sơ.',
          en: 'Only officers of this agency may see the single dossiers.',
        });
      const month = monthAsked(query['thang'], vietnamDay(now));
      const [agency, items] = await Promise.all([
        getAgency(look, id),
        measure.drill(look, { agency: id, kind, ...boundsOf(month) }),
      ]);
      return { agency, kind, month, items };
    },
    view: ({ agency, kind, month, items }, { lang }) => ({
      title: { vi: `${measure.kinds[kind]?.vi}`, en: `${measure.kinds[kind]?.en}` },
      wide: true,
      crumbs: [
        { href: `${PATH}?thang=${month}`, text: words.title },
        { href: agencyPath(agency.id, month), text: agency.name },
      ],
      body: (
        <>
          <span class="govuk-caption-xl">{agency.name[lang]}</span>
          <h1 class="govuk-heading-xl">{measure.kinds[kind]?.[lang]}</h1>
          <DataTable
            dense
            cards
            caption={measure.kinds[kind]?.[lang]}
            columns={[
              {
                key: 'code',
                title: words.code[lang],
                names: true,
                cell: ({ code, path }) => (
                  <a class="govuk-link" href={path}>
                    {code}
                  </a>
                ),
              },
              { key: 'title', title: words.procedure[lang], cell: ({ title }) => title },
              { key: 'at', title: words.at[lang], cell: ({ at }) => formatTime(at, lang) },
            ]}
            rows={items}
            empty={<EmptyState title={words.nothing[lang]} />}
          />
        </>
      ),
    }),
  });
