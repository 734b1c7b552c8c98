/** Timestamps of signed XML and JSON (XAdES and JAdES baseline T): made, judged by programs of others, forged, after the signer expired. */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { decodeProtectedHeader, flattenedVerify, importX509 } from 'jose';
import { XmlC14NMode, XmlDocument, type XmlElement } from 'libxml2-wasm';
import { readCertificate } from './cms/certificate.ts';
import { verifyFile } from './file.ts';
import { after, makeWorld, now } from './fixtures.ts';
import { makeAuthority, timestampPort } from './issue/authority.ts';
import { revocationList } from './issue/revocation.ts';
import { judge, missingTool, pem } from './judges.ts';
import { signJws, stampJws } from './json/jws.ts';
import { askTimestamp } from './sign/timestamp.ts';
import { signXml } from './xml/sign.ts';
import { stampXml } from './xml/timestamp.ts';

const xml = '<?xml version="1.0" encoding="UTF-8"?><a xmlns="urn:thi-du"><tien>5000</tien></a>';
const stampedAt = after(1);

describe('timestamps of signed XML and JSON', () => {
  const world = makeWorld();
  const port = timestampPort(world.authority, () => stampedAt);
  const { root, issuing } = world.authority;
  /** Six years on the certificate of the signer has expired, that of the timestamp authority has not. */
  const late = after(6 * 365);
  const lists = (at: Date) =>
    [root, issuing].map((one) => revocationList(one, [], { from: at, until: after(7, at) }));
  const at = (moment: Date) => ({
    roots: [readCertificate(root.certificate)],
    now: moment,
    evidence: { crls: [...lists(stampedAt), ...lists(moment)], ocsps: [] },
  });
  const verdict = (text: string, moment = late) => verifyFile(Buffer.from(text), at(moment));
  let bare: { xml: string; jws: string };
  let stamped: { xml: string; jws: string };
  before(async () => {
    bare = {
      xml: await signXml(xml, world.signer, now),
      jws: await signJws(Buffer.from('{"tien":5000}'), world.signer, now),
    };
    stamped = { xml: await stampXml(bare.xml, port), jws: await stampJws(bare.jws, port) };
  });

  for (const kind of ['xml', 'jws'] as const)
    it(`${kind}: an expired signer is judged at the time of the stamp`, async () => {
      assert.equal((await verdict(bare[kind], stampedAt)).verdict, 'valid');
      assert.notEqual((await verdict(bare[kind])).verdict, 'valid');
      const found = await verdict(stamped[kind]);
      const [signature] = found.signatures;
      assert.equal(found.verdict, 'valid', JSON.stringify(found));
      assert.deepEqual(
        [signature?.timeProven, signature?.time?.getTime(), signature?.coversWholeFile],
        [true, stampedAt.getTime(), true],
      );
    });

  it('a stamp of another signature, a damaged one, or one of a stranger proves nothing', async () => {
    const other = {
      xml: await stampXml(await signXml(xml, world.signer, now), port),
      jws: await stampJws(await signJws(Buffer.from('{"tien":5000}'), world.signer, after(0.1)), port),
    };
    const tokenIn = {
      xml: (text: string) => /<xades:EncapsulatedTimeStamp>([^<]+)</.exec(text)?.[1] ?? '',
      jws: (text: string) => /"val":"([^"]+)"/.exec(text)?.[1] ?? '',
    };
    const stranger = timestampPort(makeAuthority({ now, keys: 'p-256' }), () => stampedAt);
    for (const kind of ['xml', 'jws'] as const) {
      const own = tokenIn[kind](stamped[kind]);
      const foreign = tokenIn[kind](other[kind]);
      assert.notEqual(own, foreign);
      for (const wrong of [foreign, own.slice(0, 400), '', 'AAAA']) {
        const found = await verdict(stamped[kind].replace(own, wrong), stampedAt);
        assert.equal(found.verdict, 'undetermined', `${kind} ${wrong.slice(0, 8)}`);
        assert.equal(found.signatures[0]?.timeProven, false);
      }
      const strange = { xml: () => stampXml(bare.xml, stranger), jws: () => stampJws(bare.jws, stranger) }[
        kind
      ];
      assert.notEqual((await verdict(await strange())).verdict, 'valid', kind);
      assert.equal(
        (await verdict(stamped[kind].replace('5000', '9000'), stampedAt)).verdict,
        {
          xml: 'invalid',
          jws: 'valid', // the payload is encoded: nothing was replaced
        }[kind],
      );
    }
    const forged = JSON.parse(stamped.jws) as Record<string, unknown>;
    forged['payload'] = Buffer.from('{"tien":9000}').toString('base64url');
    assert.equal((await verdict(JSON.stringify(forged))).verdict, 'invalid');
  });

  it('components in base64url, and canonical forms of others, are read alike', async () => {
    const { header, ...rest } = JSON.parse(stamped.jws) as { header: { etsiU: object[] } };
    const etsiU = header.etsiU.map((one) => Buffer.from(JSON.stringify(one)).toString('base64url'));
    assert.equal((await verdict(JSON.stringify({ ...rest, header: { etsiU } }))).verdict, 'valid');
    for (const odd of [5, null, 'x', { sigTst: null }, { sigTst: { tstTokens: [null] } }])
      assert.notEqual(
        (await verdict(JSON.stringify({ ...rest, header: { etsiU: [odd] } }))).verdict,
        'valid',
        JSON.stringify(odd),
      );
    const method = /<ds:CanonicalizationMethod xmlns:ds="[^"]+" Algorithm="[^"]+"\/>(?=<xades:Enc)/;
    for (const [named, mode] of [
      ['', XmlC14NMode.XML_C14N_1_0],
      ['http://www.w3.org/2006/12/xml-c14n11', XmlC14NMode.XML_C14N_1_1],
    ] as const) {
      const document = XmlDocument.fromString(bare.xml);
      const value = document.get('//ds:SignatureValue', {
        ds: 'http://www.w3.org/2000/09/xmldsig#',
      }) as XmlElement;
      const words = value.canonicalizeToString({ mode });
      assert.match(words, /xmlns="urn:thi-du"/, 'inclusive: the name space around it stands in it');
      document.dispose();
      const token = (await askTimestamp([Buffer.from(words)], port)).toString('base64');
      const element =
        named &&
        `<ds:CanonicalizationMethod xmlns:ds="http://www.w3.org/2000/09/xmldsig#" Algorithm="${named}"/>`;
      const theirs = stamped.xml
        .replace(method, element)
        .replace(/(<xades:EncapsulatedTimeStamp>)[^<]+/, `$1${token}`);
      assert.equal((await verdict(theirs)).verdict, 'valid', named);
    }
    const unknown = stamped.xml.replace(method, (found) => found.replace('xml-exc-c14n#', 'xml-exc-other#'));
    assert.equal((await verdict(unknown)).verdict, 'undetermined');
  });

  it(
    'jose, xmlsec1 and openssl agree',
    { skip: missingTool('xmlsec1') || missingTool('openssl') },
    async () => {
      const jws = JSON.parse(stamped.jws) as {
        protected: string;
        payload: string;
        signature: string;
        header: { etsiU: { sigTst: { tstTokens: { val: string }[] } }[] };
      };
      const key = await importX509(pem(world.signer.certificate).toString(), 'ES256');
      await flattenedVerify(jws, key);
      assert.equal(typeof decodeProtectedHeader(jws)['x5t#S256'], 'string', 'JAdES names the certificate');
      const time = stampedAt.toISOString().slice(0, 19).replace('T', ' ');
      const args = [
        '--verify',
        '--enabled-key-data',
        'x509',
        '--trusted-pem',
        '{r}',
        '--verification-time',
        time,
      ];
      const found = judge(
        'xmlsec1',
        [...args, '--id-attr:Id', 'http://uri.etsi.org/01903/v1.3.2#:SignedProperties', '{x}'],
        { x: Buffer.from(stamped.xml), r: pem(root.certificate) },
      );
      assert.equal(found.code, 0, found.output);
      const stamps = (token: string, data: Buffer) =>
        judge(
          'openssl',
          [
            'ts',
            '-verify',
            '-data',
            '{d}',
            '-in',
            '{t}',
            '-token_in',
            '-CAfile',
            '{ca}',
            '-attime',
            String(stampedAt.getTime() / 1000),
          ],
          { d: data, t: Buffer.from(token, 'base64'), ca: pem(root.certificate) },
        );
      const [component] = jws.header.etsiU;
      const ofJws = stamps(component?.sigTst.tstTokens[0]?.val ?? '', Buffer.from(jws.signature));
      assert.equal(ofJws.code, 0, ofJws.output);
      const [, element = ''] = /(<ds:SignatureValue>[^<]+<\/ds:SignatureValue>)/.exec(stamped.xml) ?? [];
      const canonical = element.replace(
        '<ds:SignatureValue>',
        '<ds:SignatureValue xmlns:ds="http://www.w3.org/2000/09/xmldsig#">',
      );
      const [, token = ''] = /<xades:EncapsulatedTimeStamp>([^<]+)</.exec(stamped.xml) ?? [];
      const ofXml = stamps(token, Buffer.from(canonical));
      assert.equal(ofXml.code, 0, ofXml.output);
      assert.notEqual(stamps(token, Buffer.from(element)).code, 0);
    },
  );
});
