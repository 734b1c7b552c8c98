/**
 * A process definition (quy trình) and a running instance as plain data: every list below becomes rows of a table.
 * C2 (Decree 137/2024; Circular 21/2023 art. 5, functions CN07–CN09); the notation is BPMN 2.0 (ISO/IEC 19510).
 */
import type { Text } from '../../ground/text/language.ts';
import type { Unit } from '../clock/index.ts';

/** Time allowed for a step (thời hạn của bước): a term of `work/clock`, which counts it. */
export type Limit = { readonly amount: number; readonly unit: Unit };

/** What an agency says about one step: who does it, for how long, what comes out of it. */
export type Office = {
  /** Position that does the step (vị trí), else the lane it lies in. */
  readonly role: string | null;
  /** Unit that answers for it (đơn vị). */
  readonly unit: string | null;
  readonly limit: Limit | null;
  /** What the step leaves behind (kết quả, sản phẩm). */
  readonly output: string | null;
  /** Name of the act or service that the rooms above contribute. */
  readonly act: string | null;
  /** Form that is filled in at the step. */
  readonly form: string | null;
};

/** A duration, date or cycle in ISO 8601 (or `=` and a FEEL expression that gives one), or a limit in working time. */
export type Timer =
  | { readonly kind: 'duration' | 'date' | 'cycle'; readonly value: string }
  | { readonly kind: 'limit'; readonly limit: Limit };

export type ProcessEvent =
  | { readonly type: 'none' }
  | { readonly type: 'terminate' }
  | { readonly type: 'message'; readonly message: string }
  /** `timer: null`: the file draws a timer but does not say when. */
  | { readonly type: 'timer'; readonly timer: Timer | null };

type Drawn = {
  readonly id: string;
  readonly name: string;
  /** The sub-process it lies in; null in the process itself. */
  readonly scope: string | null;
  /** Name of its lane (làn): the role when the step names none. */
  readonly lane: string | null;
  readonly note: string;
};

export type Task = Drawn & {
  readonly kind: 'user' | 'service' | 'send' | 'receive';
  readonly office: Office;
  /** The message that is sent or awaited; null for the other kinds. */
  readonly message: string | null;
};
export type BoundaryEvent = Drawn & {
  readonly kind: 'boundary';
  readonly event: ProcessEvent;
  readonly host: string;
  /** True: the host is given up when the event comes. False: a second path starts beside it. */
  readonly interrupting: boolean;
};

export type Node =
  | Task
  | BoundaryEvent
  | (Drawn & { readonly kind: 'start' | 'end' | 'catch' | 'throw'; readonly event: ProcessEvent })
  | (Drawn & { readonly kind: 'exclusive'; readonly otherwise: string | null })
  | (Drawn & { readonly kind: 'parallel' | 'sub' })
  | (Drawn & { readonly kind: 'call'; readonly calls: string | null });
export type NodeKind = Node['kind'];

export type Flow = {
  readonly id: string;
  readonly name: string;
  readonly scope: string | null;
  readonly from: string;
  readonly to: string;
  /** FEEL, only behind an exclusive gateway. */
  readonly condition: string | null;
};

export type Definition = {
  readonly id: string;
  readonly name: string;
  /** Name of the pool (bể): the agency that runs the process. */
  readonly agency: string | null;
  readonly note: string;
  readonly nodes: readonly Node[];
  readonly flows: readonly Flow[];
  /** The file as it was imported: what other tools wrote in it is kept on export. */
  readonly source: string | null;
  /** Processes that it calls, straight or through others, as they were when it was stored. */
  readonly called?: readonly Definition[];
};

/** One thing to tell about a file or definition. `error` in `read`: outside of the subset; in `publishable`: may not be published. */
export type Finding = {
  /** Id of the element, empty for the whole file. */
  readonly element: string;
  readonly name: string;
  readonly severity: 'error' | 'warning';
  readonly message: Text;
};

export type Data = { readonly [name: string]: Json };
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** A place where the process stands (thẻ). */
export type Token = {
  readonly id: number;
  readonly node: string;
  /** Token of the sub-process around it; 0 in the process itself. */
  readonly scope: number;
  /** The flow it came by: a parallel join counts them. */
  readonly by: string | null;
};

/** A process that runs. It knows where it stands, not what the dossier is: the dossier holds its own state. */
export type Instance = {
  readonly definition: string;
  readonly tokens: readonly Token[];
  /** Id of the next token. */
  readonly next: number;
  /** What conditions look at. */
  readonly data: Data;
};

/** What the caller is asked to do: a closed list. The process itself never acts. */
export type Effect =
  | { readonly do: 'open-step'; readonly token: number; readonly node: string; readonly office: Office }
  /** Whatever was opened, called, awaited or timed for this token is over. */
  | { readonly do: 'close-step'; readonly token: number; readonly node: string; readonly because: Closed }
  | { readonly do: 'call-service'; readonly token: number; readonly node: string; readonly office: Office }
  | { readonly do: 'send'; readonly node: string; readonly message: string }
  | { readonly do: 'wait-message'; readonly token: number; readonly node: string; readonly message: string }
  | { readonly do: 'start-timer'; readonly token: number; readonly node: string; readonly timer: Timer }
  | { readonly do: 'call-process'; readonly token: number; readonly node: string; readonly process: string }
  | { readonly do: 'finished' };
export type Closed = 'done' | 'interrupted';

/** What happened outside. `token` and `node` are those of the effect that asked for it. */
export type Outcome =
  | { readonly kind: 'done'; readonly token: number; readonly data?: Data }
  | { readonly kind: 'timer'; readonly token: number; readonly node: string; readonly data?: Data }
  /** Without `token`: the longest waiting token that awaits this message. */
  | { readonly kind: 'message'; readonly message: string; readonly token?: number; readonly data?: Data };

export type Progress = { readonly instance: Instance; readonly effects: readonly Effect[] };
