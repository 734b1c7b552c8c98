/** Finds today's commune for what people type, with the places room: names of today, or of before July 2025. */
import { foldKeepingMarks } from '../../ground/text/fold.ts';
import type { Visit } from '../../ground/web/visit.ts';
import { findCommunes, findUnit, resolveOldPlace, type Unit } from '../../world/places/index.ts';
import type { Place, ResolvePlace } from '../../work/forms/index.ts';

/** The last day of the districts. */
const BEFORE = '2025-06-30';

/** A name as it is compared: commas and capitals do not make another place of it, marks do. */
const spoken = (name: string): string => foldKeepingMarks(name.replaceAll(/[,.]+/g, ' '));

/** Whether the words are this name in full, with the province (“Phường Sông Mẫu, tỉnh Sông Lam”) or without it. */
const isInFull = (words: string, { name }: Place): boolean =>
  [name, name.split(',')[0] ?? name].some((one) => spoken(one) === spoken(words));

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
    if (today.length > 0) {
      const places = await Promise.all(today.map((unit) => named(unit)));
      // “Phường Cửa Mẫu, tỉnh Sông Lam” holds every word of “Phường Sông Mẫu”, too; it is not what was said.
      const meant = places.filter((one) => isInFull(words, one));
      return meant.length === 1 ? meant : places;
    }
    const before = await resolveOldPlace(look, { text: words }, BEFORE);
    if (before.kind === 'one') return [await named(before.commune, words)];
    return before.kind === 'choose'
      ? Promise.all(before.candidates.map((one) => named(one.commune, words)))
      : [];
  };
