/** Electronic copies of an agency that are not signed yet, above its book. */
import { DataTable, Tag } from '../../../../ground/ui/index.ts';
import { formatDay, vietnamDay } from '../../../../ground/text/dates.ts';
import type { Language } from '../../../../ground/text/language.ts';
import { orderPath } from '../../paths.ts';
import type { CopyOrder } from '../../schema.ts';
import { copyKinds } from '../rules.ts';
import { orderStates, orderWords } from '../orders/words.ts';
import { words } from './words.ts';

type Props = { readonly orders: readonly CopyOrder[]; readonly lang: Language };

export const OpenOrders = ({ orders, lang }: Props) => (
  <>
    <h2 class="govuk-heading-m">{orderWords.list[lang]}</h2>
    <DataTable
      caption={orderWords.list[lang]}
      rows={orders}
      dense
      cards
      columns={[
        {
          key: 'document',
          title: words.document[lang],
          names: true,
          cell: ({ id, original }) => (
            <a class="govuk-link" href={orderPath(id)}>
              {[original.title, original.symbol].filter(Boolean).join(' · ')}
            </a>
          ),
        },
        { key: 'kind', title: words.kind[lang], cell: ({ kind }) => copyKinds[kind].name[lang] },
        {
          key: 'state',
          title: orderWords.state[lang],
          cell: ({ state }) => (
            <Tag colour={state === 'refused' ? 'red' : state === 'approved' ? 'green' : 'grey'}>
              {orderStates[state][lang]}
            </Tag>
          ),
        },
        { key: 'why', title: words.why[lang], cell: ({ refusal, reason }) => refusal ?? reason },
        { key: 'by', title: orderWords.preparedBy[lang], cell: (one) => one.prepared_name },
        {
          key: 'day',
          title: words.day[lang],
          cell: (one) => <span class="tt-code">{formatDay(vietnamDay(one.prepared_at), lang)}</span>,
        },
      ]}
    />
  </>
);
