/** What an administrator can do to an account: one page each. */
import type { Act } from '../../../../ground/db/act.ts';
import { same, type Text } from '../../../../ground/text/language.ts';
import { ask, askPage } from '../../../../ground/web/ask.tsx';
import type { Onward } from '../../../../ground/web/page.ts';
import {
  closeAccount,
  confirmAccount,
  resetAccount,
  suspendAccount,
  unlockAccount,
} from '../../administer.ts';
import type { Standing } from '../../rules.ts';
import type { Account } from '../../schema.ts';
import { guardAccount, mayAdminister } from '../../scope.ts';
import type { From } from '../../security-log.ts';
import { accountAt } from './at.ts';
import { accountPath, accountsCrumbs, ACCOUNTS_PATH } from './paths.ts';

type AccountAct = {
  /** Last part of the path. */
  readonly name: string;
  readonly title: Text;
  readonly lead: Text;
  readonly button: Text;
  readonly grave?: boolean;
  /** How accounts stand to which it can be done. */
  readonly when: readonly Standing[];
  readonly act: (act: Act, id: string, reason: string, from: From) => Promise<Text>;
};

const done: Text = {
  vi: 'Đã thực hiện và ghi vào nhật ký an toàn.',
  en: 'Done, and noted in the security log.',
};

const acts: readonly AccountAct[] = [
  {
    name: 'mo-khoa',
    title: { vi: 'Mở khóa tài khoản', en: 'Open the account again' },
    lead: {
      vi: 'Cán bộ đăng nhập lại được ngay bằng mật khẩu cũ.',
      en: 'The officer can sign in at once with the old password.',
    },
    button: { vi: 'Mở khóa', en: 'Open again' },
    when: ['locked', 'idle', 'suspended'],
    act: async (act, id, reason, from) => (await unlockAccount(act, id, reason, from), done),
  },
  {
    name: 'xac-nhan',
    title: { vi: 'Xác nhận tài khoản còn cần', en: 'Confirm that the account is still needed' },
    lead: {
      vi: 'Ghi kết quả rà soát sáu tháng một lần.',
      en: 'Notes the outcome of the review of every six months.',
    },
    button: { vi: 'Còn cần', en: 'Still needed' },
    when: ['open', 'waiting', 'locked', 'idle', 'suspended'],
    act: async (act, id, _, from) => (await confirmAccount(act, id, from), done),
  },
  {
    name: 'cap-lai',
    title: { vi: 'Cấp lại mật khẩu và mã xác thực', en: 'Reset password and second factor' },
    lead: {
      vi: 'Mật khẩu, mã xác thực và khóa truy cập hiện nay hết hiệu lực; các phiên kết thúc. Bạn nhận một mã kích hoạt để đưa trực tiếp cho cán bộ.',
      en: 'Password, second factor and passkeys no longer hold; sessions end. You get an activation code to give to the officer in person.',
    },
    button: { vi: 'Cấp lại', en: 'Reset' },
    when: ['open', 'waiting', 'locked', 'idle', 'suspended'],
    act: async (act, id, _, from) => {
      const code = await resetAccount(act, id, from);
      return {
        vi: `Mã kích hoạt: ${code}. Hãy đưa trực tiếp cho cán bộ; mã chỉ hiện một lần và dùng được trong 72 giờ.`,
        en: `Activation code: ${code}. Give it to the officer in person; it is shown once and holds for 72 hours.`,
      };
    },
  },
  {
    name: 'khoa',
    title: { vi: 'Tạm khóa tài khoản', en: 'Stop the account' },
    lead: {
      vi: 'Các phiên kết thúc ngay. Không ai đăng nhập được cho đến khi mở lại.',
      en: 'Sessions end at once. Nobody can sign in until it is opened again.',
    },
    button: { vi: 'Tạm khóa', en: 'Stop' },
    grave: true,
    when: ['open', 'waiting', 'locked', 'idle'],
    act: async (act, id, reason, from) => (await suspendAccount(act, id, reason, from), done),
  },
  {
    name: 'dong',
    title: { vi: 'Đóng tài khoản', en: 'Close the account' },
    lead: {
      vi: 'Khi cán bộ nghỉ việc hoặc chuyển đi. Không mở lại được; việc đã làm vẫn giữ nguyên tên.',
      en: 'When the officer has left. It cannot be opened again; what was done keeps its name.',
    },
    button: { vi: 'Đóng', en: 'Close' },
    grave: true,
    when: ['open', 'waiting', 'locked', 'idle', 'suspended'],
    act: async (act, id, reason, from) => (await closeAccount(act, id, reason, from), done),
  },
];

/** What can be done to an account as it stands; one that signs in elsewhere has nothing to reset. */
export const actsOn = (standing: Standing, { provider }: Pick<Account, 'provider'>): readonly AccountAct[] =>
  acts.filter(({ name, when }) => when.includes(standing) && !(name === 'cap-lai' && provider !== null));

export const actPath = (id: string, name: string): string => `${accountPath(id)}/${name}`;

const reason: Text = { vi: 'Lý do', en: 'Reason' };

export const accountActPages = acts.map((one) =>
  askPage({
    path: `${ACCOUNTS_PATH}/:id/${one.name}`,
    who: mayAdminister,
    example: null,
    title: one.title,
    about: (account) => same(account.name),
    crumbs: (account) => accountsCrumbs(account),
    lead: (_, { lang }) => <p class="govuk-body">{one.lead[lang]}</p>,
    gather: accountAt,
    questions: { reason: ask.long(reason, { max: 500 }) },
    button: one.button,
    grave: one.grave,
    act: async (act, answers, { gathered: { id, kind, person }, visit }): Promise<Onward> => {
      await guardAccount(act, { kind, person });
      return { to: accountPath(id), say: await one.act(act, id, answers.reason, visit) };
    },
  }),
);
