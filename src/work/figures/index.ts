export { countFact, countSpan, countState } from './count.ts';
export {
  daysOf,
  monthByAgency,
  monthBySubject,
  standingNow,
  subjectsOf,
  timesOf,
  type Times,
} from './queries.ts';
export { differences, rebuild } from './recount.ts';
export type { Cell, Counted, Item, Measure, Numbers } from './schema.ts';
