/** Reads key and certificates from a PKCS#12 file (RFC 7292), as certification authorities hand them out for servers and seals. */
import {
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  pbkdf2Sync,
  timingSafeEqual,
  type KeyObject,
} from 'node:crypto';
import { Invalid } from '../../../ground/operate/errors.ts';
import {
  Asn1Error,
  children,
  content,
  find,
  octets,
  oid,
  open,
  readNode,
  small,
  TAG,
  whole,
  type Node,
} from '../asn1/read.ts';
import { OID } from '../asn1/oids.ts';
import { digestOf } from '../cms/algorithms.ts';
import { tryCertificate, type Certificate } from '../cms/certificate.ts';
import { softwareSigner, type Signer, type SigningAlgorithm } from './signer.ts';

const bag = '1.2.840.113549.1.12.10.1.';
const ciphers: Readonly<Record<string, readonly [name: string, keyBytes: number]>> = {
  '2.16.840.1.101.3.4.1.2': ['aes-128-cbc', 16],
  '2.16.840.1.101.3.4.1.22': ['aes-192-cbc', 24],
  '2.16.840.1.101.3.4.1.42': ['aes-256-cbc', 32],
  '1.2.840.113549.3.7': ['des-ede3-cbc', 24],
};
const macs: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
};

const refuse = (vi: string, en: string): never => {
  throw new Invalid([{ field: 'password', message: { vi, en } }]);
};
const unsupported = (): never =>
  refuse(
    'Tệp khóa dùng cách mã hóa quá cũ. Hãy xuất lại tệp với AES.',
    'The key file is encrypted in an outdated way. Export it again with AES.',
  );

/** The key derivation of PKCS#12 itself (RFC 7292 B.2): `purpose` 1 key, 2 initial value, 3 MAC. */
const derive = (
  digest: string,
  password: string,
  salt: Buffer,
  iterations: number,
  purpose: number,
  length: number,
): Buffer => {
  const block = digest === 'sha384' || digest === 'sha512' ? 128 : 64;
  const stretch = (bytes: Buffer): Buffer =>
    bytes.length === 0 ? bytes : Buffer.alloc(Math.ceil(bytes.length / block) * block, bytes);
  const words = Buffer.from(`${password}\0`, 'utf16le').swap16();
  let input = Buffer.concat([stretch(salt), stretch(words)]);
  const out: Buffer[] = [];
  for (let have = 0; have < length;) {
    let hash = createHash(digest).update(Buffer.alloc(block, purpose)).update(input).digest();
    for (let i = 1; i < iterations; i++) hash = createHash(digest).update(hash).digest();
    out.push(hash);
    have += hash.length;
    const addend = BigInt(`0x${Buffer.alloc(block, hash).toString('hex')}`) + 1n;
    const mask = (1n << BigInt(block * 8)) - 1n;
    const next: Buffer[] = [];
    for (let at = 0; at < input.length; at += block) {
      const sum = (BigInt(`0x${input.toString('hex', at, at + block)}`) + addend) & mask;
      next.push(Buffer.from(sum.toString(16).padStart(block * 2, '0'), 'hex'));
    }
    input = Buffer.concat(next);
  }
  return Buffer.concat(out).subarray(0, length);
};

/** A hostile file could ask for hours of hashing. */
const rounds = (node: Node | undefined): number => Math.min(small(node), 10_000_000);

const decrypt = (algorithm: Node, data: Buffer, password: string): Buffer => {
  const [name, parameters] = open(algorithm, TAG.sequence);
  if (oid(name) === '1.2.840.113549.1.12.1.3') {
    const [salt, iterations] = open(parameters, TAG.sequence);
    const part = (purpose: number, length: number): Buffer =>
      derive('sha1', password, octets(salt), rounds(iterations), purpose, length);
    const decipher = createDecipheriv('des-ede3-cbc', part(1, 24), part(2, 8));
    return Buffer.concat([decipher.update(data), decipher.final()]);
  }
  if (oid(name) !== '1.2.840.113549.1.5.13') return unsupported();
  const [derivation, scheme] = open(parameters, TAG.sequence);
  const [salt, iterations, ...rest] = open(open(derivation, TAG.sequence)[1], TAG.sequence);
  const [cipher, iv] = open(scheme, TAG.sequence);
  const prf = find(rest, TAG.sequence);
  const [cipherName, keyBytes] = ciphers[oid(cipher)] ?? unsupported();
  const key = pbkdf2Sync(
    Buffer.from(password),
    octets(salt),
    rounds(iterations),
    keyBytes,
    prf ? (macs[oid(children(prf)[0])] ?? unsupported()) : 'sha1',
  );
  const decipher = createDecipheriv(cipherName, key, octets(iv));
  return Buffer.concat([decipher.update(data), decipher.final()]);
};

const checkMac = (mac: Node | undefined, data: Buffer, password: string): void => {
  const [info, salt, iterations] = open(mac, TAG.sequence);
  const [algorithm, expected] = open(info, TAG.sequence);
  const digest = digestOf(algorithm) ?? unsupported();
  const key = derive(
    digest,
    password,
    octets(salt),
    iterations ? rounds(iterations) : 1,
    3,
    octets(expected).length,
  );
  const found = createHmac(digest, key).update(data).digest();
  if (found.length !== octets(expected).length || !timingSafeEqual(found, octets(expected)))
    refuse('Mật khẩu của tệp khóa không đúng.', 'The password of the key file is wrong.');
};

type Found = { key: KeyObject | null; certificates: Certificate[] };

const collect = (contents: Buffer, password: string, found: Found): void => {
  for (const item of open(readNode(contents), TAG.sequence)) {
    const [type, wrapped] = open(item, TAG.sequence);
    const value = open(wrapped, 0xa0)[0]!;
    const kind = oid(type);
    if (kind === `${bag}1`) found.key = createPrivateKey({ key: whole(value), format: 'der', type: 'pkcs8' });
    if (kind === `${bag}2`) {
      const [algorithm, data] = open(value, TAG.sequence);
      found.key = createPrivateKey({
        key: decrypt(algorithm!, octets(data), password),
        format: 'der',
        type: 'pkcs8',
      });
    }
    if (kind === `${bag}3`) {
      const certificate = tryCertificate(octets(open(open(value, TAG.sequence)[1], 0xa0)[0]));
      if (certificate) found.certificates.push(certificate);
    }
  }
};

/** A signer from a PKCS#12 file. Throws `Invalid` on a wrong password, an outdated encryption or a file without key and certificate. */
export const pkcs12Signer = (file: Buffer, password: string, algorithm?: SigningAlgorithm): Signer => {
  const found: Found = { key: null, certificates: [] };
  try {
    const [, safe, mac] = open(readNode(file), TAG.sequence);
    const contents = octets(open(open(safe, TAG.sequence)[1], 0xa0)[0]);
    checkMac(mac, contents, password);
    for (const part of open(readNode(contents), TAG.sequence)) {
      const [type, wrapped] = open(part, TAG.sequence);
      if (oid(type) === OID.data) collect(octets(open(wrapped, 0xa0)[0]), password, found);
      if (oid(type) !== OID.encryptedData) continue;
      const [, , cipher] = [null, ...open(open(wrapped, 0xa0)[0], TAG.sequence)];
      const [, scheme, data] = open(cipher ?? undefined, TAG.sequence);
      const pieces = data && (data.tag & 0x20 ? octets(data) : content(data));
      collect(decrypt(scheme!, pieces ?? Buffer.alloc(0), password), password, found);
    }
  } catch (error) {
    if (error instanceof Asn1Error)
      return refuse('Tệp không phải là tệp khóa PKCS#12.', 'The file is not a PKCS#12 key file.');
    throw error;
  }
  const { key, certificates } = found;
  const own = key && certificates.find((one) => one.key.equals(createPublicKey(key)));
  if (!key || !own)
    return refuse(
      'Tệp khóa thiếu khóa riêng hoặc chứng thư.',
      'The key file lacks the private key or its certificate.',
    );
  const chain = certificates.filter((one) => one !== own).map(({ der }) => der);
  return softwareSigner(key, own.der, chain, algorithm);
};
