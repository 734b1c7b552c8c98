/** `/so-sao/de-nghi/:id/phan-trich`: which parts of which pages an extract holds. Works with numbers alone; the picture shows them. */
import { Button, DataTable, Input, Pagination } from '../../../../ground/ui/index.ts';
import { Conflict, Invalid, NotAllowed } from '../../../../ground/operate/errors.ts';
import { entered, Faults, Form, RowButton } from '../../../../ground/web/form.tsx';
import { input, integer, oneOf, optional } from '../../../../ground/web/input.ts';
import { page, type Fault, type Page } from '../../../../ground/web/page.ts';
import type { Visit } from '../../../../ground/web/visit.ts';
import { bandsPath, COPIES, orderPath, shownPagePath } from '../../paths.ts';
import type { CopyOrder } from '../../schema.ts';
import { bandWords, wholePage } from '../bands.ts';
import { addBand, noteExtract, removeBand } from '../orders/commands.ts';
import { orderWords as words } from '../orders/words.ts';
import { makeExtract } from '../prepare.ts';
import type { Desk } from '../source.ts';
import { orderAt } from './order-at.ts';
import { PagePicture } from './page-picture.tsx';
import { words as copyWords } from './words.ts';

/** Higher than any page. */
const HIGHEST = 2000;
const MOST_PAGES = 1000;

const at = (id: string, shown: number): string => `${bandsPath(id)}?trang=${shown}`;

type Props = { readonly order: CopyOrder; readonly shown: number; readonly visit: Visit };

const Numbers = ({ shown, visit, fault }: Props & { readonly fault: Fault | null }) => {
  const { lang } = visit;
  return (
    <>
      <Form visit={visit}>
        <input type="hidden" name="choice" value="add" />
        <input type="hidden" name="page" value={shown} />
        <Input {...entered('from', fault, visit)} label={words.from[lang]} width={4} inputmode="numeric" />
        <Input {...entered('to', fault, visit)} label={words.to[lang]} width={4} inputmode="numeric" />
        <Button kind="secondary">{words.add[lang]}</Button>
      </Form>
      <RowButton
        visit={visit}
        fields={{ choice: 'add-page', page: shown }}
        of={`${words.page[lang]} ${shown}`}
        text={words.addPage[lang]}
      />
    </>
  );
};

const Chosen = ({ order, shown, visit }: Props) => {
  const { lang } = visit;
  const rows = order.bands.map((band, n) => ({ n, name: bandWords([band], order.sheets)[lang] }));
  return (
    <>
      <h2 class="govuk-heading-m govuk-!-margin-top-6">{words.chosen[lang]}</h2>
      <DataTable
        caption={words.chosen[lang]}
        rows={rows}
        columns={[
          { key: 'place', title: words.place[lang], names: true, cell: ({ name }) => name },
          {
            key: 'remove',
            title: words.remove[lang],
            cell: ({ n, name }) => (
              <RowButton
                visit={visit}
                fields={{ choice: 'remove', page: shown, n }}
                of={name}
                text={words.remove[lang]}
              />
            ),
          },
        ]}
        empty={<p class="govuk-body">{words.nothing[lang]}</p>}
      />
      <Form visit={visit}>
        <input type="hidden" name="choice" value="make" />
        <input type="hidden" name="page" value={shown} />
        <Button preventDoubleClick>{words.make[lang]}</Button>
      </Form>
    </>
  );
};

export const bandsPage = (desk: Desk): Page =>
  page({
    path: bandsPath(':id'),
    who: 'officer',
    example: null,
    input: input({
      choice: oneOf(['add', 'add-page', 'remove', 'make'], words.choice),
      page: integer(words.page, 1, MOST_PAGES),
      from: optional(integer(words.fromField, 0, HIGHEST)),
      to: optional(integer(words.toField, 0, HIGHEST)),
      n: optional(integer(words.place, 0, MOST_PAGES)),
    }),
    gather: async (visit) => {
      const { order, rights } = await orderAt(visit);
      if (!rights.change) throw new NotAllowed(words.notYours);
      if (order.state !== 'draft') throw new Conflict(words.elsewhere);
      const asked = Number(visit.query['trang'] ?? 1);
      return { order, shown: order.sheets[asked - 1] ? asked : 1 };
    },
    view: ({ order, shown }, visit, fault) => {
      const { lang } = visit;
      const { sheets, bands } = order;
      const sheet = sheets[shown - 1] ?? { width: 210, height: 297 };
      return {
        title: words.bandsTitle,
        crumbs: [{ text: copyWords.book, href: COPIES }],
        wide: true,
        body: (
          <>
            <Faults fault={fault} visit={visit} />
            <span class="govuk-caption-l">
              {order.original.title}: {order.part}
            </span>
            <h1 class="govuk-heading-l">{words.bandsTitle[lang]}</h1>
            <p class="govuk-body">{words.bandsLead[lang]}</p>
            <div class="govuk-grid-row">
              <div class="govuk-grid-column-two-thirds">
                <h2 class="govuk-heading-m">
                  {words.page[lang]} {shown}/{sheets.length}
                </h2>
                {sheets.length > 1 && (
                  <Pagination
                    label={words.pages[lang]}
                    items={sheets.map((_, n) => ({
                      number: n + 1,
                      href: at(order.id, n + 1),
                      current: n + 1 === shown,
                    }))}
                  />
                )}
                <PagePicture
                  href={shownPagePath(order.id, shown)}
                  page={shown}
                  sheet={sheet}
                  bands={bands.filter((band) => band.page === shown)}
                  lang={lang}
                />
              </div>
              <div class="govuk-grid-column-one-third">
                <Numbers order={order} shown={shown} visit={visit} fault={fault} />
                <Chosen order={order} shown={shown} visit={visit} />
              </div>
            </div>
          </>
        ),
      };
    },
    prepare: async ({ now }, { choice, from, to }, { order }) => {
      if (choice === 'make') return makeExtract(desk, order, now);
      const missing = choice === 'add' && [
        ...(from === null ? [{ field: 'from', message: words.fromMissing }] : []),
        ...(to === null ? [{ field: 'to', message: words.toMissing }] : []),
      ];
      if (missing && missing.length > 0) throw new Invalid(missing);
      return null;
    },
    act: async (act, { choice, page: on, from, to, n }, { gathered: { order }, prepared }) => {
      if (choice === 'make' && prepared !== null) {
        await noteExtract(act, order, prepared);
        return { to: orderPath(order.id), say: words.made };
      }
      if (choice === 'remove') await removeBand(act, order.id, n ?? -1);
      else
        await addBand(
          act,
          order.id,
          choice === 'add-page' ? wholePage(order.sheets, on) : { page: on, from: from ?? 0, to: to ?? 0 },
        );
      return { to: at(order.id, on) };
    },
  });
