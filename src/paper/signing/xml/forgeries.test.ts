import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { readCertificate } from '../cms/certificate.ts';
import { verifyFile } from '../file.ts';
import { makeWorld, now } from '../fixtures.ts';
import { signerOf } from '../issue/authority.ts';
import { judge, missingTool, pem } from '../judges.ts';
import { signXml } from './sign.ts';

const dsig = 'http://www.w3.org/2000/09/xmldsig#';
const more = 'http://www.w3.org/2001/04/xmldsig-more#';
const enc = 'http://www.w3.org/2001/04/xmlenc#';
const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const sha256 = `${enc}sha256`;

type Names = { method?: string; digest?: string; canonical?: string };

/** A document of one sum with a place for an enveloped signature. */
const template = ({ method = `${more}rsa-sha256`, digest = sha256, canonical = exclusive }: Names = {}) =>
  `<a xmlns="urn:thi-du"><tien>5000</tien><Signature xmlns="${dsig}"><SignedInfo><CanonicalizationMethod Algorithm="${canonical}"/><SignatureMethod Algorithm="${method}"/><Reference URI=""><Transforms><Transform Algorithm="${dsig}enveloped-signature"/><Transform Algorithm="${canonical}"/></Transforms><DigestMethod Algorithm="${digest}"/><DigestValue/></Reference></SignedInfo><SignatureValue/><KeyInfo><X509Data/></KeyInfo></Signature></a>`;

describe('XML that xmlsec1 signed, as it is and forged', { skip: missingTool('xmlsec1') }, () => {
  let world: ReturnType<typeof makeWorld>;
  let signed = '';
  before(() => {
    world = makeWorld();
    signed = sign(template());
  });
  function sign(text: string): string {
    const key = Buffer.from(world.agency.key.export({ type: 'pkcs8', format: 'pem' }));
    const files = { k: key, c: pem(world.agency.certificate), t: Buffer.from(text) };
    const { code, output } = judge('xmlsec1', ['--sign', '--privkey-pem', '{k},{c}', '{t}'], files);
    assert.equal(code, 0, output);
    return output;
  }
  const found = async (file: string | Buffer) =>
    verifyFile(
      Buffer.from(file as string),
      world.trust({ intermediates: world.agency.chain.map((der) => readCertificate(der)) }),
    );

  for (const [title, names] of [
    ['SHA-224', { method: `${more}rsa-sha224`, digest: `${more}sha224` }],
    ['SHA-384', { method: `${more}rsa-sha384`, digest: `${more}sha384` }],
    ['SHA-512', { method: `${more}rsa-sha512`, digest: `${enc}sha512` }],
    ['canonical XML 1.1', { canonical: 'http://www.w3.org/2006/12/xml-c14n11' }],
  ] as const)
    it(`${title}: right, and wrong after a change`, async () => {
      const file = sign(template(names));
      assert.equal((await found(file)).verdict, 'valid');
      assert.equal((await found(file.replace('5000', '9000'))).verdict, 'invalid');
    });

  it("the certificate of the issuer may stand before the signer's own", async () => {
    const issuer = `<X509Certificate>${world.agency.chain[0]?.toString('base64')}</X509Certificate>`;
    const { verdict, signatures } = await found(signed.replace('<X509Data>', `<X509Data>${issuer}`));
    assert.deepEqual([verdict, signatures[0]?.signer], ['valid', 'ỦY BAN NHÂN DÂN TỈNH SÔNG LAM']);
  });

  const foreign = '<tien xmlns="urn:thi-du">9000</tien>';
  for (const [title, verdict, forge] of [
    [
      'an object inside the signature',
      'undetermined',
      ['</KeyInfo>', `</KeyInfo><Object>${foreign}</Object>`],
    ],
    ['content inside the signature', 'undetermined', ['</KeyInfo>', `</KeyInfo>${foreign}`]],
    ['content beside the key', 'undetermined', ['<KeyInfo>', `<KeyInfo>${foreign}`]],
    ['words beside the key', 'undetermined', ['</KeyInfo>', '</KeyInfo>9000']],
    ['a part of another file', 'undetermined', ['URI=""', 'URI="http://127.0.0.1:9/a.xml"']],
    ['a file of this machine', 'undetermined', ['URI=""', 'URI="file:///etc/passwd"']],
    ['no part named at all', 'undetermined', [' URI=""', '']],
    ['an expression for a part', 'undetermined', ['URI=""', 'URI="#xpointer(/)"']],
    ['a MAC instead of a signature', 'invalid', [`${more}rsa-sha256`, `${more}hmac-sha256`]],
    ['two values', 'invalid', ['<SignatureValue>', '<SignatureValue>AAAA</SignatureValue><SignatureValue>']],
  ] as const)
    it(`${title}: ${verdict}`, async () => {
      const forged = signed.replace(...(forge as [string, string]));
      assert.notEqual(forged, signed);
      assert.equal((await found(forged)).verdict, verdict);
    });

  it('an instruction beside the root names a style sheet that nobody signed: other verifiers see a change', async () => {
    const forged = signed.replace('<a ', '<?xml-stylesheet type="text/xsl" href="x.xsl"?><a ');
    assert.notEqual(forged, signed);
    assert.equal((await found(forged)).verdict, 'undetermined');
    assert.equal((await found(`${signed}<?xml-stylesheet href="x.xsl"?>`)).verdict, 'undetermined');
    const theirs = (f: string) =>
      judge('xmlsec1', ['--verify', '--insecure', '{f}'], { f: Buffer.from(f) }).code;
    assert.deepEqual([theirs(signed), theirs(forged)], [0, 1]);
    await assert.rejects(signXml('<?go?><a/>', signerOf(world.officer), now), TypeError);
  });

  it('another encoding in the declaration, which no signature covers, makes other words of it', async () => {
    const words = sign(template().replace('5000', 'năm nghìn'));
    assert.equal((await found(words)).verdict, 'valid');
    const other = words.replace(/^<\?xml[^>]*\?>/, '<?xml version="1.0" encoding="ISO-8859-1"?>');
    assert.equal((await found(other)).verdict, 'undetermined');
    assert.equal((await found('<?xml version="1.0" encoding="ISO-8859-1"?><a/>')).verdict, 'unsigned');
  });
});
