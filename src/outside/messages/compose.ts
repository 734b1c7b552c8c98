/** From a notice to what a channel carries. Only the code of the dossier goes out by SMS, never what it is about. Pure. */
import type { Language, Text } from '../../ground/text/language.ts';
import { withoutMarks } from '../../ground/text/fold.ts';
import type { Notice } from './schema.ts';

/** An e-mail without anything that watches the reader. */
export type Mail = { readonly subject: string; readonly text: string };

const words = {
  open: { vi: 'Xem tại', en: 'Open' },
  sender: {
    vi: 'Đây là thư tự động, xin đừng trả lời. Chúng tôi không bao giờ hỏi mật khẩu hay mã xác thực qua thư.',
    en: 'This is an automatic message, please do not answer. We never ask for passwords or codes by mail.',
  },
} satisfies Record<string, Text>;

type Told = Pick<Notice, 'title' | 'body' | 'code' | 'path'>;

/** Words about a site: its name and where its pages are. */
export type Site = { readonly name: Text; readonly origin: string };

/** The e-mail in the language of the reader. */
export function mailOf({ title, body, code, path }: Told, { name, origin }: Site, language: Language): Mail {
  const lines = [
    title[language],
    '',
    ...(code ? [`${language === 'vi' ? 'Mã hồ sơ' : 'Dossier'}: ${code}`, ''] : []),
    body[language],
  ];
  const link = path ? ['', `${words.open[language]}: ${origin}${path}`] : [];
  return {
    subject: [title[language], ...(code ? [`(${code})`] : [])].join(' '),
    text: [...lines, ...link, '', '--', name[language], words.sender[language], ''].join('\n'),
  };
}

/** An SMS of one part holds 160 letters without marks; with marks only 70. */
const SMS_LONGEST = 160;

/** The SMS: without marks, so that it fits into one part on every telephone; no link, because false messages carry links. */
export function smsOf({ title, code }: Told, { name }: Site, language: Language): string {
  const body = `${name[language]}: ${title[language]}${code ? ` (${code})` : ''}. ${language === 'vi' ? 'Mở cổng dịch vụ công để xem.' : 'See the portal.'}`;
  return withoutMarks(body)
    .replaceAll(/[“”]/g, '"')
    .replaceAll(/[^\x20-\x7e]/g, '')
    .slice(0, SMS_LONGEST);
}

/** An address as it may be shown to others: `n…@vidu.example`, `099…137`. */
export const masked = (address: string): string =>
  address.includes('@')
    ? address.replace(/^(.).*(@.*)$/u, '$1…$2')
    : address.replace(/^(.{3}).*(.{3})$/u, '$1…$2');
