/** What a step of the record keeps of the process, so that the record alone tells where time went (C10): the node that was finished, the nodes that were opened. */
import type { Data, Effect, Instance } from '../../work/process/index.ts';

/** The trace of one act: `node` finished with what data, `opened` what it waits for next. A token that stays has finished nothing. */
export const trace = (
  before: Instance | null,
  token: number,
  effects: readonly Effect[],
  after: Instance | null,
  data?: Data,
): Readonly<Record<string, unknown>> => {
  const at = new Map(after?.tokens.map(({ id, node }) => [id, node]));
  const opened = effects.flatMap((effect) =>
    // What is attached to a step is watched beside it: nobody waits there.
    'office' in effect || ('token' in effect && waits.has(effect.do) && at.get(effect.token) === effect.node)
      ? [effect.node]
      : [],
  );
  return {
    ...(before && {
      node: at.has(token) ? null : (before.tokens.find(({ id }) => id === token)?.node ?? null),
    }),
    opened,
    ...(data && { data }),
  };
};

const waits: ReadonlySet<Effect['do']> = new Set(['wait-message', 'start-timer', 'call-process']);
