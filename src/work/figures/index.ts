export { countFact, countSpan, countState } from './count.ts';
export {
  busiestSubjects,
  busiestSubjectsOf,
  daysOf,
  monthByAgency,
  standingNow,
  subjectsOf,
  timesOf,
  type Times,
} from './queries.ts';
export { monthFrom } from './period.ts';
export { differences, rebuild } from './recount.ts';
export { EVERY_AGENCY } from './schema.ts';
export type { Cell, Counted, Item, Measure, Numbers } from './schema.ts';
