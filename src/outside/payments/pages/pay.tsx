/** `/thanh-toan/:charge`: what is owed, how much and why; and the ways to pay it. */
import type { VNode } from 'preact';
import {
  Button,
  ButtonGroup,
  DataTable,
  Facts,
  InsetText,
  SummaryList,
  WarningText,
} from '../../../ground/ui/index.ts';
import { formatTime } from '../../../ground/text/dates.ts';
import type { Language } from '../../../ground/text/language.ts';
import { formatMoney } from '../../../ground/text/money.ts';
import { Form } from '../../../ground/web/form.tsx';
import { nothing } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { Unavailable } from '../../../ground/operate/errors.ts';
import { getAgency } from '../../../world/agencies/index.ts';
import { noteSaid } from '../commands/attempt.ts';
import type { FeeLine } from '../fees.ts';
import type { PaymentPlatform } from '../gateway/port.ts';
import { CHARGE_PARAM, chargePath, leavePath, PAYMENTS, receiptPath, refundPath } from '../paths.ts';
import { SquareCode, vietQr } from '../qr.tsx';
import { isPayer, answersFor } from '../policy.ts';
import { findPayment, findReceipt, getCharge, listAttempts, listGoingBack } from '../queries.ts';
import { isRefundable, whyNotPayable } from '../rules.ts';
import type { Attempt, Charge } from '../schema.ts';
import type { BankAccount, PaymentAccounts } from '../settings.ts';
import { dueName, sourceName, stateName, words } from '../words.ts';
import { GoingBack } from './going-back.tsx';

type Parts = { readonly platform: PaymentPlatform | null; readonly accounts: PaymentAccounts };

async function gather(visit: Visit) {
  const charge = await getCharge(visit.look, visit.params['charge'] ?? '');
  const [attempts, receipt, credit, counter, goingBack] = await Promise.all([
    listAttempts(visit.look, charge.id),
    findReceipt(visit.look, charge.id),
    findPayment(visit.look, charge.id),
    getAgency(visit.look, charge.counter),
    listGoingBack(visit.look, charge.id),
  ]);
  const open = charge.state === 'due' ? (attempts.find(({ state }) => state === 'begun') ?? null) : null;
  return { charge, open, receipt, credit, counter, goingBack };
}

/** Asks the platform about a try; null when it does not answer now. */
export async function askNow(platform: PaymentPlatform, visit: Visit, { ref }: Attempt, { item }: Charge) {
  try {
    return await platform.ask(visit.look, ref, item, false);
  } catch (error) {
    if (error instanceof Unavailable) return null;
    throw error;
  }
}

export const payPage = ({ platform, accounts }: Parts) =>
  page({
    path: `${PAYMENTS}/${CHARGE_PARAM}`,
    who: 'signed-in',
    example: null,
    input: nothing,
    gather,
    view: ({ charge, open, receipt, credit, counter, goingBack }, visit) => {
      const { lang, by } = visit;
      return {
        title: words.title,
        crumbs: [
          {
            text: { vi: `${words.dossier.vi} ${charge.code}`, en: `${words.dossier.en} ${charge.code}` },
            href: dossierPath(charge),
          },
        ],
        body: (
          <>
            <span class="govuk-caption-l" lang="vi">
              {charge.title}
            </span>
            <h1 class="govuk-heading-l">{words.title[lang]}</h1>
            <Facts
              items={[
                { label: words.amount[lang], value: moneyOr(charge.amount, lang) },
                { label: words.state[lang], value: stateName[charge.state][lang], note: charge.ended_why },
                { label: words.when[lang], value: dueName[charge.due_when][lang] },
              ]}
            />
            {open && (
              <InsetText>
                <p class="govuk-body">{words.waiting[lang]}</p>
                <Form visit={visit}>
                  <Button kind="secondary" preventDoubleClick>
                    {words.checkAgain[lang]}
                  </Button>
                </Form>
              </InsetText>
            )}
            {receipt && credit && (
              <>
                <SummaryList
                  rows={[
                    { key: words.receiptNumber[lang], value: `${receipt.symbol} · ${receipt.number}` },
                    {
                      key: words.paidAt[lang],
                      value: `${formatTime(credit.at, lang)}, ${sourceName[credit.source][lang].toLowerCase()}`,
                    },
                    { key: words.payer[lang], value: charge.payer_name },
                  ]}
                />
                <ButtonGroup>
                  <Button href={receiptPath(charge.id)}>{words.receipt[lang]}</Button>
                  {answersFor(by, charge) && isRefundable(charge, goingBack) && (
                    <Button kind="secondary" href={refundPath(charge.id)}>
                      {words.refund[lang]}
                    </Button>
                  )}
                </ButtonGroup>
              </>
            )}
            <GoingBack money={goingBack} lang={lang} />
            <Ways
              charge={charge}
              counter={counter.name[lang]}
              accounts={accounts}
              online={platform !== null && isPayer(by, charge)}
              lang={lang}
            />
            <Lines lines={charge.lines} lang={lang} />
          </>
        ),
      };
    },
    prepare: async (visit, _, { charge, open }) =>
      open && platform ? { open, says: await askNow(platform, visit, open, charge) } : null,
    act: async (act, _, { gathered: { charge }, prepared }) => {
      const to = chargePath(charge.id);
      if (!prepared) return { to };
      const { open, says } = prepared;
      if (!says || says.state === 'open') return { to, say: words.stillWaiting };
      const fate = await noteSaid(act, open.ref, says);
      return { to, say: fate === null ? words.givenUp : fate === 'charge' ? words.thanks : words.odd };
    },
  });

const dossierPath = ({ code }: Charge): string => `/ho-so/${encodeURIComponent(code)}`;

const moneyOr = (amount: number | null, lang: Language): string =>
  amount === null ? words.unknown[lang] : formatMoney(amount, lang);

type WaysProps = {
  readonly charge: Charge;
  readonly counter: string;
  readonly accounts: PaymentAccounts;
  readonly online: boolean;
  readonly lang: Language;
};

function Ways({ charge, counter, accounts: { bank }, online, lang }: WaysProps) {
  if (charge.state !== 'due') return null;
  const why = whyNotPayable(charge);
  if (why) return <WarningText>{why[lang]}</WarningText>;
  return (
    <>
      <h2 class="govuk-heading-m">{words.howTo[lang]}</h2>
      {online && (
        <>
          <Button href={leavePath(charge.id)}>{words.online[lang]}</Button>
          <p class="govuk-hint">{words.onlineHint[lang]}</p>
        </>
      )}
      {bank && <ByTransfer bank={bank} charge={charge} lang={lang} />}
      <h3 class="govuk-heading-s">{words.atCounter[lang]}</h3>
      <p class="govuk-body">
        {words.atCounterHint(counter)[lang]} {words.ref[lang]}: <strong>{charge.ref}</strong>
      </p>
    </>
  );
}

const ByTransfer = ({
  bank,
  charge,
  lang,
}: {
  readonly bank: BankAccount;
  readonly charge: Charge;
  readonly lang: Language;
}) => (
  <>
    <h3 class="govuk-heading-s">{words.byQr[lang]}</h3>
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-one-third">
        <SquareCode content={vietQr(bank, charge)} label={words.qrLabel[lang]} />
      </div>
      <div class="govuk-grid-column-two-thirds">
        <SummaryList
          rows={[
            { key: words.account[lang], value: `${bank.number} · ${bank.bank} · ${bank.holder}` },
            { key: words.amount[lang], value: moneyOr(charge.amount, lang) },
            { key: words.transferWords[lang], value: charge.ref },
          ]}
        />
        <p class="govuk-hint">{words.qrHint[lang]}</p>
      </div>
    </div>
  </>
);

/** Words of the catalogue, which are Vietnamese in every language of the page. */
const asWritten = (said: string): VNode => <span lang="vi">{said}</span>;

/** What it is made of, and by which rule. */
export const Lines = ({ lines, lang }: { readonly lines: readonly FeeLine[]; readonly lang: Language }) => (
  <DataTable
    caption={words.lines[lang]}
    captionShown
    cards
    lang={lang}
    rows={lines}
    columns={[
      {
        key: 'name',
        title: words.name[lang],
        cell: ({ name }) => <span lang="vi">{name}</span>,
        names: true,
      },
      {
        key: 'quantity',
        title: words.quantity[lang],
        cell: ({ quantity }) => String(quantity),
        numeric: true,
      },
      { key: 'rate', title: words.rate[lang], cell: ({ rate }) => moneyOr(rate, lang), numeric: true },
      { key: 'sum', title: words.sum[lang], cell: ({ amount }) => moneyOr(amount, lang), numeric: true },
      {
        key: 'basis',
        title: words.basis[lang],
        cell: ({ amount, basis, exempt, mayBeExempt, note }) => (
          <>
            {exempt && (
              <>
                {words.exempt[lang]}: {asWritten(exempt)}.{' '}
              </>
            )}
            {asWritten(basis)}
            {amount !== 0 && mayBeExempt.length > 0 && (
              <>
                . {words.mayBeExempt[lang]}: {asWritten(mayBeExempt.join('; '))}.{' '}
                {words.tellBeforePaying[lang]}
              </>
            )}
            {note && <>. {asWritten(note)}</>}
          </>
        ),
      },
    ]}
  />
);
