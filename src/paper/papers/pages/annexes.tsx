/** `/giay-to-da-cap/:id/phu-luc`: the drafter attaches annexes in separate files to a draft; and the file of an annex. */
import { Button, DataTable, FileUpload, Input, InsetText } from '../../../ground/ui/index.ts';
import type { Store, Stored } from '../../../ground/files/index.ts';
import { Invalid, NotFound } from '../../../ground/operate/errors.ts';
import { entered, errorOf, Faults, Form, RowButton } from '../../../ground/web/form.tsx';
import { input, integer, optional, text } from '../../../ground/web/input.ts';
import { page, type Answer, type Fault, type Page } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import type { Programs } from '../../scanning/index.ts';
import { crumbsOf, noteLookAt, paperAt } from './one-paper.ts';
import { passingFile } from './passing.ts';
import { annexesPath, annexFilePath } from '../annexes/paths.ts';
import { sendPdf } from './send.ts';
import { mayAttach } from '../rules.ts';
import type { Annex, Paper } from '../schema.ts';
import { attachAnnex, removeAnnex } from '../annexes/commands.ts';
import { annexFault } from '../annexes/fit.ts';
import { annexName } from '../annexes/names.ts';
import { listAnnexes } from '../annexes/queries.ts';
import { words } from '../annexes/words.ts';

const LARGEST = 30 * 1024 * 1024;

/** What is done: an annex is taken away, or a new one attached. */
type Done =
  { readonly remove: number } | { readonly attach: { readonly title: string; readonly file: Stored } };

type ListProps = {
  readonly paper: Paper;
  readonly annexes: readonly Annex[];
  readonly open: boolean;
  readonly visit: Visit;
};

const List = ({ paper, annexes, open, visit }: ListProps) => {
  const { lang } = visit;
  return (
    <DataTable
      caption={words.title[lang]}
      rows={annexes}
      cards
      columns={[
        {
          key: 'annex',
          title: words.annex[lang],
          names: true,
          cell: (one) => (
            <a class="govuk-link" href={annexFilePath(paper.id, one.n)}>
              {annexName(one, annexes.length)[lang]}
            </a>
          ),
        },
        {
          key: 'state',
          title: words.state[lang],
          cell: (one) => (one.hash ? words.signed : words.waiting)[lang],
        },
        {
          key: 'remove',
          title: words.remove[lang],
          cell: (one) =>
            open && (
              <RowButton visit={visit} fields={{ remove: one.n }} of={one.title} text={words.remove[lang]} />
            ),
        },
      ]}
      empty={<p class="govuk-body">{words.none[lang]}</p>}
    />
  );
};

const Attach = ({ visit, fault }: { readonly visit: Visit; readonly fault: Fault | null }) => {
  const { lang } = visit;
  return (
    <Form visit={visit} upload>
      <h2 class="govuk-heading-m">{words.add[lang]}</h2>
      <Input {...entered('title', fault, visit)} label={words.name[lang]} hint={words.nameHint[lang]} />
      <FileUpload
        id="tep"
        name="tep"
        label={words.file[lang]}
        error={errorOf(fault, 'tep', visit)}
        accept=".pdf"
      />
      <Button preventDoubleClick>{words.add[lang]}</Button>
    </Form>
  );
};

export const annexesPage = (store: Store, programs: Programs): Page =>
  page({
    path: annexesPath(':id'),
    who: 'officer',
    example: null,
    largest: LARGEST,
    // What is found unfit is not kept.
    passing: true,
    input: input({
      remove: optional(integer(words.annex, 1, 1000)),
      title: optional(text({ label: words.nameField, max: 200 })),
      tep: optional(passingFile(words.noFile)),
    }),
    gather: async (visit) => {
      const paper = await paperAt(visit, mayAttach);
      return { paper, annexes: await listAnnexes(visit.look, paper.id) };
    },
    view: ({ paper, annexes }, visit, fault) => {
      const { lang } = visit;
      const open = paper.state === 'draft';
      return {
        title: words.title,
        crumbs: crumbsOf(paper),
        body: (
          <div class="govuk-grid-row">
            <div class="govuk-grid-column-two-thirds">
              <Faults fault={fault} visit={visit} />
              <span class="govuk-caption-l">{paper.title}</span>
              <h1 class="govuk-heading-l">{words.title[lang]}</h1>
              {open ? (
                <p class="govuk-body">{words.lead[lang]}</p>
              ) : (
                <InsetText>{words.fixed[lang]}</InsetText>
              )}
              <List paper={paper} annexes={annexes} open={open} visit={visit} />
              {open && <Attach visit={visit} fault={fault} />}
            </div>
          </div>
        ),
      };
    },
    prepare: async (visit, { remove, title, tep }): Promise<Done> => {
      if (remove !== null) return { remove };
      if (title === null || tep === null)
        throw new Invalid([
          ...(title === null ? [{ field: 'title', message: words.noName }] : []),
          ...(tep === null ? [{ field: 'tep', message: words.noFile }] : []),
        ]);
      const fault = await annexFault(programs, tep.bytes, visit.now);
      if (fault) throw new Invalid([{ field: 'tep', message: fault }]);
      return { attach: { title, file: await store.put(tep.bytes) } };
    },
    act: async (act, _, { gathered: { paper }, prepared }) => {
      const to = annexesPath(paper.id);
      if ('remove' in prepared) {
        await removeAnnex(act, paper.id, prepared.remove);
        return { to, say: words.removed };
      }
      await attachAnnex(act, paper.id, prepared.attach.title, prepared.attach.file);
      return { to, say: words.added };
    },
  });

/** The file of an annex, as it is signed, or before that as it was attached, for those who work on the paper. */
export const annexFileAnswer = (store: Store): Answer => ({
  path: annexFilePath(':id', ':n'),
  who: 'officer',
  example: null,
  respond: async (visit) => {
    const paper = await paperAt(visit);
    const annex = (await listAnnexes(visit.look, paper.id)).find(({ n }) => String(n) === visit.params['n']);
    if (!annex) throw new NotFound(words.noAnnex);
    await noteLookAt(visit, paper);
    const { hash, source, n } = annex;
    // What is not signed yet has the size of what was attached, also where it was signed under another paper before.
    const size = hash ? annex.size : await store.sizeOf(source);
    return sendPdf(store, { hash: hash ?? source, size, name: `${paper.code}-PL${n}` });
  },
});
