/** What a step of the record keeps of the process, so that the record alone tells where time went (C10): the node that was finished, the nodes that were opened. */
import type { Data, Effect, Instance } from '../../work/process/index.ts';

/** The trace of one act: `node` finished with what data, `opened` what came next. */
export const trace = (
  before: Instance | null,
  token: number,
  effects: readonly Effect[],
  data?: Data,
): Readonly<Record<string, unknown>> => ({
  ...(before && { node: before.tokens.find(({ id }) => id === token)?.node ?? null }),
  opened: effects.flatMap((effect) => (effect.do === 'open-step' ? [effect.node] : [])),
  ...(data && { data }),
});
