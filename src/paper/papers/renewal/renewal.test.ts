/** Evidence of everything that is signed and kept: noted, renewed in time and once, the former file known (issue 5, point 4). */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { own, system, type Act } from '../../../ground/db/act.ts';
import { settleWrites } from '../../../ground/db/edge.ts';
import { rolledBack, systemAt, type TestWorld } from '../../../ground/db/testing.ts';
import { insert } from '../../../ground/db/writes.ts';
import { newId, openItem, step } from '../../../ground/record/index.ts';
import { judge, missingTool } from '../../signing/fixtures.ts';
import { signPdf, verifyFile } from '../../signing/index.ts';
import { close, templates, typeset } from '../../typeset/index.ts';
import { findAnnexByHash } from '../annexes/queries.ts';
import { checkFile } from '../check/check.ts';
import { findCopyByFile } from '../copies/queries.ts';
import { signDigitalCopy } from '../digital-copy.ts';
import { clerk, issued, testPress, ward } from '../fixtures.ts';
import { sampleKeyring } from '../keyring.ts';
import type { Press } from '../lay-out.ts';
import { papersRoom } from '../module.ts';
import { findByHash } from '../queries.ts';
import { findSignatureVerdicts, trustOf } from '../signature-check.ts';
import { findSignedFile, listSignedFiles, type SignedFile } from './signed-files.ts';

const now = '2026-11-20T09:00:00+07:00';
/** Half a year before the timestamp authority of the first day ends; a new authority works by then. */
const later = '2036-05-20T09:00:00+07:00';

/** A document as somebody attaches, scans or brings it. */
async function written(abstract: string): Promise<Buffer> {
  const data = { ...(templates.namedDocument.sample as object), abstract };
  const { pdf } = await typeset(templates.namedDocument, data as never, { date: '2026-11-20', author: 'x' });
  return Buffer.from(pdf);
}

/** A paper with an annex, an electronic copy of a document from elsewhere, and a digitised paper of a dossier: their records. */
async function signedOfEveryKind(world: TestWorld, press: Press): Promise<readonly string[]> {
  const paper = await issued(world, press, now, {}, { 'Danh sách': await written('Danh sách') });
  const at = new Date(now);
  const officer = { id: clerk.person ?? '', name: clerk.name, organisation: 'Phường Sông Mẫu' };
  const scan = {
    id: newId(at),
    title: 'Giấy chứng sinh',
    hash: (await press.store.put(await written('Bản quét'))).hash,
  };
  const digitised = await signDigitalCopy(press, scan, officer, at);
  const { signer } = await press.keyring.agency({ ...officer, id: ward });
  const { timestamp, evidence } = press.keyring;
  // A copy of the time before archive timestamps were asked for.
  const copied = await press.store.put(
    await signPdf(await written('Bản sao'), { field: 'ban-sao', time: at }, signer, {
      timestamp,
      evidence,
      level: 'B-LT',
    }),
  );
  const others = await world.as(clerk, now, async (act: Act) => {
    const tenant = act.tenant;
    const [copy, dossier] = [openItem(act, 'copy'), openItem(act, 'dossier')];
    for (const head of [copy, dossier]) step(act, head, { act: 'test.begin', visible: 'inside', after: {} });
    const common = {
      agency: ward,
      agency_name: 'Phường Sông Mẫu',
      by_name: clerk.name,
      made_on: '2026-11-20',
      made_at: at,
    };
    const original = { title: 'Quyết định', symbol: null, issuer: 'Xã Mẫu', issuedOn: null, source: 'scan' };
    insert(act.writes, 'papers.copies', {
      tenant,
      id: copy.id,
      kind: 'full-copy',
      medium: 'electronic',
      code: 'AAAABBBBCCCC',
      reason: 'lưu',
      hash: scan.hash,
      original,
      file: copied.hash,
      size: copied.size,
      authorised_by: 'x',
      ...common,
    });
    insert(act.writes, 'scanning.scans', {
      tenant,
      id: scan.id,
      item: dossier.id,
      n: 1,
      doc_code: 'X',
      title: scan.title,
      agency_name: 'Phường Sông Mẫu',
      source_hash: scan.hash,
      source_type: 'application/pdf',
      state: 'confirmed',
      asked_at: at,
      hash: digitised.hash,
      size: digitised.size,
    });
    await settleWrites(act);
    return [copy.id, dossier.id];
  });
  return [paper.id, ...others];
}

describe('evidence of signed files', { skip: missingTool('pdfsig') }, () => {
  const [made, madeLater] = [testPress(now), testPress(later)];
  after(async () => {
    for (const press of [await made, await madeLater]) await press.close();
    await close();
  });

  it(
    'is renewed by the night job before it ends, once; the former file is still what was signed',
    rolledBack(async (world) => {
      const press = await made;
      const records = await signedOfEveryKind(world, press);
      const list = (): Promise<SignedFile[]> =>
        world.look(systemAt(now), async (look) =>
          (await Promise.all(records.map((record) => listSignedFiles(look, record)))).flat(),
        );
      /** What the worker does with an event, at a moment. */
      const hear = async (at: string, on: string, item: string, payload = {}, here: Press = press) => {
        const event = { id: item, name: on, item, payload, at: new Date(at) };
        for (const one of papersRoom(here).listeners.filter((heard) => heard.on === on)) {
          const gathered = await world.look(systemAt(at), async (look) => one.gather?.(look, event));
          await world.as(system, at, (act) => one.act(act, event, gathered));
        }
      };
      /** What the night jobs announce of these records. */
      const announced = async (at: string, name: string) => {
        const events = () =>
          own<{
            'jobs.events': { id: string; name: string; item: string; payload: Record<string, unknown> };
          }>(world.tx)
            .selectFrom('jobs.events')
            .select(['item', 'payload'])
            .where('name', '=', name)
            .where('item', 'in', records)
            .orderBy('id')
            .execute();
        const before = (await events()).length;
        for (const { act: work } of papersRoom(press).timed) await world.as(system, at, work);
        return (await events()).slice(before);
      };

      const kinds = (files: readonly SignedFile[]) => files.map(({ kind }) => kind).toSorted();
      assert.deepEqual(
        kinds(await list()),
        ['annex', 'copy', 'paper', 'scan'],
        'one list of all that is signed',
      );
      const [paper, copy, dossier] = records as [string, string, string];
      await hear(now, 'paper.issued', paper);
      await hear(now, 'copy.signed', copy);
      await hear(now, 'scan.confirmed', dossier);
      const ends = (await list()).map(({ kind, evidence_until: until }) => `${kind} ${until?.getFullYear()}`);
      assert.deepEqual(ends.toSorted(), ['annex 2036', 'copy 2026', 'paper 2036', 'scan 2036']);
      assert.deepEqual(await announced(now, 'evidence.note'), [], 'computed with the table of today');
      await own<{ 'scanning.scans': { item: string; evidence_table: string } }>(world.tx)
        .updateTable('scanning.scans')
        .set({ evidence_table: 'another' })
        .where('item', '=', dossier)
        .execute();
      assert.deepEqual(
        (await announced(now, 'evidence.note')).map(({ item }) => item),
        [dossier],
      );
      await hear(now, 'evidence.note', dossier);

      const due = await announced('2030-01-01T02:30:00+07:00', 'evidence.renew');
      assert.deepEqual(
        due.map(({ item }) => item),
        [copy],
        'what has no archive timestamp gets one; the others wait',
      );
      await hear(now, 'evidence.renew', copy, due[0]?.payload);
      const night = await announced(later, 'evidence.renew');
      assert.deepEqual(night.map(({ payload }) => payload['kind']).toSorted(), [
        'annex',
        'copy',
        'paper',
        'scan',
      ]);
      const newer = (await madeLater).keyring;
      // The authority of the first day still publishes its lists, a new one stamps time; the administrator trusts both.
      const older = sampleKeyring(press.keys, () => new Date(later));
      const evidence = async (certificates: readonly Buffer[]) => {
        const [was, is] = [await older.evidence(certificates), await newer.evidence(certificates)];
        return { crls: [...was.crls, ...is.crls], ocsps: [...was.ocsps, ...is.ocsps] };
      };
      const roots = async () => [...(await older.roots()), ...(await newer.roots())];
      const { timestamp } = newer;
      const future = { ...press, keyring: { ...press.keyring, timestamp, evidence, roots } };
      const trust = { ...(await trustOf(future.keyring, new Date(later))), evidence: await evidence([]) };
      const before = await list();
      for (const { item, payload } of night) await hear(later, 'evidence.renew', item, payload, future);
      for (const was of before) {
        const is = await world.look(systemAt(later), (look) => findSignedFile(look, was));
        assert.notEqual(is?.hash, was.hash, was.kind);
        assert.equal(is?.evidence_until?.getFullYear(), 2046, was.kind);
        const [old, fresh] = [await press.store.read(was.hash), await press.store.read(is?.hash ?? '')];
        assert.deepEqual(fresh.subarray(0, old.length), old, 'what was signed is not touched');
        const { output } = judge('pdfsig', ['-nocert', '{a.pdf}'], { 'a.pdf': fresh });
        assert.doesNotMatch(output, /Signature is Invalid|Digest Mismatch/, output);
        const verdicts = await world.look(systemAt(later), (look) =>
          findSignatureVerdicts(look, [is?.hash ?? '']),
        );
        assert.equal(verdicts.size, 1, 'looked at as it was made');
        const { verdict, signatures } = await verifyFile(fresh, trust);
        assert.equal(verdict, 'valid', `${was.kind} ten years on: ${JSON.stringify(signatures)}`);
        assert.ok(signatures.every(({ timeProven }) => timeProven));
        const unrenewed = await verifyFile(old, { ...trust, now: new Date('2037-01-01T00:00:00Z') });
        assert.notEqual(
          unrenewed.verdict,
          'valid',
          `${was.kind} without renewal, when its timestamp has ended`,
        );
      }
      assert.deepEqual(await announced(later, 'evidence.renew'), [], 'and nothing is due again');
      const renewed = await list();
      for (const { item, payload } of night) await hear(later, 'evidence.renew', item, payload, future);
      assert.deepEqual(
        (await list()).map(({ hash }) => hash),
        renewed.map(({ hash }) => hash),
      );

      const former = (kind: SignedFile['kind']) => before.find((one) => one.kind === kind)!.hash;
      await world.look(systemAt(later), async (look) => {
        assert.equal((await findByHash(look, former('paper')))?.id, paper);
        assert.equal((await findAnnexByHash(look, former('annex')))?.paper, paper);
        assert.equal((await findCopyByFile(look, former('copy')))?.id, copy);
        const check = await checkFile(look, await press.store.read(former('annex')), null);
        assert.equal(check.kind, 'as-issued');
      });
    }),
  );

  it(
    'that ends soon and was not renewed is told by the doctor',
    rolledBack(async (world) => {
      const press = await made;
      const records = await signedOfEveryKind(world, press);
      const { check } = papersRoom(press).invariants.find(({ name }) => name === 'papers.evidence')!;
      const findings = (at: string) => world.look(systemAt(at), check);
      assert.deepEqual(await findings(now), []);
      await world.as(system, now, async (act) => {
        const noted = papersRoom(press).listeners.find(({ on }) => on === 'evidence.note')!;
        for (const item of records) {
          const event = { id: item, name: 'evidence.note', item, payload: {}, at: act.now };
          await noted.act(act, event, await noted.gather?.(act, event));
        }
      });
      const told = (await findings('2036-07-01T09:00:00+07:00'))
        .map(({ item }) => item.split(' ')[0])
        .toSorted();
      assert.deepEqual(told, ['annex', 'copy', 'paper', 'scan']);
    }),
  );
});
