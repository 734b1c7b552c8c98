/** Processes: BPMN definitions and the tokens that run in them. Says what is next; the caller makes it so. No I/O but the command line. C2. */
export type {
  BoundaryEvent,
  Data,
  Definition,
  Effect,
  Finding,
  Flow,
  Instance,
  Json,
  Limit,
  Node,
  NodeKind,
  Office,
  Outcome,
  ProcessEvent,
  Progress,
  Task,
  Timer,
  Token,
} from './schema.ts';
export { advance, awaited, start, type Awaited } from './advance.ts';
export { hoursGiven, leastAfter, wayAhead, type Way } from './ahead.ts';
export { callsOf, carrying, unknownCalls, withCalls } from './calls.ts';
export { choicesAfter, namesAsked, type Choice } from './choices.ts';
export { differences } from './differences.ts';
export { processCommand, type Io } from './cli.ts';
export { layOut, type Box, type Drawing, type Point } from './layout.ts';
export { describeLimit, parseLimit } from './limit.ts';
export { migrate, type Change, type Migration } from './migrate.ts';
export { publishable } from './publish.ts';
export { read, type Reading } from './read.ts';
export {
  consulting,
  standardProcess,
  standardTable,
  type Consultation,
  type StandardCase,
} from './standard.ts';
export { fromStepTable, toStepTable, type Branch, type StepRow } from './step-table.ts';
export { ringing, type Ringing } from './timer.ts';
export { servicesThere, unknownServices, type ServiceName } from './unknown-services.ts';
export { exportDefinition } from './write.ts';
export { inOrderOf } from './order.ts';
export { ProcessPicture, type Marks } from './picture.tsx';
export { drawingOf } from './read-drawing.ts';
export { Board, DrawnField, findingAnchor } from './board/board.tsx';
export { BOARD_SCRIPT, processIslands } from './board/islands.ts';
export { fromBoard, toBoard } from './board/sheet.ts';
