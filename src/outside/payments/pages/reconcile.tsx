/** `/quan-tri/thanh-toan`: our ledger beside the platform's, money that pays nothing, and money to be given back. */
import {
  Button,
  DataTable,
  DatePicker,
  EmptyState,
  Facts,
  Input,
  WarningText,
} from '../../../ground/ui/index.ts';
import type { Language } from '../../../ground/text/language.ts';
import { formatMoney } from '../../../ground/text/money.ts';
import { administrationCrumbs, type Door } from '../../../ground/web/administration.ts';
import { Faults, RowButton } from '../../../ground/web/form.tsx';
import { input, oneOf, text } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { askAgain } from '../commands/attempt.ts';
import { keepPayment } from '../commands/charge.ts';
import { askRefund, guardBooks, noteRefunded } from '../commands/money.ts';
import type { PaymentPlatform } from '../gateway/port.ts';
import { chargePath, RECONCILE } from '../paths.ts';
import {
  findAttempt,
  listOpenRefunds,
  listStray,
  listUndecided,
  type OpenRefund,
  type Undecided,
} from '../queries.ts';
import { booksOf, mayReconcile } from '../policy.ts';
import type { Credit } from '../schema.ts';
import { fateName, sourceName } from '../words.ts';
import { amountColumn, dossierColumn, timeColumn, whyColumn } from './book-columns.tsx';
import { dayOf, listWaivedIn, onDay, openLedgers, type Compared } from './ledgers.ts';
import { kinds, words } from './reconcile-words.ts';
import { WaivedList, Ways } from './reconcile-books.tsx';

/** The entry on the first page of administration. */
export const reconcileDoor: Door = {
  path: RECONCILE,
  name: words.title,
  hint: words.hint,
  may: mayReconcile,
};

export const reconcilePage = (platform: PaymentPlatform | null) =>
  page({
    path: RECONCILE,
    who: mayReconcile,
    example: RECONCILE,
    input: input({
      act: oneOf(['ask', 'back', 'done', 'keep'], { vi: 'việc', en: 'what to do' }),
      id: text({ label: words.ref, max: 60 }),
      words: text({ label: words.evidence, min: 0, max: 200 }),
    }),
    gather: async (visit) => {
      const day = dayOf(visit);
      const books = booksOf(visit.by);
      const [ledgers, stray, undecided, refunds, waived] = await Promise.all([
        openLedgers(platform, visit, day),
        listStray(visit.look, books),
        listUndecided(visit.look, books),
        listOpenRefunds(visit.look, books),
        listWaivedIn(visit.look, books, day),
      ]);
      return { day, ledgers, stray, undecided, refunds, waived };
    },
    view: ({ day, ledgers: { compared, ways }, stray, undecided, refunds, waived }, visit, fault) => {
      const { lang } = visit;
      return {
        title: words.title,
        crumbs: administrationCrumbs(),
        wide: true,
        body: (
          <>
            <Faults fault={fault} visit={visit} />
            <h1 class="govuk-heading-l">{words.title[lang]}</h1>
            <form method="get">
              <DatePicker
                id="ngay"
                name="ngay"
                label={words.day[lang]}
                value={day.split('-').toReversed().join('/')}
              />
              <Button kind="secondary">{words.show[lang]}</Button>
            </form>
            {'vi' in compared ? (
              <WarningText>{compared[lang]}</WarningText>
            ) : (
              <Differences compared={compared} visit={visit} />
            )}
            <Ways ways={ways} day={day} lang={lang} />
            <Stray stray={stray} visit={visit} />
            <UndecidedList undecided={undecided} visit={visit} />
            <Refunds refunds={refunds} visit={visit} />
            <WaivedList waived={waived} day={day} lang={lang} />
          </>
        ),
      };
    },
    act: async (act, { act: what, id, words: given }, { gathered: { day } }) => {
      const to = onDay(RECONCILE, day);
      if (what === 'back') await askRefund(act, id, given);
      if (what === 'keep') await keepPayment(act, id, given);
      if (what === 'done') await noteRefunded(act, id, given);
      if (what !== 'ask') return { to, say: words.noted };
      const attempt = await findAttempt(act, id);
      if (attempt) {
        await guardBooks(act, attempt.charge);
        askAgain(act, attempt, act.now, true);
      }
      return { to, say: words.asked };
    },
  });

function Differences({ compared, visit }: { readonly compared: Compared; readonly visit: Visit }) {
  const { lang } = visit;
  return (
    <>
      <Facts
        items={[
          { label: words.ours[lang], value: formatMoney(compared.ours, lang) },
          { label: words.theirs[lang], value: formatMoney(compared.theirs, lang) },
          { label: words.agreed[lang], value: String(compared.agreed) },
        ]}
      />
      <DataTable
        caption={words.differences[lang]}
        captionShown
        dense
        cards
        lang={lang}
        rows={compared.differences}
        empty={<EmptyState title={words.none[lang]} />}
        columns={[
          { key: 'ref', title: words.ref[lang], names: true, cell: ({ ref }) => ref },
          {
            key: 'code',
            title: words.dossier[lang],
            cell: ({ charge, code }) =>
              charge && (
                <a class="govuk-link" href={chargePath(charge)}>
                  {code}
                </a>
              ),
          },
          { key: 'kind', title: words.what[lang], cell: ({ kind }) => kinds[kind][lang] },
          { key: 'ours', title: words.ours[lang], numeric: true, cell: ({ ours }) => money(ours, lang) },
          {
            key: 'theirs',
            title: words.theirs[lang],
            numeric: true,
            cell: ({ theirs }) => money(theirs, lang),
          },
          {
            key: 'act',
            title: words.doing[lang],
            cell: ({ ref, kind }) =>
              kind === 'theirs' && (
                <Small visit={visit} act="ask" id={ref} of={ref} button={words.askAgain[lang]} />
              ),
          },
        ]}
      />
    </>
  );
}

const money = (amount: number | null, lang: Language): string =>
  amount === null ? '—' : formatMoney(amount, lang);

const Stray = ({ stray, visit }: { readonly stray: readonly Credit[]; readonly visit: Visit }) => (
  <DataTable
    caption={words.stray[visit.lang]}
    captionShown
    dense
    cards
    lang={visit.lang}
    rows={stray}
    empty={<EmptyState title={words.stray[visit.lang]}>{words.strayNone[visit.lang]}</EmptyState>}
    columns={[
      timeColumn(visit.lang, ({ at }: Credit) => at),
      amountColumn(visit.lang),
      {
        key: 'source',
        title: words.source[visit.lang],
        cell: ({ source }) => sourceName[source][visit.lang],
      },
      whyColumn(visit.lang, ({ fate }: Credit) => fateName[fate][visit.lang]),
      { key: 'said', title: words.said[visit.lang], cell: ({ words: said, outside_id: id }) => said ?? id },
      {
        key: 'act',
        title: words.doing[visit.lang],
        cell: ({ id, amount }) => (
          <Small
            visit={visit}
            act="back"
            id={id}
            of={formatMoney(amount, visit.lang)}
            button={words.giveBack[visit.lang]}
            asks={words.why[visit.lang]}
          />
        ),
      },
    ]}
  />
);

const UndecidedList = ({
  undecided,
  visit,
}: {
  readonly undecided: readonly Undecided[];
  readonly visit: Visit;
}) => (
  <DataTable
    caption={words.undecided[visit.lang]}
    captionShown
    dense
    cards
    lang={visit.lang}
    rows={undecided}
    empty={<EmptyState title={words.undecided[visit.lang]}>{words.strayNone[visit.lang]}</EmptyState>}
    columns={[
      timeColumn(visit.lang, ({ paid_at: at }: Undecided) => at),
      dossierColumn(visit.lang),
      amountColumn(visit.lang),
      whyColumn(visit.lang, ({ ended_why: why }: Undecided) => why),
      {
        key: 'act',
        title: words.doing[visit.lang],
        cell: ({ id, credit, code }) => (
          <>
            <Small
              visit={visit}
              act="back"
              id={credit}
              of={code}
              button={words.giveBack[visit.lang]}
              asks={words.why[visit.lang]}
            />
            <Small
              visit={visit}
              act="keep"
              id={id}
              of={code}
              button={words.keep[visit.lang]}
              asks={words.why[visit.lang]}
            />
          </>
        ),
      },
    ]}
  />
);

const Refunds = ({ refunds, visit }: { readonly refunds: readonly OpenRefund[]; readonly visit: Visit }) => (
  <DataTable
    caption={words.refunds[visit.lang]}
    captionShown
    dense
    cards
    lang={visit.lang}
    rows={refunds}
    empty={<EmptyState title={words.refunds[visit.lang]}>{words.strayNone[visit.lang]}</EmptyState>}
    columns={[
      timeColumn(visit.lang, ({ asked_at: at }: OpenRefund) => at),
      amountColumn(visit.lang),
      whyColumn(visit.lang, ({ why }: OpenRefund) => why),
      {
        key: 'whom',
        title: words.whom[visit.lang],
        cell: ({ charge, code, payer_name: payer, words: written }) =>
          charge ? (
            <>
              <a class="govuk-link" href={chargePath(charge)}>
                {code}
              </a>
              <br />
              {payer}
            </>
          ) : (
            written
          ),
      },
      {
        key: 'source',
        title: words.cameBy[visit.lang],
        cell: ({ source, outside_id: outside }) => (
          <>
            {sourceName[source][visit.lang]}
            {source !== 'cash' && (
              <>
                <br />
                {outside}
              </>
            )}
          </>
        ),
      },
      {
        key: 'act',
        title: words.doing[visit.lang],
        cell: ({ id, amount }) => (
          <Small
            visit={visit}
            act="done"
            id={id}
            of={formatMoney(amount, visit.lang)}
            button={words.done[visit.lang]}
            asks={words.evidence[visit.lang]}
          />
        ),
      },
    ]}
  />
);

type SmallProps = {
  readonly visit: Visit;
  readonly act: string;
  readonly id: string;
  /** Which row it is. */
  readonly of: string;
  readonly button: string;
  /** What must be written beside the button; nothing when it is only pressed. */
  readonly asks?: string;
};

const Small = ({ visit, act, id, of, button, asks }: SmallProps) => (
  <RowButton visit={visit} fields={{ act, id }} of={of} text={button}>
    {asks && <Input id={`words-${id}`} name="words" label={asks} width={20} />}
  </RowButton>
);
