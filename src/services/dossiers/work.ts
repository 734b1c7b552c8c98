/** Work items of dossiers: what they all say, and which of them no token of a process stands behind. */
import type { Work } from '../../work/desk/index.ts';
import type { Dossier } from './schema.ts';

/** What every work item about a dossier says; who must do what until when is added. */
export const workOf = (
  dossier: Pick<Dossier, 'id' | 'code' | 'title' | 'applicant' | 'applicant_name'>,
): Pick<
  Work,
  'item' | 'room' | 'unit' | 'holder' | 'party' | 'code' | 'title' | 'subject' | 'paused_for'
> => ({
  item: dossier.id,
  room: 'dossiers',
  unit: null,
  holder: null,
  party: dossier.applicant,
  code: dossier.code,
  title: dossier.title,
  subject: dossier.applicant_name,
  paused_for: null,
});

/** In place of a token: handing over what remains when the process itself is over (approval by silence). */
export const BESIDE_PROCESS = 'ngoai-quy-trinh';

/** The token that a work item refers to; null where it stands beside the process. */
export const tokenOf = ({ ref }: Pick<Work, 'ref'>): number | null =>
  ref !== null && /^\d+$/.test(ref) ? Number(ref) : null;

/** Kinds of work behind which no officer's step stands: somebody answers for it that it goes on. */
export const AWAIT_MESSAGE = 'await-message';
export const AWAIT_TIME = 'await-time';
export const AWAIT_SERVICE = 'await-service';
