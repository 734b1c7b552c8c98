import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import sharp from 'sharp';
import { readPicture, sealPlace, signingTimeWords } from './appearance/appearance.ts';
import { cornerWords } from './appearance/corner.ts';
import { compressedFile, makeWorld, now, plainFile } from './fixtures.ts';
import { signerOf } from './issue/authority.ts';
import { ocspResponse } from './issue/revocation.ts';
import { judge, missingTool, pem } from './judges.ts';
import { openPdf } from './pdf/document.ts';
import { rangeOf } from './pdf/range.ts';
import { factsOf, signaturesIn } from './pdf/signatures.ts';
import { signPdf } from './pdf/sign.ts';
import { prepareFields } from './pdf/widgets.ts';
import { signCms } from './sign/cms.ts';
import { timestamp, timestampRequest } from './sign/timestamp.ts';
import type { SigningAlgorithm } from './sign/signer.ts';
import { verifyPdf } from './pdf/verify.ts';

const at = ['-attime', String(now.getTime() / 1000)];
/** How openssl judges a detached CAdES signature. */
const cades = [
  'cms',
  ...'-verify -cades -binary -inform DER -in {s} -content {d} -CAfile {r} -out {o}'.split(' '),
  ...at,
];

/** The signed bytes and the CMS of the n-th signature of a file. */
const partsOf = (file: Buffer, index = 0): { data: Buffer; cms: Buffer } => {
  const document = openPdf(file);
  const range = rangeOf(file, factsOf(document, signaturesIn(document)[index]!.dict!));
  if ('weight' in range) return assert.fail(range.text.en);
  return { data: Buffer.concat(range.data), cms: range.contents };
};

describe('others agree with what we sign', () => {
  let world: ReturnType<typeof makeWorld>;
  let walked: Buffer;
  before(async () => {
    world = makeWorld();
    const circle = (colour: string): Promise<Buffer> =>
      sharp(
        Buffer.from(
          `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60"><circle cx="30" cy="30" r="25" fill="none" stroke="${colour}" stroke-width="5"/></svg>`,
        ),
      )
        .png()
        .toBuffer();
    const [blue, red] = [await readPicture(await circle('#1238b0')), await readPicture(await circle('#d21'))];
    const leaderPlace = [350, 200, 490, 260] as const;
    let file = prepareFields(plainFile(), [
      { name: 'lanhdao', kind: 'signature', page: 1, rectangle: leaderPlace },
      { name: 'so', kind: 'words', page: 1, rectangle: [72, 760, 250, 780] },
      { name: 'codau', kind: 'signature', page: 1, rectangle: sealPlace(leaderPlace) },
    ]);
    const agency = signerOf(world.agency);
    file = await signPdf(
      file,
      { field: 'lanhdao', time: now, permission: 2, appearance: { kind: 'picture', picture: blue } },
      world.signer,
      world.services,
    );
    file = await signPdf(
      file,
      { field: 'vanthu', time: now, fills: { so: 'Số: 12/QĐ-UBND' }, locks: ['so'] },
      signerOf(world.agency, 'rsa-pss-sha256'),
      world.services,
    );
    file = await signPdf(
      file,
      { field: 'codau', time: now, appearance: { kind: 'picture', picture: red } },
      agency,
      world.services,
    );
    const words = ['SAO Y', 'UBND tỉnh Sông Lam', signingTimeWords(now)];
    walked = await signPdf(
      file,
      { field: 'sao', time: now, ...cornerWords(file, words) },
      agency,
      world.services,
    );
  });

  it('pdfsig: leader, clerk, seal and copy in one file', { skip: missingTool('pdfsig') }, async () => {
    const { output } = judge('pdfsig', ['-nocert', '{a.pdf}'], { 'a.pdf': walked });
    assert.equal(output.match(/Signature Validation: Signature is Valid/g)?.length, 4, output);
    assert.match(output, /Total document signed/);
    const found = await verifyPdf(walked, world.trust());
    assert.deepEqual(
      [found.verdict, found.signatures.length],
      ['valid', 8],
      'four signatures, each with a document timestamp',
    );
  });

  for (const [form, file] of [
    ['plain', plainFile],
    ['compressed', compressedFile],
  ] as const) {
    for (const algorithm of [
      'rsa-sha256',
      'rsa-pss-sha256',
      'ecdsa-sha256',
    ] as const satisfies readonly SigningAlgorithm[]) {
      it(`pdfsig: ${algorithm} in a ${form} file`, { skip: missingTool('pdfsig') }, async () => {
        const signer = algorithm === 'ecdsa-sha256' ? world.signer : signerOf(world.agency, algorithm);
        const signed = await signPdf(file(), { field: 'ky', time: now }, signer, { level: 'B-B' });
        const { output } = judge('pdfsig', ['-nocert', '{a.pdf}'], { 'a.pdf': signed });
        assert.match(output, /Signature is Valid/);
        assert.match(output, /Total document signed/);
        assert.match(output, /ETSI\.CAdES\.detached/);
      });
    }
  }

  it('qpdf finds no fault in the structure', { skip: missingTool('qpdf') }, async () => {
    const compressed = await signPdf(
      compressedFile(),
      { field: 'ky', time: now },
      world.signer,
      world.services,
    );
    for (const file of [walked, compressed]) {
      const { code, output } = judge('qpdf', ['--check', '{a.pdf}'], { 'a.pdf': file });
      assert.equal(code, 0, output);
    }
  });

  it('openssl: the CMS of each PDF signature is CAdES', { skip: missingTool('openssl') }, () => {
    const root = pem(world.authority.root.certificate);
    for (const index of [0, 2, 4, 6]) {
      const { data, cms } = partsOf(walked, index);
      const { code, output } = judge('openssl', cades, { s: cms, d: data, r: root });
      assert.equal(code, 0, output);
      assert.match(output, /CAdES Verification successful/);
    }
  });

  it('openssl: document timestamps and answers to requests', { skip: missingTool('openssl') }, () => {
    const root = pem(world.authority.root.certificate);
    const { data, cms } = partsOf(walked, 1);
    const token = judge(
      'openssl',
      ['ts', '-verify', '-data', '{d}', '-in', '{t}', '-token_in', '-CAfile', '{r}', ...at],
      { d: data, t: cms, r: root },
    );
    assert.match(token.output, /Verification: OK/);
    const request = timestampRequest([data]);
    const reply = timestamp(request, world.authority.timestamps, now);
    const answered = judge(
      'openssl',
      ['ts', '-verify', '-queryfile', '{q}', '-in', '{a}', '-CAfile', '{r}', ...at],
      { q: request, a: reply, r: root },
    );
    assert.match(answered.output, /Verification: OK/);
    const refused = judge('openssl', ['ts', '-reply', '-in', '{a}', '-text'], {
      a: timestamp(Buffer.from('3003020101', 'hex'), world.authority.timestamps, now),
    });
    assert.match(refused.output, /Rejected[\s\S]*wrong format/);
  });

  it('openssl: a detached CMS beside a file', { skip: missingTool('openssl') }, async () => {
    const data = Buffer.from('Tỉnh Sông Lam');
    const cms = await signCms(data, world.signer, now);
    assert.match(
      judge('openssl', cades, { s: cms, d: data, r: pem(world.authority.root.certificate) }).output,
      /successful/,
    );
    assert.doesNotMatch(
      judge('openssl', cades, {
        s: cms,
        d: Buffer.from('Tỉnh khác'),
        r: pem(world.authority.root.certificate),
      }).output,
      /successful/,
    );
  });

  it('openssl: certificates, revocation lists and OCSP responses', { skip: missingTool('openssl') }, () => {
    const { authority, officer, window } = world;
    const [rootList, list] = world.lists([{ certificate: officer.certificate, on: now, reason: 1 }]);
    const files = {
      r: pem(authority.root.certificate),
      i: pem(authority.issuing.certificate),
      h: pem(officer.certificate),
      c: Buffer.concat([pem(rootList!, 'X509 CRL'), pem(list!, 'X509 CRL')]),
      good: ocspResponse(authority.issuing, officer.certificate, null, window),
      bad: ocspResponse(
        authority.issuing,
        officer.certificate,
        { certificate: officer.certificate, on: now },
        window,
      ),
    };
    assert.match(
      judge('openssl', ['verify', '-x509_strict', '-CAfile', '{r}', '-untrusted', '{i}', ...at, '{h}'], files)
        .output,
      /OK/,
    );
    const revoked = judge(
      'openssl',
      ['verify', '-crl_check', '-CRLfile', '{c}', '-CAfile', '{r}', '-untrusted', '{i}', ...at, '{h}'],
      files,
    );
    assert.match(revoked.output, /certificate revoked/);
    const ask = (answer: string): string =>
      judge(
        'openssl',
        [
          'ocsp',
          '-respin',
          `{${answer}}`,
          '-issuer',
          '{i}',
          '-cert',
          '{h}',
          '-CAfile',
          '{r}',
          '-verify_other',
          '{i}',
          ...at,
          '-no_nonce',
        ],
        files,
      ).output;
    assert.match(ask('good'), /: good[\s\S]*Response verify OK/);
    assert.match(ask('bad'), /: revoked[\s\S]*Response verify OK/);
  });
});
