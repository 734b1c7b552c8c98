/** The population database, over the exchange platform. */
import { randomUUID } from 'node:crypto';
import type { Look } from '../../../ground/db/act.ts';
import { exchange, Failed, type Wire } from '../../../ground/wire/index.ts';
import { registries } from '../registry.ts';
import type { Citizen, Why } from '../schema.ts';
import {
  headersAt,
  readAnswer,
  writeRequest,
  type PopulationAccount,
  type Sought,
} from './population-soap.ts';

/** The port. `find` gives null when the database does not know the person; throws Unavailable when it does not answer. */
export type PopulationDatabase = {
  readonly find: (look: Look, sought: Sought, why: Why) => Promise<Citizen | null>;
};

/** Speaks service 037. */
export const populationDatabase = (wire: Wire, account: PopulationAccount): PopulationDatabase => ({
  find: (look, sought, why) =>
    wire.call(
      look,
      { ...why, to: registries.population, service: 'population.037', subject: sought.number },
      async (signal) => {
        // The officer is named by account: the database wants a person who answers for the question.
        const request = writeRequest(account, sought, randomUUID(), look.by.account ?? account.account);
        const { status, body } = await exchange(
          account.url,
          { method: 'POST', headers: headersAt(account, Date.now()), body: request },
          signal,
        );
        if (status !== 200) throw new Failed(`status ${status}`, status);
        return { status, value: readAnswer(body, sought.number) };
      },
    ),
});
