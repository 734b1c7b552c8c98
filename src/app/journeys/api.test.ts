/** The API as a stranger and as a citizen use it: described by OpenAPI 3.1, strict at the edge, the same drafts as on the pages. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { birthRegistration } from '../../../sample/procedures/birth-registration.ts';
import { sampleId } from '../../../sample/province/ids.ts';
import { seedProvince } from '../../../sample/province/seed.ts';
import { rolledBack, systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { publish } from '../../services/catalogue/index.ts';
import { testApplication, type Reply, type TestApplication } from '../testing.ts';

const now = '2026-11-23T08:00:00+07:00';
const CODE = '1.001193';

async function opened(world: TestWorld): Promise<TestApplication> {
  const { national, local, from } = birthRegistration;
  await world.act(systemAt(now), (act) => publish(act, national, local, from, 'written'));
  return testApplication(world, now);
}

const citizen = (app: TestApplication, n: number, assurance: 1 | 2 = 2) =>
  app.signInAs({
    kind: 'citizen',
    account: `0197c1c8-0280-7000-8000-0000000000a${n}`,
    person: sampleId('person', 'nguyen-van-vi-du'),
    name: 'Nguyễn Văn Ví Dụ',
    assurance,
  });

const json = (reply: Reply): Record<string, unknown> => JSON.parse(reply.html) as Record<string, unknown>;

describe('journey: API', () => {
  it(
    'is described by valid OpenAPI 3.1',
    rolledBack(async (world) => {
      const app = await testApplication(world, now);
      const description = json(await app.visitor().get('/api/v1/openapi.json'));
      assert.equal(description['openapi'], '3.1.0');
      const { valid, errors } = await new Validator().validate(description);
      assert.ok(valid, JSON.stringify(errors));
      const paths = Object.keys(description['paths'] as object);
      for (const path of ['', '/{code}', '/{code}/form', '/{code}/validate', '/{code}/prefill'])
        assert.ok(paths.includes(`/api/v1/procedures${path}`), path);
    }),
  );

  it(
    'says what is wrong in the language that was asked for, and with the status that HTTP has for it',
    rolledBack(async (world) => {
      const visitor = (await testApplication(world, now)).visitor();
      const problem = async (method: string, path: string): Promise<readonly [number, string]> => {
        const reply = await visitor.call(method, path);
        assert.match(reply.headers.get('content-type') ?? '', /^application\/json/, path);
        return [reply.status, String(json(reply)['message'])];
      };
      const nowhere = 'The API has no such address. Those of version 1 are listed at /api/v1/openapi.json.';
      assert.deepEqual(await problem('GET', '/api/v1/khong-co?lang=en'), [404, nowhere]);
      assert.deepEqual(await problem('GET', '/api/v2/dossiers?lang=en'), [404, nowhere]);
      assert.equal((await problem('POST', '/api/v1/dossiers/X/progress'))[0], 405);
      const [status, words] = await problem('GET', '/api/v1/dossiers');
      assert.deepEqual([status, words.slice(0, 19)], [401, 'Việc này cần đăng n']);
      assert.match((await visitor.get('/api/v1/dossiers')).headers.get('www-authenticate') ?? '', /^Cookie /);
      const code = '/api/v1/dossiers/H99.61-000000-0000/progress';
      assert.deepEqual(await problem('GET', code), [404, 'Không có hồ sơ nào mang mã này.']);
      for (const [asked, answered] of [
        ['en-GB,en;q=0.9,vi;q=0.8', 'en'],
        ['vi-VN,vi;q=0.9,en;q=0.8', 'vi'],
        ['fr', 'vi'],
      ] as const) {
        const reply = await visitor.get(code, { 'accept-language': asked });
        assert.equal(reply.headers.get('content-language'), answered, asked);
        assert.equal(String(json(reply)['message']).startsWith('No dossier'), answered === 'en', asked);
      }
      const page = await visitor.get('/tra-cuu', { 'accept-language': 'en' });
      assert.match(page.html, /<html lang="vi"/, 'pages go by the link that was followed');
    }),
  );

  it(
    'checks answers for anybody and says what is wrong at which field',
    rolledBack(async (world) => {
      const app = await opened(world);
      const stranger = app.visitor();
      const form = json(await stranger.get(`/api/v1/procedures/${CODE}/form`));
      assert.equal((form['definition'] as { sections: unknown[] }).sections.length > 0, true);
      const path = `/api/v1/procedures/${CODE}/validate`;
      const wrong = json(
        await stranger.call('POST', path, { answers: { childBorn: 'hôm qua', copies: {} } }),
      );
      assert.equal(wrong['valid'], false);
      const fields = (wrong['errors'] as { field: string }[]).map(({ field }) => field);
      for (const field of ['childName', 'childBorn']) assert.ok(fields.includes(field), fields.join(' '));
      for (const body of [{}, { answers: null }, { answers: [] }, { answers: 'x' }, { answers: 7 }])
        assert.equal((await stranger.call('POST', path, body)).status, 422, JSON.stringify(body));
      const huge = { answers: { childName: 'x'.repeat(300_000) } };
      assert.equal((await stranger.call('POST', path, huge)).status, 413);
      assert.equal(
        (await stranger.call('POST', '/api/v1/procedures/9.999999/validate', { answers: {} })).status,
        404,
      );
    }),
  );

  it(
    'keeps drafts for their owner only, one save after the other, and takes no file that was not sent',
    rolledBack(async (world) => {
      const app = await opened(world);
      const begin = { procedure: CODE, answers: { childName: 'Nguyễn An Ví Dụ' } };
      assert.equal((await app.visitor().call('POST', '/api/v1/drafts', begin)).status, 401);
      assert.equal((await citizen(app, 3, 1).call('POST', '/api/v1/drafts', begin)).status, 403);
      const me = citizen(app, 1);
      const begun = json(await me.call('POST', '/api/v1/drafts', begin));
      const path = `/api/v1/drafts/${String(begun['id'])}`;
      assert.equal((begun['answers'] as Record<string, unknown>)['childName'], 'Nguyễn An Ví Dụ');
      assert.equal((await citizen(app, 2).get(path)).status, 404, "somebody else's");
      const foreign = [
        { id: '0197c1c8-0280-7000-8000-0000000000ff', name: 'a.pdf', size: 1, state: 'checked' },
      ];
      const answers = {
        childName: 'Nguyễn An Ví Dụ',
        birthProof: 'paper',
        proofFile: foreign,
        proof: foreign,
      };
      const saved = json(await me.call('PUT', path, { edition: begun['edition'], answers }));
      assert.ok(!JSON.stringify(saved['answers']).includes(foreign[0]!.id));
      assert.equal((await me.call('PUT', path, { edition: begun['edition'], answers })).status, 409);
      assert.equal((await me.call('PUT', path, { edition: 'x', answers })).status, 422);
      assert.deepEqual(json(await me.get(path))['answers'], saved['answers']);
      assert.equal((json(await me.get('/api/v1/drafts'))['items'] as unknown[]).length, 1);
      assert.equal((await me.get('/api/v1/drafts/khong-phai-ma')).status, 404);
    }),
  );

  it(
    'prefills what the account knows, with its source',
    rolledBack(async (world) => {
      await seedProvince(world, systemAt(now));
      const app = await opened(world);
      const known = json(await citizen(app, 1).call('POST', `/api/v1/procedures/${CODE}/prefill`, {}));
      const { declarantName } = known['provenance'] as Record<string, { value: string; basis: string }>;
      assert.equal(declarantName?.value, 'Nguyễn Văn Ví Dụ');
      assert.equal((await app.visitor().call('POST', `/api/v1/procedures/${CODE}/prefill`, {})).status, 401);
    }),
  );

  it(
    'refuses files that are only described, on the pages too',
    rolledBack(async (world) => {
      const app = await opened(world);
      const me = citizen(app, 1);
      const begun = json(await me.call('POST', '/api/v1/drafts', { procedure: CODE, answers: {} }));
      const described = {
        proof: { hash: 'x', id: '0197c1c8-0280-7000-8000-0000000000ff', name: 'a', size: 1 },
      };
      assert.equal(
        (await me.call('POST', `/ban-khai/${String(begun['id'])}/giay-to`, described)).status,
        415,
      );
    }),
  );
});
