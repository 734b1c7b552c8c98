import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { compactVerify, importX509 } from 'jose';
import { readCertificate } from './cms/certificate.ts';
import { verifyFile } from './file.ts';
import { after, makeWorld, now } from './fixtures.ts';
import { signerOf } from './issue/authority.ts';
import { judge, missingTool, pem } from './judges.ts';
import { signJws } from './json/jws.ts';
import { flipped } from './pdf/forgeries.ts';
import { signCms } from './sign/cms.ts';
import type { SigningAlgorithm } from './sign/signer.ts';
import { signXml } from './xml/sign.ts';

const xml =
  '<?xml version="1.0" encoding="UTF-8"?><vb:VanBan xmlns:vb="urn:thi-du"><vb:So>12/QĐ-UBND</vb:So><vb:Tien>5000</vb:Tien></vb:VanBan>';
const algorithms = [
  'rsa-sha256',
  'rsa-pss-sha256',
  'ecdsa-sha256',
] as const satisfies readonly SigningAlgorithm[];

describe('signed XML and JSON', () => {
  let world: ReturnType<typeof makeWorld>;
  before(() => {
    world = makeWorld();
  });
  const signer = (algorithm: SigningAlgorithm) =>
    algorithm === 'ecdsa-sha256' ? world.signer : signerOf(world.agency, algorithm);
  const verdict = async (text: string, more = {}) => verifyFile(Buffer.from(text), world.trust(more));

  for (const algorithm of algorithms) {
    it(`XML with ${algorithm}: signed, checked, spoilt`, async () => {
      const signed = await signXml(xml, signer(algorithm), now);
      const found = await verdict(signed);
      const [signature] = found.signatures;
      assert.equal(found.verdict, 'valid', JSON.stringify(found));
      assert.deepEqual(
        [signature?.coversWholeFile, signature?.time?.getTime(), signature?.chain],
        [true, now.getTime(), 'trusted'],
      );
      assert.equal((await verdict(signed.replace('5000', '9000'))).verdict, 'invalid');
      assert.equal(
        (await verdict(signed.replace(/<xades:SigningTime>2026/, '<xades:SigningTime>2025'))).verdict,
        'invalid',
      );
      assert.equal((await verdict(signed, { roots: [] })).verdict, 'undetermined');
    });

    // xmlsec1 before 1.3 has no RSASSA-PSS: nothing to judge with there.
    const judged =
      algorithm === 'rsa-pss-sha256' ? 'xmlsec1 does not know RSASSA-PSS' : missingTool('xmlsec1');
    it(`xmlsec1 agrees: ${algorithm}`, { skip: judged }, async () => {
      const signed = await signXml(xml, signer(algorithm), now);
      const files = { x: Buffer.from(signed), r: pem(world.authority.root.certificate) };
      const time = now.toISOString().slice(0, 19).replace('T', ' ');
      const args = [
        '--verify',
        '--enabled-key-data',
        'x509',
        '--trusted-pem',
        '{r}',
        '--verification-time',
        time,
        '--id-attr:Id',
        'http://uri.etsi.org/01903/v1.3.2#:SignedProperties',
        '{x}',
      ];
      const { code, output } = judge('xmlsec1', args, files);
      assert.equal(code, 0, output);
      assert.notEqual(
        judge('xmlsec1', args, { ...files, x: Buffer.from(signed.replace('5000', '9000')) }).code,
        0,
      );
    });

    it(`JWS with ${algorithm}: signed, checked by jose and by us, spoilt`, async () => {
      const signing = signer(algorithm);
      const signed = await signJws(Buffer.from('{"so":"12/QĐ-UBND"}'), signing, now);
      const name = { 'rsa-sha256': 'RS256', 'rsa-pss-sha256': 'PS256', 'ecdsa-sha256': 'ES256' }[algorithm];
      await compactVerify(signed, await importX509(pem(signing.certificate).toString(), name));
      assert.equal((await verdict(signed)).verdict, 'valid');
      const [head = '', payload = '', value = ''] = signed.split('.');
      const spoilt = `${head}.${Buffer.from('{"so":"13/QĐ-UBND"}').toString('base64url')}.${value}`;
      assert.equal((await verdict(spoilt)).signatures[0]?.integrity, 'broken');
      const general = JSON.stringify({ payload, signatures: [{ protected: head, signature: value }] });
      assert.equal((await verdict(general)).verdict, 'valid');
    });
  }

  it('a CMS with the content inside: checked and spoilt', async () => {
    const cms = await signCms(Buffer.from('Tỉnh Sông Lam'), world.signer, now, true);
    assert.equal((await verifyFile(cms, world.trust())).verdict, 'valid');
    assert.equal((await verifyFile(flipped(cms, 'Lam'), world.trust())).signatures[0]?.integrity, 'broken');
    assert.equal(
      (await verifyFile(await signCms(Buffer.from('a'), world.signer, now), world.trust())).verdict,
      'undetermined',
    );
  });

  it('a JWS with alg "none" or a MAC proves nothing, with a certificate or without', async () => {
    const x5c = [world.officer.certificate.toString('base64')];
    for (const header of [{ alg: 'none' }, { alg: 'None', x5c }, { alg: 'HS256', x5c }]) {
      const text = `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${Buffer.from('{}').toString('base64url')}.AAAA`;
      assert.equal((await verdict(text)).verdict, 'invalid');
    }
  });

  it('a signature moved around another element (wrapping) does not vouch for it', async () => {
    const signed = await signXml(xml, world.signer, now);
    const body = signed.slice(signed.indexOf('<vb:VanBan'));
    const wrapped = `<GiayGia><Tien>9000</Tien>${body}</GiayGia>`;
    assert.notEqual((await verdict(wrapped)).verdict, 'valid');
  });

  it('an attribute that only looks like a namespace is not let in', async () => {
    const signed = (await signXml(xml, world.signer, now)).replace('<vb:Tien>', '<vb:Tien xmlnsgia="9000">');
    assert.notEqual((await verdict(signed)).verdict, 'valid');
  });

  it('XML in UTF-16 is read as well', async () => {
    const signed = (await signXml(xml, world.signer, now)).replace('encoding="UTF-8"', 'encoding="UTF-16"');
    const bytes = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');
    assert.equal((await verifyFile(bytes(signed), world.trust())).verdict, 'valid');
    assert.equal((await verifyFile(bytes(signed).swap16(), world.trust())).verdict, 'valid');
    assert.equal((await verifyFile(bytes(signed.replace('5000', '9000')), world.trust())).verdict, 'invalid');
  });

  describe('XML that xmlsec1 signed', { skip: missingTool('xmlsec1') }, () => {
    const dsig = 'http://www.w3.org/2000/09/xmldsig#';
    const c14n = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315';
    /** Signs the object `noi-dung`, in a signature that stands around it. */
    function enveloping(transform: string): string {
      const template = `<Signature xmlns="${dsig}"><SignedInfo><CanonicalizationMethod Algorithm="${c14n}"/><SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/><Reference URI="#noi-dung"><Transforms>${transform}</Transforms><DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><DigestValue/></Reference></SignedInfo><SignatureValue/><KeyInfo><X509Data/></KeyInfo><Object Id="noi-dung"><Tien>5000</Tien></Object></Signature>`;
      const key = Buffer.from(world.agency.key.export({ type: 'pkcs8', format: 'pem' }));
      const files = { k: key, c: pem(world.agency.certificate), t: Buffer.from(template) };
      const id = ['--id-attr:Id', `${dsig}:Object`];
      const { code, output } = judge('xmlsec1', ['--sign', ...id, '--privkey-pem', '{k},{c}', '{t}'], files);
      assert.equal(code, 0, output);
      return output;
    }
    const plain = `<Transform Algorithm="${c14n}"/>`;
    const ours = (text: string) =>
      verdict(text, { intermediates: world.agency.chain.map((der) => readCertificate(der)) });

    it('around its content is the whole file', async () => {
      const found = await ours(enveloping(plain));
      assert.deepEqual([found.verdict, found.signatures[0]?.coversWholeFile], ['valid', true]);
      assert.equal((await ours(enveloping(plain).replace('5000', '9000'))).verdict, 'invalid');
    });

    it('does not vouch for what was put beside the signed object', async () => {
      for (const beside of [
        '<Object><Tien>9000</Tien></Object>',
        '<Object>9000</Object>',
        '<Tien xmlns="">9000</Tien>',
      ])
        assert.equal(
          (await ours(enveloping(plain).replace('</Signature>', `${beside}</Signature>`))).verdict,
          'undetermined',
          beside,
        );
    });

    it('with a transform that is not calculated here is neither right nor wrong', async () => {
      const xpath = `<Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116"><XPath>not(self::Tien)</XPath></Transform>`;
      assert.equal((await ours(enveloping(xpath))).verdict, 'undetermined');
    });
  });

  it('a certificate revoked before signing makes XML invalid', async () => {
    const signed = await signXml(xml, world.signer, now);
    const crls = world.lists([{ certificate: world.officer.certificate, on: after(-1) }]);
    assert.equal((await verdict(signed, { evidence: { crls, ocsps: [] } })).verdict, 'invalid');
  });

  for (const [text, expected] of [
    ['<a/>', 'unsigned'],
    ['{"a":1}', 'unsigned'],
    ['<a><b></a>', 'undetermined'],
    ['chỉ là chữ', 'undetermined'],
    [
      '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/></a>',
      'undetermined',
    ],
    ['<a><Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/></a>', 'undetermined'],
  ] as const) {
    it(`${text.slice(0, 40)}: ${expected}`, async () => {
      assert.equal((await verdict(text)).verdict, expected);
    });
  }
});
