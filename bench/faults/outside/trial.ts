/** A trial: one system outside fails in one way while a dossier is under way. */
import type { Outside } from '../../../src/app/outside.ts';
import type { Walk } from '../../../src/app/demo/walk.ts';
import { FAULTS_PATH } from '../../../src/ground/wire/index.ts';
import type { Mailbox } from '../../../src/outside/messages/testing/mailbox.ts';

/** The systems outside of an installation: the simulators, and the mail server. */
export type Systems = { readonly outside: Outside; readonly mailbox: Mailbox };

/** Makes a system fail (`on`), and well again (`off`). */
export type Failing = {
  readonly on: (systems: Systems) => Promise<void>;
  readonly off: (systems: Systems) => Promise<void>;
};

export type Trial = Failing & {
  readonly fault: string;
  readonly walk: Walk;
  /** How many steps of the walk go before it. */
  readonly after: number;
};

/** Sets faults of a simulator, at one of its addresses. */
export function failing(at: (outside: Outside) => string, on: object, off: object): Failing {
  const set =
    (faults: object) =>
    async ({ outside }: Systems): Promise<void> => {
      const answer = await fetch(new URL(FAULTS_PATH, at(outside)), {
        method: 'PUT',
        body: JSON.stringify(faults),
      });
      if (!answer.ok) throw new Error(`The simulator took no faults: ${answer.status}`);
    };
  return { on: set(on), off: set(off) };
}
