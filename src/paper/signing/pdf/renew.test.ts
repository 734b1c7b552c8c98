import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { after, makeWorld, now, plainFile } from '../fixtures.ts';
import { readCertificate } from '../cms/certificate.ts';
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
