/** How dossiers of a procedure go: the steps of its own process, walked once with the product's interpreter. */
import type { Procedure } from '../../src/services/catalogue/index.ts';
import { advance, start, type Definition, type Instance } from '../../src/work/process/index.ts';

/** One step of a walk: what is asked for, and how the process stands while it waits. */
export type Stage = {
  readonly kind: string;
  readonly name: string;
  readonly node: string;
  readonly token: number;
  readonly instance: Instance;
};

/** The way of a procedure, and how the process stands when it is through. */
export type Walk = {
  readonly code: string;
  readonly version: number;
  readonly name: string;
  readonly stages: readonly Stage[];
  readonly finished: Instance;
};

const act: Readonly<Record<string, string>> = {
  draft: 'propose',
  sign: 'sign',
  seal: 'decide',
  return: 'return',
};

/** The act of the record that finishes a step of this kind. */
export const actOf = (kind: string): string => act[kind] ?? 'do-step';

const nameOf = (definition: Definition, node: string): string =>
  definition.nodes.find(({ id }) => id === node)?.name ?? '';

/** Walks a process to its end where every step is one that an officer does, one after the other; null for others. */
export function walkOf(procedure: Pick<Procedure, 'code' | 'version' | 'name' | 'process'>): Walk | null {
  const definition = procedure.process;
  if (!definition) return null;
  let progress = start(definition, { duyet: true });
  const stages: Stage[] = [];
  while (progress.instance.tokens.length > 0) {
    const opened = progress.effects.filter((effect) => effect.do === 'open-step');
    const [one] = opened;
    if (!one || opened.length > 1 || stages.length > 12) return null;
    stages.push({
      kind: one.office.act ?? 'appraise',
      name: nameOf(definition, one.node),
      node: one.node,
      token: one.token,
      instance: progress.instance,
    });
    progress = advance(definition, progress.instance, {
      kind: 'done',
      token: one.token,
      data: { duyet: true },
    });
  }
  const kinds = stages.map(({ kind }) => kind);
  return kinds.includes('draft') && kinds.includes('seal') && kinds.at(-1) === 'return'
    ? {
        code: procedure.code,
        version: procedure.version,
        name: procedure.name,
        stages,
        finished: progress.instance,
      }
    : null;
}
