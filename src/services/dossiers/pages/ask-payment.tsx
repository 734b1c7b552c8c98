/** `/ho-so/:code/nghia-vu-tai-chinh`: an officer tells the person what must be paid while the dossier is being decided. */
import { Invalid } from '../../../ground/operate/errors.ts';
import { parseMoney } from '../../../ground/text/money.ts';
import { ask, askPage } from '../../../ground/web/ask.tsx';
import type { Visit } from '../../../ground/web/visit.ts';
import type { FeeLine } from '../../../outside/payments/index.ts';
import { askPayment } from '../commands/payment.ts';
import { hold } from '../load.ts';
import { dossierPath } from '../paths.ts';
import { getWhole } from '../queries.ts';
import { transitions } from '../rules.ts';
import { words } from '../words.ts';
import { dossierCrumbs } from './crumbs.ts';

const title = transitions['ask-payment'].name;

/** One line that an officer has reckoned by the law of the matter: land use fee, registration fee. */
function lineOf(name: string, amount: string, basis: string): FeeLine {
  const dong = parseMoney(amount);
  if (dong === null || dong === 0) {
    const message = {
      vi: 'Số tiền là số đồng nguyên, lớn hơn 0.',
      en: 'The amount is a whole number of đồng above 0.',
    };
    throw new Invalid([{ field: 'amount', message }]);
  }
  return {
    code: 'NVTC',
    name,
    kind: 'fee',
    quantity: 1,
    rate: dong,
    amount: dong,
    basis,
    exempt: null,
    mayBeExempt: [],
    note: null,
  };
}

export const askPaymentPage = askPage({
  path: '/ho-so/:code/nghia-vu-tai-chinh',
  who: 'officer',
  example: null,
  title,
  about: ({ dossier }) => ({ vi: dossier.code, en: dossier.code }),
  crumbs: ({ dossier }) => dossierCrumbs(dossier) ?? [],
  lead: (_, { lang }) => <p class="govuk-body">{words.askPaymentHint[lang]}</p>,
  questions: {
    name: ask.text(words.feeName),
    amount: ask.text(words.feeAmount, { width: 10 }),
    basis: ask.text(words.feeBasis),
    clock: ask.oneOf(words.whileUnpaid, { stands: words.clockStands, runs: words.clockRuns }, [
      'stands',
      'runs',
    ]),
  },
  button: title,
  gather: (visit: Visit) => getWhole(visit.look, visit.params['code'] ?? ''),
  act: async (act, { name, amount, basis, clock }, { gathered: { dossier } }) => {
    const held = await hold(act, dossier.id);
    await askPayment(act, held, { lines: [lineOf(name, amount, basis)], dueWhen: 'supplement', clock });
    return { to: dossierPath(dossier.code), say: words.done };
  },
});
