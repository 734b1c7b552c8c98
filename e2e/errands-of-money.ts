/** Errands of who answers for what an agency takes: money that goes back, from its decision to the desk. */
import { attribute, elements, textOf, type Browser, type Screen } from '../src/app/demo/browser.ts';
import { arrived, openLink, type Errand } from './errand-pages.ts';

const charge = /^\/thanh-toan\/[0-9a-f-]{36}$/;
const money = /^\/thanh-toan\/tien\/[0-9a-f-]{36}$/;

/** The page on which it is decided that a fee of a birth, paid already, goes back. */
async function refundForm(browser: Browser): Promise<Screen> {
  const figures = await browser.follow(await browser.open('/so-lieu'), 'Ủy ban nhân dân phường Sông Mẫu');
  const returned = await openLink(browser, figures, /\/ho-so[?]loai=returned/);
  for (const row of elements(returned.document, 'tr')) {
    const link = elements(row, 'a')[0];
    if (!link || !textOf(row).includes('Đăng ký khai sinh')) continue;
    const dossier = await browser.open(attribute(link, 'href') ?? '');
    // Who asked for no copies owes nothing; what others in the house owe may not be paid yet.
    const paid = await openLink(browser, dossier, charge).catch(() => null);
    const form = paid && (await openLink(browser, paid, /\/tra-lai$/).catch(() => null));
    if (form) return arrived(form, /\/tra-lai$/);
  }
  throw new Error(`No birth with a fee that was paid is listed under ${returned.url.pathname}`);
}

/** In this order: the first looks at what the second does. */
export const moneyErrands = (head: string): readonly Errand[] => [
  {
    who: head,
    does: 'looks at a fee that could be given back',
    run: refundForm,
  },
  {
    who: head,
    does: 'gives a fee back, and finds on the desk that it must be paid out',
    run: async (browser) => {
      await browser.press(await refundForm(browser), 'Trả lại tiền', { why: 'Thu nhầm đối tượng được miễn' });
      return arrived(
        await openLink(browser, await browser.open('/viec?loai=payments.give-back'), money),
        money,
      );
    },
  },
];
