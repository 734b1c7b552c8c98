import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { after, makeWorld, now, plainFile } from '../fixtures.ts';
import { readCertificate } from '../cms/certificate.ts';
import type { Lifetime } from '../cms/lifetimes.ts';
import { makeAuthority, timestampPort } from '../issue/authority.ts';
import { revocationList } from '../issue/revocation.ts';
import type { Trust } from '../trust/trust.ts';
import { evidenceEnds, renewPdf } from './renew.ts';
import { signPdf } from './sign.ts';
import { verifyPdf } from './verify.ts';

const YEAR = 365;

describe('renewal of evidence', () => {
  const world = makeWorld();
  // The first timestamp authority ends after ten years; a year before, the file is stamped by the authority of that day.
  const renewal = after(9 * YEAR);
  const late = after(15 * YEAR);
  const next = makeAuthority({ now: renewal, keys: 'p-256' });
  const window = { from: renewal, until: after(7, renewal) };
  const trust: Trust = {
    roots: [world.authority.root, next.root].map(({ certificate }) => readCertificate(certificate)),
    now: late,
    evidence: {
      crls: [next.root, next.issuing].map((one) =>
        revocationList(one, [], { from: late, until: after(7, late) }),
      ),
      ocsps: [],
    },
  };
  const services = {
    timestamp: timestampPort(next, () => renewal),
    evidence: async () => ({
      crls: [
        ...world.lists([], window),
        revocationList(next.root, [], window),
        revocationList(next.issuing, [], window),
      ],
      ocsps: [],
    }),
  };
  const signed = () => signPdf(plainFile(), { field: 'ky', time: now }, world.signer, world.services);

  it('says until when a file lasts, and makes it last longer without touching what was signed', async () => {
    const file = await signed();
    assert.equal(
      evidenceEnds(file)?.getTime(),
      readCertificate(world.authority.timestamps.certificate).notAfter.getTime(),
    );
    const renewed = await renewPdf(file, services);
    assert.deepEqual(renewed.subarray(0, file.length), file);
    assert.equal(
      evidenceEnds(renewed)?.getTime(),
      readCertificate(next.timestamps.certificate).notAfter.getTime(),
    );
  });

  it('keeps a signature valid that would be in doubt without it, fifteen years later', async () => {
    const file = await signed();
    assert.notEqual((await verifyPdf(file, trust)).verdict, 'valid');
    const verdict = await verifyPdf(await renewPdf(file, services), trust);
    assert.deepEqual(
      [verdict.verdict, verdict.signatures.map(({ outcome }) => outcome)],
      ['valid', ['valid', 'valid', 'valid']],
    );
  });

  it('lasts no longer than the algorithms of its timestamp, and is renewed with others before they end', async () => {
    const file = await signed();
    const lastDay = '2031-06-30';
    const ending: readonly Lifetime[] = [{ key: 'ec', below: 384, lastDay, basis: 'thử' }];
    assert.equal(evidenceEnds(file, ending)?.toISOString(), '2031-06-30T16:59:59.000Z');
    const over = { ...world.trust(), now: new Date('2031-07-01T00:00:00Z'), lifetimes: ending };
    const said = async (pdf: Buffer): Promise<unknown> => {
      const { verdict, signatures } = await verifyPdf(pdf, over);
      const ended = signatures.map(({ findings }) => findings.some(({ text }) => /safe until/.test(text.en)));
      return [verdict, ended];
    };
    assert.deepEqual(
      await said(file),
      ['undetermined', [true, true]],
      'its timestamps prove nothing any more',
    );
    // Stamped in time by an authority with a longer key: what lies below is proven to be older than the end.
    const longer = makeAuthority({ now: after(YEAR), keys: 'rsa-3072' });
    const at = after(YEAR);
    const between = { from: at, until: after(7, at) };
    const lists = [longer.root, longer.issuing].map((one) => revocationList(one, [], between));
    const renewed = await renewPdf(file, {
      timestamp: timestampPort(longer, () => at),
      evidence: async () => ({ crls: [...world.lists([], between), ...lists], ocsps: [] }),
    });
    assert.equal(
      evidenceEnds(renewed, ending)?.getTime(),
      readCertificate(longer.timestamps.certificate).notAfter.getTime(),
    );
    const fresh = { from: over.now, until: after(7, over.now) };
    const verdict = await verifyPdf(renewed, {
      ...over,
      roots: [...over.roots, readCertificate(longer.root.certificate)],
      evidence: {
        crls: [longer.root, longer.issuing].map((one) => revocationList(one, [], fresh)),
        ocsps: [],
      },
    });
    assert.deepEqual(
      [verdict.verdict, verdict.signatures.map(({ outcome }) => outcome)],
      ['valid', ['valid', 'valid', 'valid']],
    );
  });

  it('cannot heal a file whose signed bytes were touched', async () => {
    const spoilt = Buffer.from(await signed());
    spoilt[spoilt.indexOf('Quyet')]! ^= 1;
    assert.equal((await verifyPdf(await renewPdf(spoilt, services), trust)).verdict, 'invalid');
  });

  it('has nothing to say of a file without an archive timestamp', async () => {
    assert.equal(evidenceEnds(plainFile()), null);
    assert.equal(
      evidenceEnds(await signPdf(plainFile(), { field: 'ky', time: now }, world.signer, { level: 'B-B' })),
      null,
    );
  });
});
