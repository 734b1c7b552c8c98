import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readCertificate, USAGE } from '../cms/certificate.ts';
import { after, makeWorld, now, plainFile } from '../fixtures.ts';
import { signerOf } from '../issue/authority.ts';
import { issueCertificate, newKey } from '../issue/certificate.ts';
import { reasons } from '../reasons.ts';
import { signWith } from '../sign/signer.ts';
import { askTimestamp } from '../sign/timestamp.ts';
import { completeCms, finishPdf, preparePdf } from './prepare.ts';
import { signPdf } from './sign.ts';
import { basic, plan, signedBy, stamped, tryCases } from './testing.ts';
import { verifyPdf } from './verify.ts';

tryCases('the certificate behind a PDF signature', [
  {
    name: 'a root that nobody configured',
    file: basic,
    trust: () => ({ roots: [] }),
    verdict: 'undetermined',
    first: { integrity: 'intact', chain: 'unknown-root' },
  },
  {
    name: 'another root of the same name',
    file: basic,
    trust: () => ({ roots: [readCertificate(makeWorld().authority.root.certificate)] }),
    verdict: 'undetermined',
  },
  {
    name: 'no information about revocation',
    file: basic,
    trust: () => ({ evidence: { crls: [], ocsps: [] } }),
    verdict: 'undetermined',
  },
  {
    name: 'a revocation list that has run out',
    file: basic,
    trust: (w) => ({ evidence: { crls: w.lists([], { from: after(-9), until: after(-2) }), ocsps: [] } }),
    verdict: 'undetermined',
  },
  {
    name: 'information about revocation fetched by the port',
    file: basic,
    trust: (w) => ({
      evidence: { crls: [], ocsps: [] },
      fetchRevocation: async () => ({ crls: w.lists(), ocsps: [] }),
    }),
    verdict: 'valid',
  },
  {
    name: 'a port that fails',
    file: basic,
    trust: () => ({
      evidence: { crls: [], ocsps: [] },
      fetchRevocation: async () => {
        throw new Error('no network');
      },
    }),
    verdict: 'undetermined',
  },
  {
    name: 'a revocation list signed by somebody else',
    file: basic,
    trust: () => ({ evidence: { crls: makeWorld().lists(), ocsps: [] } }),
    verdict: 'undetermined',
  },
  {
    name: 'revoked before signing',
    file: basic,
    trust: (w) => ({
      evidence: { crls: w.lists([{ certificate: w.officer.certificate, on: after(-1) }]), ocsps: [] },
    }),
    verdict: 'invalid',
  },
  {
    name: 'revoked after signing, the time not proven',
    file: basic,
    trust: (w) => ({
      now: after(3),
      evidence: { crls: w.lists([{ certificate: w.officer.certificate, on: after(2) }]), ocsps: [] },
    }),
    verdict: 'undetermined',
  },
  {
    name: 'revoked after signing, the time proven',
    file: stamped,
    trust: (w) => ({
      now: after(3),
      evidence: { crls: w.lists([{ certificate: w.officer.certificate, on: after(2) }]), ocsps: [] },
    }),
    verdict: 'valid',
  },
  {
    name: 'stored evidence alone, years later',
    file: stamped,
    trust: () => ({
      now: after(3 * 365 + 30),
      evidence: { crls: [], ocsps: [] },
      fetchRevocation: async () => ({ crls: [], ocsps: [] }),
    }),
    verdict: 'undetermined',
  },
  {
    name: 'expired when signing',
    file: (w) => signedBy(w, { notBefore: after(-30), notAfter: after(-1) }),
    verdict: 'invalid',
  },
  {
    name: 'not yet valid when signing',
    file: (w) => signedBy(w, { notBefore: after(5), notAfter: after(30) }),
    verdict: 'invalid',
  },
  {
    name: 'expired since, the time not proven',
    file: (w) => signedBy(w, { notAfter: after(1) }),
    trust: (w) => ({ now: after(2), evidence: { crls: w.lists(), ocsps: [] } }),
    verdict: 'undetermined',
  },
  {
    name: 'wrong key usage',
    file: (w) => signedBy(w, { usage: [USAGE.keyEncipherment] }),
    verdict: 'invalid',
    because: reasons.wrongUsage,
  },
  {
    name: 'a purpose that is not signing',
    file: (w) => signedBy(w, { purposes: ['1.3.6.1.5.5.7.3.1'] }),
    verdict: 'invalid',
    because: reasons.wrongUsage,
  },
  {
    name: 'a holder who plays authority',
    file: (w) => {
      const forged = issueCertificate(
        {
          subject: { name: 'Lê Ví Dụ' },
          key: newKey('p-256'),
          notBefore: now,
          notAfter: after(9),
          usage: [0, 1],
        },
        w.officer,
      );
      return signPdf(plainFile(), plan, signerOf(forged), { level: 'B-B' });
    },
    verdict: 'invalid',
  },
  {
    name: 'a key of 1024 bits',
    file: (w) => {
      const weak = w.holder({ keys: 'rsa-1024' });
      return signPdf(
        plainFile(),
        plan,
        { ...weak, algorithm: 'rsa-sha256', sign: async (data) => signWith('rsa-sha256', weak.key, data) },
        { level: 'B-B' },
      );
    },
    verdict: 'invalid',
    because: reasons.weakKey,
  },
  {
    name: 'a certificate for the same key put in its place',
    file: async (w) => {
      const other = w.holder({ key: w.officer.key });
      const prepared = preparePdf(plainFile(), plan, w.signer);
      return finishPdf(
        prepared,
        completeCms({ ...prepared, certificate: other.certificate }, await w.signer.sign(prepared.toSign)),
      );
    },
    verdict: 'invalid',
    because: reasons.otherCertificate,
  },
  {
    name: "a certificate of another's key put in its place",
    file: async (w) => {
      const prepared = preparePdf(plainFile(), plan, w.signer);
      return finishPdf(
        prepared,
        completeCms(
          { ...prepared, certificate: w.holder({}).certificate },
          await w.signer.sign(prepared.toSign),
        ),
      );
    },
    verdict: 'invalid',
    first: { integrity: 'broken' },
    because: reasons.signatureDiffers,
  },
  {
    name: 'the timestamp of another signature',
    file: async (w) => {
      const [one, other] = [
        preparePdf(plainFile(), plan, w.signer),
        preparePdf(plainFile('b'), plan, w.signer),
      ];
      const token = await askTimestamp([await w.signer.sign(other.toSign)], w.services.timestamp!);
      return finishPdf(one, completeCms(one, await w.signer.sign(one.toSign), token));
    },
    verdict: 'undetermined',
    because: reasons.timestampBroken,
  },
  {
    name: 'a time of signing in the future',
    file: (w) => signPdf(plainFile(), { ...plan, time: after(10) }, w.signer, { level: 'B-B' }),
    verdict: 'invalid',
    because: reasons.timeInFuture,
  },
]);

describe('a signature with a document timestamp', () => {
  it('stays good after its certificate has run out, as long as the timestamp itself can be checked', async () => {
    const world = makeWorld();
    const years = after(3 * 365 + 30);
    const evidence = { crls: world.lists([], { from: after(-1, years), until: after(1, years) }), ocsps: [] };
    const found = await verifyPdf(await stamped(world), world.trust({ now: years, evidence }));
    assert.deepEqual(
      found.signatures.map(({ outcome }) => outcome),
      ['valid', 'valid'],
    );
    const unstamped = await verifyPdf(await basic(world), world.trust({ now: years, evidence }));
    assert.equal(unstamped.verdict, 'undetermined');
  });
});
