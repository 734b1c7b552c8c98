/** Ends without a decision: refusal to accept, withdrawal, discontinuation. Distinct acts, never one (C3). */
import type { Act } from '../../../ground/db/act.ts';
import { stopClock } from '../../../work/clock/index.ts';
import { closeWork, listWorkOf } from '../../../work/desk/index.ts';
import { refuseOverColleague } from '../colleague.ts';
import type { Refusal } from '../grounds.ts';
import { momentIn, type Held } from '../load.ts';
import { move } from '../move.ts';
import { decide } from '../rules.ts';
import type { Dossier } from '../schema.ts';
import { noteWithdrawalRequest, type WithdrawalRequest } from './withdrawal-request.ts';

/** Refuses to accept (từ chối tiếp nhận, form 03, status 3) on a lawful ground (`refusalOf`): no settlement clock ever runs. */
export async function refuseIntake(act: Act, held: Held, refusal: Refusal): Promise<Dossier> {
  const { reason, ground, basis } = refusal;
  decide(act.by, held.dossier, 'refuse-intake', reason);
  await refuseOverColleague(act, held.dossier, 'refuse-intake');
  await closeWork(act, held.dossier.id);
  return move(
    act,
    held,
    'refuse-intake',
    { intake_clock: stopClock(held.dossier.intake_clock, momentIn(held, act)) },
    { reason, visible: 'party', note: { ground, basis } },
  );
}

/**
 * The applicant withdraws (rút hồ sơ): possible until the result is decided. `request`: the paper on which they asked, where the
 * one-stop unit enters it for them. Throws Invalid when that is missing.
 */
export async function withdraw(
  act: Act,
  held: Held,
  reason: string | null,
  request: WithdrawalRequest | null = null,
): Promise<Dossier> {
  decide(act.by, held.dossier, 'withdraw', reason);
  if (act.by.kind === 'officer') await noteWithdrawalRequest(act, held, request);
  await closeWork(act, held.dossier.id);
  return move(act, held, 'withdraw', stopped(held, act), { reason, visible: 'public' });
}

/** The agency stops (dừng giải quyết, form 05, status 8) on a lawful ground (`refusalOf`): final. */
export async function discontinue(act: Act, held: Held, refusal: Refusal): Promise<Dossier> {
  const { reason, ground, basis } = refusal;
  decide(act.by, held.dossier, 'discontinue', reason);
  const open = await listWorkOf(act, held.dossier.id);
  // The notice says at which steps it stood: those that a token of the process waited at.
  const steps = open.filter(({ ref }) => ref !== null).map(({ step }) => step);
  await closeWork(act, held.dossier.id);
  const words = { reason, visible: 'public', note: { ground, basis, steps } } as const;
  return move(act, held, 'discontinue', stopped(held, act), words);
}

function stopped(held: Held, act: Act): Partial<Pick<Dossier, 'clock' | 'intake_clock'>> {
  const { clock, intake_clock: intake } = held.dossier;
  const at = momentIn(held, act);
  return clock ? { clock: stopClock(clock, at) } : { intake_clock: stopClock(intake, at) };
}
