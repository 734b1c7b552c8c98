/** The sample province for tests: loaded once into a database that is then cloned, since loading it takes a second or two. */
import { connect } from '../src/ground/db/connect.ts';
import { edgeOn } from '../src/ground/db/edge.ts';
import { rolledBackOn, type Prepared, type TestWorld } from '../src/ground/db/testing.ts';
import { withEngine } from '../src/ground/jobs/testing.ts';
import { seedSample } from './seed.ts';

/** A database with the queue engine and the sample province. */
export const withSample: Prepared = {
  name: 'sample',
  make: async (addresses) => {
    await withEngine.make(addresses);
    const connection = connect(addresses.program, 1);
    try {
      await seedSample(edgeOn(connection.db), 1, () => {});
    } finally {
      await connection.close();
    }
  },
};

/** Makes a test body that runs in the sample province, in a transaction that is rolled back. */
export const inSample = (work: (world: TestWorld) => Promise<void>): (() => Promise<void>) =>
  rolledBackOn(withSample, work);
