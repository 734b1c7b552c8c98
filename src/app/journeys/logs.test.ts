/** What the log says of a citizen at work, of strangers and of faults: where and how long, never who or what. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { birthRegistration } from '../../../sample/procedures/birth-registration.ts';
import { sampleId } from '../../../sample/province/ids.ts';
import { seedProvince } from '../../../sample/province/seed.ts';
import { rolledBack, systemAt } from '../../ground/db/testing.ts';
import { renderMetrics } from '../../ground/operate/metrics.ts';
import { publish } from '../../services/catalogue/index.ts';
import { testApplication } from '../testing.ts';

const now = '2026-11-23T08:00:00+07:00';

/** What people type and are: none of it may stand in the log. */
const personal = {
  name: 'Nguyễn Văn Ví Dụ',
  child: 'Nguyễn An Bịa Ra',
  number: '040199099999',
  phone: '0901234567',
  mail: 'bia.dat@example.vn',
};

async function loggedBy(work: () => Promise<void>): Promise<string[]> {
  const { write } = process.stderr;
  const level = process.env['LOG_LEVEL'];
  const lines: string[] = [];
  process.env['LOG_LEVEL'] = 'debug';
  process.stderr.write = ((chunk: string | Uint8Array) => {
    lines.push(...String(chunk).split('\n').filter(Boolean));
    return true;
  }) as typeof write;
  try {
    await work();
  } finally {
    process.stderr.write = write;
    if (level === undefined) delete process.env['LOG_LEVEL'];
    else process.env['LOG_LEVEL'] = level;
  }
  return lines;
}

describe('journey: the log', () => {
  it(
    'puts answers and log together by the id of the request, and names nobody',
    rolledBack(async (world) => {
      await seedProvince(world, systemAt(now));
      const { national, local, from } = birthRegistration;
      await world.act(systemAt(now), (act) => publish(act, national, local, from, 'written'));
      const app = await testApplication(world, now);
      const me = app.signInAs({
        kind: 'citizen',
        account: '0197c1c8-0280-7000-8000-0000000000a1',
        person: sampleId('person', 'nguyen-van-vi-du'),
        name: personal.name,
        assurance: 2,
      });
      const typed = {
        childName: personal.child,
        number: personal.number,
        phone: personal.phone,
        email: personal.mail,
      };
      const ids = new Set<string>();
      const lines = await loggedBy(async () => {
        const answers = [
          await me.get(`/thu-tuc?q=${encodeURIComponent(personal.name)}`),
          await me.get('/nop/1.001193'),
          await me.post('/nop/1.001193', typed),
          await me.get(`/ho-so/${personal.number}`),
          await me.get(`/${encodeURIComponent(personal.child)}`),
          await me.call('POST', '/api/v1/drafts', { procedure: '1.001193', answers: typed }),
          await me.call('POST', '/api/v1/procedures/1.001193/validate', { answers: typed }),
          await me.call('GET', `/api/v1/drafts/${encodeURIComponent(personal.name)}`),
          await app.visitor().post('/dang-nhap/can-bo', { name: personal.mail, password: personal.phone }),
        ];
        for (const { headers, status } of answers) {
          assert.ok(status < 500, `${status}`);
          ids.add(headers.get('x-request-id') ?? '');
        }
        assert.equal(ids.size, answers.length, 'every answer has an id of its own');
      });
      const logged = lines
        .map((line) => JSON.parse(line) as Record<string, unknown>)
        .filter(({ event }) => event === 'request');
      assert.deepEqual(new Set(logged.map(({ request }) => request)), ids);
      const said = lines.join('\n') + decodeURIComponent(lines.join('\n')) + renderMetrics();
      for (const [what, value] of Object.entries(personal)) assert.ok(!said.includes(value), what);
    }),
  );
});
