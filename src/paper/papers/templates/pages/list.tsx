/** `/quan-tri/mau-van-ban`: every template, the version in use, and whether a draft waits. */
import { DataTable, Tag } from '../../../../ground/ui/index.ts';
import { administrationCrumbs } from '../../../../ground/web/administration.ts';
import { page } from '../../../../ground/web/page.ts';
import { templates } from '../../../typeset/index.ts';
import { listStandings } from '../versions.ts';
import { mayReadTemplates, templatePath, TEMPLATES } from './one-template.ts';
import { templateWords as words } from './words.ts';

export const templatesPage = page({
  path: TEMPLATES,
  who: mayReadTemplates,
  example: TEMPLATES,
  gather: ({ look }) => listStandings(look),
  view: (standings, { lang }) => ({
    title: words.title,
    crumbs: administrationCrumbs(),
    wide: true,
    body: (
      <>
        <h1 class="govuk-heading-l">{words.title[lang]}</h1>
        <p class="govuk-body">{words.hint[lang]}</p>
        <DataTable
          caption={words.title[lang]}
          rows={Object.values(templates).map(({ key, title, law }) => ({
            key,
            title,
            law,
            ...(standings.get(key) ?? { version: 0, draft: false }),
          }))}
          columns={[
            {
              key: 'title',
              title: words.title[lang],
              names: true,
              cell: (one) => (
                <a class="govuk-link" href={templatePath(one.key)}>
                  {one.title[lang]}
                </a>
              ),
            },
            { key: 'law', title: words.law[lang], cell: (one) => one.law },
            {
              key: 'version',
              title: words.inUse[lang],
              cell: (one) =>
                one.version === 0 ? words.shipped[lang] : `${words.version[lang]} ${one.version}`,
            },
            {
              key: 'draft',
              title: words.draft[lang],
              cell: (one) => (one.draft ? <Tag colour="yellow">{words.draft[lang]}</Tag> : ''),
            },
          ]}
          empty={null}
        />
      </>
    ),
  }),
});
