import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nobody } from '../../ground/db/act.ts';
import { rolledBack, systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { Conflict, Invalid } from '../../ground/operate/errors.ts';
import { verifyChains } from '../../ground/record/index.ts';
import { findAccount, getAccount, listAccounts } from './accounts.ts';
import { prepareSettingUp, setUp } from './activation.ts';
import { closeAccount, confirmAccount, resetAccount, suspendAccount, unlockAccount } from './administer.ts';
import { anOfficer, asOfficer, codeOf, from, password, type Ready } from './fixtures.ts';
import { accessInvariants } from './invariants.ts';
import { stopIdle } from './jobs.ts';
import { checkSecrets, codeAt, newSecret, prepareChoice, putPassword } from './passwords.ts';
import { standingOf } from './rules.ts';
import { listLog } from './security-log.ts';
import { endSession, endSessions, listSessions, sessionsOf } from './sessions.ts';
import { signIn, type Attempt } from './sign-in.ts';

const monday = '2026-11-23T08:00:00+07:00';
const at = (minutes: number): string => new Date(Date.parse(monday) + minutes * 60_000).toISOString();

/** One attempt, as the page makes it: check first, then act. */
async function attempt(
  world: TestWorld,
  login: string,
  typed: string,
  code: string,
  moment: string,
): Promise<Attempt> {
  const now = new Date(moment);
  const account = await world.look(systemAt(moment), (look) => findAccount(look, 'officer', login));
  const checked = await checkSecrets(account, typed, code, now);
  return world.as(nobody, moment, (act) => signIn(act, account?.id ?? null, checked, from));
}

const enter = (world: TestWorld, officer: Ready, moment: string): Promise<Attempt> =>
  attempt(world, officer.login, password, codeOf(officer, moment), moment);

const tokenOf = (done: Attempt): string =>
  'token' in done ? done.token : assert.fail(`refused: ${done.refused}`);
const refusalOf = (done: Attempt): string => ('token' in done ? assert.fail('came in') : done.refused);

describe('access: signing in', () => {
  it(
    'lets the officer in with password and code, each code once',
    rolledBack(async (world) => {
      const officer = await world.as(nobody, monday, (act) => anOfficer(act, 'chuyen-vien.mau'));
      const token = tokenOf(await enter(world, officer, monday));
      const session = await sessionsOf(world.tx, world.tenant).find(token, new Date(monday));
      assert.equal(session?.by.account, officer.id);
      assert.equal(session?.by.kind, 'officer');
      assert.equal(refusalOf(await enter(world, officer, monday)), 'wrong', 'the same code again');
      tokenOf(await enter(world, officer, at(1)));
      const open = await world.look(systemAt(at(1)), (look) => listSessions(look, officer.id, 'officer'));
      assert.equal(open.length, 2);
    }),
  );

  it(
    'gives one answer for wrong name, wrong password, wrong code and a locked account',
    rolledBack(async (world) => {
      const officer = await world.as(nobody, monday, (act) => anOfficer(act, 'chuyen-vien.mau'));
      const code = (moment: string): string => codeOf(officer, moment);
      assert.equal(refusalOf(await attempt(world, 'khong-co.ai', password, code(monday), monday)), 'wrong');
      assert.equal(refusalOf(await attempt(world, officer.login, password, '000000', monday)), 'wrong');
      for (let n = 0; n < 4; n++)
        assert.equal(
          refusalOf(await attempt(world, officer.login, 'sai mat khau', code(monday), monday)),
          'wrong',
        );
      // Locked now: a stranger still hears the same, only the officer hears why.
      assert.equal(
        refusalOf(await attempt(world, officer.login, 'sai mat khau', code(at(1)), at(1))),
        'wrong',
      );
      assert.equal(refusalOf(await enter(world, officer, at(2))), 'barred');
      tokenOf(await enter(world, officer, at(16)));
      const log = await world.look(systemAt(at(16)), (look) => listLog(look, { account: officer.id }));
      assert.deepEqual(
        log.map(({ what }) => what),
        ['signed-in', 'locked', 'locked', 'failed', 'failed', 'failed', 'failed', 'failed'],
      );
    }),
  );

  it(
    'ends sessions when they are revoked, idle, or the account is stopped',
    rolledBack(async (world) => {
      const { officer, other } = await world.as(nobody, monday, async (act) => ({
        officer: await anOfficer(act, 'chuyen-vien.mau'),
        other: await anOfficer(act, 'quan-tri.mau'),
      }));
      const sessions = sessionsOf(world.tx, world.tenant);
      const find = (token: string, minutes: number) => sessions.find(token, new Date(at(minutes)));
      const first = tokenOf(await enter(world, officer, at(1)));
      const second = tokenOf(await enter(world, officer, at(2)));
      const { id } = (await find(second, 2))!;
      await world.as(asOfficer(other), at(3), (act) => endSession(act, id, from, 'ended'));
      assert.ok(await find(second, 3), 'not by somebody else');
      await world.as(asOfficer(officer), at(3), (act) => endSession(act, id, from, 'ended'));
      assert.equal(await find(second, 3), null);
      assert.ok(await find(first, 20));
      assert.equal(await find(first, 51), null, 'thirty minutes without a request');
      const third = tokenOf(await enter(world, officer, at(60)));
      await world.as(asOfficer(other), at(61), (act) => suspendAccount(act, officer.id, 'Nghỉ việc', from));
      assert.equal(await find(third, 61), null);
      assert.equal(refusalOf(await enter(world, officer, at(62))), 'barred');
      await world.as(asOfficer(other), at(63), (act) => unlockAccount(act, officer.id, 'Trở lại', from));
      tokenOf(await enter(world, officer, at(64)));
    }),
  );

  it(
    'does not let an administrator lock himself out, nor reopen what is closed',
    rolledBack(async (world) => {
      const { officer, other } = await world.as(nobody, monday, async (act) => ({
        officer: await anOfficer(act, 'chuyen-vien.mau'),
        other: await anOfficer(act, 'quan-tri.mau'),
      }));
      const by = asOfficer(other);
      await assert.rejects(
        world.as(by, monday, (act) => suspendAccount(act, other.id, 'x', from)),
        Conflict,
      );
      await assert.rejects(
        world.as(by, monday, (act) => closeAccount(act, other.id, 'x', from)),
        Conflict,
      );
      await world.as(by, monday, (act) => closeAccount(act, officer.id, 'Nghỉ việc', from));
      await assert.rejects(
        world.as(by, monday, (act) => unlockAccount(act, officer.id, 'x', from)),
        Conflict,
      );
      await assert.rejects(
        world.as(by, monday, (act) => resetAccount(act, officer.id, from)),
        Conflict,
      );
      for (const { name, check } of accessInvariants)
        assert.deepEqual(await world.look(systemAt(monday), check), [], name);
      assert.deepEqual((await world.look(systemAt(monday), (look) => verifyChains(look))).faults, []);
    }),
  );

  it(
    'stops accounts that nobody has used for 45 days, and lists what is due for review',
    rolledBack(async (world) => {
      const officer = await world.as(nobody, '2026-01-05T08:00:00+07:00', (act) => anOfficer(act, 'lau.mau'));
      const fresh = await world.as(nobody, monday, (act) => anOfficer(act, 'moi.mau'));
      assert.equal(await world.as(nobody, monday, stopIdle), 1);
      assert.equal(await world.as(nobody, monday, stopIdle), 0);
      const account = await world.look(systemAt(monday), (look) => getAccount(look, officer.id));
      assert.equal(standingOf(account, new Date(monday)), 'idle');
      const list = (filter: { dueForReview?: boolean; standing?: 'idle' | 'open' }) =>
        world.look(systemAt(monday), (look) => listAccounts(look, { persons: null, ...filter }));
      assert.deepEqual(
        (await list({ dueForReview: true })).map(({ id }) => id),
        [officer.id],
      );
      assert.deepEqual(
        (await list({ standing: 'idle' })).map(({ id }) => id),
        [officer.id],
      );
      assert.deepEqual(
        (await list({ standing: 'open' })).map(({ id }) => id),
        [fresh.id],
      );
      await world.as(asOfficer(fresh), monday, (act) => confirmAccount(act, officer.id, from));
      assert.deepEqual(await list({ dueForReview: true }), []);
      await world.as(asOfficer(fresh), at(1), (act) => unlockAccount(act, officer.id, 'Trở lại', from));
      assert.equal(await world.as(nobody, at(2), stopIdle), 0, 'unlocked is confirmed');
    }),
  );

  it(
    'sets an account up anew with a code that holds once, for 72 hours',
    rolledBack(async (world) => {
      const { officer, other } = await world.as(nobody, monday, async (act) => ({
        officer: await anOfficer(act, 'chuyen-vien.mau'),
        other: await anOfficer(act, 'quan-tri.mau'),
      }));
      const before = tokenOf(await enter(world, officer, monday));
      const code = await world.as(asOfficer(other), at(1), (act) => resetAccount(act, officer.id, from));
      assert.match(code, /^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
      assert.equal(await sessionsOf(world.tx, 1).find(before, new Date(at(1))), null);
      assert.equal(refusalOf(await enter(world, officer, at(2))), 'wrong');

      const secret = newSecret();
      const typed = { login: officer.login, code, password: 'hai con mèo ngủ', secret, digits: '' };
      const prepare = (change: Partial<typeof typed>, minutes: number) =>
        world.look(systemAt(at(minutes)), (look) =>
          prepareSettingUp(look, { ...typed, digits: codeAt(secret, new Date(at(minutes))), ...change }),
        );
      assert.equal(await prepare({ code: 'AAAA-BBBB-CCCC' }, 3), null);
      assert.equal(await prepare({ login: other.login }, 3), null);
      assert.equal(await prepare({}, 72 * 60 + 2), null, 'too late');
      await assert.rejects(prepare({ digits: '123456' }, 3), Invalid);
      await assert.rejects(prepare({ password: 'ngắn' }, 3), Invalid);
      const ready = await prepare({ code: code.toLowerCase().replaceAll('-', ' ') }, 3);
      assert.ok(ready);
      assert.equal(await world.as(nobody, at(3), (act) => setUp(act, ready, secret, from)), true);
      assert.equal(await world.as(nobody, at(3), (act) => setUp(act, ready, secret, from)), false, 'once');
      assert.equal(await prepare({}, 4), null, 'once');
      const again = codeAt(secret, new Date(at(5)));
      tokenOf(await attempt(world, officer.login, 'hai con mèo ngủ', again, at(5)));
    }),
  );

  it(
    'does not take one of the last ten passwords again, and ends other sessions',
    rolledBack(async (world) => {
      const officer = await world.as(nobody, monday, (act) => anOfficer(act, 'chuyen-vien.mau'));
      const token = tokenOf(await enter(world, officer, monday));
      const account = () => world.look(systemAt(monday), (look) => getAccount(look, officer.id));
      const choose = async (next: string) =>
        world.look(systemAt(monday), async (look) => prepareChoice(look, await account(), next));
      await assert.rejects(choose(password), Invalid);
      const hashed = await choose('ba con mèo ngủ');
      await world.as(asOfficer(officer), at(1), async (act) => {
        await putPassword(act, await account(), hashed);
        await endSessions(act, officer.id, null, from);
      });
      await assert.rejects(choose(password), Invalid, 'the one before');
      await assert.rejects(choose('ba con mèo ngủ'), Invalid, 'the present one');
      assert.equal(await sessionsOf(world.tx, 1).find(token, new Date(at(1))), null);
    }),
  );

  it(
    'keeps tenants apart',
    rolledBack(async (world) => {
      await world.as(nobody, monday, (act) => anOfficer(act, 'chuyen-vien.mau'));
      const elsewhere = await world.look(systemAt(monday, 2), (look) =>
        findAccount(look, 'officer', 'chuyen-vien.mau'),
      );
      assert.equal(elsewhere, null);
    }),
  );
});
