/** `/quan-tri/mau-van-ban/:key`: the versions of a template, and the form that changes it. */
import { Button, DataTable, Details, InsetText, Tag, Textarea } from '../../../../ground/ui/index.ts';
import { formatTime } from '../../../../ground/text/dates.ts';
import type { Language } from '../../../../ground/text/language.ts';
import { errorOf, Faults, Form, typedIn } from '../../../../ground/web/form.tsx';
import { input, text } from '../../../../ground/web/input.ts';
import { page, type Fault } from '../../../../ground/web/page.ts';
import type { Visit } from '../../../../ground/web/visit.ts';
import type { TemplateVersion } from '../../schema.ts';
import { guardTemplates, keepDraft, mayEdit } from '../commands.ts';
import { refuseUnsound } from '../soundness.ts';
import { edited, listVersions } from '../versions.ts';
import {
  mayReadTemplates,
  previewPath,
  publicationPath,
  shippedAt,
  templateCrumbs,
  templatePath,
} from './one-template.ts';
import { templateWords as words } from './words.ts';

/** The longest shipped template has 4 thousand characters. */
const LONGEST = 60_000;

type Row = Pick<TemplateVersion, 'version' | 'change' | 'drafted_name' | 'published_at' | 'published_name'>;

const Versions = ({ name, rows, lang }: { name: string; rows: readonly Row[]; lang: Language }) => (
  <DataTable
    caption={words.version[lang]}
    rows={rows}
    columns={[
      { key: 'version', title: words.version[lang], names: true, cell: (one) => String(one.version) },
      { key: 'change', title: words.change[lang], cell: (one) => one.change },
      { key: 'drafted', title: words.drafted[lang], cell: (one) => one.drafted_name },
      {
        key: 'published',
        title: words.published[lang],
        cell: (one) =>
          one.published_at ? (
            `${one.published_name}, ${formatTime(one.published_at, lang)}`
          ) : one.version === 0 ? (
            ''
          ) : (
            <Tag colour="yellow">{words.notPublished[lang]}</Tag>
          ),
      },
      {
        key: 'preview',
        title: words.preview[lang],
        cell: (one) => (
          <a class="govuk-link" href={previewPath(name, one.version)}>
            {words.preview[lang]}
            <span class="govuk-visually-hidden"> {one.version}</span>
          </a>
        ),
      },
    ]}
    empty={null}
  />
);

type EditProps = {
  readonly source: string;
  readonly change: string;
  readonly visit: Visit;
  readonly fault: Fault | null;
};

const Edit = ({ source, change, visit, fault }: EditProps) => {
  const { lang } = visit;
  return (
    <Form visit={visit}>
      <h2 class="govuk-heading-m">{words.edit[lang]}</h2>
      <Textarea
        id="source"
        name="source"
        label={words.source[lang]}
        hint={words.sourceHint[lang]}
        value={typedIn(fault, 'source') ?? source}
        error={errorOf(fault, 'source', visit)}
        rows={24}
        spellcheck={false}
        attributes={{ wrap: 'off', autocapitalize: 'off' }}
      />
      <Textarea
        id="change"
        name="change"
        label={words.changeLabel[lang]}
        value={typedIn(fault, 'change') ?? change}
        error={errorOf(fault, 'change', visit)}
        rows={2}
      />
      <Button preventDoubleClick>{words.save[lang]}</Button>
    </Form>
  );
};

export const editTemplatePage = page({
  path: templatePath(':key'),
  who: mayReadTemplates,
  example: templatePath('letter'),
  input: input({
    source: text({ label: words.source, max: LONGEST, lines: true }),
    change: text({ label: words.changeLabel, max: 500, lines: true }),
  }),
  gather: async (visit) => {
    const shipped = shippedAt(visit);
    return {
      shipped,
      versions: await listVersions(visit.look, shipped.key),
      editor: await mayEdit(visit.look),
    };
  },
  view: ({ shipped, versions, editor }, visit, fault) => {
    const { lang } = visit;
    const [newest] = versions;
    const draft = newest?.published_at === null ? newest : null;
    const own = { version: 0, change: words.shipped[lang], drafted_name: '', ...unpublished };
    return {
      title: shipped.title,
      crumbs: templateCrumbs,
      wide: true,
      body: (
        <>
          <Faults fault={fault} visit={visit} />
          <h1 class="govuk-heading-l">{shipped.title[lang]}</h1>
          <p class="govuk-body">{shipped.law}</p>
          <Versions name={shipped.key} rows={[...versions, own]} lang={lang} />
          {draft && editor && (
            <Button href={publicationPath(shipped.key)} kind="secondary">
              {words.publish[lang]}
            </Button>
          )}
          {editor ? (
            <Edit
              source={newest?.source ?? shipped.source}
              change={draft?.change ?? ''}
              visit={visit}
              fault={fault}
            />
          ) : (
            <InsetText>{words.readOnly[lang]}</InsetText>
          )}
          <Details summary={words.read[lang]}>
            <pre class="govuk-body-s" tabindex={0} role="region" aria-label={words.read[lang]}>
              <code>{shipped.source}</code>
            </pre>
          </Details>
        </>
      ),
    };
  },
  prepare: async (visit, { source }, { shipped }) => {
    await guardTemplates(visit.look);
    await refuseUnsound(edited(shipped, { source, version: 0 }), shipped);
  },
  act: async (act, answers, { gathered: { shipped } }) => {
    await keepDraft(act, shipped.key, answers);
    return { to: templatePath(shipped.key), say: words.saved };
  },
});

const unpublished = { published_at: null, published_name: null };
