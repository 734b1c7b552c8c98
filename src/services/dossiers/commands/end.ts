/** Ends without a decision: refusal to accept, withdrawal, discontinuation. Distinct acts, never one (C3). */
import type { Act } from '../../../ground/db/act.ts';
import { Invalid } from '../../../ground/operate/errors.ts';
import { stopClock } from '../../../work/clock/index.ts';
import { closeWork } from '../../../work/desk/index.ts';
import type { Held } from '../load.ts';
import { move } from '../move.ts';
import { isForbiddenGround } from '../rules.ts';
import type { Dossier } from '../schema.ts';

/** Refuses to accept (từ chối tiếp nhận, form 03, status 3): no settlement clock ever runs. The ground is a lawful one. */
export async function refuseIntake(act: Act, held: Held, ground: string): Promise<Dossier> {
  if (isForbiddenGround(ground)) {
    throw new Invalid([
      {
        field: 'reason',
        message: {
          vi: 'Không được từ chối chỉ vì hồ sơ là điện tử. Hãy nêu căn cứ khác theo pháp luật.',
          en: 'A dossier may not be refused only because it is electronic. State another lawful ground.',
        },
      },
    ]);
  }
  await closeWork(act, held.dossier.id);
  return move(
    act,
    held,
    'refuse-intake',
    { intake_clock: stopClock(held.dossier.intake_clock, act.now) },
    { reason: ground, visible: 'party' },
  );
}

/** The applicant withdraws (rút hồ sơ): possible until the result is decided. */
export async function withdraw(act: Act, held: Held, reason: string | null): Promise<Dossier> {
  await closeWork(act, held.dossier.id);
  return move(act, held, 'withdraw', stopped(held.dossier, act.now), { reason, visible: 'public' });
}

/** The agency stops (dừng giải quyết, form 05, status 8): final. */
export async function discontinue(act: Act, held: Held, reason: string): Promise<Dossier> {
  await closeWork(act, held.dossier.id);
  return move(act, held, 'discontinue', stopped(held.dossier, act.now), { reason, visible: 'public' });
}

const stopped = (dossier: Dossier, now: Date): Partial<Pick<Dossier, 'clock' | 'intake_clock'>> =>
  dossier.clock
    ? { clock: stopClock(dossier.clock, now) }
    : { intake_clock: stopClock(dossier.intake_clock, now) };
