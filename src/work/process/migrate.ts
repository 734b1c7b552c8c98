/**
 * Moves a running instance to another version of its definition, and says beforehand what changes. Nothing is moved that could get stuck:
 * the token game is played from where the tokens would stand. C2 (running dossiers stay on their version, or migrate with a preview).
 */
import { isDeepStrictEqual } from 'node:util';
import type { Text } from '../../ground/text/language.ts';
import { opening } from './advance.ts';
import { graphOf, reachableFrom, type Graph, type Spot } from './graph.ts';
import { equal } from './marking.ts';
import { netOf, shrink } from './net.ts';
import type { Definition, Effect, Instance, Node, Token } from './schema.ts';
import { play } from './token-game.ts';

export type Change = {
  /** `lost` keeps the migration from being made; the others tell. */
  readonly kind: 'kept' | 'moved' | 'changed' | 'lost' | 'added' | 'removed';
  readonly element: string;
  readonly name: string;
  readonly message: Text;
};

export type Migration = {
  /** Where it would stand; null when it cannot be moved. */
  readonly instance: Instance | null;
  readonly changes: readonly Change[];
  /** For the caller once it is decided. An effect for a token that waits already restates it (a changed limit) or adds to it (a new timer). */
  readonly effects: readonly Effect[];
};

const say = (vi: string, en: string): Text => ({ vi, en });
const messages = {
  kept: say('Hồ sơ ở nguyên bước này.', 'The case stays at this step.'),
  moved: say('Hồ sơ chuyển sang bước này.', 'The case moves to this step.'),
  changed: say(
    'Người làm, thời hạn hoặc kết quả của bước thay đổi.',
    'Who does the step, its limit or its output changes.',
  ),
  lost: say(
    'Phiên bản mới không có chỗ tương ứng; hãy chọn một bước thay thế.',
    'The new version has no such place; choose a step instead.',
  ),
  stuck: say(
    'Nếu chuyển, hồ sơ sẽ kẹt hoặc chạy trùng ở phiên bản mới.',
    'If moved, the case would get stuck or run something twice in the new version.',
  ),
  added: say('Bước mới sẽ phải qua.', 'A new step lies ahead.'),
  removed: say('Bước này không còn nữa.', 'This step is no longer ahead.'),
} satisfies Record<string, Text>;

const change = (kind: Change['kind'], { id, name }: Node, message: Text = messages[kind]): Change => ({
  kind,
  element: id,
  name: name === '' ? id : name,
  message,
});

const whatItSays = (node: Node): unknown =>
  'office' in node ? node.office : 'event' in node ? node.event : null;

/** The flow of the new version by which a token waits at a join: the same one, or one from the same node. */
const arrivalOf = (before: Spot, after: Spot, by: string | null): string | null => {
  const old = before.incoming.find(({ id }) => id === by);
  return after.incoming.find(({ id, from }) => id === by || from === old?.from)?.id ?? null;
};

type Moved = { readonly token: Token; readonly before: Spot; readonly after: Spot };

/** What a level looks like to a token: kinds of nodes and how they are joined. */
const shapeOf = (graph: Graph, scope: string | null): ReadonlySet<string> =>
  new Set(
    (graph.levels.get(scope) ?? []).flatMap(({ node, outgoing, boundaries }) => [
      `${node.id} ${node.kind}`,
      ...outgoing.map(({ from, to }) => `${from} to ${to}`),
      ...boundaries.map(({ id, interrupting }) => `${node.id} has ${id} ${interrupting}`),
    ]),
  );

/** Whether what stands on one level can end from there, in the net of that level. */
const canEnd = (graph: Graph, scope: string | null, tokens: readonly Token[]): boolean => {
  const level = graph.levels.get(scope) ?? [];
  const start = level.find(({ node }) => node.kind === 'start');
  if (!start) return false;
  const net = netOf(level, start);
  const places = tokens.map(({ node, by }) => {
    const spot = graph.spots.get(node);
    const [only] = spot?.incoming ?? [];
    const isJoin = spot?.node.kind === 'parallel';
    const many = (spot?.incoming.length ?? 0) > 1;
    return net.places.get(isJoin ? `flow ${by}` : many ? `node ${node}` : `flow ${only?.id}`);
  });
  const marked = new Set(places.filter((place) => place !== undefined));
  if (marked.size < tokens.length) return false;
  const { stuck, doubled, tooMany } = play(shrink(net, marked), marked);
  return !tooMany && stuck.size === 0 && doubled.size === 0;
};

const waitsItself = ({ kind }: Node): boolean => kind !== 'parallel' && kind !== 'sub';

const tasks: ReadonlySet<Node['kind']> = new Set(['user', 'service', 'send', 'receive', 'call']);

/** Steps ahead that come, go or change. */
const changesAhead = (from: Graph, to: Graph, moved: readonly Moved[]): readonly Change[] => {
  const here = new Set(moved.map(({ after }) => after.node.id));
  const ahead = (graph: Graph, ids: readonly string[]): readonly Node[] =>
    [...reachableFrom(graph, ids)]
      .map((id) => graph.spots.get(id)?.node)
      .filter((node) => node !== undefined)
      .filter(({ id, kind }) => tasks.has(kind) && !here.has(id));
  const before = new Map(
    ahead(
      from,
      moved.map(({ before }) => before.node.id),
    ).map((node) => [node.id, node]),
  );
  const after = new Map(ahead(to, [...here]).map((node) => [node.id, node]));
  return [
    ...[...before.values()].filter(({ id }) => !after.has(id)).map((node) => change('removed', node)),
    ...[...after.values()].flatMap((node) => {
      const old = before.get(node.id);
      if (!old) return [change('added', node)];
      return isDeepStrictEqual(whatItSays(old), whatItSays(node)) ? [] : [change('changed', node)];
    }),
  ];
};

/**
 * Previews and makes the move of an instance from one version to another. `mapping` names the new step for old ones that have no namesake.
 * The instance is null when a token has no place in the new version or could get stuck there.
 */
export const migrate = (
  instance: Instance,
  from: Definition,
  to: Definition,
  mapping: Readonly<Record<string, string>> = {},
): Migration => {
  const old = graphOf(from);
  const graph = graphOf(to);
  const targetOf = (node: string): string => mapping[node] ?? node;
  const nodeOf = new Map(instance.tokens.map(({ id, node }) => [id, node]));
  const moved: Moved[] = [];
  const changes: Change[] = [];
  for (const token of instance.tokens) {
    const before = old.spots.get(token.node);
    const after = graph.spots.get(targetOf(token.node));
    if (!before) continue;
    const around = nodeOf.get(token.scope);
    const scope = around === undefined ? null : targetOf(around);
    const by = after && before.node.kind === 'parallel' ? arrivalOf(before, after, token.by) : token.by;
    const fits = after?.node.kind === before.node.kind && after.node.scope === scope;
    if (!fits || (before.node.kind === 'parallel' && by === null)) {
      changes.push(change('lost', before.node));
      continue;
    }
    moved.push({ token: { ...token, node: after.node.id, by }, before, after });
    const isSame = isDeepStrictEqual(whatItSays(before.node), whatItSays(after.node));
    // That a branch goes on waiting where branches meet, and one stays within a sub-process, tells nobody anything.
    if (!waitsItself(after.node) && after.node.id === before.node.id) continue;
    changes.push(
      change(after.node.id !== before.node.id ? 'moved' : isSame ? 'kept' : 'changed', after.node),
    );
  }
  const effectsOf = ({ token, before, after }: Moved): readonly Effect[] => {
    const asked = opening(to, instance, token);
    if (before.node.id !== after.node.id) {
      return [{ do: 'close-step', token: token.id, node: before.node.id, because: 'interrupted' }, ...asked];
    }
    const known = opening(from, instance, token);
    return asked.filter((effect) => !known.some((old) => isDeepStrictEqual(old, effect)));
  };
  const tokens = moved.map(({ token }) => token);
  const whole = tokens.length === instance.tokens.length;
  const levels = Map.groupBy(tokens, ({ scope }) => scope);
  const isSafe = (level: readonly Token[]): boolean => {
    const scope = graph.spots.get(level[0]?.node ?? '')?.node.scope ?? null;
    const stays = Object.keys(mapping).length === 0;
    return (stays && equal(shapeOf(old, scope), shapeOf(graph, scope))) || canEnd(graph, scope, level);
  };
  const stuck = whole ? [...levels.values()].filter((level) => !isSafe(level)) : [];
  for (const { node } of stuck.flat()) {
    const spot = graph.spots.get(node);
    if (spot) changes.push(change('lost', spot.node, messages.stuck));
  }
  const isPossible = whole && stuck.length === 0;
  return {
    instance: isPossible ? { ...instance, definition: to.id, tokens } : null,
    changes: [...changes, ...changesAhead(old, graph, moved)],
    effects: isPossible ? moved.flatMap(effectsOf) : [],
  };
};
