/** Any file: what it is, by its content, and the verdict on it. */
import { reasons } from './reasons.ts';
import { verifyCms } from './cms/verify.ts';
import { verifyJws } from './json/jws.ts';
import { isPlainlyUnsigned } from './pdf/unsigned.ts';
import { verifyPdf } from './pdf/verify.ts';
import type { Trust } from './trust/trust.ts';
import { verdictOf, type Verdict } from './verdict.ts';

const longestJws = 64 * 1024 * 1024;

const isPdf = (bytes: Buffer): boolean => bytes.subarray(0, 1024).includes('%PDF-', 0, 'latin1');

/** What stands inside a CMS in the form of letters (RFC 7468 §8 and 9); null where the file is none. */
const armouredCms = (bytes: Buffer): Buffer | null => {
  if (!bytes.subarray(0, 64).includes('-----BEGIN ')) return null;
  const inside = /-----BEGIN (PKCS7|CMS)-----([\w+/=\s]+)-----END \1-----/.exec(bytes.toString('latin1'));
  return inside && Buffer.from(inside[2] ?? '', 'base64');
};

/** The verdict on a PDF that plainly has no signature, at once and with little work; null where `verifyFile` must say. */
export const unsignedAtOnce = (bytes: Buffer): Verdict | null =>
  isPdf(bytes) && isPlainlyUnsigned(bytes) ? verdictOf([]) : null;

/** Verifies a file. Detects PDF, CMS, XML and JWS by content, never by name; anything else cannot be determined. Never throws on bad content. */
export const verifyFile = async (bytes: Buffer, trust: Trust): Promise<Verdict> => {
  if (isPdf(bytes)) return verifyPdf(bytes, trust);
  const der = armouredCms(bytes) ?? bytes;
  const cms = der[0] === 0x30 ? await verifyCms(der, trust) : null;
  if (cms) return cms;
  const text = (bytes[0] === 0xef && bytes[1] === 0xbb ? bytes.subarray(3) : bytes)
    .subarray(0, 64)
    .toString('utf8')
    .trimStart();
  // In UTF-16 every second byte of a tag is empty.
  const utf16 = /^(?:\xff\xfe<\0|\xfe\xff\0<)/.test(bytes.toString('latin1', 0, 4));
  if (text.startsWith('<') || utf16) return (await import('./xml/verify.ts')).verifyXml(bytes, trust);
  const json = bytes.length <= longestJws ? await verifyJws(bytes.toString('utf8'), trust) : null;
  return json ?? verdictOf([], [reasons.unknownKind]);
};
