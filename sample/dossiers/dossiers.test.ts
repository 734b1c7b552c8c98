import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { edgeInside, rolledBack, systemAt } from '../../src/ground/db/testing.ts';
import { getProcedure } from '../../src/services/catalogue/index.ts';
import { findDossier } from '../../src/services/dossiers/index.ts';
import { verifyChains } from '../../src/ground/record/index.ts';
import { listWorkOf } from '../../src/work/desk/index.ts';
import { formOf, validate } from '../../src/work/forms/index.ts';
import { sampleId } from '../province/ids.ts';
import { seedSample } from '../seed.ts';
import { sampleDossiers } from './dossiers.ts';
import { seedDossiers } from './seed.ts';

/** Sunday 22 November 2026, 10:00: the last working day that is over is Friday the 20th. */
const sunday = new Date('2026-11-22T10:00:00+07:00');
const dossiers = sampleDossiers('2026-11-10', '2026-12-04');

describe('sample dossiers', () => {
  it(
    'are at every stage, some of them late, once',
    rolledBack(async (world) => {
      const edge = edgeInside(world.tx);
      await seedSample(edge, 1, () => {});
      const ids = await seedDossiers(edge, 1, sunday);
      assert.equal(ids.length, dossiers.length);
      assert.deepEqual(await seedDossiers(edge, 1, sunday), []);
      await edge.look(systemAt(sunday.toISOString()), async (look) => {
        for (const [n, { procedure, applicant, answers, reached }] of dossiers.entries()) {
          const { form } = await getProcedure(look, procedure);
          assert.ok(form);
          assert.deepEqual(
            validate(formOf(form), answers, { today: '2026-11-20' }).errors,
            [],
            `${procedure} ${applicant}`,
          );
          const dossier = await findDossier(look, ids[n]!);
          assert.ok(dossier);
          assert.equal(dossier.applicant, sampleId('person', applicant));
          const state = typeof reached !== 'number' ? reached : reached === 0 ? 'accepted' : 'processing';
          assert.equal(dossier.state, state, `${procedure} ${applicant}`);
          assert.equal((await listWorkOf(look, dossier.id)).length > 0, reached !== 'withdrawn');
        }
        const due = await Promise.all(ids.map((id) => findDossier(look, id)));
        const late = due.filter((one) => one?.due_at && one.due_at < sunday && !one.ended_at);
        assert.ok(late.length >= 2 && late.length <= 8, `${late.length} late`);
        assert.deepEqual((await verifyChains(look)).faults, []);
      });
    }),
  );
});
