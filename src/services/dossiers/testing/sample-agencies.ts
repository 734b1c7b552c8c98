/** Agencies of the sample province in which tests of dossiers play, and officers of tests put there. */
import { sampleId } from '../../../../sample/province/ids.ts';
import { readSample } from '../../../../sample/province/load.ts';
import type { By } from '../../../ground/db/act.ts';

/** An agency by id and name. */
type Place = { readonly id: string; readonly name: string };

const places = (kind: string): readonly Place[] =>
  readSample()
    .agencies.filter((one) => one.kind === kind && !one.abolished)
    .map(({ slug, name }) => ({ id: sampleId('agency', slug), name }));

/** The people's committee that decides. */
export const committee = places('peoples-committee')[0]!;
const departments = places('department');
/** Two departments that are asked for an opinion. */
export const build = departments[0]!;
export const land = departments[1]!;

/** An officer of the fixtures, at an agency of the sample. */
export const at = (by: By, agency: string): By => ({
  ...by,
  agency,
  powers: by.powers.map((power) => ({ ...power, agency })),
});
