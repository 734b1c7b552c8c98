/** The page of the signed data of one paper, wherever the paper itself can be had: at the agency, and in the vault of its owner. */
import { Button, DataTable, InsetText } from '../../../ground/ui/index.ts';
import type { Store } from '../../../ground/files/index.ts';
import { NotFound } from '../../../ground/operate/errors.ts';
import { formatTime } from '../../../ground/text/dates.ts';
import { Faults, Form } from '../../../ground/web/form.tsx';
import { input, oneOf } from '../../../ground/web/input.ts';
import { page, type Answer, type Page, type View, type Who } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import type { Press } from '../lay-out.ts';
import type { KeptData, Paper } from '../schema.ts';
import { listData, noteData } from './keep.ts';
import { sendData } from './send.ts';
import { signDataNow, type DataForm } from './sign.ts';
import { askNames, downloadNames, formNames, words } from './words.ts';

const forms = ['json', 'xml'] as const satisfies readonly DataForm[];

/** Where the pages lie, who opens them, and how they find their paper: by its policy, with the look recorded where one is. */
export type DataPlace = {
  readonly path: string;
  readonly who: Who;
  readonly paperOf: (visit: Visit) => Promise<Paper>;
  readonly crumbs: (paper: Paper, visit: Visit) => NonNullable<View['crumbs']>;
};

const onlyIssued = (paper: Paper): Paper & { readonly hash: string } => {
  const { hash } = paper;
  if (!paper.issued_at || hash === null) throw new NotFound(words.notIssued);
  return { ...paper, hash };
};

type Props = { readonly paper: Paper; readonly kept: readonly KeptData[]; readonly visit: Visit };

const Forms = ({ paper, kept, visit }: Props) => {
  const { lang, path } = visit;
  const inForce = paper.state === 'issued';
  return (
    <>
      {!inForce && kept.length < forms.length && <InsetText>{words.ended[lang]}</InsetText>}
      <DataTable
        caption={words.title[lang]}
        cards
        rows={forms.map((form) => ({ form, data: kept.find((one) => one.form === form) }))}
        columns={[
          {
            key: 'form',
            title: words.formColumn[lang],
            names: true,
            cell: ({ form }) => formNames[form][lang],
          },
          { key: 'by', title: words.signed[lang], cell: ({ data }) => data?.agency_name ?? words.none[lang] },
          { key: 'at', title: words.at[lang], cell: ({ data }) => data && formatTime(data.signed_at, lang) },
          {
            key: 'stamped',
            title: words.stamped[lang],
            cell: ({ data }) =>
              data && (data.stamped_at ? formatTime(data.stamped_at, lang) : words.stampFollows[lang]),
          },
          {
            key: 'file',
            title: words.file[lang],
            cell: ({ form, data }) =>
              data ? (
                <a class="govuk-link" href={`${path}/${form}`}>
                  {downloadNames[form][lang]}
                </a>
              ) : (
                inForce && (
                  <Form visit={visit}>
                    <Button kind="secondary" name="form" value={form} preventDoubleClick>
                      {askNames[form][lang]}
                    </Button>
                  </Form>
                )
              ),
          },
        ]}
      />
    </>
  );
};

/** The page: what is signed, and the way to have the rest signed. */
export const dataPage = (press: Press, { path, who, paperOf, crumbs }: DataPlace): Page =>
  page({
    path,
    who,
    example: null,
    input: input({ form: oneOf(forms, words.formField) }),
    gather: async (visit) => {
      const paper = onlyIssued(await paperOf(visit));
      return { paper, kept: await listData(visit.look, paper.id) };
    },
    view: ({ paper, kept }, visit, fault) => ({
      title: words.title,
      crumbs: crumbs(paper, visit),
      body: (
        <>
          <Faults fault={fault} visit={visit} />
          <span class="govuk-caption-l">
            {paper.title} {paper.symbol}
          </span>
          <h1 class="govuk-heading-l">{words.title[visit.lang]}</h1>
          <p class="govuk-body">{words.lead[visit.lang]}</p>
          <Forms paper={paper} kept={kept} visit={visit} />
        </>
      ),
    }),
    prepare: (visit, { form }, { paper, kept }) =>
      kept.some((one) => one.form === form) || paper.state !== 'issued'
        ? Promise.resolve(null)
        : signDataNow(press, visit.look, paper, form),
    act: async (act, _, { gathered: { paper }, prepared, visit }) => {
      if (prepared) await noteData(act, paper.id, prepared);
      return { to: visit.path, say: words.done };
    },
  });

/** One form of the data as a file. */
export const dataAnswer = (store: Store, { path, who, paperOf }: DataPlace): Answer => ({
  path: `${path}/:form{json|xml}`,
  who,
  example: null,
  respond: async (visit) => {
    const paper = onlyIssued(await paperOf(visit));
    const data = (await listData(visit.look, paper.id)).find(({ form }) => form === visit.params['form']);
    if (!data) throw new NotFound(words.noData);
    return sendData(store, data, paper.code);
  },
});
