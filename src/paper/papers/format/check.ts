/** The format check of a file: PDF or Word, whichever a drafter has (C6; Decree 30/2020, art. 8 and annex I). */
import { carriesMark, secretRefused } from '../../../ground/text/secret.ts';
import { Invalid, Unavailable } from '../../../ground/operate/errors.ts';
import type { Programs } from '../../scanning/index.ts';
import { checkSheet, type Finding, type Sheet } from '../../typeset/index.ts';
import { sheetOfDocx } from './docx.ts';
import { sheetOfPdf } from './pdf.ts';

const refuse = (vi: string, en: string): Invalid => new Invalid([{ field: 'tep', message: { vi, en } }]);

async function sheetOfFile(programs: Programs, file: Buffer): Promise<Sheet> {
  if (file.subarray(0, 1024).includes('%PDF-')) {
    if (!programs.poppler)
      throw new Unavailable({
        vi: 'Máy chủ chưa cài poppler nên chưa đọc được tệp PDF. Hãy dùng tệp Word (.docx).',
        en: 'Poppler is not installed on the server, so PDF cannot be read. Use a Word file (.docx).',
      });
    const sheet = await sheetOfPdf(programs, file);
    if (sheet) return sheet;
    throw refuse(
      'Không đọc được tệp PDF: tệp bị hỏng hoặc có mật khẩu.',
      'The PDF cannot be read: it is damaged or has a password.',
    );
  }
  const sheet = sheetOfDocx(file);
  if (sheet) return sheet;
  throw refuse(
    'Chỉ kiểm tra được tệp PDF và tệp Word (.docx) không bị hỏng.',
    'Only sound PDF and Word files (.docx) can be checked.',
  );
}

/** What of the document breaks the decree. Throws `Invalid` on a file that cannot be read, `Unavailable` where the program is missing. */
export async function checkFormatOfFile(programs: Programs, file: Buffer): Promise<readonly Finding[]> {
  const sheet = await sheetOfFile(programs, file);
  if (carriesMark(sheet.lines.map(({ text }) => text).join('\n')))
    throw new Invalid([{ field: 'tep', message: secretRefused }]);
  if (sheet.lines.some(({ text }) => /\p{L}/u.test(text))) return checkSheet(sheet);
  throw refuse(
    'Tệp chỉ có ảnh, không có chữ để kiểm tra. Hãy dùng tệp được xuất từ phần mềm soạn thảo.',
    'The file holds only pictures, no letters to check. Use a file that the writing program has exported.',
  );
}
