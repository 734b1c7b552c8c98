/** Leaving for the payment platform by a plain link (a form may not lead to another site), and coming back. */
import type { Answer } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { Conflict, NotAllowed } from '../../../ground/operate/errors.ts';
import { getAgency } from '../../../world/agencies/index.ts';
import { getOrganisation, getPerson } from '../../../world/people/index.ts';
import { beginAttempt, noteSaid, noteUrl } from '../commands/attempt.ts';
import type { PaymentPlatform, ToPay } from '../gateway/port.ts';
import { CHARGE_PARAM, chargePath, PAYMENTS, RETURN } from '../paths.ts';
import { findAttempt, findCharge, getCharge, listAttempts } from '../queries.ts';
import { isPayer } from '../policy.ts';
import type { Attempt, Charge } from '../schema.ts';
import { askNow } from './pay.tsx';

const redirect = (location: string): Response =>
  new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });

const callerOf = ({ tenant, by, requestId, now }: Visit) => ({ tenant, by, requestId, now });

async function toPayOf(visit: Visit, charge: Charge, { ref, amount }: Attempt): Promise<ToPay> {
  const agency = await getAgency(visit.look, charge.agency);
  const payer = charge.organisation
    ? await getOrganisation(visit.look, charge.organisation)
    : charge.person
      ? await getPerson(visit.look, charge.person)
      : null;
  return {
    ref,
    amount,
    item: charge.item,
    dossier: charge.code,
    procedure: { code: charge.procedure, name: charge.title },
    agency: { identifier: agency.identifier, name: agency.name.vi },
    payer: { name: charge.payer_name, number: payer?.number ?? null, address: payer?.address ?? null },
    lines: charge.lines,
    address: visit.address,
  };
}

/**
 * Whoever presses again after paying is not sent there to pay once more: what became of the page that is open is asked first. Whether
 * it turns out to be paid; without an answer the platform itself says so on its page.
 */
async function isPaidNow(platform: PaymentPlatform, visit: Visit, charge: Charge): Promise<boolean> {
  const open = (await listAttempts(visit.look, charge.id)).find(
    ({ state, url }) => state === 'begun' && url !== null,
  );
  const says = charge.state === 'due' && open ? await askNow(platform, visit, open, charge) : null;
  if (!open || !says || says.state === 'open') return false;
  await visit.edge.act(callerOf(visit), (act) => noteSaid(act, open.ref, says));
  return says.state === 'paid';
}

/** `/thanh-toan/:charge/truc-tuyen`: begins a try, opens the platform's page and goes there. */
export const leaveAnswer = (platform: PaymentPlatform | null): Answer => ({
  path: `${PAYMENTS}/${CHARGE_PARAM}/truc-tuyen`,
  who: 'citizen',
  example: null,
  respond: async (visit) => {
    const seen = await getCharge(visit.look, visit.params['charge'] ?? '');
    if (!isPayer(visit.by, seen))
      throw new NotAllowed({ vi: 'Khoản này do người khác nộp.', en: 'This is for somebody else to pay.' });
    if (!platform)
      throw new Conflict({
        vi: 'Ở đây chưa nộp trực tuyến được.',
        en: 'Paying online is not possible here yet.',
      });
    if (await isPaidNow(platform, visit, seen)) return redirect(chargePath(seen.id));
    const { attempt, charge } = await visit.edge.act(callerOf(visit), (act) => beginAttempt(act, seen.id));
    if (attempt.url) return redirect(attempt.url);
    const url = await platform.open(visit.look, await toPayOf(visit, charge, attempt));
    await visit.edge.act(callerOf(visit), async (act) => noteUrl(act, attempt.ref, url));
    return redirect(url);
  },
});

/**
 * `/thanh-toan/ve`: the platform sends people back here. What it says in the address is not believed: the platform is
 * asked itself, and when it does not answer now a job goes on asking.
 */
export const returnAnswer = (platform: PaymentPlatform | null): Answer => ({
  path: RETURN,
  who: 'anyone',
  example: null,
  respond: async (visit) => {
    const attempt = await findAttempt(visit.look, visit.query['MaThamChieu'] ?? '');
    const charge = attempt && (await findCharge(visit.look, attempt.charge));
    if (!charge) return redirect('/');
    if (platform && attempt.state !== 'paid') {
      const says = await askNow(platform, visit, attempt, charge);
      // Not decided yet, or no answer: the job that was announced with the try goes on asking.
      if (says) await visit.edge.act(callerOf(visit), (act) => noteSaid(act, attempt.ref, says));
    }
    return redirect(chargePath(charge.id));
  },
});
