/** Small processes for tests: files wrapped around a body, and definitions built from nested blocks (sound by construction). */
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import type { Definition, Flow, Node, Office } from './schema.ts';

/** A file of another tool, by name, from the folder `fixtures`. */
export const file = (name: string): Buffer => readFileSync(new URL(`fixtures/${name}`, import.meta.url));

/** A BPMN file with the given content below `definitions`. */
export const definitions = (content: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:toantrinh="urn:toantrinh:bpmn:1" id="d" targetNamespace="urn:thidu">${content}</definitions>`;

/** A file with one process. */
export const oneProcess = (content: string): string =>
  definitions(`<process id="p" name="Thí dụ" isExecutable="true">${content}</process>`);

/** A sound process whose one step is a service task of this act. */
export const callingService = (act: string): string =>
  oneProcess(`<startEvent id="s"/><serviceTask id="may" name="Gọi máy" toantrinh:act="${act}"/><endEvent id="e"/>
  <sequenceFlow id="f1" sourceRef="s" targetRef="may"/><sequenceFlow id="f2" sourceRef="may" targetRef="e"/>`);

/** start → the given element (id `x`) → end. */
export const around = (element: string, more = ''): string =>
  oneProcess(`<startEvent id="s"/>${element}<endEvent id="e"/>
    <sequenceFlow id="f1" sourceRef="s" targetRef="x"/><sequenceFlow id="f2" sourceRef="x" targetRef="e"/>${more}`);

export const office: Office = {
  role: 'Chuyên viên',
  unit: 'Phòng Thí dụ',
  limit: { amount: 4, unit: 'working_hour' },
  output: null,
  act: null,
  form: null,
};

const drawn = (id: string, scope: string | null) => ({ id, name: id, scope, lane: null, note: '' });

/** A user step. */
export const step = (id: string, scope: string | null = null): Node => ({
  ...drawn(id, scope),
  kind: 'user',
  office,
  message: null,
});
export const gateway = (id: string, kind: 'exclusive' | 'parallel', scope: string | null = null): Node =>
  kind === 'parallel' ? { ...drawn(id, scope), kind } : { ...drawn(id, scope), kind, otherwise: null };
export const plainEvent = (id: string, kind: 'start' | 'end', scope: string | null = null): Node => ({
  ...drawn(id, scope),
  kind,
  event: { type: 'none' },
});
export const flow = (
  from: string,
  to: string,
  condition: string | null = null,
  scope: string | null = null,
): Flow => ({
  id: `${from}-${to}`,
  name: '',
  scope,
  from,
  to,
  condition,
});

/** A definition of these parts; the last flow out of an exclusive split becomes its default when it has no condition. */
export const definition = (nodes: readonly Node[], flows: readonly Flow[]): Definition => ({
  id: 'p',
  name: 'Thí dụ',
  agency: null,
  note: '',
  source: null,
  flows,
  nodes: nodes.map((node) => {
    const leaving = flows.filter(({ from }) => from === node.id);
    if (node.kind !== 'exclusive' || leaving.length < 2) return node;
    return { ...node, otherwise: leaving.find(({ condition }) => condition === null)?.id ?? null };
  }),
});

/** A well-nested process. `loop` goes back once when its condition holds. */
export type Block =
  | { readonly kind: 'step' | 'timed' }
  | { readonly kind: 'sequence' | 'choice' | 'together'; readonly of: readonly Block[] }
  | { readonly kind: 'loop' | 'inside'; readonly of: readonly [Block] };

/** Builds the definition of a block. Choices look at the numbers `c0`, `c1`, …, loops at `c…` too. */
export const build = (block: Block): Definition => {
  const nodes: Node[] = [];
  const flows: Flow[] = [];
  let count = 0;
  const fresh = (prefix: string): string => `${prefix}${count++}`;
  const link = (from: string, to: string, scope: string | null, condition: string | null = null): void => {
    flows.push({ ...flow(from, to, condition, scope), id: fresh('f') });
  };
  const place = (part: Block, scope: string | null): { readonly first: string; readonly last: string } => {
    switch (part.kind) {
      case 'step': {
        const id = fresh('step');
        nodes.push(step(id, scope));
        return { first: id, last: id };
      }
      case 'timed': {
        const [id, late, meet] = [fresh('step'), fresh('late'), fresh('meet')];
        const event = {
          type: 'timer',
          timer: { kind: 'limit', limit: { amount: 1, unit: 'working_day' } },
        } as const;
        nodes.push(step(id, scope), gateway(meet, 'exclusive', scope));
        nodes.push({ ...drawn(late, scope), kind: 'boundary', event, host: id, interrupting: true });
        link(id, meet, scope);
        link(late, meet, scope);
        return { first: id, last: meet };
      }
      case 'sequence': {
        const parts = part.of.map((inner) => place(inner, scope));
        for (const [at, inner] of parts.entries()) {
          const next = parts[at + 1];
          if (next) link(inner.last, next.first, scope);
        }
        return { first: parts[0]?.first ?? '', last: parts.at(-1)?.last ?? '' };
      }
      case 'choice':
      case 'together': {
        const kind = part.kind === 'choice' ? 'exclusive' : 'parallel';
        const [split, join] = [fresh('split'), fresh('join')];
        nodes.push(gateway(split, kind, scope), gateway(join, kind, scope));
        for (const [at, inner] of part.of.entries()) {
          const { first, last } = place(inner, scope);
          const isLast = at === part.of.length - 1;
          link(split, first, scope, kind === 'exclusive' && !isLast ? `c${count % 4} = ${at}` : null);
          link(last, join, scope);
        }
        return { first: split, last: join };
      }
      case 'loop': {
        const [again, decide] = [fresh('again'), fresh('decide')];
        nodes.push(gateway(again, 'exclusive', scope), gateway(decide, 'exclusive', scope));
        const { first, last } = place(part.of[0], scope);
        link(again, first, scope);
        link(last, decide, scope);
        link(decide, again, scope, `turn < 2 and c${count % 4} = 1`);
        const leave = fresh('pass');
        nodes.push(gateway(leave, 'exclusive', scope));
        link(decide, leave, scope);
        return { first: again, last: leave };
      }
      case 'inside': {
        const id = fresh('sub');
        nodes.push({ ...drawn(id, scope), kind: 'sub' });
        enclose(part.of[0], id);
        return { first: id, last: id };
      }
    }
  };
  const enclose = (part: Block, scope: string | null): void => {
    const [begin, end] = [fresh('start'), fresh('end')];
    nodes.push(plainEvent(begin, 'start', scope), plainEvent(end, 'end', scope));
    const { first, last } = place(part, scope);
    link(begin, first, scope);
    link(last, end, scope);
  };
  enclose(block, null);
  return definition(nodes, flows);
};

/** Any well-nested process, for properties. */
export const blocks = (maxDepth: number): fc.Arbitrary<Block> =>
  fc.letrec<{ block: Block }>((tie) => ({
    block: fc.oneof(
      { maxDepth },
      fc.constantFrom<Block>({ kind: 'step' }, { kind: 'timed' }),
      fc.record({
        kind: fc.constantFrom('sequence', 'choice', 'together'),
        of: fc.array(tie('block'), { minLength: 2, maxLength: 3 }),
      }),
      fc.record({ kind: fc.constantFrom('loop', 'inside'), of: fc.tuple(tie('block')) }),
    ),
  })).block;
