/** Saved views: shown under the inbox, kept and removed at `/viec/bo-loc`. */
import { Button, Details, Input } from '../../../ground/ui/index.ts';
import { entered, Faults, Form, typedIn } from '../../../ground/web/form.tsx';
import { input, optional, text } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { isUuid, listViews } from '../queries.ts';
import { dropView, saveView, viewOf } from '../views.ts';
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

export const viewsPage = page({
  path: VIEWS,
  who: 'officer',
  example: VIEWS,
  input: input({
    name: optional(text({ label: words.viewNameField, max: 80 })),
    query: optional(text({ label: words.viewNameField, max: 1000 })),
    drop: optional(text({ label: words.viewNameField, max: 40 })),
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
          <ul class="govuk-list">
            {views.map((view) => (
              <li>
                <Form visit={visit}>
                  <a class="govuk-link" href={pathOf(view)}>
                    {view.name}
                  </a>
                  <input type="hidden" name="drop" value={view.id} />
                  <Button kind="secondary">
                    {words.dropView[lang]}
                    <span class="govuk-visually-hidden"> {view.name}</span>
                  </Button>
                </Form>
              </li>
            ))}
          </ul>
          {fault && (
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
  act: async (act, { name, query, drop }) => {
    if (drop !== null && isUuid(drop)) {
      await dropView(act, drop);
      return { to: DESK, say: words.viewDropped };
    }
    await saveView(act, name ?? words.views.vi, query ?? '');
    return {
      to: query ? `${DESK}?${viewOf(Object.fromEntries(new URLSearchParams(query)))}` : DESK,
      say: words.viewSaved,
    };
  },
});
