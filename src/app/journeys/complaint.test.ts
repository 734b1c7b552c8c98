/** A complaint begins on the page of the dossier that was decided, and knows its code. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { complaint } from '../../../sample/procedures/complaint.ts';
import { sampleId } from '../../../sample/province/ids.ts';
import { inSample } from '../../../sample/testing.ts';
import { system } from '../../ground/db/act.ts';
import { systemAt } from '../../ground/db/testing.ts';
import { findComplaintProcedure, publish } from '../../services/catalogue/index.ts';
import { testApplication } from '../testing.ts';

const now = '2026-11-23T02:00:00Z';
const CODE = complaint.national.code;
const about = 'H99.61-261123-0001';

describe('a complaint', () => {
  it(
    'is found for the level of the agency that decided, and begins with the code of the dossier',
    { timeout: 60_000 },
    inSample(async (world) => {
      const found = (level: string) =>
        world.look(systemAt(now), (look) => findComplaintProcedure(look, level));
      await world.as(system, now, (act) =>
        publish(act, complaint.national, complaint.local, complaint.from, 'written'),
      );
      assert.deepEqual([await found('commune'), await found('province')], [CODE, null]);
      const app = await testApplication(world, now);
      const citizen = app.signInAs({
        kind: 'citizen',
        account: '0197c1c8-0280-7000-8000-0000000000a1',
        person: sampleId('person', 'nguyen-van-vi-du'),
        name: 'Nguyễn Văn Ví Dụ',
        assurance: 2,
      });
      const begin = await citizen.get(`/nop/${CODE}?ve-ho-so=${about}`);
      assert.match(begin.html, new RegExp(`name="about" value="${about}"`));
      const pageOf = async (typed: Readonly<Record<string, string>>): Promise<string> => {
        const begun = await citizen.post(`/nop/${CODE}`, { anew: 'yes', ...typed });
        return (await citizen.get(`/ban-khai/${begun.to?.split('/')[2]}/cai-gi`)).html;
      };
      assert.match(await pageOf({ about }), new RegExp(`value="${about}"`));
      assert.doesNotMatch(await pageOf({}), new RegExp(about));
    }),
  );
});
