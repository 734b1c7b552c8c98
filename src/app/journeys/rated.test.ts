/** Who has rated a service is not asked again: the way there is on the page of the dossier until then, and only with a result (B10). */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { scenarioOf } from '../../../sample/procedures/answers.ts';
import { birthRegistration } from '../../../sample/procedures/birth-registration.ts';
import { sampleId } from '../../../sample/province/ids.ts';
import { inSample } from '../../../sample/testing.ts';
import { nobody, type By } from '../../ground/db/act.ts';
import { send } from '../../ground/db/connect.ts';
import { receive } from '../../services/dossiers/index.ts';
import { submission } from '../../services/dossiers/fixtures.ts';
import { testApplication } from '../testing.ts';

const now = '2026-11-23T02:00:00Z';
const ward = sampleId('agency', 'ubnd-song-mau');
const father: By = {
  ...nobody,
  kind: 'citizen',
  account: sampleId('person', 'nguyen-van-vi-du'),
  person: sampleId('person', 'nguyen-van-vi-du'),
  name: 'Nguyễn Văn Ví Dụ',
  assurance: 2,
};

describe('the way to rate a service', () => {
  it(
    'is there once there is a result, and gone once it was rated; of another dossier it stays',
    { timeout: 60_000 },
    inSample(async (world) => {
      const visitor = (await testApplication(world, now)).signInAs(father);
      const filed = (key: string) =>
        world.as(father, now, (act) =>
          receive(act, {
            ...submission(key),
            procedure: { ...birthRegistration.national, ...birthRegistration.local, version: 1 },
            applicant: { person: father.person, organisation: null, name: father.name },
            agency: { id: ward, identifier: 'H99.61' },
            oneStop: ward,
            answers: scenarioOf('1.001193').answers,
          }),
        );
      const [first, second] = [await filed('rated'), await filed('not rated')];
      const isAsked = async ({ code }: { readonly code: string }): Promise<boolean> => {
        const { status, html } = await visitor.get(`/ho-so/${code}`);
        assert.equal(status, 200);
        return html.includes(`href="/ho-so/${code}/danh-gia"`);
      };
      assert.equal(await isAsked(first), false, 'there is no result yet');
      for (const { id } of [first, second])
        await send(
          world.tx,
          "update dossiers.dossiers set state = 'decided', decided_at = $2 where id = $1",
          [id, now],
        );
      assert.equal(await isAsked(first), true);
      const rated = await visitor.post(`/ho-so/${first.code}/danh-gia`, { score: '5', words: '' });
      assert.equal(rated.to, `/ho-so/${first.code}`);
      assert.equal(await isAsked(first), false);
      assert.equal(await isAsked(second), true);
    }),
  );
});
