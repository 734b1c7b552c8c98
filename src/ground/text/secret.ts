/**
 * State secrets are refused at every door of the platform (Decree 137/2024, Decree 30/2020 art. 1.2; Law on the protection
 * of state secrets 29/2018/QH14): what carries a mark of secrecy goes another way.
 */
import type { Text } from './language.ts';

/** A stamp stands in capitals, alone on its line where it is the one short word: "bảo mật" and "mật ong" are no stamps. */
const stamp = /(?<!\p{L})(?:TUYỆT|TỐI)\s+MẬT(?!\p{L})|(?:^|\n)[\s[(]*MẬT[\s\])]*(?=$|\n)/u;

/** The field of a register: "Độ mật: Tối mật". */
const label = /(?<!\p{L})(?:độ|mức(?:\s+độ)?)\s+mật\s*:\s*(?:(?:tuyệt|tối)\s+)?mật(?!\p{L})/iu;

/** The symbol of a secret document: `12/BC-UBND(M)`. */
const symbol = /\d+\/[\p{L}-]+\s*\((?:M|TM|TuM|TUM)\)/u;

/** Names of files, also without diacritics: `MẬT_bao cao.pdf`, `bao-cao (MẬT).pdf`, `TOI_MAT 05.pdf`. */
const fileName =
  /(?<!\p{L})(?:TOI|TUYET)[_ -]MAT(?!\p{L})|[[(]\s*MẬT\s*[\])]|^MẬT[\s_.-]+(?!ONG|KHẨU|MÃ|ĐỘ)|[_-]MẬT(?=[_.-]|$)/u;

/** Whether a text, or the name of a file, carries a mark of secrecy (MẬT, TỐI MẬT, TUYỆT MẬT). */
export const looksSecret = (text: string): boolean => {
  const words = text.normalize('NFC');
  return [stamp, label, symbol, fileName].some((mark) => mark.test(words));
};

/** What a person is told who brings a secret. */
export const secretRefused: Text = {
  vi: 'Nội dung hoặc tệp này mang dấu mật. Hệ thống này không được nhận bí mật nhà nước dưới bất cứ hình thức nào. Hãy chuyển qua văn thư bảo mật của cơ quan, không gửi lại ở đây.',
  en: 'This text or file carries a mark of secrecy. State secrets may not enter this system in any form. Use the classified mail of your agency; do not send it here again.',
};
