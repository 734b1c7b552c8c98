/** Whether a file can be an annex that the agency signs. */
import { sniff } from '../../../ground/files/index.ts';
import { Invalid, Unavailable } from '../../../ground/operate/errors.ts';
import type { Text } from '../../../ground/text/language.ts';
import { carriesMark, secretRefused } from '../../../ground/text/secret.ts';
import { lookThrough, wordsOfPdf, type Programs } from '../../scanning/index.ts';
import { prepareFields, verifyFile } from '../../signing/index.ts';

const words = {
  kind: {
    vi: 'Phụ lục trong tệp riêng phải là tệp PDF, để cơ quan ký số lên trang đầu.',
    en: 'An annex in a separate file must be a PDF, so that the agency can sign on its first page.',
  },
  signed: {
    vi: 'Tệp này đã có chữ ký số. Hãy gửi tệp chưa ký: cơ quan ký khi phát hành văn bản.',
    en: 'This file is signed already. Send it unsigned: the agency signs when the paper is issued.',
  },
  broken: {
    vi: 'Tệp PDF bị hỏng hoặc có mật khẩu nên không ký được. Hãy lưu lại tệp, không đặt mật khẩu.',
    en: 'The PDF is damaged or has a password, so it cannot be signed. Save it anew without a password.',
  },
} as const;

/** Whether the signing room can write into the file at all. */
const isWritable = (pdf: Buffer): boolean => {
  try {
    prepareFields(pdf, []);
    return true;
  } catch (error) {
    if (error instanceof Invalid || error instanceof Unavailable) return false;
    throw error;
  }
};

/** What stands against this file; null: nothing. Its words and pictures are read for marks of secrecy. Throws Unavailable where nothing can read it. */
export async function annexFault(programs: Programs, file: Buffer, now: Date): Promise<Text | null> {
  if (sniff(file) !== 'application/pdf') return words.kind;
  const { signatures } = await verifyFile(file, { roots: [], now });
  if (signatures.length > 0) return words.signed;
  if (!isWritable(file)) return words.broken;
  try {
    const marked =
      (await wordsOfPdf(programs, file)).some((text) => carriesMark(text)) ||
      (await lookThrough(programs, file, 'application/pdf')).marked;
    return marked ? secretRefused : null;
  } catch (error) {
    if (error instanceof Invalid) return error.text;
    throw error;
  }
}
