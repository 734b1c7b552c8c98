/** Evidence records beside files that nobody may touch: made, judged by programs of others, renewed, forged (RFC 4998). */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { verifyCommand } from '../cli.ts';
import { readCertificate, type Certificate } from '../cms/certificate.ts';
import { verifyFile } from '../file.ts';
import { after, makeWorld, now, plainFile } from '../fixtures.ts';
import { makeAuthority, timestampPort } from '../issue/authority.ts';
import { revocationList } from '../issue/revocation.ts';
import { open, readNode, TAG, whole } from '../asn1/read.ts';
import { judge, missingTool, pem } from '../judges.ts';
import { signJws } from '../json/jws.ts';
import { signCms } from '../sign/cms.ts';
import { signPdf } from '../pdf/sign.ts';
import { signXml } from '../xml/sign.ts';
import type { Trust } from '../trust/trust.ts';
import { preserveFile, verifyWithRecord } from './preserve.ts';
import { judgeRecord, recordEnds, renewRecord } from './record.ts';

const YEAR = 365;
const accepted = after(2);
const weekFrom = (from: Date) => ({ from, until: after(7, from) });

describe('evidence records', () => {
  const world = makeWorld();
  const next = makeAuthority({ now: after(9 * YEAR), keys: 'p-256' });
  const { root, issuing } = world.authority;
  const root1 = readCertificate(root.certificate);
  const trusted = [root1, readCertificate(next.root.certificate)];
  const lists = (at: Date) => [root, issuing].map((one) => revocationList(one, [], weekFrom(at)));
  /** As an installation takes a file in: nothing about revocation is known beforehand, everything is asked for. */
  const atTheTime: Trust = {
    roots: [root1],
    now: accepted,
    fetchRevocation: async () => ({ crls: lists(accepted), ocsps: [] }),
  };
  /** Years later nobody publishes anything about those certificates any more. */
  const later = (years: number, more: Partial<Trust> = {}): Trust => ({
    roots: trusted,
    now: after(years * YEAR),
    ...more,
  });
  const nextLists = (at: Date) =>
    [next.root, next.issuing].map((one) => revocationList(one, [], weekFrom(at)));
  const stamp = timestampPort(world.authority, () => accepted);
  const renewed = (record: Buffer) =>
    renewRecord(record, {
      timestamp: timestampPort(next, () => after(9 * YEAR)),
      evidence: async () => ({ crls: lists(after(9 * YEAR)), ocsps: [] }),
    });
  /** What the authority of the newest timestamp says today. */
  const fresh = (years: number, whose: (at: Date) => Buffer[]): Partial<Trust> => ({
    evidence: { crls: whose(after(years * YEAR)), ocsps: [] },
  });

  let pdf: Buffer;
  let record: Buffer;
  before(async () => {
    pdf = await signPdf(plainFile(), { field: 'ky', time: now }, world.signer, { level: 'B-B' });
    record = (await preserveFile(pdf, atTheTime, stamp)).record;
  });

  it('let a file of any kind be valid after its signer expired, which it is not without', async () => {
    const files: readonly (readonly [string, Buffer])[] = [
      ['pdf', pdf],
      ['xml', Buffer.from(await signXml('<a xmlns="urn:thi-du"/>', world.signer, now))],
      ['jws', Buffer.from(await signJws(Buffer.from('{}'), world.signer, now))],
      ['cms', await signCms(Buffer.from('a'), world.signer, now, true)],
    ];
    for (const [kind, file] of files) {
      const made = await preserveFile(file, atTheTime, stamp);
      assert.equal(made.verdict.verdict, 'valid', kind);
      const trust = later(6, fresh(6, lists));
      const without = await verifyFile(file, trust);
      assert.notEqual(without.verdict, 'valid', kind);
      const found = await verifyWithRecord(file, made.record, trust);
      assert.equal(found.verdict, 'valid', `${kind} ${JSON.stringify(found)}`);
      assert.ok(found.signatures.every(({ timeProven }) => timeProven));
      assert.match(
        found.findings[0]?.text.vi ?? '',
        /chứng minh tệp đã có.*09:00, ngày 22\/11\/2026|22\/11\/2026/,
      );
    }
  });

  it('prove nothing about another file, nor when anything in them was changed', async () => {
    const trust = later(6, fresh(6, lists));
    const other = await signPdf(plainFile('Khac'), { field: 'ky', time: now }, world.signer, {
      level: 'B-B',
    });
    assert.match(
      (await verifyWithRecord(other, record, trust)).findings[0]?.text.en ?? '',
      /not that of this file/,
    );
    for (const file of [Buffer.alloc(0), Buffer.from('x'), record.subarray(0, 300)])
      assert.equal((await judgeRecord(file, pdf, trust)).existed, null);
    let broken = 0;
    // Every place of the record, in steps: what still proves a time must prove the same one with the same material.
    const good = await judgeRecord(record, pdf, trust);
    for (let at = 0; at < record.length; at += 7) {
      const spoilt = Buffer.from(record);
      spoilt[at]! ^= 0x01;
      const found = await judgeRecord(spoilt, pdf, trust);
      if (found.existed === null) broken++;
      else {
        assert.equal(found.existed.getTime(), good.existed?.getTime());
        const ids = (list: readonly Certificate[]) => list.map(({ id }) => id);
        // Material that its timestamp does not cover is not taken.
        assert.ok(
          found.material.crls.length === 0 ||
            (found.material.crls.every((one, n) => one.equals(good.material.crls[n]!)) &&
              assert.deepEqual(ids(found.material.certificates), ids(good.material.certificates)) ===
                undefined),
        );
      }
    }
    assert.ok(broken > 50, String(broken));
  });

  it('do not make good what was bad when the file came in', async () => {
    const fetchRevocation = async () => ({
      crls: [
        revocationList(root, [], weekFrom(accepted)),
        revocationList(
          issuing,
          [{ certificate: world.officer.certificate, on: after(-1) }],
          weekFrom(accepted),
        ),
      ],
      ocsps: [],
    });
    const revoked = await preserveFile(pdf, { ...atTheTime, fetchRevocation }, stamp);
    assert.equal(revoked.verdict.verdict, 'invalid');
    const still = await verifyWithRecord(pdf, revoked.record, later(6, fresh(6, lists)));
    assert.equal(still.verdict, 'invalid', 'revoked before the file came in');
    const late = after(8 * YEAR);
    // The certificate of the officer had ended before the file was taken in.
    const tooLate = await preserveFile(
      pdf,
      { ...atTheTime, now: late, fetchRevocation: async () => ({ crls: lists(late), ocsps: [] }) },
      timestampPort(world.authority, () => late),
    );
    assert.notEqual(
      (await verifyWithRecord(pdf, tooLate.record, later(8, fresh(8, lists)))).verdict,
      'valid',
    );
  });

  it('are renewed before they end: fifteen years on the file is as it came, and valid', async () => {
    assert.equal(
      recordEnds(record).getTime(),
      readCertificate(world.authority.timestamps.certificate).notAfter.getTime(),
    );
    const trust = later(15, fresh(15, nextLists));
    assert.equal((await judgeRecord(record, pdf, trust)).existed, null, 'without renewal it has ended');
    const longer = await renewed(record);
    assert.equal(
      recordEnds(longer).getTime(),
      readCertificate(next.timestamps.certificate).notAfter.getTime(),
    );
    const found = await verifyWithRecord(pdf, longer, trust);
    assert.equal(found.verdict, 'valid', JSON.stringify(found));
    assert.equal((await judgeRecord(longer, pdf, trust)).existed?.getTime(), accepted.getTime());
    const stranger = makeAuthority({ now, keys: 'p-256' });
    const trustsOther = { ...trust, roots: [root1, readCertificate(stranger.root.certificate)] };
    assert.equal(
      (await judgeRecord(longer, pdf, trustsOther)).existed,
      null,
      'its authority must be trusted',
    );
  });

  it('openssl finds in each timestamp what it must cover', { skip: missingTool('openssl') }, async () => {
    const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest();
    const tokensOf = (bytes: Buffer) => {
      const parts = open(readNode(bytes), TAG.sequence);
      const [chain] = open(parts.at(-1), TAG.sequence);
      const tokens = open(chain, TAG.sequence).map((one) => whole(open(one, TAG.sequence).at(-1)!));
      return { material: whole(parts[2]!), tokens };
    };
    const verified = (token: Buffer, digest: Buffer, ca: Buffer, at: Date) =>
      judge(
        'openssl',
        [
          'ts',
          '-verify',
          '-digest',
          digest.toString('hex'),
          '-in',
          '{t}',
          '-token_in',
          '-CAfile',
          '{ca}',
          '-attime',
          String(Math.floor(at.getTime() / 1000)),
        ],
        { t: token, ca: pem(ca) },
      );
    const { material, tokens } = tokensOf(record);
    const covers = hash(Buffer.concat([hash(pdf), hash(material)].sort(Buffer.compare)));
    const first = verified(tokens[0]!, covers, root.certificate, accepted);
    assert.equal(first.code, 0, first.output);
    assert.notEqual(verified(tokens[0]!, hash(pdf), root.certificate, accepted).code, 0);
    const longer = tokensOf(await renewed(record));
    assert.equal(longer.tokens.length, 2);
    const again = verified(longer.tokens[0]!, covers, root.certificate, accepted);
    assert.equal(again.code, 0, `with what proves it inside: ${again.output}`);
    const second = verified(
      longer.tokens[1]!,
      hash(longer.tokens[0]!),
      next.root.certificate,
      after(9 * YEAR),
    );
    assert.equal(second.code, 0, second.output);
    const parsed = judge('openssl', ['asn1parse', '-inform', 'DER', '-in', '{r}'], { r: record });
    assert.equal(parsed.code, 0, parsed.output);
    assert.match(parsed.output, /id-smime-aa-ets-revocationValues/);
  });

  it('are taken by toantrinh verify --evidence', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'toantrinh-ers-'));
    try {
      const files = { 'tep.pdf': pdf, 'tep.ers': record, 'goc.pem': pem(root.certificate) };
      for (const [name, bytes] of Object.entries(files)) await writeFile(path.join(folder, name), bytes);
      const six = after(6 * YEAR);
      for (const [n, list] of lists(six).entries()) await writeFile(path.join(folder, `${n}.crl`), list);
      const lines: string[] = [];
      const io = {
        cwd: folder,
        out: (line: string) => lines.push(line),
        err: (line: string) => lines.push(line),
      };
      const options = ['--root', 'goc.pem', '--crl', '0.crl', '--crl', '1.crl'];
      assert.equal(await verifyCommand(['tep.pdf', ...options], io, six), 0);
      assert.doesNotMatch(lines[0] ?? '', /: HỢP LỆ$/);
      lines.length = 0;
      assert.equal(await verifyCommand(['tep.pdf', '--evidence', 'tep.ers', ...options], io, six), 0);
      assert.match(lines[0] ?? '', /: HỢP LỆ$/, lines.join('\n'));
      assert.match(lines[1] ?? '', /Hồ sơ bằng chứng chứng minh tệp đã có/);
      assert.equal(await verifyCommand(['tep.pdf', 'tep.pdf', '--evidence', 'tep.ers'], io, six), 2);
      assert.equal(await verifyCommand(['tep.pdf', '--evidence', 'khong-co.ers'], io, six), 2);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
