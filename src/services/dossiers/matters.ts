/** What the messages room asks of dossiers: whom a notice goes to, who may write about one, who answers for it. */
import type { Look } from '../../ground/db/act.ts';
import { listSteps } from '../../ground/record/index.ts';
import { getAgency } from '../../world/agencies/index.ts';
import { listWorkOf } from '../../work/desk/index.ts';
import type { Matters } from '../../outside/messages/index.ts';
import { owesWords } from './commands/payment.ts';
import { lastStep, noted, type RecordedStep } from './forms/facts.ts';
import { reasonText } from './grounds.ts';
import { firstOf } from './linked.ts';
import { findByCode, findDossier } from './load.ts';
import { dossierPath } from './paths.ts';
import { listSupplements } from './queries.ts';
import { settlementRefusal } from './refusal.ts';
import { mayRead } from './rules.ts';

export const dossierMatters: Matters = {
  recipientOf: async (look, item, event) => {
    const dossier = await findDossier(look, item);
    if (!dossier) return null;
    // Of a joint request the person knows one code.
    const first = await firstOf(look, dossier);
    const [work] = await listWorkOf(look, item);
    // Of the act that they are told of: another one may have followed by now.
    const steps = await listSteps(look, item, 'party');
    const last = steps.findLast(({ act }) => act === event) ?? steps.at(-1);
    const refused = event === 'dossier.decide' ? settlementRefusal(dossier, steps) : null;
    const [asked] = dossier.supplements > 1 ? await listSupplements(look, item) : [];
    return {
      person: dossier.applicant,
      organisation: dossier.organisation,
      // Who filed under a mandate reads of it under the mandate alone.
      filer: dossier.mandate ? null : dossier.filer,
      again: asked?.basis ? { basis: asked.basis } : null,
      code: first.code,
      title: dossier.title,
      agency: (await getAgency(look, work?.agency ?? dossier.agency)).name,
      holder: work?.step ?? null,
      due: dossier.due_at ?? dossier.intake_due_at,
      reason: refused?.reason ?? (last?.reason ? reasonText(last.reason, noted(last.after, 'ground')) : null),
      refused: refused !== null,
      askedOnPaper: event === 'dossier.withdraw' ? askerIn(steps) : null,
      owes: dossier.decided_at ? await owesWords(look, dossier) : null,
      path: dossierPath(first.code),
    };
  },
  findReadable: async (look: Look, code: string) => {
    const id = await findByCode(look, code);
    const dossier = id && (await findDossier(look, id));
    return dossier && mayRead(look.by, dossier)
      ? { item: dossier.id, may: (by) => mayRead(by, dossier) }
      : null;
  },
  officeOf: async (look, item) => {
    const dossier = await findDossier(look, item);
    return (
      dossier && {
        agency: dossier.one_stop,
        unit: null,
        role: 'counter',
        holder: null,
        subject: dossier.applicant_name,
      }
    );
  },
};

/** Who asked on paper that it be withdrawn; null: nobody, the applicant has done it here. */
function askerIn(steps: readonly RecordedStep[]): string | null {
  const asker = noted(lastStep({ steps }, 'ask-withdrawal')?.after, 'asker');
  return typeof asker === 'string' ? asker : null;
}
