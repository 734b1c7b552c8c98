import { sign as rawSign } from 'node:crypto';
import { octetString } from '../asn1/write.ts';
import { plainFile } from '../fixtures.ts';
import { signerOf } from '../issue/authority.ts';
import { reasons } from '../reasons.ts';
import { archivingCms, flipped, indefinite, oldCms, sha1, signedAs } from './forgeries.ts';
import { completeCms, finishPdf, preparePdf } from './prepare.ts';
import { signPdf } from './sign.ts';
import { plan, tryCases } from './testing.ts';
import { addObject, beginUpdate, finishUpdate, made, name, raw, text } from './update.ts';

tryCases('old and unusual forms of PDF signatures', [
  {
    name: 'SHA-1 in a detached PKCS#7',
    file: (w) =>
      signedAs(plainFile(), 'adbe.pkcs7.detached', (data) =>
        oldCms(data, w.agency, { digest: 'sha1', certificates: [w.agency.certificate, ...w.agency.chain] }),
      ),
    verdict: 'invalid',
    first: { integrity: 'intact' },
    because: reasons.weakDigest,
  },
  {
    name: 'SHA-1 under an unknown root',
    file: (w) =>
      signedAs(plainFile(), 'adbe.pkcs7.detached', (data) => oldCms(data, w.agency, { digest: 'sha1' })),
    trust: () => ({ roots: [] }),
    verdict: 'undetermined',
    first: { integrity: 'intact' },
  },
  {
    name: 'SHA-256 in a detached PKCS#7 without attributes',
    file: (w) =>
      signedAs(plainFile(), 'adbe.pkcs7.detached', (data) =>
        oldCms(data, w.agency, { digest: 'sha256', certificates: [w.agency.certificate, ...w.agency.chain] }),
      ),
    verdict: 'valid',
  },
  {
    name: 'adbe.pkcs7.sha1',
    file: (w) =>
      signedAs(plainFile(), 'adbe.pkcs7.sha1', (data) =>
        oldCms(data, w.agency, {
          digest: 'sha1',
          content: sha1(data),
          certificates: [w.agency.certificate, ...w.agency.chain],
        }),
      ),
    verdict: 'invalid',
    first: { integrity: 'intact' },
    because: reasons.weakDigest,
  },
  {
    name: 'adbe.pkcs7.sha1, spoilt',
    file: (w) =>
      flipped(
        signedAs(plainFile(), 'adbe.pkcs7.sha1', (data) =>
          oldCms(data, w.agency, { digest: 'sha1', content: sha1(data) }),
        ),
        'Quyet dinh',
      ),
    verdict: 'invalid',
    first: { integrity: 'broken' },
    because: reasons.digestDiffers,
  },
  {
    name: 'adbe.x509.rsa_sha1',
    file: (w) =>
      signedAs(
        plainFile(),
        'adbe.x509.rsa_sha1',
        (data) => octetString(rawSign('sha1', data, w.agency.key)),
        {
          Cert: [w.agency.certificate, ...w.agency.chain].map((bytes) => raw(`<${bytes.toString('hex')}>`)),
        },
      ),
    verdict: 'invalid',
    first: { integrity: 'intact', chain: 'trusted' },
    because: reasons.weakDigest,
  },
  {
    name: 'adbe.x509.rsa_sha1 without certificate',
    file: (w) =>
      signedAs(plainFile(), 'adbe.x509.rsa_sha1', (data) => octetString(rawSign('sha1', data, w.agency.key))),
    verdict: 'undetermined',
    because: reasons.noCertificate,
  },
  {
    name: 'the certificate is missing',
    file: (w) =>
      signedAs(plainFile(), 'adbe.pkcs7.detached', (data) =>
        oldCms(data, w.agency, { digest: 'sha256', certificates: [] }),
      ),
    verdict: 'undetermined',
    first: { signer: null, chain: 'none' },
    because: reasons.noCertificate,
  },
  {
    name: 'indefinite lengths',
    file: async (w) => {
      const prepared = preparePdf(plainFile(), plan, w.signer);
      return finishPdf(prepared, indefinite(completeCms(prepared, await w.signer.sign(prepared.toSign))));
    },
    verdict: 'valid',
  },
  {
    name: 'RSASSA-PSS',
    file: (w) => signPdf(plainFile(), plan, signerOf(w.agency, 'rsa-pss-sha256'), w.services),
    verdict: 'valid',
  },
  {
    name: 'a format that nobody knows',
    file: (w) =>
      signedAs(plainFile(), 'toantrinh.thu', (data) =>
        oldCms(data, w.agency, { digest: 'sha256', certificates: [w.agency.certificate, ...w.agency.chain] }),
      ),
    verdict: 'undetermined',
    because: reasons.unknownFormat,
  },
  {
    name: 'a field whose value does not exist',
    file: () => {
      const update = beginUpdate(plainFile());
      const field = addObject(update, made({ FT: name('Sig'), T: text('x'), V: raw('99 0 R') }));
      update.objects.set(
        1,
        raw(`<</Type /Catalog /Pages 2 0 R /AcroForm <</Fields [${field.number} 0 R]>>>>`),
      );
      return finishUpdate(update).bytes;
    },
    verdict: 'invalid',
    because: reasons.unreadable,
  },
  {
    name: 'revocation evidence inside the signature alone',
    file: (w) =>
      signedAs(plainFile(), 'adbe.pkcs7.detached', (data) => archivingCms(data, w.agency, w.lists())),
    trust: () => ({ evidence: { crls: [], ocsps: [] } }),
    verdict: 'valid',
  },
]);
