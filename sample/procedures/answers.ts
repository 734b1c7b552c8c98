/** One complete, invented set of answers per scenario of each procedure: what the demo submits and the tests print. */
import type { Answers } from '../../src/work/forms/index.ts';
import { businessScenarios } from './scenarios/business.ts';
import { buildingScenarios } from './scenarios/building.ts';
import { civilStatusScenarios } from './scenarios/civil-status.ts';
import { internalScenarios } from './scenarios/internal.ts';
import { socialScenarios } from './scenarios/social.ts';

export type Scenario = {
  /** Code of the procedure. */
  readonly procedure: string;
  readonly name: string;
  readonly answers: Answers;
  /** What registries and officers find in the course of the process, before the result is drafted. */
  readonly found: Readonly<Record<string, unknown>>;
};

export const scenarios: readonly Scenario[] = [
  ...civilStatusScenarios,
  ...businessScenarios,
  ...buildingScenarios,
  ...socialScenarios,
  ...internalScenarios,
];

/** The first scenario of a procedure. Throws when there is none. */
export function scenarioOf(procedure: string): Scenario {
  const found = scenarios.find((one) => one.procedure === procedure);
  if (!found) throw new Error(`No sample answers for procedure ${procedure}`);
  return found;
}
