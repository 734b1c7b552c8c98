/**
 * State secrets are refused at every door of the platform (Decree 137/2024, Decree 30/2020 art. 1.2; Law on the protection
 * of state secrets 29/2018/QH14): what carries a mark of secrecy goes another way.
 */
import type { Text } from './language.ts';

// Every post is read for marks, whatever it holds: none of these may begin anew at each sign of a long run, or a field of digits or empty
// lines holds up the whole process for a minute.

/** A stamp stands in capitals, alone on its line where it is the one short word: "bảo mật" and "mật ong" are no stamps. */
const stamp = /(?<!\p{L})(?:TUYỆT|TỐI)\s+MẬT(?!\p{L})|(?:^|\n)(?:(?!\n)[\s[(])*MẬT[\s\])]*(?=$|\n)/u;

/** The field of a register: "Độ mật: Tối mật". */
const label = /(?<!\p{L})(?:độ|mức(?:\s+độ)?)\s+mật\s*:\s*(?:(?:tuyệt|tối)\s+)?mật(?!\p{L})/iu;

/** The symbol of a secret document: `12/BC-UBND(M)`. */
const symbol = /(?<!\d)\d+\/[\p{L}-]+\s*\((?:M|TM|TuM|TUM)\)/u;

/** Names of files, also without diacritics: `MẬT_bao cao.pdf`, `bao-cao (MẬT).pdf`, `TOI_MAT 05.pdf`. */
const fileName =
  /(?<!\p{L})(?:TOI|TUYET)[_ -]MAT(?!\p{L})|[[(]\s*MẬT\s*[\])]|^MẬT[\s_.-]+(?!ONG|KHẨU|MÃ|ĐỘ)|[_-]MẬT(?=[_.-]|$)/u;

/** Whether a text, or the name of a file, carries a mark of secrecy (MẬT, TỐI MẬT, TUYỆT MẬT). */
export const looksSecret = (text: string): boolean => {
  const words = text.normalize('NFC');
  return [stamp, label, symbol, fileName].some((mark) => mark.test(words));
};

/** Short words that make "mật" harmless where a line broke between them: bảo mật, bí mật, mật ong, a given name. */
const harmlessBefore = /(?:BẢO|BÍ|CƠ|THÂN|TÚI|LẤY|VĂN|THỊ|TÊN)\s*(?::\s*)?$/iu;
const harmlessAfter = /^\s*(?:ONG|KHẨU|MÃ|ĐỘ|HOA|VỤ|THÁM|THƯ|THIẾT)(?!\p{L})/iu;

/** Letters set apart are one word to whoever reads them: `T U Y Ệ T   M Ậ T`. */
function spacedOut(line: string): string {
  const signs = [...line];
  const isWord = (sign: string): boolean => /[\p{L}\p{N}_]/u.test(sign);
  const words = signs
    .slice(signs.findIndex(isWord), signs.findLastIndex(isWord) + 1)
    .join('')
    .split(/\s{2,}/u)
    .map((word) => word.split(/\s/u));
  const apart = words.every(
    (letters, i) => letters.length >= (i === 0 ? 3 : 2) && letters.every((one) => /^\p{L}$/u.test(one)),
  );
  return apart ? line.replaceAll(/(?<=\p{L})\s(?=\p{L})/gu, '') : line;
}

/** Two words in a line without small letters, or right after the number: a law that speaks of the stamps has them inside a sentence. */
const twoWords = /(?<!\p{L})(?:TUYỆT|TỐI)\s+MẬT(?!\p{L})/u;
/** As a machine reads the same stamp when a mark above a letter is lost, and then only alone on its line. */
const twoWordsMisread = /^[^\p{L}\d]*(?:TUY[ỆÊEẸ]T|T[ỐÔOÓ]I)\s+M[ẬÂẠẤẦ]T[^\p{L}\d]*$/u;
const oneWord = /^[^\p{L}\d]*MẬT[^\p{L}\d]*$/u;
const oneWordMisread = /^[^\p{L}\d]*M[ẬÂẠ]T[^\p{L}\d]*$/u;

const isMark = (line: string, read: boolean): boolean =>
  (twoWords.test(line) && (!/\p{Ll}/u.test(line) || /^\s*Số\s*:.*MẬT\W*$/u.test(line))) ||
  (read && twoWordsMisread.test(line));

/**
 * Whether what a document says carries a mark of secrecy: a stamp on a line of its own, the field "Độ mật", the symbol of a secret
 * document. Stricter than `looksSecret`, which looks at what people type: laws and registers speak of the marks without having one.
 * `read`: a machine recognised the words in a picture, and may have lost a mark above a letter.
 */
export function carriesMark(text: string, { read = false } = {}): boolean {
  const lines = text
    .normalize('NFC')
    .split(/[\n\r\f\v\u2028\u2029]+/)
    .map(spacedOut)
    .filter((line) => line.trim() !== '');
  const alone = read ? oneWordMisread : oneWord;
  return (
    lines.some(
      (line, i) =>
        isMark(line, read) ||
        (alone.test(line) &&
          !harmlessBefore.test(lines[i - 1] ?? '') &&
          !harmlessAfter.test(lines[i + 1] ?? '')),
    ) || lines.some((line) => label.test(line) || symbol.test(line))
  );
}

/** The letters of every mark whatever blanks stand between them, and signs from which a reader may yet put an Ậ together. */
const lettersOfMark =
  /M\s*Ậ\s*T|\(\s*(?:M|T\s*M|T\s*u\s*M|T\s*U\s*M)\s*\)|[\u0300-\u036f\u02c6-\u02dd^`¨¯´¸]/u;
const lettersOfLabel = /(?:đ\s*ộ|m\s*ứ\s*c)\s*m\s*ậ\s*t/iu;

/** Whether `carriesMark` can hold at all, whichever way the letters of a text stand on lines. Letters must come in the order of reading. */
export function mayCarryMark(text: string): boolean {
  const words = text.normalize('NFC');
  return lettersOfMark.test(words) || lettersOfLabel.test(words);
}

/** What a person is told who brings a secret. */
export const secretRefused: Text = {
  vi: 'Nội dung hoặc tệp này mang dấu mật. Hệ thống này không được nhận bí mật nhà nước dưới bất cứ hình thức nào. Hãy chuyển qua văn thư bảo mật của cơ quan, không gửi lại ở đây.',
  en: 'This text or file carries a mark of secrecy. State secrets may not enter this system in any form. Use the classified mail of your agency; do not send it here again.',
};

/** The same of a file whose content was read: why, and what to do with the paper (Law 29/2018/QH14). Its name stands before it. */
export const secretInFile: Text = {
  vi: 'Trong tệp có dấu mật (Mật, Tối mật hoặc Tuyệt mật). Hệ thống này không được nhận bí mật nhà nước nên đã xóa tệp. Hãy mang bản giấy đến nộp trực tiếp tại cơ quan theo quy định về bảo vệ bí mật nhà nước; không gửi lại qua mạng.',
  en: 'The file carries a mark of secrecy. State secrets may not enter this system, so the file was erased. Bring the paper to the agency in person, by the rules for state secrets; do not send it over the network again.',
};

/** The same of a file with a program packed inside it. */
export const programInFile: Text = {
  vi: 'Trong tệp có chương trình máy tính (tệp chạy được) hoặc macro. Hệ thống không nhận nên đã xóa tệp. Hãy bỏ phần đó ra hoặc lưu tài liệu thành PDF rồi gửi lại.',
  en: 'A computer program or macro is packed inside the file. It may not enter this system, so the file was erased. Take it out, or save the document as PDF, and send it again.',
};

/** A sentence about one file, with its name. */
export const aboutFile = (name: string, says: Text): Text => ({
  vi: `Tệp “${name}”: ${says.vi}`,
  en: `File “${name}”: ${says.en}`,
});
