/** The sources that are connected, by the name under which forms ask. */
import type { Ask } from '../asking.ts';
import type { Ports } from '../gateway/open.ts';
import type { SubjectSource } from '../known.ts';
import { businessSource } from './business.ts';
import { civilStatusSource } from './civil-status.ts';
import { insuranceSource } from './insurance.ts';
import { landSource } from './land.ts';
import { populationSource } from './population.ts';

/** One source for each registry that this installation is connected to. */
export const sourcesOf = (
  { population, household, civilStatus, business, insurance, land }: Ports,
  ask: Ask,
): readonly SubjectSource[] => [
  ...(population ? [populationSource(population, household, ask)] : []),
  ...(civilStatus ? [civilStatusSource(civilStatus, ask)] : []),
  ...(business ? [businessSource(business, ask)] : []),
  ...(insurance ? [insuranceSource(insurance, ask)] : []),
  ...(land ? [landSource(land, ask)] : []),
];
