export { countFact, countSpan, countState } from './count.ts';
export {
  daysOf,
  monthByAgency,
  monthBySubject,
  standingNow,
  subjectsOf,
  timesOf,
  type Numbers,
  type Times,
} from './queries.ts';
export { differences, rebuild } from './recount.ts';
export type { Cell, Counted, Item, Measure } from './schema.ts';
