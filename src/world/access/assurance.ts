/** Levels of assurance (mức độ định danh điện tử; requirements B6, E1): what each is, and pages that ask for one. */
import type { By } from '../../ground/db/act.ts';
import { NotAllowed } from '../../ground/operate/errors.ts';
import type { Text } from '../../ground/text/language.ts';

/** Where the levels are explained. */
export const LEVELS_PATH = '/dang-nhap/muc-do';

/** What each level is and how one gets it. */
export const levels: Readonly<
  Record<1 | 2, { readonly name: Text; readonly what: Text; readonly how: Text }>
> = {
  1: {
    name: { vi: 'Mức độ 1', en: 'Level 1' },
    what: {
      vi: 'Đủ để tra cứu, xem thông tin của mình và làm những việc không đổi quyền, nghĩa vụ của ai.',
      en: 'Enough to look things up, see your own data, and do what changes nobody’s rights or duties.',
    },
    how: {
      vi: 'Tự đăng ký trên ứng dụng VNeID bằng điện thoại.',
      en: 'Register by yourself in the VNeID app on your phone.',
    },
  },
  2: {
    name: { vi: 'Mức độ 2', en: 'Level 2' },
    what: {
      vi: 'Cần cho việc nộp hồ sơ có giá trị như đến trực tiếp, nhận kết quả, làm việc thay tổ chức hay người khác.',
      en: 'Needed to submit dossiers that count as if you came in person, to receive results, to act for others.',
    },
    how: {
      vi: 'Mang căn cước đến công an xã, phường một lần để lấy khuôn mặt và vân tay.',
      en: 'Go once to the commune police with your identity card; face and fingerprints are taken.',
    },
  },
};

/**
 * For the `who` of a page: signed in as a citizen at this level at least. Those who are not signed in are sent to sign
 * in; those below hear what is missing and how to get it.
 */
export const needsAssurance =
  (level: 1 | 2) =>
  (by: By): boolean => {
    if (by.kind !== 'citizen') return false;
    if (by.assurance >= level) return true;
    const { name, how } = levels[level];
    throw new NotAllowed({
      vi: `Việc này cần tài khoản định danh ${lower(name.vi)}; bạn đang đăng nhập ở mức độ ${by.assurance}. Cách có ${lower(name.vi)}: ${lower(how.vi)} Sau đó hãy đăng nhập lại.`,
      en: `This needs an identity account of ${lower(name.en)}; you are signed in at level ${by.assurance}. How to get it: ${how.en} Then sign in again.`,
    });
  };

const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
