/** `/thanh-toan/:charge/tien-mat`: the counter takes cash, enters an amount nobody knew, or grants an exemption on evidence. */
import { Button, Facts, Input, Radios, Textarea, WarningText } from '../../../ground/ui/index.ts';
import { formatMoney, parseMoney } from '../../../ground/text/money.ts';
import { NotAllowed } from '../../../ground/operate/errors.ts';
import { entered, errorOf, Faults, Form, typedIn } from '../../../ground/web/form.tsx';
import { input, oneOf, text } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import { enterAmount, grantExemption, waiveCharge } from '../commands/charge.ts';
import { takeCash } from '../commands/money.ts';
import { cashPath, CHARGE_PARAM, chargePath, COUNTER, PAYMENTS } from '../paths.ts';
import { getCharge } from '../queries.ts';
import { isCashier, mayTake } from '../policy.ts';
import { whyNotPayable } from '../rules.ts';
import { words } from '../words.ts';
import { Lines } from './pay.tsx';

const blank = { vi: 'thông tin', en: 'this' };

export const cashPage = page({
  path: `${PAYMENTS}/${CHARGE_PARAM}/tien-mat`,
  who: isCashier,
  example: null,
  input: input({
    act: oneOf(['take', 'enter', 'exempt', 'waive'], { vi: 'việc', en: 'what to do' }),
    code: text({ label: blank, min: 0 }),
    rate: text({ label: blank, min: 0, max: 20 }),
    basis: text({ label: blank, min: 0 }),
    who: text({ label: blank, min: 0, max: 500 }),
    why: text({ label: words.waiveField, min: 0, max: 500 }),
  }),
  gather: async (visit) => {
    const charge = await getCharge(visit.look, visit.params['charge'] ?? '');
    if (mayTake(visit.by, charge)) return charge;
    throw new NotAllowed(words.elsewhere);
  },
  view: (charge, visit, fault) => {
    const { lang } = visit;
    const unknown = charge.state === 'due' ? charge.lines.find(({ amount }) => amount === null) : undefined;
    const why = whyNotPayable(charge);
    const exemptible = charge.lines.filter(
      ({ amount, mayBeExempt }) => amount !== 0 && mayBeExempt.length > 0,
    );
    return {
      title: words.takeTitle,
      crumbs: [{ text: words.counterTitle, href: COUNTER }],
      body: (
        <>
          <Faults fault={fault} visit={visit} />
          <span class="govuk-caption-l">
            {charge.code} · {charge.title}
          </span>
          <h1 class="govuk-heading-l">{words.takeTitle[lang]}</h1>
          <Facts
            items={[
              {
                label: words.amount[lang],
                value: charge.amount === null ? words.unknown[lang] : formatMoney(charge.amount, lang),
              },
              { label: words.payer[lang], value: charge.payer_name },
              { label: words.ref[lang], value: charge.ref },
            ]}
          />
          {why ? (
            <WarningText>{why[lang]}</WarningText>
          ) : (
            <Form visit={visit}>
              <input type="hidden" name="act" value="take" />
              <Button preventDoubleClick>{words.takeButton[lang]}</Button>
            </Form>
          )}
          {unknown && (
            <Form visit={visit}>
              <h2 class="govuk-heading-m">
                {words.enterTitle[lang]}: {unknown.name}
              </h2>
              <input type="hidden" name="act" value="enter" />
              <input type="hidden" name="code" value={unknown.code} />
              <Input {...entered('rate', fault, visit)} label={words.rate[lang]} width={10} />
              <Input
                id="basis"
                name="basis"
                label={words.basis[lang]}
                value={typedIn(fault, 'basis') ?? unknown.basis}
              />
              <Button kind="secondary">{words.enterTitle[lang]}</Button>
            </Form>
          )}
          <Lines lines={charge.lines} lang={lang} />
          {charge.state === 'due' &&
            exemptible.map((line) => (
              <Form visit={visit}>
                <h2 class="govuk-heading-m">
                  {words.exemptTitle[lang]}: {line.name}
                </h2>
                <input type="hidden" name="act" value="exempt" />
                <input type="hidden" name="code" value={line.code} />
                <Radios
                  name="who"
                  legend={words.exempt[lang]}
                  items={line.mayBeExempt.map((who) => ({ value: who, text: who }))}
                />
                <Button kind="secondary">{words.exemptTitle[lang]}</Button>
              </Form>
            ))}
          {charge.state === 'due' && (
            <Form visit={visit}>
              <h2 class="govuk-heading-m">{words.waiveTitle[lang]}</h2>
              <input type="hidden" name="act" value="waive" />
              <Textarea
                id="why"
                name="why"
                label={words.waiveWhy[lang]}
                hint={words.waiveHint[lang]}
                value={typedIn(fault, 'why')}
                error={errorOf(fault, 'why', visit)}
                rows={2}
              />
              <Button kind="warning">{words.waiveTitle[lang]}</Button>
            </Form>
          )}
        </>
      ),
    };
  },
  act: async (act, posted, { gathered: { id } }) => {
    if (posted.act === 'enter') {
      await enterAmount(act, id, posted.code, parseMoney(posted.rate) ?? -1, posted.basis);
      return { to: cashPath(id) };
    }
    if (posted.act === 'exempt') {
      await grantExemption(act, id, posted.code, posted.who);
      return { to: cashPath(id) };
    }
    if (posted.act === 'waive') {
      await waiveCharge(act, id, posted.why);
      return { to: chargePath(id), say: words.waived };
    }
    await takeCash(act, id);
    return { to: chargePath(id), say: words.taken };
  },
});
