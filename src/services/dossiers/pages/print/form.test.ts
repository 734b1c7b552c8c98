import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { sql } from 'kysely';
import { sampleProcedures } from '../../../../../sample/procedures/index.ts';
import { sampleId } from '../../../../../sample/province/ids.ts';
import { readSample } from '../../../../../sample/province/load.ts';
import { seedProvince } from '../../../../../sample/province/seed.ts';
import { system } from '../../../../ground/db/act.ts';
import { bySystem } from '../../../../ground/db/edge.ts';
import { rolledBack, type TestWorld } from '../../../../ground/db/testing.ts';
import { visitorOf } from '../../../../ground/web/testing.tsx';
import { close as closeTypeset, findTemplate } from '../../../../paper/typeset/index.ts';
import { publish } from '../../../catalogue/index.ts';
import { accept } from '../../commands/accept.ts';
import { receive } from '../../commands/receive.ts';
import { counter, father, pinned, submission } from '../../fixtures.ts';
import { hold } from '../../load.ts';
import { formAnswer } from './form.ts';
import { REGISTER } from './paths.ts';
import { registerAnswer } from './register.tsx';

const monday = '2026-11-23T02:00:00Z';
const tuesday = '2026-11-24T02:00:00Z';
const committee = sampleId(
  'agency',
  readSample().agencies.find(({ kind, abolished }) => kind === 'peoples-committee' && !abolished)!.slug,
);
const officer = {
  ...counter,
  agency: committee,
  powers: [{ role: 'counter', agency: committee, unit: null }],
};

describe('what is printed', () => {
  after(closeTypeset);

  async function accepted(world: TestWorld, key: string, at: string): Promise<string> {
    const { id, code } = await world.as(father, at, (act) =>
      receive(act, {
        ...submission(key),
        agency: { id: committee, identifier: 'H99.18' },
        oneStop: committee,
      }),
    );
    await world.as(officer, at, async (act) => accept(act, await hold(act, id), pinned));
    return code;
  }

  it(
    'the register of all, although one of them has a name in other letters',
    rolledBack(async (world) => {
      await seedProvince(world, bySystem(world.tenant), () => {});
      const { id } = await world.as(father, monday, (act) =>
        receive(act, {
          ...submission('letters'),
          applicant: { person: null, organisation: null, name: 'Kim 한국 😀' },
          agency: { id: committee, identifier: 'H99.18' },
          oneStop: committee,
        }),
      );
      assert.ok(id);
      const visitor = visitorOf(world, { answers: [registerAnswer] }, tuesday, officer);
      const { response, text } = await visitor.get(`${REGISTER}/in?tu=2026-11-23&den=2026-11-23`);
      assert.equal(response.status, 200, text);
    }),
  );

  it(
    'a slip printed again looks as it did, whatever version of its template was published since; a new slip follows the new one',
    rolledBack(async (world) => {
      await seedProvince(world, bySystem(world.tenant), () => {});
      const { national, local, from } = sampleProcedures.find((one) => one.national.code === '1.001193')!;
      await world.as(system, monday, (act) => publish(act, national, local, from, 'written'));
      const print = async (code: string): Promise<Buffer> => {
        const visitor = visitorOf(world, { answers: [formAnswer] }, tuesday, officer);
        const { response, text } = await visitor.get(`/ho-so/${code}/in/01`);
        assert.equal(response.status, 200, text);
        return Buffer.from(await response.arrayBuffer());
      };
      const code = await accepted(world, 'first', monday);
      const first = await print(code);
      const key = 'form-01-receipt';
      const source = `${findTemplate(key)!.source}\nDòng thêm của người quản trị\n`;
      const published = new Date(new Date(monday).getTime() + 3_600_000);
      await sql`insert into papers.templates
          (tenant, key, version, id, source, change, drafted_by, drafted_name, drafted_at, published_name, published_at)
        values (${world.tenant}, ${key}, 1, ${committee}, ${source}, 'thêm', ${committee}, 'A', ${published}, 'B', ${published})`.execute(
        world.tx,
      );
      assert.ok((await print(code)).equals(first), 'the same bytes');
      const later = await print(await accepted(world, 'second', tuesday));
      assert.ok(later.toString('latin1').includes(`${key}@1`), 'made with version 1');
      assert.ok(first.toString('latin1').includes(`${key}@0`), 'made with version 0');
    }),
  );
});
