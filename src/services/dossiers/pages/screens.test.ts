/** Each kind of step is done on its own screen: nobody signs, seals or hands over by noting a finding, whatever address they send it to. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { constructionPermit } from '../../../../sample/procedures/construction-permit.ts';
import { scenarioOf } from '../../../../sample/procedures/answers.ts';
import { sampleId } from '../../../../sample/province/ids.ts';
import { inSample } from '../../../../sample/testing.ts';
import { visitorOf } from '../../../ground/web/testing.tsx';
import { getProcedure } from '../../catalogue/index.ts';
import { receive } from '../commands/receive.ts';
import { father, leader, submission } from '../fixtures.ts';
import { screenOf } from '../paths.ts';
import { acceptAt, takeStep, wholeAt } from '../testing.ts';
import { draftResultPage } from './draft-result.tsx';
import { returnPage } from './return.tsx';
import { stepPage } from './step.tsx';

const monday = new Date('2026-11-23T02:00:00Z');
const [committee, oneStop] = [sampleId('agency', 'ubnd-song-mau'), sampleId('agency', 'ttpvhcc-song-mau')];
const CODE = constructionPermit.national.code;

/** What would finish a step on each screen. */
const fillings = {
  buoc: { finding: 'Đạt', way: '' },
  'du-thao': { kind: 'grant', ground: '', reason: '', basis: '' },
  tra: { hand: 'otherwise', receiver: '', as: 'applicant', paper: '' },
} as const;

describe('screens of steps', () => {
  it(
    'do the steps of their kind only',
    inSample(async (world) => {
      const { id, code } = await world.as(father, monday, async (act) =>
        receive(act, {
          ...submission('screens'),
          procedure: await getProcedure(act, CODE),
          applicant: {
            person: sampleId('person', 'nguyen-van-vi-du'),
            organisation: null,
            name: father.name,
          },
          answers: scenarioOf(CODE).answers,
          agency: { id: committee, identifier: 'H99.61' },
          oneStop,
        }),
      );
      await acceptAt(world, id, monday);
      // Somebody who may do every step there is.
      const roles = ['counter', 'case-officer', 'leader', 'clerk'];
      const powers = [committee, oneStop].flatMap((agency) =>
        roles.map((role) => ({ role, agency, unit: null })),
      );
      const pages = [stepPage, draftResultPage, returnPage];
      const visitor = visitorOf(world, { pages }, monday, { ...leader, powers });
      const seen: string[] = [];
      for (;;) {
        const { work, dossier } = await wholeAt(world, id, monday);
        const step = work.find(({ ref }) => ref !== null);
        if (!step) break;
        seen.push(step.kind);
        for (const [screen, filling] of Object.entries(fillings)) {
          if (screen === screenOf(step.kind)) continue;
          const path: string = `/ho-so/${encodeURIComponent(code)}/${screen}/${step.ref}`;
          assert.equal((await visitor.get(path)).status, 409, `${step.kind} at ${screen}`);
          assert.equal((await visitor.post(path, filling)).status, 409, `${step.kind} at ${screen}`);
        }
        assert.deepEqual((await wholeAt(world, id, monday)).dossier.process, dossier.process);
        await takeStep(world, id, monday);
      }
      assert.deepEqual(seen, ['assign', 'appraise', 'inspect', 'draft', 'sign', 'seal', 'return']);
    }),
  );
});
