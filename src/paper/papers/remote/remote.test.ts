import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { By } from '../../../ground/db/act.ts';
import { rolledBack, systemAt, type TestWorld } from '../../../ground/db/testing.ts';
import { Conflict, Invalid, Unavailable } from '../../../ground/operate/errors.ts';
import { openWire } from '../../../ground/wire/index.ts';
import { readCertificate, verifyFile } from '../../signing/index.ts';
import { close as closeTypeset, findTemplate } from '../../typeset/index.ts';
import { confirmMany, signMany, type SigningOutcome } from '../batch.ts';
import { draftPaper, newCheckCode, noteSignature } from '../commands.ts';
import { birthDraft, clerk, leader, testPress } from '../fixtures.ts';
import { startSigningServiceSimulator, type ServiceSimulator } from '../gateway/signing-service-simulator.ts';
import { signingService } from '../gateway/signing-service.ts';
import { remoteIdentity } from '../keyring.ts';
import { papersRoom } from '../module.ts';
import type { Press } from '../lay-out.ts';
import { signAsLeader } from '../press.ts';
import { getPaper } from '../queries.ts';
import type { Paper } from '../schema.ts';
import { visitorOf } from '../../../ground/web/testing.tsx';
import { connectCredential } from './credentials.ts';
import { remoteSigning } from './signing.ts';
import { findWaiting, refuseWhileSigning } from './waiting.ts';

const now = new Date(Date.now() - 60_000).toISOString();
const client = { id: 'thu', secret: 'bi-mat' };
const holder = { id: leader.person ?? '', name: leader.name, organisation: 'Phường Sông Mẫu' };
const ACCOUNT = 'le-vi-du';
/** Longer than any machine needs for what is sure to come, and shorter than what never comes. */
const LONG = 100_000;
const SHORT = 100;

describe('signing on the phone', () => {
  let simulator: ServiceSimulator;
  let folder: string;
  let press: Awaited<ReturnType<typeof testPress>>;
  const identityOf = async (name: string) =>
    name === ACCOUNT ? remoteIdentity(press.keys, name, leader.name, new Date(now)) : null;
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'toantrinh-remote-'));
    press = await testPress(now);
    simulator = await startSigningServiceSimulator({ client, identityOf });
  });
  after(async () => {
    await simulator.close();
    await press.close();
    await rm(folder, { recursive: true, force: true });
    await closeTypeset();
  });

  /** A leader who has connected the phone, and papers that wait for a signature. */
  async function begun(world: TestWorld, count = 1, secret = client.secret) {
    Object.assign(simulator.faults, {
      down: false,
      slowMs: 0,
      answer: 'ask',
      lateMs: 0,
      signingMs: 0,
      async: true,
      expired: false,
      expiresIn: 300,
    });
    const service = signingService(openWire({ edge: world, key: Buffer.from('k') }), {
      address: simulator.address,
      client: client.id,
      secret,
    });
    const patience = { ms: LONG };
    const remote = {
      ...remoteSigning(world, world.tenant, service),
      get patienceMs() {
        return patience.ms;
      },
    };
    const here: Press = { ...press, keyring: { ...press.keyring, remote } };
    const [credential] = await world.look(systemAt(now), (look) => service.credentials(look, ACCOUNT));
    assert.ok(credential);
    await world.as(leader, now, async (act) =>
      connectCredential(act, leader.person ?? '', ACCOUNT, credential),
    );
    const sample = findTemplate('birth-certificate')?.sample as object;
    const papers: Paper[] = [];
    for (let i = 0; i < count; i += 1) {
      const code = newCheckCode();
      const data = { ...sample, check: `https://songlam.example/xac-minh/${code}` };
      const id = await world.as(leader, now, async (act) => draftPaper(act, { ...birthDraft(), data }, code));
      papers.push(await world.as(leader, now, (act) => getPaper(act, id)));
    }
    const sign = (paper: Paper) => signAsLeader(here, paper, holder, new Date(now));
    return { here, papers, sign, service, patience, paper: papers[0]! };
  }

  const handleOf = async (world: TestWorld, paper: Paper): Promise<string> =>
    (await world.look(systemAt(now), (look) => findWaiting(look, paper.id)))?.handle ?? '';

  it(
    'gives a file that verifies, once the leader has confirmed; pdfsig agrees',
    rolledBack(async (world) => {
      const { sign, paper } = await begun(world);
      Object.assign(simulator.faults, { answer: 'confirm', lateMs: 600 });
      const { stored } = await sign(paper);
      const bytes = await press.store.read(stored.hash);
      const roots = (await press.keyring.roots()).map((der) => readCertificate(der));
      const { crls, ocsps } = await press.keyring.evidence([]);
      const verdict = await verifyFile(bytes, { roots, evidence: { crls, ocsps }, now: new Date() });
      assert.deepEqual(
        verdict.signatures.map(({ signer, integrity, chain, timeProven }) => [
          signer,
          integrity,
          chain,
          timeProven,
        ]),
        [[leader.name, 'intact', 'trusted', true]],
      );
      const file = path.join(folder, 'signed.pdf');
      await writeFile(file, bytes);
      const { stdout, error } = spawnSync('pdfsig', ['-nocert', file], { encoding: 'utf8' });
      if (!error) assert.match(stdout, /Signature is Valid/);
    }),
  );

  it(
    'locks the paper until the answer has come, and goes on with the same bytes',
    rolledBack(async (world) => {
      const { here, papers, paper, patience } = await begun(world, 1);
      patience.ms = SHORT;
      const [first] = await all(signMany(here, papers, holder, new Date(now)));
      assert.ok(first && 'problem' in first && first.problem instanceof Invalid);
      assert.match(first.problem.errors[0]?.message.vi ?? '', /xác nhận trên điện thoại/);
      const before = await world.look(systemAt(now), (look) => findWaiting(look, paper.id));
      await assert.rejects(
        world.look(systemAt(now), (look) => refuseWhileSigning(look, paper.id)),
        Conflict,
      );
      simulator.answer(before?.handle ?? '', true);
      patience.ms = LONG;
      const rung = simulator.rung();
      const signed = await signAsLeader(here, paper, holder, new Date(now));
      assert.equal(simulator.rung(), rung, 'the phone does not ring again');
      const bytes = await press.store.read(signed.stored.hash);
      const prepared = await press.store.read(before?.prepared ?? '');
      assert.deepEqual(
        bytes.subarray(0, before?.hole[0]),
        prepared.subarray(0, before?.hole[0]),
        'what was locked is what is signed',
      );
      await world.as(leader, now, (act) => noteSignature(act, paper.id, signed));
      assert.equal(await world.look(systemAt(now), (look) => findWaiting(look, paper.id)), null);
    }),
  );

  it(
    'is refused, comes too late, or finds the service down: the paper stays a draft and may be signed again',
    rolledBack(async (world) => {
      const { sign, paper } = await begun(world);
      simulator.faults.answer = 'refuse';
      await assert.rejects(sign(paper), (error: Invalid) =>
        /từ chối/.test(error.errors[0]?.message.vi ?? ''),
      );
      Object.assign(simulator.faults, { answer: 'ask', expiresIn: 1 });
      await assert.rejects(sign(paper), (error: Invalid) =>
        /hết thời gian/.test(error.errors[0]?.message.vi ?? ''),
      );
      simulator.faults.down = true;
      await assert.rejects(sign(paper), Unavailable);
      Object.assign(simulator.faults, { down: false, answer: 'confirm', expiresIn: 300, slowMs: 300 });
      assert.ok((await sign(paper)).stored.hash);
    }),
  );

  it(
    'tells on the pages whose phone is asked and until when; confirmed twice in two windows it is signed once',
    rolledBack(async (world) => {
      const { here, sign, paper, patience } = await begun(world);
      const page = async (by: By) =>
        (await visitorOf(world, papersRoom(here), now, by).get(`/giay-to-da-cap/${paper.id}`)).text;
      const asked = /điện thoại/;
      assert.doesNotMatch(await page(clerk), asked);
      patience.ms = SHORT;
      await assert.rejects(sign(paper), Invalid);
      assert.match(await page(leader), /Yêu cầu ký đã gửi tới điện thoại của bạn lúc .*bấm ký lần nữa ở đây/);
      assert.match(await page(clerk), /Đang chờ người ký xác nhận trên điện thoại: đã hỏi lúc .*được khóa/);
      const handle = await handleOf(world, paper);
      for (let i = 0; i < 2; i += 1) simulator.answer(handle, true);
      patience.ms = LONG;
      const rung = simulator.rung();
      const both = await Promise.allSettled([sign(paper), sign(paper)]);
      const signed = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      assert.ok(signed.length > 0, JSON.stringify(both));
      assert.match(await page(clerk), /Người ký đã xác nhận trên điện thoại và chưa hoàn tất/);
      await world.as(leader, now, (act) => noteSignature(act, paper.id, signed[0]!));
      await assert.rejects(
        world.as(leader, now, (act) => noteSignature(act, paper.id, signed.at(-1)!)),
        Conflict,
      );
      assert.equal(simulator.rung(), rung, 'no phone rings again');
      assert.doesNotMatch(await page(clerk), asked);
    }),
  );

  it(
    'is asked anew, with one more press, by a service that was restarted and knows nothing of before',
    rolledBack(async (world) => {
      const { sign, paper, patience } = await begun(world);
      patience.ms = SHORT;
      await assert.rejects(sign(paper), Invalid);
      const port = Number(new URL(simulator.address).port);
      await simulator.close();
      await assert.rejects(sign(paper), Unavailable, 'nobody answers while it starts');
      assert.ok(
        await world.look(systemAt(now), (look) => findWaiting(look, paper.id)),
        'locked all the same',
      );
      simulator = await startSigningServiceSimulator({ client, port, identityOf });
      await assert.rejects(sign(paper), (error: Invalid) =>
        /hết thời gian xác nhận .* Bấm ký để gửi yêu cầu mới/.test(error.errors[0]?.message.vi ?? ''),
      );
      assert.equal(
        await world.look(systemAt(now), (look) => findWaiting(look, paper.id)),
        null,
        'free again',
      );
      Object.assign(simulator.faults, { answer: 'confirm' });
      patience.ms = LONG;
      assert.ok((await sign(paper)).stored.hash);
      assert.equal(simulator.rung(), 1);
    }),
  );

  it(
    'says when the PIN was wrong or the certificate has run out; both may happen twice, and then it is signed',
    rolledBack(async (world) => {
      const { sign, paper } = await begun(world);
      const says = (words: RegExp) =>
        assert.rejects(sign(paper), (error: Invalid) => words.test(error.errors[0]?.message.vi ?? ''));
      simulator.faults.answer = 'wrong-pin';
      for (let i = 0; i < 2; i += 1) await says(/Mã PIN hoặc mã OTP nhập trên điện thoại không đúng/);
      simulator.faults.expired = true;
      const rung = simulator.rung();
      for (let i = 0; i < 2; i += 1) await says(/đã hết hạn hoặc bị thu hồi.*kết nối lại/);
      assert.equal(simulator.rung(), rung, 'no phone rings for a certificate that has ended');
      Object.assign(simulator.faults, { expired: false, answer: 'confirm' });
      assert.ok((await sign(paper)).stored.hash);
    }),
  );

  it(
    'takes values that the service makes in its own time, after a break too, without a second confirmation',
    rolledBack(async (world) => {
      const { here, papers, patience } = await begun(world, 3);
      simulator.faults.signingMs = LONG;
      patience.ms = SHORT;
      await all(signMany(here, papers, holder, new Date(now)));
      simulator.answer(await handleOf(world, papers[0]!), true);
      const rung = simulator.rung();
      const first = await all(signMany(here, papers, holder, new Date(now)));
      assert.ok(first.every((one) => 'problem' in one && one.problem instanceof Invalid));
      const kept = await world.look(systemAt(now), (look) => findWaiting(look, papers[0]!.id));
      assert.ok(kept?.response && !kept.value, 'where the values come from is kept');
      simulator.faults.signingMs = 0;
      patience.ms = LONG;
      const second = await all(signMany(here, papers, holder, new Date(now)));
      assert.deepEqual(
        second.map((one) => 'signed' in one),
        [true, true, true],
      );
      assert.equal(simulator.rung(), rung);
    }),
  );

  it(
    'works with a service that answers at once only',
    rolledBack(async (world) => {
      const { sign, paper } = await begun(world);
      Object.assign(simulator.faults, { answer: 'confirm', async: false });
      assert.ok((await sign(paper)).stored.hash);
    }),
  );

  it(
    'asks anew when the paper was changed meanwhile',
    rolledBack(async (world) => {
      const { here, papers, paper, sign, patience } = await begun(world);
      patience.ms = SHORT;
      await all(signMany(here, papers, holder, new Date(now)));
      const first = await handleOf(world, paper);
      simulator.faults.answer = 'confirm';
      patience.ms = LONG;
      const signed = await sign({ ...paper, data: { ...paper.data, note: 'Sửa ghi chú' } });
      assert.equal(signed.data['note'], 'Sửa ghi chú');
      assert.notEqual(await handleOf(world, paper), first);
    }),
  );

  it(
    'needs one confirmation for many papers; one that cannot be made holds up no other, and a broken batch goes on',
    rolledBack(async (world) => {
      const { here, papers } = await begun(world, 4);
      const [broken, ...good] = papers;
      const batch = [{ ...broken!, data: { wrong: true } }, ...good];
      simulator.faults.answer = 'confirm';
      const rung = simulator.rung();
      const outcomes: SigningOutcome[] = [];
      for await (const outcome of signMany(here, batch, holder, new Date(now))) {
        outcomes.push(outcome);
        if (outcomes.length === 2) break;
      }
      assert.equal(simulator.rung(), rung + 1);
      assert.deepEqual(
        outcomes.map((one) => 'signed' in one),
        [false, true],
      );
      const rest = await all(signMany(here, good.slice(1), holder, new Date(now)));
      assert.deepEqual(
        rest.map((one) => 'signed' in one),
        [true, true],
      );
      assert.equal(simulator.rung(), rung + 1, 'what was confirmed needs no second confirmation');
    }),
  );

  it(
    'is asked for once before a batch, and each paper is signed without another word to the phone',
    rolledBack(async (world) => {
      const { here, papers } = await begun(world, 5);
      Object.assign(simulator.faults, { answer: 'confirm', lateMs: 600 });
      const rung = simulator.rung();
      await confirmMany(here, papers, holder, new Date(now));
      for (const paper of papers)
        assert.ok((await signAsLeader(here, paper, holder, new Date(now))).stored.hash);
      assert.equal(simulator.rung(), rung + 1);
      simulator.faults.answer = 'refuse';
      const more = papers.map((paper) => ({ ...paper, data: { ...paper.data, note: 'Lần hai' } }));
      await assert.rejects(confirmMany(here, more, holder, new Date(now)), (error: Invalid) =>
        /từ chối/.test(error.errors[0]?.message.vi ?? ''),
      );
      assert.equal(simulator.rung(), rung + 2, 'a refusal is not asked about again');
    }),
  );

  it(
    'is chosen by the leader, with a certificate in the own name only',
    rolledBack(async (world) => {
      const { service } = await begun(world);
      const room = papersRoom({ ...press, service, phone: simulator.phone });
      const visit = visitorOf(world, room, now, leader);
      assert.match((await visit.get('/ky-so')).text, /Bạn đang ký trên điện thoại\..*Lê Ví Dụ/);
      assert.equal((await visit.post('/ky-so', { choice: 'disconnect' })).status, 303);
      assert.match((await visit.get('/ky-so')).text, /khóa được giữ ở hệ thống/);
      assert.match(
        (await visit.post('/ky-so', { choice: 'connect', account: 'ai-do' })).text,
        /không có chứng thư/,
      );
      const other = visitorOf(world, room, now, { ...leader, name: 'Phạm Thị Khác' });
      assert.match(
        (await other.post('/ky-so', { choice: 'connect', account: ACCOUNT })).text,
        /mang tên người khác/,
      );
      assert.equal((await visit.post('/ky-so', { choice: 'connect', account: ACCOUNT })).status, 303);
    }),
  );

  it(
    'is refused to an installation with a wrong secret',
    rolledBack(async (world) => {
      await assert.rejects(begun(world, 0, 'sai'), Unavailable);
    }),
  );
});

async function all<T>(many: AsyncIterable<T>): Promise<T[]> {
  const got: T[] = [];
  for await (const one of many) got.push(one);
  return got;
}
