/** Files that others signed, and our signed data: their evidence is kept beside them, made later where the authority was away, renewed. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, describe, it } from 'node:test';
import { nobody, system, type By } from '../../../ground/db/act.ts';
import { rolledBack, systemAt, type TestWorld } from '../../../ground/db/testing.ts';
import { keepFile, refuseBytes, type File as KeptFile } from '../../../ground/files/index.ts';
import { settle } from '../../../ground/jobs/testing.ts';
import { Unavailable } from '../../../ground/operate/errors.ts';
import { same } from '../../../ground/text/language.ts';
import { listSteps } from '../../../ground/record/index.ts';
import { visitorOf } from '../../../ground/web/testing.tsx';
import { readPrograms } from '../../scanning/index.ts';
import { makeWorld, plainFile } from '../../signing/fixtures.ts';
import { readCertificate, signPdf, signerOf, verifyFile, type TimestampPort } from '../../signing/index.ts';
import { close } from '../../typeset/index.ts';
import { clerk, establishWard, issued, testPress } from '../fixtures.ts';
import { sampleKeyring } from '../keyring.ts';
import type { Press } from '../lay-out.ts';
import { papersRoom } from '../module.ts';
import { findDataByHash, listData } from '../signed-data/keep.ts';
import { findSignatureVerdicts, trustOf } from '../signature-check.ts';
import { findRecord, verifyKept } from './records.ts';

const now = '2026-11-20T09:00:00+07:00';
/** The certificate of the sender has ended, that of the authority of time has not. */
const sixYears = '2032-11-20T09:00:00+07:00';
/** A year before the authority of time ends. */
const renewal = '2036-01-10T09:00:00+07:00';
const fifteenYears = '2041-11-20T09:00:00+07:00';

/** The authority of a folder of keys, at a later moment: it still publishes its lists. */
const sampleAt = (keys: string, at: string) => sampleKeyring(keys, () => new Date(at));

const outOfReach: TimestampPort = () => Promise.reject(new Unavailable(same('away')));

describe('evidence of files that may not be touched', () => {
  const [made, madeLater] = [testPress(now), testPress(renewal)];
  after(async () => {
    for (const press of [await made, await madeLater]) await press.close();
    await close();
  });

  const roomOf = (press: Press) => papersRoom({ ...press, programs: readPrograms() });
  const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
  const recordOf = (world: TestWorld, hash: string) =>
    world.look(systemAt(now), (look) => findRecord(look, hash));
  const work = (world: TestWorld, press: Press, at = now) =>
    settle(world, roomOf(press).listeners, new Date(at));
  const night = async (world: TestWorld, press: Press, at: string) => {
    for (const { act } of roomOf(press).timed) await world.as(system, at, act);
    return work(world, press, at);
  };
  const told = async (world: TestWorld, press: Press, name: string, at: string) => {
    const { check } = roomOf(press).invariants.find((one) => one.name === name)!;
    return (await world.look(systemAt(at), check)).map(({ item }) => item);
  };

  /** A document as another agency sends it: signed by a person, nothing else in it. Its issuer answers about revocation while it can. */
  const sentBy = (others: ReturnType<typeof makeWorld>, press: Press) => {
    const pdf = signPdf(plainFile(), { field: 'ky', time: new Date(now) }, signerOf(others.officer), {
      level: 'B-B',
    });
    const roots = async () => [...(await press.keyring.roots()), others.authority.root.certificate];
    const [list, rootList] = [others.lists()[1]!, others.lists()[0]!];
    // What the issuer publishes: its lists, as long as it does.
    const evidence = async (certificates: readonly Buffer[]) => {
      const own = await press.keyring.evidence(certificates);
      return { crls: [...own.crls, list, rootList], ocsps: own.ocsps };
    };
    return { pdf, press: { ...press, keyring: { ...press.keyring, roots, evidence } } };
  };

  const takenIn = async (world: TestWorld, press: Press, bytes: Buffer): Promise<KeptFile> => {
    const stored = await press.store.put(bytes);
    return world.as(system, now, async (act) => keepFile(act, stored, 'cong-van.pdf'));
  };

  it(
    'is kept when they come in: years later the file, as it came, was valid then',
    rolledBack(async (world) => {
      const { pdf: signing, press } = sentBy(makeWorld(), await made);
      const pdf = await signing;
      const hash = hashOf(pdf);
      await takenIn(world, press, pdf);
      await work(world, press);
      const verdict = (await world.look(systemAt(now), (look) => findSignatureVerdicts(look, [hash]))).get(
        hash,
      );
      assert.equal(verdict?.signatures.length, 1);
      const record = await recordOf(world, hash);
      assert.ok(record?.file, 'made');
      assert.equal(record.made_at?.getTime(), new Date(now).getTime());
      assert.equal(record.evidence_until?.getFullYear(), 2036);
      assert.deepEqual(await press.store.read(hash), pdf, 'the file is as it came');

      const later = { ...press.keyring, roots: press.keyring.roots };
      const trust = async (at: string) => ({
        ...(await trustOf(later, new Date(at))),
        // Whoever stamped the time still says something about its own certificates, the sender's issuer nothing any more.
        evidence: await (await testPressAt(at)).evidence([]),
      });
      const judged = async (at: string) =>
        world.look(systemAt(at), async (look) =>
          verifyKept(look, press.store, { bytes: pdf, hash }, await trust(at)),
        );
      assert.notEqual((await verifyFile(pdf, await trust(sixYears))).verdict, 'valid');
      const { verdict: then } = await judged(sixYears);
      assert.equal(then.verdict, 'valid', JSON.stringify(then));
      assert.match(
        then.findings[0]?.text.vi ?? '',
        /Hồ sơ bằng chứng chứng minh tệp đã có, nguyên như bây giờ/,
      );

      assert.deepEqual(await told(world, press, 'papers.evidence-records', sixYears), []);
      assert.deepEqual(
        await told(world, press, 'papers.evidence-records', '2036-08-01T00:00:00Z'),
        [`file ${hash}`],
        'the doctor names what ends soon',
      );
      const next = await madeLater;
      const both = async (certificates: readonly Buffer[]) => {
        const [was, is] = [
          await (await testPressAt(renewal)).evidence([]),
          await next.keyring.evidence(certificates),
        ];
        return { crls: [...was.crls, ...is.crls], ocsps: [] };
      };
      const renewing = {
        ...press,
        keyring: { ...press.keyring, timestamp: next.keyring.timestamp, evidence: both },
      };
      await night(world, renewing, renewal);
      const renewed = await recordOf(world, hash);
      assert.notEqual(renewed?.file, record.file);
      assert.equal(renewed?.evidence_until?.getFullYear(), 2046);
      assert.equal(renewed?.made_at?.getTime(), record.made_at?.getTime());
      assert.deepEqual(await told(world, press, 'papers.evidence-records', '2036-08-01T00:00:00Z'), []);
      const roots = [...(await press.keyring.roots()), ...(await next.keyring.roots())];
      const late = {
        roots: roots.map((der) => readCertificate(der)),
        now: new Date(fifteenYears),
        evidence: await sampleAt(next.keys, fifteenYears).evidence([]),
      };
      const at15 = await world.look(systemAt(fifteenYears), (look) =>
        verifyKept(look, press.store, { bytes: pdf, hash }, late),
      );
      assert.equal(at15.verdict.verdict, 'valid', JSON.stringify(at15.verdict));
      const asked = await recordOf(world, hash);
      await night(world, renewing, renewal);
      assert.deepEqual(await recordOf(world, hash), asked, 'and not again');
    }),
  );

  it(
    'is shown to officers at the check, never to whoever only holds a copy; and goes when the file is erased',
    rolledBack(async (world) => {
      const { pdf: signing, press } = sentBy(makeWorld(), await made);
      const pdf = await signing;
      const file = await takenIn(world, press, pdf);
      await work(world, press);
      const shown = async (by: By) => {
        const form = new FormData();
        form.set('tep', new File([new Uint8Array(pdf)], 'cong-van.pdf'));
        form.set('ma-tep', '');
        return (await visitorOf(world, roomOf(press), now, by)).post('/xac-minh', form);
      };
      const officer = await shown(clerk);
      assert.match(officer.text, /Hồ sơ bằng chứng chứng minh tệp đã có/);
      const [, encoded = ''] = /data:application\/octet-stream;base64,([\w+/=]+)/.exec(officer.html) ?? [];
      const record = await recordOf(world, file.hash);
      assert.equal(hashOf(Buffer.from(encoded, 'base64')), record?.file);
      const stranger = await shown(nobody);
      assert.match(stranger.text, /Chữ ký/);
      assert.doesNotMatch(stranger.text, /Hồ sơ bằng chứng|hồ sơ bằng chứng/);

      await world.as(system, now, async (act) => refuseBytes(act, file.id, file.hash, same('mật')));
      await work(world, press);
      assert.equal(await recordOf(world, file.hash), null);
      assert.equal(await press.store.sizeOf(record?.file ?? ''), null, 'it names who signed');
    }),
  );

  it(
    'is owed for what is signed, not for what is not, nor for our own papers; made later when the authority was away',
    rolledBack(async (world) => {
      const { pdf: signing, press } = sentBy(makeWorld(), await made);
      const pdf = await signing;
      const away = { ...press, keyring: { ...press.keyring, timestamp: outOfReach } };
      const plain = await takenIn(world, press, plainFile('Khong ky'));
      const file = await takenIn(world, away, pdf);
      await work(world, away);
      assert.equal(await recordOf(world, plain.hash), null);
      const owed = await recordOf(world, file.hash);
      assert.equal(owed?.file, null, 'the upload itself is not held up');
      const nextDay = '2026-11-21T10:00:00+07:00';
      assert.deepEqual(await told(world, press, 'papers.evidence-records', nextDay), [`file ${file.hash}`]);
      await night(world, away, '2026-11-20T10:00:00+07:00');
      assert.equal((await recordOf(world, file.hash))?.file, null);
      await night(world, press, '2026-11-20T11:00:00+07:00');
      assert.ok((await recordOf(world, file.hash))?.file);
      assert.deepEqual(await told(world, press, 'papers.evidence-records', nextDay), []);

      const paper = await issued(world, press, now);
      await work(world, press);
      assert.equal(await recordOf(world, paper.hash ?? ''), null, 'its file is renewed itself');
    }),
  );

  it(
    'of signed data: sealed without the authority of time it is stamped an hour later, and what was given out stays known',
    rolledBack(async (world) => {
      const press = await made;
      let left = Infinity;
      // The seal has its timestamps; then the authority is gone.
      const failing = {
        ...press,
        keyring: {
          ...press.keyring,
          timestamp: (request: Buffer) =>
            left-- > 0 ? press.keyring.timestamp(request) : outOfReach(request),
        },
      };
      await establishWard(world, now);
      left = 3; // the leader's, the seal's, the archive timestamp
      const paper = await issued(world, failing, now);
      assert.equal(paper.state, 'issued', 'nothing waits');
      const read = () => world.look(systemAt(now), (look) => listData(look, paper.id));
      const [bare] = await read();
      assert.equal(bare?.stamped_at, null);
      assert.equal(await recordOf(world, bare?.hash ?? ''), null);
      const nextDay = '2026-11-21T10:00:00+07:00';
      assert.equal((await told(world, press, 'papers.data-stamped', nextDay)).length, 1);
      await night(world, failing, '2026-11-20T10:00:00+07:00');
      assert.equal((await read())[0]?.hash, bare?.hash);
      await night(world, press, '2026-11-20T11:00:00+07:00');
      const [stamped] = await read();
      assert.ok(stamped?.stamped_at);
      assert.notEqual(stamped.hash, bare?.hash);
      assert.deepEqual(await told(world, press, 'papers.data-stamped', nextDay), []);
      const former = await world.look(systemAt(now), (look) => findDataByHash(look, bare?.hash ?? ''));
      assert.equal(former?.hash, stamped.hash, 'who has the former file has the same data');
      const steps = await world.look(systemAt(now), (look) => listSteps(look, paper.id, 'inside'));
      assert.equal(steps.at(-1)?.act, 'paper.data-stamp');
      assert.ok((await recordOf(world, stamped.hash))?.file, 'and has a record of its own');

      const bytes = await press.store.read(stamped.hash);
      const later = {
        roots: (await press.keyring.roots()).map((der) => readCertificate(der)),
        now: new Date(sixYears),
        evidence: await sampleAt(press.keys, sixYears).evidence([]),
      };
      const found = await verifyFile(bytes, later);
      assert.equal(found.verdict, 'valid', `the seal has expired since: ${JSON.stringify(found)}`);
      assert.notEqual((await verifyFile(await press.store.read(bare?.hash ?? ''), later)).verdict, 'valid');
    }),
  );

  const testPressAt = async (at: string) => sampleAt((await made).keys, at);
});
