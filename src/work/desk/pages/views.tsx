/** Saved views: shown under the inbox, kept, renamed and removed at `/viec/bo-loc`. */
import { Button, Details, Input } from '../../../ground/ui/index.ts';
import { Invalid } from '../../../ground/operate/errors.ts';
import { entered, Faults, Form, typedIn } from '../../../ground/web/form.tsx';
import { input, optional, text } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { isUuid, listViews } from '../queries.ts';
import { dropView, renameView, saveView, viewOf } from '../views.ts';
import { words } from '../words.ts';
import { DESK, deskCrumb } from './paths.ts';

const VIEWS = '/viec/bo-loc';

type View = { readonly id: string; readonly name: string; readonly query: string };
type Props = { readonly views: readonly View[]; readonly visit: Visit };

const pathOf = ({ query }: View): string => (query ? `${DESK}?${query}` : DESK);

/** The officer's saved views as links, and the form that keeps the present one. */
export const SavedViews = ({ views, visit }: Props) => {
  const { lang, query } = visit;
  return (
    <Details summary={words.views[lang]} open={views.length > 0}>
      <ul class="govuk-list">
        {views.map((view) => (
          <li>
            <a class="govuk-link" href={pathOf(view)}>
              {view.name}
            </a>
          </li>
        ))}
        {views.length > 0 && (
          <li>
            <a class="govuk-link" href={VIEWS}>
              {words.manageViews[lang]}
            </a>
          </li>
        )}
      </ul>
      <Form visit={visit} action={VIEWS}>
        <input type="hidden" name="query" value={viewOf(query)} />
        <Input id="name" name="name" label={words.viewName[lang]} width={20} />
        <Button kind="secondary">{words.saveView[lang]}</Button>
      </Form>
    </Details>
  );
};

/** One view: opened, given another name, removed. */
const View = ({ view, visit }: { readonly view: View; readonly visit: Visit }) => (
  <>
    <h2 class="govuk-heading-s">
      <a class="govuk-link" href={pathOf(view)}>
        {view.name}
      </a>
    </h2>
    <Form visit={visit}>
      <input type="hidden" name="rename" value={view.id} />
      <Input
        id={`name-${view.id}`}
        name="name"
        label={words.newName(view.name)[visit.lang]}
        value={view.name}
        width={20}
      />
      <Button kind="secondary">
        {words.renameView[visit.lang]}
        <span class="govuk-visually-hidden"> {view.name}</span>
      </Button>
    </Form>
    <Form visit={visit}>
      <input type="hidden" name="drop" value={view.id} />
      <Button kind="secondary">
        {words.dropView[visit.lang]}
        <span class="govuk-visually-hidden"> {view.name}</span>
      </Button>
    </Form>
  </>
);

export const viewsPage = page({
  path: VIEWS,
  who: 'officer',
  example: VIEWS,
  input: input({
    name: optional(text({ label: words.viewNameField, max: 80 })),
    query: optional(text({ label: words.viewNameField, max: 1000 })),
    drop: optional(text({ label: words.viewNameField, max: 40 })),
    rename: optional(text({ label: words.viewNameField, max: 40 })),
  }),
  gather: ({ look }) => listViews(look),
  view: (views, visit, fault) => {
    const { lang } = visit;
    return {
      title: words.views,
      crumbs: [deskCrumb],
      body: (
        <>
          <Faults fault={fault} visit={visit} />
          <h1 class="govuk-heading-l">{words.views[lang]}</h1>
          {views.map((view) => (
            <View view={view} visit={visit} />
          ))}
          {fault && typedIn(fault, 'query') !== undefined && (
            <Form visit={visit}>
              <input type="hidden" name="query" value={typedIn(fault, 'query') ?? ''} />
              <Input {...entered('name', fault, visit)} label={words.viewName[lang]} />
              <Button>{words.saveView[lang]}</Button>
            </Form>
          )}
        </>
      ),
    };
  },
  act: async (act, { name, query, drop, rename }) => {
    if (drop !== null && isUuid(drop)) {
      await dropView(act, drop);
      return { to: DESK, say: words.viewDropped };
    }
    if (rename !== null && isUuid(rename)) {
      if (name === null) throw new Invalid([{ field: 'name', message: words.enterName }]);
      await renameView(act, rename, name);
      return { to: VIEWS, say: words.viewRenamed };
    }
    await saveView(act, name ?? words.views.vi, query ?? '');
    return {
      to: query ? `${DESK}?${viewOf(Object.fromEntries(new URLSearchParams(query)))}` : DESK,
      say: words.viewSaved,
    };
  },
});
