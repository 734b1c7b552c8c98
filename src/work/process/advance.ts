/**
 * The interpreter: from where a process stands and what happened to where it stands next and what the caller is asked to do.
 * Pure and deterministic: no clock, no database, the same input gives the same output. C2; DESIGN “says what is next, never acts”.
 */
import { Conflict, Invalid } from '../../ground/operate/errors.ts';
import { holds, valueOf } from './condition.ts';
import { graphOf, type Graph, type Spot } from './graph.ts';
import type {
  BoundaryEvent,
  Closed,
  Data,
  Definition,
  Effect,
  Flow,
  Instance,
  Outcome,
  ProcessEvent,
  Progress,
  Timer,
  Token,
} from './schema.ts';

/** More moves than this without anything that waits is a loop that spins. */
const MOST_MOVES = 10_000;

const movedOn = (): Conflict =>
  new Conflict({
    vi: 'Bước này không còn chờ xử lý; quy trình đã đi tiếp.',
    en: 'This step no longer waits; the process has moved on.',
  });

type Move = { readonly node: string; readonly scope: number; readonly by: string | null };

/** The state of one advance: the only mutable thing, never seen from outside. */
type Run = {
  readonly graph: Graph;
  readonly tokens: Map<number, Token>;
  readonly effects: Effect[];
  readonly moves: Move[];
  readonly data: Data;
  next: number;
};

const spotOf = (run: Run, node: string): Spot => {
  const spot = run.graph.spots.get(node);
  if (!spot) throw new Error(`node ${node} is not in the definition`);
  return spot;
};

const problem = (spot: Spot, vi: string, en: string): Invalid => {
  const name = spot.node.name === '' ? spot.node.id : spot.node.name;
  return new Invalid([{ field: spot.node.id, message: { vi: `“${name}”: ${vi}`, en: `“${name}”: ${en}` } }]);
};

const put = (run: Run, { node, scope, by }: Move): Token => {
  const token = { id: run.next, node, scope, by };
  run.next += 1;
  run.tokens.set(token.id, token);
  return token;
};

const follow = (run: Run, flows: readonly Flow[], scope: number): void => {
  for (const { id, to } of flows) run.moves.push({ node: to, scope, by: id });
};

/** A timer with its expression worked out. */
const timerNow = (run: Run, spot: Spot, timer: Timer): Timer => {
  if (timer.kind === 'limit' || !timer.value.startsWith('=')) return timer;
  const value = valueOf(timer.value.slice(1), run.data);
  if (typeof value !== 'string' && (typeof value !== 'object' || value === null)) {
    throw problem(
      spot,
      'không tính được thời gian của hẹn giờ.',
      'the time of the timer cannot be worked out.',
    );
  }
  return { kind: timer.kind, value: String(value) };
};

/** Asks the caller to watch for the event of a waiting token. */
const watch = (run: Run, token: Token, spot: Spot, event: ProcessEvent): void => {
  const node = spot.node.id;
  if (event.type === 'message') {
    run.effects.push({ do: 'wait-message', token: token.id, node, message: event.message });
  } else if (event.type === 'timer' && event.timer) {
    run.effects.push({ do: 'start-timer', token: token.id, node, timer: timerNow(run, spot, event.timer) });
  }
};

const close = (run: Run, token: Token, because: Closed): void => {
  run.tokens.delete(token.id);
  const { node, boundaries } = spotOf(run, token.node);
  const opened = node.kind !== 'parallel' && (node.kind !== 'sub' || boundaries.length > 0);
  if (opened) run.effects.push({ do: 'close-step', token: token.id, node: node.id, because });
};

/** Gives up every token inside a sub-process (0: the whole process). */
const clear = (run: Run, scope: number): void => {
  for (const token of run.tokens.values()) {
    if (token.scope !== scope || !run.tokens.has(token.id)) continue;
    clear(run, token.id);
    close(run, token, 'interrupted');
  }
  for (let at = run.moves.length - 1; at >= 0; at -= 1)
    if (run.moves[at]?.scope === scope) run.moves.splice(at, 1);
};

const chooseBranch = (run: Run, spot: Spot): Flow => {
  const [first, ...rest] = spot.outgoing;
  if (first && rest.length === 0) return first;
  const otherwise = spot.node.kind === 'exclusive' ? spot.node.otherwise : null;
  const chosen =
    spot.outgoing.find(
      ({ id, condition }) => id !== otherwise && condition !== null && holds(condition, run.data),
    ) ?? spot.outgoing.find(({ id }) => id === otherwise);
  if (!chosen) throw problem(spot, 'không có nhánh nào phù hợp.', 'no branch applies.');
  return chosen;
};

/** A parallel join goes on when a token has come by each of its flows. */
const join = (run: Run, spot: Spot, move: Move): boolean => {
  if (spot.incoming.length < 2) return true;
  put(run, move);
  const waiting = spot.incoming.map(({ id }) =>
    run.tokens
      .values()
      .find((token) => token.node === move.node && token.scope === move.scope && token.by === id),
  );
  const whole = waiting.filter((token) => token !== undefined);
  if (whole.length < spot.incoming.length) return false;
  for (const token of whole) run.tokens.delete(token.id);
  return true;
};

const startOf = (graph: Graph, scope: string | null, id?: string): Spot => {
  const starts = (graph.levels.get(scope) ?? []).filter(({ node }) => node.kind === 'start');
  const plain = starts.find(({ node }) => node.kind === 'start' && node.event.type === 'none');
  const start = id === undefined ? (plain ?? starts[0]) : starts.find(({ node }) => node.id === id);
  if (!start) {
    throw new Invalid([
      {
        field: id ?? '',
        message: { vi: 'Quy trình không có chỗ bắt đầu này.', en: 'The process has no such start.' },
      },
    ]);
  }
  return start;
};

/** Asks for everything that a waiting token needs. */
const open = (run: Run, token: Token, { node, boundaries }: Spot): void => {
  const at = { token: token.id, node: node.id };
  if (node.kind === 'user') run.effects.push({ do: 'open-step', ...at, office: node.office });
  else if (node.kind === 'service') run.effects.push({ do: 'call-service', ...at, office: node.office });
  else if (node.kind === 'receive')
    run.effects.push({ do: 'wait-message', ...at, message: node.message ?? '' });
  else if (node.kind === 'call') run.effects.push({ do: 'call-process', ...at, process: node.calls ?? '' });
  else if (node.kind === 'catch') watch(run, token, spotOf(run, node.id), node.event);
  for (const boundary of boundaries) watch(run, token, spotOf(run, boundary.id), boundary.event);
};

const arrive = (run: Run, move: Move): void => {
  const spot = spotOf(run, move.node);
  const { node } = spot;
  switch (node.kind) {
    case 'start':
      return follow(run, spot.outgoing, move.scope);
    case 'exclusive':
      return spot.outgoing.length > 0 ? follow(run, [chooseBranch(run, spot)], move.scope) : undefined;
    case 'parallel':
      return join(run, spot, move) ? follow(run, spot.outgoing, move.scope) : undefined;
    case 'send':
      run.effects.push({ do: 'send', node: node.id, message: node.message ?? '' });
      return follow(run, spot.outgoing, move.scope);
    case 'throw':
    case 'end':
      if (node.event.type === 'message')
        run.effects.push({ do: 'send', node: node.id, message: node.event.message });
      if (node.event.type === 'terminate') clear(run, move.scope);
      return follow(run, spot.outgoing, move.scope);
    case 'boundary':
      return follow(run, spot.outgoing, move.scope);
    default: {
      const token = put(run, move);
      if (node.kind === 'sub') {
        run.moves.push({ node: startOf(run.graph, node.id).node.id, scope: token.id, by: null });
      }
      open(run, token, spot);
    }
  }
};

/** Sub-processes in which nothing is left are done; so is the process itself. */
const finishEmpty = (run: Run): boolean => {
  const used = new Set([...run.tokens.values()].map(({ scope }) => scope));
  const empty = [...run.tokens.values()].find(
    (token) => spotOf(run, token.node).node.kind === 'sub' && !used.has(token.id),
  );
  if (!empty) return false;
  close(run, empty, 'done');
  follow(run, spotOf(run, empty.node).outgoing, empty.scope);
  return true;
};

const settle = (definition: Definition, run: Run): Progress => {
  let moves = 0;
  do {
    for (let move = run.moves.shift(); move; move = run.moves.shift()) {
      moves += 1;
      if (moves > MOST_MOVES)
        throw problem(spotOf(run, move.node), 'vòng lặp quay mãi.', 'the loop spins for ever.');
      arrive(run, move);
    }
  } while (finishEmpty(run));
  if (run.tokens.size === 0) run.effects.push({ do: 'finished' });
  const instance = {
    definition: definition.id,
    tokens: [...run.tokens.values()],
    next: run.next,
    data: run.data,
  };
  return { instance, effects: run.effects };
};

/**
 * Starts a process. `data` is what its conditions look at; `at` names one of several start events (else the plain one).
 * Throws `Invalid` where no branch applies.
 */
export const start = (definition: Definition, data: Data = {}, at?: string): Progress => {
  const graph = graphOf(definition);
  const run: Run = { graph, tokens: new Map(), effects: [], moves: [], data, next: 1 };
  run.moves.push({ node: startOf(graph, null, at).node.id, scope: 0, by: null });
  return settle(definition, run);
};

/** A message that can be taken in now: awaited by a token itself, or by an event attached to where it stands. */
export type Awaited = { readonly token: number; readonly node: string; readonly message: string };

/** The messages that an instance can take in now. */
export const awaited = (definition: Definition, { tokens }: Pick<Instance, 'tokens'>): readonly Awaited[] => {
  const { spots } = graphOf(definition);
  return tokens.flatMap(({ id: token, node: at }) => {
    const spot = spots.get(at);
    return [spot?.node, ...(spot?.boundaries ?? [])].flatMap((node) => {
      if (!node) return [];
      const event = 'event' in node ? node.event : null;
      const message =
        node.kind === 'receive' ? node.message : event?.type === 'message' ? event.message : null;
      return message === null ? [] : [{ token, node: node.id, message }];
    });
  });
};

/** What was asked for a waiting token when it came to its node: for a caller that has to ask again. */
export const opening = (
  definition: Definition,
  { data, next }: Instance,
  token: Token,
): readonly Effect[] => {
  const run: Run = { graph: graphOf(definition), tokens: new Map(), effects: [], moves: [], data, next };
  open(run, token, spotOf(run, token.node));
  return run.effects;
};

const leave = (run: Run, token: Token): void => {
  close(run, token, 'done');
  follow(run, spotOf(run, token.node).outgoing, token.scope);
};

const fire = (run: Run, host: Token, boundary: BoundaryEvent): void => {
  if (boundary.interrupting) {
    clear(run, host.id);
    close(run, host, 'interrupted');
  }
  run.moves.push({ node: boundary.id, scope: host.scope, by: null });
};

const awaits = (event: ProcessEvent, message: string): boolean =>
  event.type === 'message' && event.message === message;

/** What a message means to one token: it is what the token waits for, or an event attached to it; null when neither. */
const heard = (run: Run, { node: id }: Token, message: string): 'itself' | BoundaryEvent | null => {
  const { node, boundaries } = spotOf(run, id);
  if (node.kind === 'receive' && node.message === message) return 'itself';
  if (node.kind === 'catch' && awaits(node.event, message)) return 'itself';
  return boundaries.find(({ event }) => awaits(event, message)) ?? null;
};

const hear = (run: Run, message: string, only: number | undefined): void => {
  for (const token of run.tokens.values()) {
    if (only !== undefined && token.id !== only) continue;
    const meant = heard(run, token, message);
    if (meant === null) continue;
    return meant === 'itself' ? leave(run, token) : fire(run, token, meant);
  }
  throw movedOn();
};

const ring = (run: Run, token: Token, id: string): void => {
  const { node, boundaries } = spotOf(run, token.node);
  const boundary = boundaries.find((event) => event.id === id && event.event.type === 'timer');
  if (boundary) return fire(run, token, boundary);
  if (node.kind === 'catch' && node.id === id && node.event.type === 'timer') return leave(run, token);
  throw movedOn();
};

const answered: ReadonlySet<string> = new Set(['user', 'service', 'call']);

/**
 * Takes in one outcome. Throws `Conflict` when the token no longer waits for it (a second click, a late timer), `Invalid` when no branch
 * applies; then nothing has changed.
 */
export const advance = (definition: Definition, instance: Instance, outcome: Outcome): Progress => {
  const run: Run = {
    graph: graphOf(definition),
    tokens: new Map(instance.tokens.map((token) => [token.id, token])),
    effects: [],
    moves: [],
    data: outcome.data ? { ...instance.data, ...outcome.data } : instance.data,
    next: instance.next,
  };
  if (outcome.kind === 'message') hear(run, outcome.message, outcome.token);
  else {
    const token = run.tokens.get(outcome.token);
    if (!token) throw movedOn();
    if (outcome.kind === 'timer') ring(run, token, outcome.node);
    else if (answered.has(spotOf(run, token.node).node.kind)) leave(run, token);
    else throw movedOn();
  }
  return settle(definition, run);
};
