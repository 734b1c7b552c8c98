import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nobody } from '../../ground/db/act.ts';
import { rolledBack, systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { Conflict, Invalid } from '../../ground/operate/errors.ts';
import { anOfficer, asOfficer, from, softDevice, type Ready } from './fixtures.ts';
import { forgetChallenges } from './jobs.ts';
import {
  addPasskey,
  askForAny,
  askForNew,
  checkAny,
  checkNew,
  listPasskeys,
  removePasskey,
  signInWithPasskey,
} from './passkeys.ts';

const now = '2026-11-23T08:00:00+07:00';
const later = '2026-11-23T08:06:00+07:00';
const site = { origin: 'https://dichvucong.songlam.example', name: 'Toàn Trình' };

const lookAs = <T>(
  world: TestWorld,
  officer: Ready,
  moment: string,
  work: Parameters<TestWorld['look']>[1],
): Promise<T> => world.look({ ...systemAt(moment), by: asOfficer(officer) }, work) as Promise<T>;

/** Registers the device for the officer. */
async function register(
  world: TestWorld,
  officer: Ready,
  device: ReturnType<typeof softDevice>,
): Promise<void> {
  const by = asOfficer(officer);
  const { challenge, options } = await world.as(by, now, (act) => askForNew(act, site));
  const fitting = await world.look({ ...systemAt(now), by }, (look) =>
    checkNew(look, site, challenge, device.make(options)),
  );
  await world.as(by, now, async (act) => addPasskey(act, fitting, 'máy thử', from));
}

describe('access: passkeys', () => {
  it(
    'sign an officer in, each answer once',
    rolledBack(async (world) => {
      const officer = await world.as(nobody, now, (act) => anOfficer(act, 'chuyen-vien.mau'));
      const device = softDevice(site.origin);
      await register(world, officer, device);
      const { challenge, options } = await world.as(nobody, now, (act) => askForAny(act, site));
      const answer = device.use(options);
      const check = () => world.look(systemAt(now), (look) => checkAny(look, site, challenge, answer));
      const fitting = await check();
      assert.equal(fitting?.account, officer.id);
      const attempt = await world.as(nobody, now, (act) => signInWithPasskey(act, fitting, from));
      assert.ok('token' in attempt);
      assert.equal(await check(), null, 'the question is used up');
      await assert.rejects(
        world.as(nobody, now, (act) => signInWithPasskey(act, fitting, from)),
        Conflict,
        'two at the same moment',
      );
      const [passkey] = await lookAs<Awaited<ReturnType<typeof listPasskeys>>>(world, officer, now, (look) =>
        listPasskeys(look, officer.id),
      );
      assert.equal(passkey?.counter, 2);
    }),
  );

  it(
    'refuse answers of another site, another device, a clone, or too late',
    rolledBack(async (world) => {
      const officer = await world.as(nobody, now, (act) => anOfficer(act, 'chuyen-vien.mau'));
      const device = softDevice(site.origin);
      await register(world, officer, device);
      const ask = () => world.as(nobody, now, (act) => askForAny(act, site));
      const check = (challenge: string, answer: string, moment = now) =>
        world.look(systemAt(moment), (look) => checkAny(look, site, challenge, answer));
      const first = await ask();
      assert.equal(await check(first.challenge, softDevice('https://evil.example').use(first.options)), null);
      assert.equal(await check(first.challenge, softDevice(site.origin).use(first.options)), null);
      assert.equal(await check(first.challenge, device.use((await ask()).options)), null, 'another question');
      assert.equal(await check(first.challenge, device.use(first.options), later), null, 'too late');
      const answer = device.use(first.options);
      const tampered = JSON.parse(answer) as { response: { signature: string } };
      tampered.response.signature = Buffer.alloc(70).toString('base64url');
      assert.equal(await check(first.challenge, JSON.stringify(tampered)), null);
      await assert.rejects(check(first.challenge, 'not json'), Invalid);
      assert.equal(await check('no id', answer), null);
    }),
  );

  it(
    'cannot be added for somebody else, and are removed by their owner only',
    rolledBack(async (world) => {
      const { officer, other } = await world.as(nobody, now, async (act) => ({
        officer: await anOfficer(act, 'chuyen-vien.mau'),
        other: await anOfficer(act, 'nguoi-khac.mau'),
      }));
      const device = softDevice(site.origin);
      const asked = await world.as(asOfficer(officer), now, (act) => askForNew(act, site));
      const check = (by: Ready) =>
        world.look({ ...systemAt(now), by: asOfficer(by) }, (look) =>
          checkNew(look, site, asked.challenge, device.make(asked.options)),
        );
      await assert.rejects(check(other), Invalid);
      const fitting = await check(officer);
      await world.as(asOfficer(officer), now, async (act) => addPasskey(act, fitting, 'máy thử', from));
      const count = () =>
        world.look(systemAt(now), async (look) => (await listPasskeys(look, officer.id)).length);
      await world.as(asOfficer(other), now, (act) => removePasskey(act, fitting.passkey.id, from));
      assert.equal(await count(), 1);
      await world.as(asOfficer(officer), now, (act) => removePasskey(act, fitting.passkey.id, from));
      assert.equal(await count(), 0);
      assert.equal(await world.as(nobody, later, forgetChallenges), 1);
    }),
  );
});
