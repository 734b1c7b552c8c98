/**
 * The check of signatures of files that come in and of papers that go out: slow, so it is a job; its verdict is bound to
 * the hash of the bytes (E2; issue 5, point 3: checked before a dossier code is given).
 */
import type { Act, Look } from '../../ground/db/act.ts';
import {
  findRefused,
  findVerdicts,
  isUnchecked,
  noteVerdict,
  type File,
  type Store,
  type Stored,
} from '../../ground/files/index.ts';
import { listener, type Listener } from '../../ground/jobs/index.ts';
import type { FieldError } from '../../ground/operate/errors.ts';
import type { Text } from '../../ground/text/language.ts';
import {
  askRevocation,
  countPages,
  readCertificate,
  unsignedAtOnce,
  verifyFile,
  type Outcome,
  type Trust,
  type Verdict,
} from '../signing/index.ts';
import { listAnnexes } from './annexes/queries.ts';
import type { Keyring } from './keyring.ts';
import { noteOwn } from '../scanning/index.ts';
import { askRecord } from './evidence-records/records.ts';
import { getPaper } from './queries.ts';

/** A verdict as it is kept: plain JSON, one line per signature. */
export type SignatureVerdict = {
  readonly verdict: Outcome;
  readonly signatures: readonly {
    readonly outcome: Exclude<Outcome, 'unsigned'>;
    readonly signer: string | null;
    /** ISO 8601. */
    readonly time: string | null;
    readonly proven: boolean;
    readonly intact: boolean;
    readonly reasons: readonly Text[];
  }[];
  readonly reasons: readonly Text[];
  /** Of an uploaded PDF: how many pages it has, for the slip (form 01); null where that cannot be told. */
  readonly pages?: number | null;
};

/** The kind of the verdict. */
export const SIGNATURE = 'signature';
const PDF = 'application/pdf';

/** Whom this installation trusts, as a verifier wants it; revocation is asked for where the installation has a way out. */
export const trustOf = async (
  { roots, fetch }: Pick<Keyring, 'roots' | 'fetch'>,
  now: Date,
): Promise<Trust> => ({
  roots: (await roots()).map((der) => readCertificate(der)),
  now,
  ...(fetch && { fetchRevocation: (certificate, issuer) => askRevocation(certificate, issuer, fetch) }),
});

/** The same where the keyring is whole: without a way out it answers for the authorities that it has itself. */
export const trustWith = async (
  keyring: Pick<Keyring, 'roots' | 'fetch' | 'evidence'>,
  now: Date,
): Promise<Trust> => ({
  fetchRevocation: (certificate) => keyring.evidence([certificate.der]),
  ...(await trustOf(keyring, now)),
});

/** A verdict as plain data. */
export const keptVerdict = ({ verdict, signatures, findings }: Verdict): SignatureVerdict => ({
  verdict,
  signatures: signatures.map((one) => ({
    outcome: one.outcome,
    signer: one.signer,
    time: one.time && one.time.toISOString(),
    proven: one.timeProven,
    intact: one.integrity === 'intact',
    reasons: one.findings.map(({ text }) => text),
  })),
  reasons: findings.map(({ text }) => text),
});

/** Verdicts on the signatures of these bytes, by hash. A hash without one is still being checked, or is no PDF. */
export const findSignatureVerdicts = (
  look: Look,
  hashes: readonly string[],
): Promise<Map<string, SignatureVerdict>> => findVerdicts<SignatureVerdict>(look, SIGNATURE, hashes);

/** How many pages the PDF with this hash has, as far as it was checked; null: it is none, or that is not known. */
export const pagesIn = (verdicts: Verdicts, hash: string | undefined): number | null =>
  (hash === undefined ? undefined : verdicts.get(hash)?.pages) ?? null;

/** Whether a file may be used in a dossier. */
export type Use = { readonly may: true } | { readonly may: false; readonly why: Text };

/**
 * Whether a file with this verdict may stand in a dossier. A broken signature may not; an unsigned scan may, and a
 * signature that cannot be determined here goes on to the officer, who sees so. `undefined`: the check is not done yet.
 */
export function mayUse(verdict: Pick<SignatureVerdict, 'verdict'> | undefined): Use {
  if (verdict === undefined)
    return {
      may: false,
      why: {
        vi: 'Chữ ký số của tệp đang được kiểm tra. Hãy đợi ít giây rồi thử lại.',
        en: 'The signature of the file is still being checked. Try again in a few seconds.',
      },
    };
  if (verdict.verdict === 'invalid')
    return {
      may: false,
      why: {
        vi: 'Chữ ký số của tệp không hợp lệ: tệp đã bị sửa hoặc chứng thư không dùng được. Hãy gửi lại bản gốc.',
        en: 'The signature of the file is not valid: it was changed, or its certificate cannot be used. Send the original.',
      },
    };
  return { may: true };
}

/** Verdicts by hash. */
type Verdicts = ReadonlyMap<string, SignatureVerdict>;

/**
 * What stands against these files in a dossier, one line per file: the one check of everything that comes in, filed here, at
 * the counter or elsewhere. A broken signature is found before there is a code, not after (B5).
 */
export const signatureFaults = (
  files: readonly Pick<File, 'name' | 'type' | 'hash'>[],
  verdicts: Verdicts,
): readonly FieldError[] =>
  files
    .filter(({ type }) => type === PDF)
    .flatMap(({ name, hash }) => {
      const use = mayUse(verdicts.get(hash));
      return use.may
        ? []
        : [
            {
              field: '',
              message: { vi: `Tệp “${name}”: ${use.why.vi}`, en: `File “${name}”: ${use.why.en}` },
            },
          ];
    });

/** Checks stored bytes now, where nothing can wait for a job. */
export type SignatureCheck = (hash: string, now: Date) => Promise<SignatureVerdict>;

export const signatureCheck =
  (store: Store, keyring: Pick<Keyring, 'roots' | 'fetch'>): SignatureCheck =>
  async (hash, now) => {
    const bytes = await store.read(hash);
    return {
      ...keptVerdict(await verifyFile(bytes, await trustOf(keyring, now))),
      pages: countPages(bytes),
    };
  };

/** Verdicts on the PDF files among these, checked now. */
export async function checkSignatures(
  check: SignatureCheck,
  files: readonly Pick<File, 'type' | 'hash'>[],
  now: Date,
): Promise<Verdicts> {
  const verdicts = new Map<string, SignatureVerdict>();
  for (const { type, hash } of files) if (type === PDF) verdicts.set(hash, await check(hash, now));
  return verdicts;
}

/** Larger files are not read again while a person waits. */
const READ_AT_ONCE = 10 * 1024 * 1024;

/**
 * The verdict on an upload that can be given while it is taken in: of a PDF that plainly has no signature, as most have none. Null where
 * the job has to find out, or where there is nothing to find.
 */
export async function verdictAtOnce(
  store: Store,
  { hash, size, type }: Stored,
): Promise<SignatureVerdict | null> {
  if (type !== PDF || size > READ_AT_ONCE) return null;
  const bytes = await store.read(hash);
  const verdict = unsignedAtOnce(bytes);
  return verdict && { ...keptVerdict(verdict), pages: countPages(bytes) };
}

/** Writes the verdict on the signatures of these bytes; the first one stands. */
export const noteSignatureVerdict = (act: Act, hash: string, verdict: SignatureVerdict): void =>
  noteVerdict(act, hash, SIGNATURE, verdict);

/** Checks PDF files when they are kept, and our own papers when they are issued; what is renewed is checked as it is made. */
export const signatureListeners = (store: Store, keyring: Keyring): readonly Listener[] => {
  const check = signatureCheck(store, keyring);
  return [
    listener({
      on: 'file.kept',
      name: 'papers.check-upload',
      does: { vi: 'Kiểm tra chữ ký tệp gửi lên', en: 'Check the signature of an uploaded file' },
      // Who sent it may be waiting to submit.
      awaited: true,
      concerns: (event) => event.payload['type'] === PDF && isUnchecked(event, SIGNATURE),
      gather: async (look, { payload }) => {
        const hash = String(payload['hash']);
        if ((await findSignatureVerdicts(look, [hash])).has(hash)) return null;
        return (await findRefused(look, [hash])).has(hash) ? null : check(hash, look.now);
      },
      act: async (act, { item, payload }, verdict) => {
        if (!verdict) return;
        const hash = String(payload['hash']);
        noteSignatureVerdict(act, hash, verdict);
        // What others signed stays as it came: what proves it lies beside it, from the day it was taken in.
        if (verdict.signatures.length > 0 && verdict.verdict !== 'invalid') askRecord(act, item, hash);
      },
    }),
    listener({
      on: 'paper.issued',
      name: 'papers.check paper.issued',
      does: { vi: 'Kiểm tra chữ ký văn bản đã ban hành', en: 'Check the signature of an issued paper' },
      gather: async (look, { item }) => {
        const { hash } = await getPaper(look, item);
        const annexes = await listAnnexes(look, item);
        const hashes = [hash, ...annexes.map((one) => one.hash)].filter((one) => one !== null);
        return Promise.all(hashes.map(async (one) => ({ hash: one, verdict: await check(one, look.now) })));
      },
      act: async (act, _, checked) => {
        for (const { hash, verdict } of checked) {
          noteSignatureVerdict(act, hash, verdict);
          noteOwn(act, hash);
        }
      },
    }),
  ];
};
