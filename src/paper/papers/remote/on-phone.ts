/** A leader signs on the phone: prepare, ask, collect, finish. The file is locked from the first phase on. */
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Invalid, Unavailable } from '../../../ground/operate/errors.ts';
import type { Text } from '../../../ground/text/language.ts';
import {
  askTimestamp,
  completeCms,
  finishPdf,
  preparePdf,
  signatureFits,
  type Prepared,
} from '../../signing/index.ts';
import { dataFile } from '../../typeset/index.ts';
import { signaturePicture } from '../keyring.ts';
import type { Holder } from '../holder.ts';
import { layOut, leaderPlan, type Press, type Printed } from '../lay-out.ts';
import type { RemoteCredential, Signed, WaitingSignature } from '../schema.ts';
import type { Collected, Piece, RemoteSigning } from './signing.ts';
import { waitsUntil } from './waiting.ts';

/** A leader at a phone. */
export type AtPhone = Press & {
  readonly remote: RemoteSigning;
  readonly credential: RemoteCredential;
  readonly leader: Holder;
  readonly now: Date;
};

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

/** What is typeset, and for whom: the same words give the same fingerprint. */
const fingerprintOf = (paper: Printed, { credential }: RemoteCredential): string =>
  createHash('sha256')
    .update(`${credential}\n${paper.template}\n${dataFile(paper.data)}`)
    .digest('hex');

const der = (text: string): Buffer => Buffer.from(text, 'base64');

/** The first phase of one paper: everything in place but the signature value. */
async function prepare(at: AtPhone, paper: Printed): Promise<Piece> {
  const { credential, leader, now } = at;
  const { prepared, result } = await layOut(at, paper, now);
  const { bytes, hole, toSign } = preparePdf(prepared, leaderPlan(now, await signaturePicture(leader.name)), {
    certificate: der(credential.certificate),
    chain: credential.chain.map(der),
    algorithm: credential.algorithm,
  });
  return {
    paper: paper.id,
    fingerprint: fingerprintOf(paper, credential),
    prepared: (await at.store.put(bytes)).hash,
    hole,
    to_sign: toSign.toString('base64'),
    result,
  };
}

/** Whether what waits is still what would be signed now. One that is not waits no more. */
async function stillWaits(at: AtPhone, paper: Printed): Promise<boolean> {
  const found = await at.remote.waiting(paper.id);
  if (!found) return false;
  if (
    found.fingerprint === fingerprintOf(paper, at.credential) &&
    (found.value || waitsUntil(found) > Date.now())
  )
    return true;
  await at.remote.forget(paper.id);
  return false;
}

/**
 * Asks the phone of the leader for all of these papers that are not waiting yet: one confirmation for as many as the
 * credential allows. Gives back what is wrong with those that could not be prepared; the others are asked for.
 */
export async function askPhone(
  at: AtPhone,
  papers: readonly Printed[],
): Promise<ReadonlyMap<string, unknown>> {
  const pieces: Piece[] = [];
  const problems = new Map<string, unknown>();
  for (const paper of papers) {
    try {
      if (!(await stillWaits(at, paper))) pieces.push(await prepare(at, paper));
    } catch (error) {
      problems.set(paper.id, error);
    }
  }
  for (let i = 0; i < pieces.length; i += at.credential.together) {
    const some = pieces.slice(i, i + at.credential.together);
    const [first] = papers;
    const about = some.length === 1 && first ? first.title : `${some.length} văn bản`;
    const asked = await at.remote.ask(at.leader, at.credential, some, about);
    if (asked === 'asked') continue;
    for (const { paper } of some) problems.set(paper, new Invalid([{ field: '', message: says[asked] }]));
  }
  return problems;
}

/** Puts the value that came back into the file; a value that does not fit is never put in. */
async function finish(at: AtPhone, waiting: WaitingSignature, value: Buffer): Promise<Signed> {
  const toSign = der(waiting.to_sign);
  const prepared: Prepared = {
    bytes: await at.store.read(waiting.prepared),
    hole: waiting.hole,
    toSign,
    hashToSign: createHash('sha256').update(toSign).digest(),
    certificate: der(at.credential.certificate),
    chain: at.credential.chain.map(der),
    algorithm: at.credential.algorithm,
  };
  if (!signatureFits(prepared, value)) {
    await at.remote.forget(waiting.paper);
    throw new Unavailable({
      vi: 'Dịch vụ ký số từ xa trả về chữ ký không khớp với văn bản. Văn bản chưa được ký.',
      en: 'The remote signing service returned a signature that does not fit the paper. It is not signed.',
    });
  }
  const token = await askTimestamp([value], at.keyring.timestamp);
  const stored = await at.store.put(finishPdf(prepared, completeCms(prepared, value, token)));
  return { stored, ...waiting.result };
}

/** Signs one paper on the phone; throws Invalid with what to do as long as the leader has not confirmed. */
export async function signOnPhone(
  at: AtPhone,
  paper: Printed,
  patienceMs = at.remote.patienceMs,
): Promise<Signed> {
  const problems = await askPhone(at, [paper]);
  if (problems.size > 0) throw problems.get(paper.id);
  const waiting = await at.remote.waiting(paper.id);
  for (const end = Date.now() + patienceMs; ; await pause(PAUSE_MS)) {
    const got = await at.remote.collect(at.leader, at.credential, paper.id);
    if (got.state === 'signed' && waiting) return finish(at, waiting, got.value);
    if (got.state !== 'waiting' || Date.now() > end)
      throw notSigned(got.state === 'signed' ? 'over' : got.state);
  }
}
