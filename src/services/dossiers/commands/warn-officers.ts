/**
 * Warnings as messages (C4): whoever must act hears of it where they are, not only when they open the desk. In the portal always,
 * by e-mail unless they wished otherwise.
 */
import type { Act, Look } from '../../../ground/db/act.ts';
import { formatTime } from '../../../ground/text/dates.ts';
import type { Text } from '../../../ground/text/language.ts';
import { tellOfficer } from '../../../outside/messages/index.ts';
import { listWorkOf } from '../../../work/desk/index.ts';
import { listAccountsById } from '../../../world/access/index.ts';
import { findOfficer, officersWithRole, type Officer } from '../../../world/agencies/index.ts';
import { findProcedure } from '../../catalogue/index.ts';
import { dossierPath } from '../paths.ts';
import type { Dossier } from '../schema.ts';

/** Whom a warning is for: a role at an agency. */
export type Warned = { readonly role: 'case-officer' | 'leader'; readonly agency: string };

/** A leader of a large agency is warned with few others, not with everybody. */
const MOST_WARNED = 10;

/** Who has the dossier on their desk in this role; where nobody has taken it, those whose field of work it is. */
async function officersFor(
  look: Look,
  dossier: Dossier,
  { role, agency }: Warned,
): Promise<readonly Officer[]> {
  const holders = (await listWorkOf(look, dossier.id)).flatMap((work) =>
    work.role === role && work.agency === agency && work.holder !== null ? [work.holder] : [],
  );
  const accounts = await listAccountsById(look, holders);
  const held = await Promise.all(accounts.map(({ person }) => findOfficer(look, person ?? '')));
  const known = held.filter((one) => one !== null);
  if (known.length > 0) return known;
  const field = (await findProcedure(look, dossier.procedure))?.field;
  const fitting = await officersWithRole(look, agency, role, field || null);
  return fitting.slice(0, MOST_WARNED).map(({ officer }) => officer);
}

/** Tells them once each what is to be done and until when. Who applied stays out of it: mail may be read by others. */
export async function warnOfficers(act: Act, dossier: Dossier, warned: Warned, title: Text): Promise<void> {
  const people = new Map((await officersFor(act, dossier, warned)).map((one) => [one.person, one]));
  // Nobody is asked to act on their own matter.
  people.delete(dossier.applicant ?? '');
  const due = dossier.due_at ?? act.now;
  for (const officer of people.values())
    await tellOfficer(act, officer, {
      item: dossier.id,
      code: dossier.code,
      event: 'dossier.warning',
      path: dossierPath(dossier.code),
      title,
      body: {
        vi: `${dossier.title}. Hẹn trả: ${formatTime(due, 'vi')}.`,
        en: `${dossier.title}. Promised for: ${formatTime(due, 'en')}.`,
      },
    });
}
