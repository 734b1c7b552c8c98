/** What an officer enters for somebody: at the counter, or from what came by post. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { birthRegistration } from '../../../sample/procedures/birth-registration.ts';
import { criminalRecord } from '../../../sample/procedures/criminal-record.ts';
import { registerExtract } from '../../../sample/procedures/register-extract.ts';
import { sampleId } from '../../../sample/province/ids.ts';
import { readSample } from '../../../sample/province/load.ts';
import { seedProvince } from '../../../sample/province/seed.ts';
import { nobody, type By } from '../../ground/db/act.ts';
import { send } from '../../ground/db/connect.ts';
import { bySystem } from '../../ground/db/edge.ts';
import { rolledBack, systemAt } from '../../ground/db/testing.ts';
import { visitorOf } from '../../ground/web/testing.tsx';
import { publish } from '../catalogue/index.ts';
import { counter, father } from '../dossiers/fixtures.ts';
import { channelOf } from './counter.ts';
import { counterPage } from './pages/counter.tsx';

const now = '2026-11-23T02:00:00Z';
const unit = sampleId(
  'agency',
  readSample().agencies.find(({ kind, abolished }) => kind === 'peoples-committee' && !abolished)!.slug,
);
const officer: By = { ...counter, agency: unit, powers: [{ role: 'counter', agency: unit, unit: null }] };

describe('an application that an officer enters', () => {
  it('has the channel by which it came; what a person enters is online whatever is claimed', () => {
    assert.equal(channelOf(officer, { by_post: false }), 1);
    assert.equal(channelOf(officer, { by_post: true }), 3);
    assert.equal(channelOf(father, { by_post: true }), 2);
    assert.equal(channelOf(nobody, { by_post: true }), 2);
  });

  it(
    'keeps that it came by post, when the officer says so',
    rolledBack(async (world) => {
      await seedProvince(world, bySystem(world.tenant), () => {});
      const { national, local, from } = birthRegistration;
      await world.act(systemAt(now), (act) => publish(act, national, local, from, 'written'));
      const visitor = visitorOf(world, { pages: [counterPage([])] }, now, officer);
      const asked = { number: '099 090 000 137', procedure: '1.001193' };
      const envelope = { arrivedOn: '20/11/2026', sender: 'Trần Thị Làm Mẫu', postalNumber: 'eb123456789vn' };
      const begin = async (came: Record<string, string>): Promise<unknown> => {
        const { response } = await visitor.post('/mot-cua', { ...asked, ...came });
        assert.equal(response.status, 303);
        const [, , id = ''] = (response.headers.get('location') ?? '').split('/');
        const [draft] = await send<{ by_post: boolean; postal: unknown }>(
          world.tx,
          'select by_post, postal from applications.drafts where id = $1',
          [id],
        );
        assert.equal(draft?.by_post, draft?.postal !== null);
        return draft?.postal;
      };
      assert.deepEqual(await begin({ came: 'post', ...envelope }), {
        arrivedOn: '2026-11-20',
        sender: 'Trần Thị Làm Mẫu',
        number: 'EB123456789VN',
      });
      assert.equal(await begin({ came: 'counter' }), null);
      assert.equal(await begin(envelope), null, 'what is brought has no envelope');
      const refused = async (typed: Record<string, string>): Promise<string> => {
        const { status, text } = await visitor.post('/mot-cua', { ...asked, ...typed });
        assert.equal(status, 422);
        return text;
      };
      await refused({ came: 'pigeon' });
      const missing = await refused({ came: 'post' });
      for (const what of [/ngày bưu gửi đến/i, /người gửi/i, /số hiệu bưu gửi/i]) assert.match(missing, what);
      const tomorrow = { came: 'post', ...envelope, arrivedOn: '24/11/2026' };
      assert.match(await refused(tomorrow), /phải từ 24\/09\/2026 đến hôm nay/);
      assert.match(await refused({ ...tomorrow, arrivedOn: '20/08/2026' }), /phải từ/);
      const ministry = criminalRecord;
      await world.act(systemAt(now), (act) =>
        publish(act, ministry.national, ministry.local, ministry.from, 'written'),
      );
      assert.match(await refused({ procedure: ministry.national.code }), /hồ sơ nộp tại đó/);
    }),
  );

  it(
    'is begun by the name of the procedure: what was found is shown, one is chosen, other words are sought anew',
    rolledBack(async (world) => {
      await seedProvince(world, bySystem(world.tenant), () => {});
      for (const { national, local, from } of [birthRegistration, registerExtract, criminalRecord])
        await world.act(systemAt(now), (act) => publish(act, national, local, from, 'written'));
      const visitor = visitorOf(world, { pages: [counterPage([])] }, now, officer);
      const person = { number: '099 090 000 137' };
      const asked = async (typed: Record<string, string>) =>
        visitor.post('/mot-cua', { ...person, ...typed });
      const offered = ({ html }: { readonly html: string }): string[] =>
        [...html.matchAll(/name="chosen"[^>]*value="([^"]+)"/g)].map(([, code]) => code ?? '');

      const unmarked = await asked({ procedure: 'khai sinh' });
      assert.equal(unmarked.status, 422);
      assert.ok(offered(unmarked).includes('1.001193'), unmarked.text);
      assert.match(unmarked.html, /name="sought" value="khai sinh"/);
      assert.match(unmarked.html, /value="099 090 000 137"/, 'the number is kept');
      assert.doesNotMatch(unmarked.html, /govuk-error-summary/, 'to choose is no fault');
      assert.deepEqual(offered(await asked({ procedure: 'đăng ký khai sinh' }))[0], '1.001193');

      const chosen = { procedure: 'khai sinh', sought: 'khai sinh', chosen: '1.001193' };
      const begun = await asked(chosen);
      assert.equal(begun.response.status, 303);
      const [draft] = await send<{ procedure: string }>(
        world.tx,
        'select procedure from applications.drafts where id = $1',
        [(begun.response.headers.get('location') ?? '').split('/')[2]],
      );
      assert.equal(draft?.procedure, '1.001193');
      const other = await asked({ ...chosen, procedure: 'trich luc ho tich' });
      assert.equal(other.status, 422, 'what was chosen among other hits does not count');
      assert.ok(offered(other).includes(registerExtract.national.code), other.text);

      const nothing = await asked({ procedure: 'zzzz' });
      assert.match(nothing.text, /Không tìm thấy thủ tục nào nhận hồ sơ ở đây theo «zzzz»/);
      assert.deepEqual(offered(nothing), []);
      const { response } = await asked({ procedure: '1.001193' });
      assert.equal(response.status, 303, 'a code is taken at once');
    }),
  );
});
