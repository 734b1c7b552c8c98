/**
 * Signing in two phases: prepare the file with a hole for the signature, sign elsewhere (a leader's phone, a token), fill the hole. Between
 * the two nothing is typeset again: the signed bytes exist from the first phase on.
 */
import { hash } from 'node:crypto';
import { Conflict, NotAllowed } from '../../../ground/operate/errors.ts';
import type { Appearance } from '../appearance/appearance.ts';
import { fits } from '../cms/algorithms.ts';
import { readCertificate } from '../cms/certificate.ts';
import { buildCms, signedAttributes } from '../sign/cms.ts';
import type { Signer } from '../sign/signer.ts';
import { factsOf, signaturesIn } from './signatures.ts';
import {
  addObject,
  beginUpdate,
  finishUpdate,
  made,
  name,
  raw,
  text,
  type Entries,
  type Update,
  type Written,
} from './update.ts';
import { fillField, signField, type Place } from './widgets.ts';

/** What later signers may still do: 1 nothing, 2 fill fields and sign, 3 also add notes (DocMDP, ISO 32000-2 §12.8.2.2). */
export type Permission = 1 | 2 | 3;

export type SignaturePlan = {
  /** Name of the field: one prepared before, or a new one. */
  readonly field: string;
  readonly place?: Place;
  readonly appearance?: Appearance;
  /** The time that the signer states. */
  readonly time: Date;
  readonly reason?: string;
  readonly location?: string;
  readonly contact?: string;
  /** Certifies the document with this permission: only the first signature can. */
  readonly permission?: Permission;
  /** Fields that nobody may change afterwards. */
  readonly locks?: readonly string[];
  /** Words for prepared places, by field: the clerk's number and date. */
  readonly fills?: Readonly<Record<string, string>>;
  /** Bytes kept free for the signature value. */
  readonly room?: number;
};

/** A file that waits for its signature. Plain data: it can be stored while the leader decides. */
export type Prepared = Pick<Signer, 'certificate' | 'chain' | 'algorithm'> & {
  readonly bytes: Buffer;
  /** Start and end of the hole, angle brackets included. */
  readonly hole: readonly [number, number];
  /** What is to be signed, and its SHA-256 for services that want the hash. */
  readonly toSign: Buffer;
  readonly hashToSign: Buffer;
};

const pdfTime = (time: Date): string => {
  const local = new Date(time.getTime() + 7 * 3_600_000).toISOString().replace(/[-:T]|\.\d+Z/g, '');
  return `D:${local}+07'00'`;
};

/** Of one length whatever the numbers, so that they can be written once the file is whole. */
const rangeWords = (numbers: readonly number[]): string =>
  `[${numbers.map((value) => String(value).padStart(10)).join(' ')}]`;

type Reservation = {
  readonly place?: Place | undefined;
  readonly appearance?: Appearance | undefined;
  readonly fieldEntries?: Entries;
  /** Names the signature in the catalog as the one that certifies. */
  readonly certifies?: boolean;
  /** The signature dictionary without byte range and value. */
  readonly entries: Entries;
  readonly field: string;
  readonly room: number;
  readonly fills?: Readonly<Record<string, string>> | undefined;
};

/** Writes an update with an empty signature in it and states which bytes it will cover: everything but the hole. */
export const reserve = (
  update: Update,
  { entries, field, room, fills = {}, certifies = false, ...shown }: Reservation,
) => {
  const value = addObject(
    update,
    made({
      ...entries,
      ByteRange: raw(rangeWords([0, 0, 0, 0])),
      Contents: raw(`<${'0'.repeat(room * 2)}>`),
    }),
  );
  signField(update, field, value, {
    ...shown,
    catalogEntries: certifies ? { Perms: made({ DocMDP: value }) } : {},
  });
  for (const [name, words] of Object.entries(fills)) fillField(update, name, words);
  const { bytes, offsets } = finishUpdate(update);
  const start = offsets.get(value.number)!;
  const range = bytes.indexOf('/ByteRange ', start, 'latin1') + '/ByteRange '.length;
  const from = bytes.indexOf('/Contents <', start, 'latin1') + '/Contents '.length;
  const to = from + room * 2 + 2;
  bytes.write(rangeWords([0, from, to, bytes.length - to]), range, 'latin1');
  return { bytes, hole: [from, to] as const };
};

const around = (bytes: Buffer, [from, to]: readonly [number, number]): readonly [Buffer, Buffer] => [
  bytes.subarray(0, from),
  bytes.subarray(to),
];

const references = ({ permission, locks }: SignaturePlan): readonly Written[] => {
  const reference = (method: string, parameters: Entries): Written =>
    made({
      Type: name('SigRef'),
      TransformMethod: name(method),
      TransformParams: made({ Type: name('TransformParams'), V: name('1.2'), ...parameters }),
    });
  return [
    ...(permission ? [reference('DocMDP', { P: permission })] : []),
    ...(locks ? [reference('FieldMDP', { Action: name('Include'), Fields: locks.map(text) })] : []),
  ];
};

/** Earlier signers decide whether there may be a further signature, and only the first may certify. */
const checkEarlier = ({ document }: Update, plan: SignaturePlan): void => {
  const earlier = signaturesIn(document).flatMap(({ dict }) => (dict ? [factsOf(document, dict)] : []));
  if (earlier.some(({ permission }) => permission === 1)) {
    throw new NotAllowed({
      vi: 'Người ký trước không cho phép ký thêm.',
      en: 'An earlier signer does not allow further signatures.',
    });
  }
  if (plan.permission && earlier.length > 0) {
    throw new Conflict({
      vi: 'Chỉ chữ ký đầu tiên mới đặt được quyền sửa tệp.',
      en: 'Only the first signature can set permissions.',
    });
  }
};

const defaultRoom = 12_000;

/** First phase (E2): the file with everything in place but the signature value. */
export const preparePdf = (
  pdf: Buffer,
  plan: SignaturePlan,
  signer: Pick<Signer, 'certificate' | 'chain' | 'algorithm'>,
): Prepared => {
  const update = beginUpdate(pdf);
  checkEarlier(update, plan);
  const rules = references(plan);
  const { bytes, hole } = reserve(update, {
    field: plan.field,
    place: plan.place,
    appearance: plan.appearance,
    fills: plan.fills,
    room: plan.room ?? defaultRoom,
    entries: {
      Type: name('Sig'),
      Filter: name('Adobe.PPKLite'),
      SubFilter: name('ETSI.CAdES.detached'),
      M: text(pdfTime(plan.time)),
      Reason: plan.reason === undefined ? undefined : text(plan.reason),
      Location: plan.location === undefined ? undefined : text(plan.location),
      ContactInfo: plan.contact === undefined ? undefined : text(plan.contact),
      Reference: rules.length > 0 ? rules : undefined,
    },
    certifies: plan.permission !== undefined,
    fieldEntries: plan.locks
      ? { Lock: made({ Type: name('SigFieldLock'), Action: name('Include'), Fields: plan.locks.map(text) }) }
      : {},
  });
  const toSign = signedAttributes(around(bytes, hole), signer.certificate);
  const { certificate, chain, algorithm } = signer;
  return {
    bytes,
    hole,
    toSign,
    hashToSign: hash('sha256', toSign, 'buffer'),
    certificate,
    chain,
    algorithm,
  };
};

/** The CMS for a prepared file from the signature value that came back, with a timestamp token over that value for B-T. */
export const completeCms = (prepared: Prepared, signature: Buffer, token?: Buffer): Buffer =>
  buildCms({ ...prepared, attributes: prepared.toSign, signature, token });

/** Whether a signature value that came back from elsewhere is one of this file with this certificate. */
export const signatureFits = (
  { toSign, certificate, algorithm }: Pick<Prepared, 'toSign' | 'certificate' | 'algorithm'>,
  signature: Buffer,
): boolean => {
  const scheme = algorithm === 'ecdsa-sha256' ? 'ecdsa' : algorithm === 'rsa-sha256' ? 'rsa' : 'pss';
  return fits({ scheme, digest: 'sha256', salt: 32 }, readCertificate(certificate).key, toSign, signature);
};

type WithHole = Pick<Prepared, 'bytes' | 'hole'>;

/** Puts the CMS into the hole of these very bytes, which nobody else may hold. Throws when it does not fit. */
export const fillHole = ({ bytes, hole: [from, to] }: WithHole, cms: Buffer): Buffer => {
  const digits = cms.toString('hex');
  if (digits.length > to - from - 2)
    throw new Error(`The signature needs ${cms.length} bytes, ${(to - from - 2) / 2} were kept free.`);
  bytes.write(digits, from + 1, 'latin1');
  return bytes;
};

/** Second phase: the file with the CMS in its hole. Throws when it does not fit; the prepared bytes stay as they were. */
export const finishPdf = ({ bytes, hole }: WithHole, cms: Buffer): Buffer =>
  fillHole({ bytes: Buffer.from(bytes), hole }, cms);

const timestampRoom = 8_000;

/** A document timestamp (ETSI EN 319 142-1 §5.4.3): `stamp` gives the token over the bytes. */
export const stampPdf = async (
  pdf: Buffer,
  stamp: (data: readonly Buffer[]) => Promise<Buffer>,
): Promise<Buffer> => {
  const update = beginUpdate(pdf);
  const entries = {
    Type: name('DocTimeStamp'),
    Filter: name('Adobe.PPKLite'),
    SubFilter: name('ETSI.RFC3161'),
  };
  const prepared = reserve(update, { entries, field: `DauThoiGian${update.next}`, room: timestampRoom });
  return fillHole(prepared, await stamp(around(prepared.bytes, prepared.hole)));
};
