/** What access holds of a person (N1): accounts, sessions, what the security log says. */
import type { Holding, HoldingRow } from '../../ground/record/holdings.ts';
import { formatTime } from '../../ground/text/dates.ts';
import { same, type Text } from '../../ground/text/language.ts';
import { listAccountsOf } from './accounts.ts';
import { deviceOf } from './device.ts';
import { listLog } from './security-log.ts';
import { listSessions } from './sessions.ts';
import { eventName } from './words.ts';

const names = {
  accounts: { vi: 'Tài khoản', en: 'Account' },
  session: { vi: 'Phiên đang mở', en: 'Open session' },
  kinds: {
    citizen: {
      vi: 'Tài khoản người dân, đăng nhập bằng VNeID',
      en: 'Citizen’s account, signs in with VNeID',
    },
    officer: { vi: 'Tài khoản cán bộ', en: 'Officer’s account' },
  },
} as const;

const at = (moment: Date, words: Text): Text => ({
  vi: `${words.vi}, ${formatTime(moment, 'vi')}`,
  en: `${words.en}, ${formatTime(moment, 'en')}`,
});

const MOST_LINES = 50;

export const accessHoldings: readonly Holding[] = [
  {
    room: 'access',
    name: { vi: 'Tài khoản và các lần đăng nhập', en: 'Account and sign-ins' },
    purpose: {
      vi: 'Để biết chắc ai đang làm việc với cơ quan, và phát hiện người khác dùng tài khoản của bạn.',
      en: 'To be sure who deals with the agency, and to find out when somebody else uses your account.',
    },
    basis: 'Luật 91/2025/QH15; Nghị định 331/2026/NĐ-CP, Điều 13; Nghị định 42/2022/NĐ-CP, Điều 26',
    erase: null,
    list: async (look, subject) => {
      const rows: HoldingRow[] = [];
      for (const { id, kind, login } of await listAccountsOf(look, subject)) {
        const { vi, en } = names.kinds[kind];
        rows.push({ what: names.accounts, value: { vi: `${vi}: ${login}`, en: `${en}: ${login}` } });
        for (const one of await listSessions(look, id, kind)) {
          rows.push({ what: names.session, value: at(one.started_at, deviceOf(one.agent)) });
        }
        for (const line of (await listLog(look, { account: id }, MOST_LINES)).slice(0, MOST_LINES)) {
          rows.push({ what: eventName[line.what], value: at(line.at, same(line.address)) });
        }
      }
      return rows;
    },
  },
];
