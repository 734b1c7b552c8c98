/** An officer signs on the phone: prepare, ask, collect, finish. The file is locked from the first phase on. */
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Invalid, Unavailable } from '../../../ground/operate/errors.ts';
import type { Text } from '../../../ground/text/language.ts';
import {
  askTimestamp,
  completeCms,
  finishPdf,
  archivePdf,
  preparePdf,
  signatureFits,
  type Prepared,
} from '../../signing/index.ts';
import type { Stored } from '../../../ground/files/index.ts';
import type { Holder } from '../holder.ts';
import type { Press } from '../lay-out.ts';
import type { RemoteCredential, WaitingSignature } from '../schema.ts';
import type { Collected, Piece, RemoteSigning, ToSign } from './signing.ts';
import { waitsUntil } from './waiting.ts';

/** A signer at a phone. */
export type AtPhone = Pick<Press, 'store' | 'keyring'> & {
  readonly remote: RemoteSigning;
  readonly credential: RemoteCredential;
  readonly signer: Holder;
};

/** The phone of this signer; null: signs with what the keyring has. */
export async function phoneOf(press: Press, signer: Holder): Promise<AtPhone | null> {
  const { remote } = press.keyring;
  const credential = await remote?.credentialOf(signer);
  return remote && credential ? { ...press, remote, credential, signer } : null;
}

/** Between two looks whether the leader has confirmed. */
const PAUSE_MS = 500;

const says: Readonly<Record<Exclude<Collected['state'], 'signed'>, Text>> = {
  waiting: {
    vi: 'Yêu cầu ký đã gửi tới điện thoại của bạn và văn bản đã được khóa. Hãy xác nhận trên điện thoại, rồi bấm ký lần nữa.',
    en: 'Your phone has been asked and the paper is locked. Confirm on the phone, then press sign again.',
  },
  refused: {
    vi: 'Bạn đã từ chối trên điện thoại nên văn bản chưa được ký. Bấm ký để gửi yêu cầu mới.',
    en: 'You refused on the phone, so the paper is not signed. Press sign to ask again.',
  },
  'wrong-pin': {
    vi: 'Mã PIN hoặc mã OTP nhập trên điện thoại không đúng nên văn bản chưa được ký. Bấm ký để gửi yêu cầu mới.',
    en: 'The PIN or one-time code typed on the phone was wrong, so the paper is not signed. Press sign to ask again.',
  },
  expired: {
    vi: 'Chứng thư của bạn ở dịch vụ ký số từ xa đã hết hạn hoặc bị thu hồi nên văn bản chưa được ký. Hãy gia hạn chứng thư, rồi kết nối lại ở trang “Chữ ký số của tôi”.',
    en: 'Your certificate at the remote signing service has expired or was revoked, so the paper is not signed. Renew it, then connect it again on the page “My digital signature”.',
  },
  over: {
    vi: 'Đã hết thời gian xác nhận trên điện thoại nên văn bản chưa được ký. Bấm ký để gửi yêu cầu mới.',
    en: 'The time to confirm on the phone is over, so the paper is not signed. Press sign to ask again.',
  },
};

/** Why a paper is not signed, with what the leader does next. */
export const notSigned = (state: keyof typeof says): Invalid =>
  new Invalid([{ field: '', message: says[state] }]);

/** What is signed, and for whom: the same words give the same fingerprint. */
const fingerprintOf = ({ madeFrom }: ToSign<object>, { credential }: RemoteCredential): string =>
  createHash('sha256').update(`${credential}\n${madeFrom}`).digest('hex');

const der = (text: string): Buffer => Buffer.from(text, 'base64');

/** The first phase of one document: everything in place but the signature value. */
async function prepare({ store, credential }: AtPhone, one: ToSign<object>): Promise<Piece> {
  const { pdf, plan, result } = await one.make();
  const { bytes, hole, toSign } = preparePdf(pdf, plan, {
    certificate: der(credential.certificate),
    chain: credential.chain.map(der),
    algorithm: credential.algorithm,
  });
  return {
    paper: one.id,
    fingerprint: fingerprintOf(one, credential),
    prepared: (await store.put(bytes)).hash,
    hole,
    to_sign: toSign.toString('base64'),
    result,
  };
}

/** Whether what waits is still what would be signed now. One that is not waits no more. */
async function stillWaits(at: AtPhone, one: ToSign<object>): Promise<boolean> {
  const found = await at.remote.waiting(one.id);
  if (!found) return false;
  if (
    found.fingerprint === fingerprintOf(one, at.credential) &&
    (found.value || waitsUntil(found) > Date.now())
  )
    return true;
  await at.remote.forget(one.id);
  return false;
}

/**
 * Asks the phone for all of these documents that are not waiting yet: one confirmation for as many as the credential
 * allows. Gives back what is wrong with those that could not be prepared; the others are asked for.
 */
export async function askPhone(
  at: AtPhone,
  documents: readonly ToSign<object>[],
): Promise<ReadonlyMap<string, unknown>> {
  const pieces: Piece[] = [];
  const problems = new Map<string, unknown>();
  for (const one of documents) {
    try {
      if (!(await stillWaits(at, one))) pieces.push(await prepare(at, one));
    } catch (error) {
      problems.set(one.id, error);
    }
  }
  for (let i = 0; i < pieces.length; i += at.credential.together) {
    const some = pieces.slice(i, i + at.credential.together);
    const [first] = documents;
    const about = some.length === 1 && first ? first.title : `${some.length} văn bản`;
    const asked = await at.remote.ask(at.signer, at.credential, some, about);
    if (asked === 'asked') continue;
    for (const { paper } of some) problems.set(paper, new Invalid([{ field: '', message: says[asked] }]));
  }
  return problems;
}

/** Puts the value that came back into the file; a value that does not fit is never put in. */
async function finish(
  { store, keyring, remote, credential }: AtPhone,
  { level }: Pick<ToSign<object>, 'level'>,
  waiting: WaitingSignature,
  value: Buffer,
): Promise<Stored> {
  const toSign = der(waiting.to_sign);
  const prepared: Prepared = {
    bytes: await store.read(waiting.prepared),
    hole: waiting.hole,
    toSign,
    hashToSign: createHash('sha256').update(toSign).digest(),
    certificate: der(credential.certificate),
    chain: credential.chain.map(der),
    algorithm: credential.algorithm,
  };
  if (!signatureFits(prepared, value)) {
    await remote.forget(waiting.paper);
    throw new Unavailable({
      vi: 'Dịch vụ ký số từ xa trả về chữ ký không khớp với văn bản. Văn bản chưa được ký.',
      en: 'The remote signing service returned a signature that does not fit the paper. It is not signed.',
    });
  }
  const token = await askTimestamp([value], keyring.timestamp);
  const signed = finishPdf(prepared, completeCms(prepared, value, token));
  if (level === 'B-T') return store.put(signed);
  const { timestamp, evidence } = keyring;
  return store.put(await archivePdf(signed, prepared, token, { timestamp, evidence }));
}

/** Signs one document on the phone; throws Invalid with what to do as long as its signer has not confirmed. */
export async function signOnPhone<Result extends object>(
  at: AtPhone,
  one: ToSign<Result>,
  patienceMs = at.remote.patienceMs,
): Promise<{ readonly stored: Stored; readonly result: Result }> {
  const problems = await askPhone(at, [one]);
  if (problems.size > 0) throw problems.get(one.id);
  const waiting = await at.remote.waiting(one.id);
  for (const end = Date.now() + patienceMs; ; await pause(PAUSE_MS)) {
    const got = await at.remote.collect(at.signer, at.credential, one.id);
    if (got.state === 'signed' && waiting)
      // What waits under this fingerprint is what `one.make` made.
      return { stored: await finish(at, one, waiting, got.value), result: waiting.result as Result };
    if (got.state !== 'waiting' || Date.now() > end)
      throw notSigned(got.state === 'signed' ? 'over' : got.state);
  }
}
