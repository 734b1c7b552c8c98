/** Texts about what a process waits for, and about the way on. */
import type { Text } from '../../ground/text/language.ts';

export const waitingWords = {
  awaits: (message: string): Text => ({ vi: `Chờ: ${message}`, en: `Waiting for: ${message}` }),
  awaitsTime: { vi: 'Chờ đến giờ đã hẹn', en: 'Waiting for a set time' },
  noTime: (name: string, value: string): Text => ({
    vi: `“${name}”: “${value}” không phải là thời gian.`,
    en: `“${name}”: “${value}” is no time.`,
  }),
  wayOn: { vi: 'Hướng đi tiếp', en: 'The way on' },
  wayOnField: { vi: 'hướng đi tiếp', en: 'the way on' },
  chooseWay: { vi: 'Hãy chọn hướng đi tiếp.', en: 'Choose the way on.' },
  messageTitle: { vi: 'Ghi nhận tin đã đến', en: 'Note a message that has come' },
  whichMessage: { vi: 'Tin nào đã đến?', en: 'Which message has come?' },
  chooseMessage: { vi: 'Hãy chọn tin đã đến.', en: 'Choose the message that has come.' },
  notAwaited: (name: string): Text => ({
    vi: `Hồ sơ không chờ tin “${name}”.`,
    en: `The dossier does not wait for the message “${name}”.`,
  }),
  notAsked: (name: string, asked: readonly string[]): Text => ({
    vi: `Quy trình không hỏi “${name}”. ${asked.length > 0 ? `Các tên được hỏi: ${asked.join(', ')}.` : 'Quy trình không hỏi gì.'}`,
    en: `The process does not ask for “${name}”. ${asked.length > 0 ? `It asks for: ${asked.join(', ')}.` : 'It asks for nothing.'}`,
  }),
  notPlain: (name: string): Text => ({
    vi: `“${name}” phải là chữ (không quá 500 ký tự), số, true hoặc false.`,
    en: `“${name}” must be text of at most 500 letters, a number, true or false.`,
  }),
  missing: (name: string): Text => ({
    vi: `Cổng ngay sau tin này hỏi “${name}”: hãy cho biết.`,
    en: `The gateway behind this message asks for “${name}”: tell it.`,
  }),
  from: { vi: 'tin đến từ đâu', en: 'who the message is from' },
  saidField: { vi: 'nội dung tin', en: 'what the message says' },
  dataField: { vi: 'dữ liệu', en: 'the data' },
  nothingAwaited: { vi: 'Hồ sơ không chờ tin nào.', en: 'The dossier waits for no message.' },
  notYours: {
    vi: 'Việc này thuộc người khác, không phải tài khoản của bạn.',
    en: 'This is for somebody else to do, not for your account.',
  },
  whichMessageField: { vi: 'tin đã đến', en: 'the message' },
  whatItSaid: { vi: 'Nội dung, số và ngày văn bản', en: 'What it says; number and date of the letter' },
  whatItSaidHint: {
    vi: 'Ví dụ: Công văn 12/CA ngày 23/11/2026, đồng ý. Ghi nhận xong, hồ sơ đi tiếp ngay.',
    en: 'For example: letter 12/CA of 23 November 2026, agreed. The dossier goes on as soon as it is noted.',
  },
  noteMessage: { vi: 'Ghi nhận, chuyển tiếp', en: 'Note it and pass on' },
} as const;
