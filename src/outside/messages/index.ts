export { countUnread, listNotices, listSent, setWishes, tell, type Telling } from './notices.ts';
export { listLetters, writeToOffice, writeToPerson, type Matter } from './letters/letters.ts';
export { letterPath, NOTICES } from './paths.ts';
export type { Letter, Matters, Notice, Office, Recipient, Wishes } from './schema.ts';
export type { Carrier } from './gateway/carrier.ts';
export { mailCarrier, type MailAccount } from './gateway/mail.ts';
export { outboxCarrier } from './gateway/outbox.ts';
export { smsCarrier, type SmsAccount } from './gateway/sms.ts';
export { startSmsSimulator, type SmsSimulator } from './gateway/sms-simulator.ts';
