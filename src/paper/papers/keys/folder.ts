/** Keys of agencies and leaders as certification authorities hand them out: one PKCS#12 file each, or a token, in a folder. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { Invalid, Unavailable } from '../../../ground/operate/errors.ts';
import { formatDay, vietnamDay } from '../../../ground/text/dates.ts';
import { readTokenKey, tokenSigner } from './token.ts';
import {
  certificatesOf,
  pkcs12Signer,
  readCertificate,
  readPicture,
  type Picture,
  type Signer,
} from '../../signing/index.ts';

/** What signs, and the picture that stands on the page. */
export type Key = { readonly signer: Signer; readonly picture: Picture };

type Settings = { readonly folder: string; readonly password: string | null };

/** Identifiers of agencies and sign-in names; anything else could leave the folder. */
const SAFE = /^[\p{L}\p{N}_][\p{L}\p{N}._@-]{0,99}$/u;

const ask = { vi: 'Hãy báo quản trị viên.', en: 'Tell the administrator.' };
const wrong = (vi: string, en: string, cause?: unknown): Unavailable =>
  new Unavailable({ vi: `${vi} ${ask.vi}`, en: `${en} ${ask.en}` }, { cause });

/**
 * Opens `NAME.p12`, or the key on a token that `NAME.token` names with the certificates of `NAME.crt`, by the words of
 * `NAME.password` beside it, or the password of the settings; and `NAME.png`, the picture of the signature or seal
 * (Decree 30/2020, annex I). A file that was replaced is read again. Throws
 * Unavailable with what is missing, which password is wrong, or since when the certificate is no longer valid.
 */
export function keysIn({ folder, password }: Settings): (name: string, now: Date) => Promise<Key> {
  const known = new Map<string, { readonly stamp: string; readonly key: Key }>();
  return async (name, now) => {
    if (!SAFE.test(name)) throw missing(name);
    const at = (end: string): string => path.join(folder, `${name}.${end}`);
    const files = {
      file: at('p12'),
      token: at('token'),
      certificates: at('crt'),
      words: at('password'),
      drawing: at('png'),
    };
    const stamp = (await Promise.all(Object.values(files).map(changedAt))).join(' ');
    const before = known.get(name);
    const key = before?.stamp === stamp ? before.key : await open({ name, ...files, password });
    known.set(name, { stamp, key });
    refuseOutOfDate(name, key, now);
    return key;
  };
}

const changedAt = (file: string): Promise<string> =>
  stat(file).then(
    ({ mtimeMs, size }) => `${mtimeMs}/${size}`,
    () => '-',
  );

type Files = {
  readonly name: string;
  readonly file: string;
  readonly token: string;
  readonly certificates: string;
  readonly words: string;
  readonly drawing: string;
  readonly password: string | null;
};

async function open({ name, file, token, certificates, words, drawing, password }: Files): Promise<Key> {
  const bytes = await readFile(file).catch(absent);
  const onToken = bytes ? null : await readFile(token, 'utf8').catch(absent);
  if (!bytes && onToken === null) throw missing(name);
  const own = `${name}.${bytes ? 'p12' : 'token'}`;
  const given = (await readFile(words, 'utf8').catch(absent))?.split(/\r?\n/, 1)[0] ?? password;
  if (given === null)
    throw wrong(
      `Chưa có mật khẩu của tệp khóa ${own} (tệp ${name}.password hoặc SIGNING_KEYS_PASSWORD).`,
      `There is no password for the key file ${own} (file ${name}.password or SIGNING_KEYS_PASSWORD).`,
    );
  const picture = await readFile(drawing).catch(absent);
  if (!picture)
    throw wrong(
      `Chưa có hình chữ ký hoặc hình con dấu: tệp ${name}.png trong thư mục khóa.`,
      `The picture of the signature or seal is missing: the file ${name}.png in the folder of keys.`,
    );
  const signer = bytes
    ? signerFrom(name, bytes, given)
    : signerOnToken(name, onToken ?? '', await readFile(certificates).catch(absent), given);
  return { signer, picture: await readPicture(picture) };
}

/** The first certificate is the holder's; those above follow, as authorities hand them out. */
function signerOnToken(name: string, text: string, certificates: Buffer | null, pin: string): Signer {
  const place = readTokenKey(text);
  if (!place)
    throw wrong(
      `Tệp ${name}.token phải ghi module (đường dẫn thư viện), token (nhãn thiết bị) và key (mã khóa).`,
      `The file ${name}.token must say module (path of the library), token (its label) and key (its identifier).`,
    );
  if (!certificates)
    throw wrong(
      `Chưa có chứng thư của khóa trên thiết bị: tệp ${name}.crt.`,
      `The certificate of the key on the token is missing: the file ${name}.crt.`,
    );
  try {
    const [holder, ...chain] = certificatesOf(certificates).map(({ der }) => der);
    return tokenSigner(place, pin, holder!, chain);
  } catch (error) {
    throw wrong(
      `Không đọc được chứng thư ${name}.crt.`,
      `The certificate ${name}.crt cannot be read.`,
      error,
    );
  }
}

function signerFrom(name: string, bytes: Buffer, password: string): Signer {
  try {
    return pkcs12Signer(bytes, password);
  } catch (error) {
    if (!(error instanceof Invalid)) throw wrong(...unreadable(name), error);
    throw wrong(`Tệp khóa ${name}.p12: ${error.text.vi}`, `Key file ${name}.p12: ${error.text.en}`, error);
  }
}

const unreadable = (name: string): [string, string] => [
  `Không dùng được tệp khóa ${name}.p12.`,
  `The key file ${name}.p12 cannot be used.`,
];

const missing = (name: string): Unavailable =>
  wrong(
    `Chưa có khóa ký của “${name}”: tệp ${name}.p12 trong thư mục khóa.`,
    `There is no signing key of “${name}”: the file ${name}.p12 in the folder of keys.`,
  );

const absent = (error: NodeJS.ErrnoException): null => {
  if (error.code === 'ENOENT') return null;
  throw error;
};

/** A certificate signs on the days it is valid (Law on Electronic Transactions 20/2023, art. 23). */
function refuseOutOfDate(name: string, { signer }: Key, now: Date): void {
  const { notBefore, notAfter } = readCertificate(signer.certificate);
  const day = (moment: Date): string => formatDay(vietnamDay(moment));
  if (now < notBefore)
    throw wrong(
      `Chứng thư của ${name} chỉ có hiệu lực từ ngày ${day(notBefore)}.`,
      `The certificate of ${name} is valid from ${day(notBefore)} only.`,
    );
  if (now > notAfter)
    throw wrong(
      `Chứng thư của ${name} đã hết hạn ngày ${day(notAfter)}.`,
      `The certificate of ${name} ran out on ${day(notAfter)}.`,
    );
}
