/**
 * Who reads ratings: the leaders of the agency that decided and of the one-stop unit that took the dossier in, for the whole of it. A
 * rating names no officer and no dossier, so nobody can be shown what was said of one officer, that officer least of all.
 */
import type { By } from '../../ground/db/act.ts';
import { NotAllowed } from '../../ground/operate/errors.ts';

/** The agencies whose ratings an officer reads: those led as a whole, not a unit of them. */
export const ratedAgencies = ({ kind, powers }: By): readonly string[] =>
  kind === 'officer'
    ? [
        ...new Set(
          powers.flatMap(({ role, unit, agency }) => (role === 'leader' && unit === null ? agency : [])),
        ),
      ]
    : [];

/** Whether an officer reads ratings at all. */
export const mayReadRatings = (by: By): boolean => ratedAgencies(by).length > 0;

/** The agency asked for, or the first of one's own. Throws NotAllowed for any other. */
export function ratedAgency(by: By, asked: string | undefined): string {
  const mine = ratedAgencies(by);
  const agency = asked ?? mine[0];
  if (agency !== undefined && mine.includes(agency)) return agency;
  throw new NotAllowed({
    vi: 'Chỉ người đứng đầu cơ quan và bộ phận một cửa được xem đánh giá của cơ quan mình.',
    en: 'Only the leaders of an agency and of its one-stop unit read its ratings.',
  });
}
