/** What an electronic copy is made from: a paper of ours, the scan of a paper document, or a signed file that was received. */
import { createHash } from 'node:crypto';
import type { Look } from '../../../ground/db/act.ts';
import { sniff } from '../../../ground/files/index.ts';
import { Invalid, Unavailable } from '../../../ground/operate/errors.ts';
import type { Text } from '../../../ground/text/language.ts';
import { carriesMark, secretRefused } from '../../../ground/text/secret.ts';
import {
  digitise,
  pageSizes,
  scanFault,
  wordsOfPdf,
  type PageSize,
  type Programs,
} from '../../scanning/index.ts';
import type { PictureMeta } from '../../typeset/index.ts';
import type { Press } from '../lay-out.ts';
import { verifyKept } from '../evidence-records/records.ts';
import { findByHash } from '../queries.ts';
import type { Paper } from '../schema.ts';
import { trustWith } from '../signature-check.ts';
import type { SourceFacts } from './electronic-rules.ts';
import { findCopyByFile } from './queries.ts';

/** Where bytes lie, who seals, and what reads them. */
export type Desk = Press & { readonly programs: Programs };

/** A source with its bytes. `drawn` is the file from which parts of pages are taken, the nearest to what came in. */
export type Source = SourceFacts & {
  readonly pdf: Buffer;
  readonly drawn: Buffer;
  readonly sheets: readonly PageSize[];
};

const PDF = 'application/pdf';

/** The field of the form on which what is wrong with a file is shown. */
export const FILE_FIELD = 'tep';

const refuse = (message: Text): Invalid => new Invalid([{ field: FILE_FIELD, message }]);

const words = {
  kind: {
    vi: 'Tệp không phải PDF hay ảnh quét (JPG, PNG, TIFF).',
    en: 'The file is neither a PDF nor a scanned picture (JPG, PNG, TIFF).',
  },
  noReader: {
    vi: 'Máy chủ chưa có chương trình đọc PDF (poppler) nên chưa sao được thành tệp. Hãy báo quản trị hệ thống.',
    en: 'The server has no program that reads PDF (poppler), so no copy can be made. Tell the administrator.',
  },
  signatures: {
    vi: 'Chữ ký số trong tệp không được xác nhận là hợp lệ nên không sao được.',
    en: 'The signatures of the file are not proven valid, so it cannot be copied.',
  },
} as const;

async function sheetsOf(programs: Programs, pdf: Buffer): Promise<readonly PageSize[]> {
  const sheets = await pageSizes(programs, pdf);
  if (sheets === null) throw new Unavailable(words.noReader);
  return sheets;
}

/** An issued paper as it lies here. Throws Invalid for one that has no file yet. */
export async function sourceOfPaper({ store, programs }: Desk, paper: Paper): Promise<Source> {
  if (!paper.hash)
    throw new Invalid([
      { field: '', message: { vi: 'Văn bản chưa có tệp.', en: 'The paper has no file yet.' } },
    ]);
  const pdf = await store.read(paper.hash);
  const sheets = await sheetsOf(programs, pdf);
  return { from: 'issued', pdf, drawn: pdf, sheets, texts: [], paper, copy: null };
}

/** A file that the clerk brings. Throws Invalid with what is wrong with it. Slow; stands outside of acts. */
export async function sourceOfFile(desk: Desk, look: Look, file: Buffer, meta: PictureMeta): Promise<Source> {
  const type = sniff(file);
  const hash = createHash('sha256').update(file).digest('hex');
  const known = { paper: await findByHash(look, hash), copy: await findCopyByFile(look, hash) };
  if (type !== PDF && !/^image\/(?:jpeg|png|tiff|webp)$/.test(type)) throw refuse(words.kind);
  try {
    return {
      ...known,
      ...((await signedSource(desk, look, file, type)) ?? (await scanned(desk, file, type, meta))),
    };
  } catch (error) {
    if (error instanceof Invalid) throw refuse(error.text);
    throw error;
  }
}

type Read = Omit<Source, 'paper' | 'copy'>;

/** A file with signatures, all of which must hold; null for a file without any. */
async function signedSource(
  { programs, keyring, store }: Desk,
  look: Look,
  file: Buffer,
  type: string,
): Promise<Read | null> {
  if (type !== PDF) return null;
  const kept = { bytes: file, hash: createHash('sha256').update(file).digest('hex') };
  const trust = await trustWith(keyring, look.now);
  // Of a file that was taken in earlier the record may prove more than the file alone does.
  const { verdict, signatures, findings } = (await verifyKept(look, store, kept, trust)).verdict;
  if (signatures.length === 0) return null;
  if (verdict !== 'valid') {
    const why = [...findings, ...signatures.flatMap((one) => one.findings)].find(
      ({ weight }) => weight === verdict,
    );
    throw refuse({
      vi: [words.signatures.vi, why?.text.vi].filter(Boolean).join(' '),
      en: [words.signatures.en, why?.text.en].filter(Boolean).join(' '),
    });
  }
  const texts = await wordsOfPdf(programs, file);
  if (texts.some((text) => carriesMark(text))) throw refuse(secretRefused);
  return { from: 'file', pdf: file, drawn: file, sheets: await sheetsOf(programs, file), texts };
}

/** The scan of a paper document, as PDF/A with its words. */
async function scanned({ programs }: Desk, file: Buffer, type: string, meta: PictureMeta): Promise<Read> {
  const fault = await scanFault(programs, file, type);
  if (fault) throw refuse(fault);
  const made = await digitise(programs, file, type, meta);
  if (made.kind === 'refused') throw refuse(made.why);
  const pdf = made.kind === 'made' && made.pdf ? Buffer.from(made.pdf) : file;
  const texts = made.kind === 'made' ? made.texts : [];
  const drawn = type === PDF ? file : pdf;
  return { from: 'scan', pdf, drawn, sheets: await sheetsOf(programs, drawn), texts };
}
