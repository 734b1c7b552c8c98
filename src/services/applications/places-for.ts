/** Finds today's commune for what people type, with the places room: names of today, or of before July 2025. */
import type { Visit } from '../../ground/web/visit.ts';
import { findCommunes, findUnit, resolveOldPlace, type Unit } from '../../world/places/index.ts';
import type { Place, ResolvePlace } from '../../work/forms/index.ts';

/** The last day of the districts. */
const BEFORE = '2025-06-30';

/** The port that address fields ask. Never a guess: several communes are for the person to choose from. */
export const placesFor =
  ({ look }: Visit): ResolvePlace =>
  async (words) => {
    const named = async (unit: Unit, formerly?: string): Promise<Place> => {
      const province = unit.province ? await findUnit(look, 'province', unit.province) : null;
      return {
        code: unit.code,
        name: [unit.fullName, province?.fullName].filter(Boolean).join(', '),
        ...(formerly && { formerly }),
      };
    };
    const today = await findCommunes(look, words, { limit: 12 });
    if (today.length > 0) return Promise.all(today.map((unit) => named(unit)));
    const before = await resolveOldPlace(look, { text: words }, BEFORE);
    if (before.kind === 'one') return [await named(before.commune, words)];
    return before.kind === 'choose'
      ? Promise.all(before.candidates.map((one) => named(one.commune, words)))
      : [];
  };
