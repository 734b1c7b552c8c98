/** The dossier whose request for supplement a draft answers, and whether the answer is still waited for. */
import type { Look } from '../../ground/db/act.ts';
import { findDossier, listSupplements, type Dossier } from '../dossiers/index.ts';
import type { Draft } from './drafts.ts';

/** `isWaiting`: the very request that the draft answers is open. */
export type Answered = { readonly dossier: Dossier; readonly isWaiting: boolean };

/** The dossier that an open draft answers to; null where it begins one of its own. */
export async function answeredBy(
  look: Look,
  { answers_to: id, created_at: begun }: Pick<Draft, 'answers_to' | 'created_at'>,
): Promise<Answered | null> {
  const dossier = id === null ? null : await findDossier(look, id);
  if (!dossier) return null;
  const [asked] = dossier.state === 'supplement' ? await listSupplements(look, dossier.id) : [];
  return { dossier, isWaiting: asked !== undefined && asked.asked_at <= begun };
}

/** Whether a draft can still be sent: it begins a dossier, or its answer is waited for. */
export const isAsked = (answered: Answered | null): boolean => answered === null || answered.isWaiting;
