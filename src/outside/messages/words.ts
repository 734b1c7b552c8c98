/** Texts of the message pages. */
import type { Text } from '../../ground/text/language.ts';
import type { Channel, DeliveryState } from './schema.ts';

const say = (vi: string, en: string): Text => ({ vi, en });

export const words = {
  title: say('Tin nhắn', 'Messages'),
  mine: say('Trang của tôi', 'My page'),
  desk: say('Bàn làm việc', 'My desk'),
  none: say('Chưa có tin nhắn nào', 'No messages yet'),
  noneHint: say(
    'Mỗi khi hồ sơ của bạn có thay đổi, bạn thấy ngay ở đây.',
    'Whenever something happens to a dossier of yours you see it here.',
  ),
  fresh: say('Mới', 'New'),
  message: say('Tin nhắn', 'Message'),
  dossier: say('Hồ sơ', 'Dossier'),
  when: say('Lúc', 'When'),
  goOn: say('Mở hồ sơ', 'Open the dossier'),
  openLetters: say('Mở thư', 'Open the letter'),
  readAll: say('Đánh dấu tất cả đã đọc', 'Mark all as read'),
  wishes: say('Cách nhận tin', 'How to be told'),
  wishesHint: say(
    'Tin nhắn luôn có ở cổng này. Ngoài ra, gửi cho tôi:',
    'Messages are always here. Besides, send them to me:',
  ),
  byEmail: say('Qua thư điện tử', 'By e-mail'),
  bySms: say(
    'Qua tin nhắn SMS, khi tôi phải làm gì hoặc có kết quả',
    'By SMS, when I must do something or there is a result',
  ),
  language: say('Ngôn ngữ của tin gửi đi', 'Language of what is sent'),
  vietnamese: say('Tiếng Việt', 'Vietnamese'),
  english: say('Tiếng Anh', 'English'),
  save: say('Lưu', 'Save'),
  saved: say('Đã lưu cách nhận tin.', 'Saved.'),
  letters: say('Trao đổi về hồ sơ', 'Letters about the dossier'),
  noLetters: say('Chưa có thư nào.', 'No letters yet.'),
  write: say('Viết thư', 'Write'),
  writeHint: say('Cán bộ trả lời trong 8 giờ làm việc.', 'An officer answers within 8 working hours.'),
  writeHintOfficer: say(
    'Thư không dùng để yêu cầu giấy tờ: việc đó làm một lần bằng Yêu cầu bổ sung.',
    'Letters cannot ask for papers: that is done once, by a request for supplement.',
  ),
  body: say('nội dung thư', 'the letter'),
  send: say('Gửi', 'Send'),
  sent: say('Đã gửi.', 'Sent.'),
  answer: say('Trả lời thư của người dân', 'Answer the person’s letter'),
  read: (at: string): Text => say(`đã đọc lúc ${at}`, `read at ${at}`),
  unread: say('chưa đọc', 'not read yet'),
  noPapers: say(
    'Thư này hỏi xin giấy tờ. Mọi thứ còn thiếu phải nêu một lần trong Yêu cầu bổ sung, qua bộ phận một cửa.',
    'This letter asks for papers. Everything missing is asked for once, by a request for supplement through the one-stop unit.',
  ),
  nobodyAnswers: say(
    'Hiện chưa có nơi trả lời thư về hồ sơ này. Hãy gọi bộ phận một cửa.',
    'Nobody can answer letters about this dossier now. Please call the one-stop unit.',
  ),
  told: say('Đã báo cho người dân', 'What the person was told'),
  way: say('Đường gửi', 'Way'),
  state: say('Tình trạng', 'State'),
  here: say('Trên cổng', 'In the portal'),
  outbox: say('Hộp thư đi (mẫu)', 'Outbox (sample)'),
  outboxHint: say(
    'Tỉnh mẫu không gửi thư thật. Đây là những gì sẽ được gửi đi.',
    'The sample province sends no real mail. This is what would be sent.',
  ),
  to: say('Gửi tới', 'To'),
} as const;

export const channelName: Readonly<Record<Channel, Text>> = {
  email: say('Thư điện tử', 'E-mail'),
  sms: say('SMS', 'SMS'),
};

export const deliveryName: Readonly<Record<DeliveryState, Text>> = {
  waiting: say('Chờ gửi', 'Waiting'),
  sent: say('Đã gửi', 'Sent'),
  delivered: say('Đã đến', 'Delivered'),
  failed: say('Không gửi được', 'Failed'),
};

/** Of giving an address to be told at. */
export const reachWords = {
  title: {
    email: say('Địa chỉ thư điện tử của tôi', 'My e-mail address'),
    phone: say('Số điện thoại của tôi', 'My telephone number'),
  },
  label: {
    email: say('Địa chỉ thư điện tử', 'E-mail address'),
    phone: say('Số điện thoại di động', 'Mobile telephone number'),
  },
  empty: {
    email: say('Hãy nhập địa chỉ thư điện tử.', 'Enter an e-mail address.'),
    phone: say('Hãy nhập số điện thoại.', 'Enter a telephone number.'),
  },
  value: say('địa chỉ', 'the address'),
  code: say('mã xác nhận', 'the code'),
  codeLabel: say('Mã xác nhận gồm 6 chữ số', 'The code of six digits'),
  hint: say(
    'Chúng tôi gửi một mã đến đó. Chỉ khi bạn nhập đúng mã, tin về hồ sơ mới được gửi đến.',
    'We send a code there. Only once you have entered it are you told there about your dossiers.',
  ),
  sendCode: say('Gửi mã xác nhận', 'Send the code'),
  confirm: say('Xác nhận', 'Confirm'),
  other: say('Gửi lại, hoặc dùng địa chỉ khác', 'Send it again, or use another'),
  sent: say('Đã gửi mã xác nhận.', 'The code has been sent.'),
  sentTo: (value: string): Text =>
    say(
      `Đã gửi mã đến ${value}. Mã dùng được trong 15 phút.`,
      `A code has been sent to ${value}. It is good for 15 minutes.`,
    ),
  proved: say('Đã xác nhận. Từ nay bạn nhận tin ở đó.', 'Confirmed. From now on you are told there.'),
  wrong: say('Mã chưa đúng. Hãy xem lại mã mới nhất.', 'The code is not right. Look at the latest one.'),
  held: say('Bạn đang nhận tin ở đây rồi.', 'You are told there already.'),
  over: say(
    'Mã đã hết hạn hoặc nhập sai quá nhiều lần. Hãy gửi mã mới.',
    'The code is over, or was entered wrongly too often. Send a new one.',
  ),
  tooSoon: say('Vừa gửi một mã rồi. Hãy đợi một phút.', 'A code has just been sent. Wait a minute.'),
  tooOften: say(
    'Hôm nay đã gửi nhiều mã. Hãy thử lại vào ngày mai.',
    'Many codes were sent today. Try again tomorrow.',
  ),
  notForOthers: say(
    'Bạn đang làm việc thay người khác. Địa chỉ nhận tin chỉ do chính họ đặt.',
    'You are acting for somebody else. Only they say where they are told.',
  ),
  noKind: say('Không có cách nhận tin này.', 'There is no such way of being told.'),
  codeTitle: (code: string): Text => say(`Mã xác nhận ${code}`, `Your code is ${code}`),
  codeBody: (code: string): Text =>
    say(
      `Mã ${code} dùng để xác nhận bạn nhận tin ở đây, trong 15 phút. Nếu bạn không yêu cầu, hãy bỏ qua.`,
      `The code ${code} confirms that you want to be told here; it is good for 15 minutes. If you did not ask for it, do nothing.`,
    ),
  at: (value: string): Text => say(`Gửi đến ${value}.`, `Sent to ${value}.`),
  nowhere: {
    email: say('Chưa có địa chỉ của bạn, nên chưa gửi được.', 'No address is known, so nothing can be sent.'),
    phone: say('Chưa có số của bạn, nên chưa gửi được.', 'No number is known, so nothing can be sent.'),
  },
  failed: say('Lần gửi gần nhất không đến được.', 'The last one did not arrive.'),
  give: {
    email: say('Thêm địa chỉ thư điện tử', 'Give an e-mail address'),
    phone: say('Thêm số điện thoại', 'Give a telephone number'),
  },
  change: {
    email: say('Đổi địa chỉ thư điện tử', 'Change the e-mail address'),
    phone: say('Đổi số điện thoại', 'Change the telephone number'),
  },
} as const;

/** Of the ledger of what was sent. */
export const ledgerWords = {
  title: say('Thư, tin nhắn đã gửi', 'Mail and text messages sent'),
  hint: say('Đã gửi, đã đến, không gửi được và vì sao.', 'Sent, delivered, failed and why.'),
  day: say('Trong 24 giờ qua', 'In the last 24 hours'),
  all: say('Mọi tình trạng', 'Any state'),
  show: say('Lọc', 'Filter'),
  tries: say('Số lần thử', 'Tries'),
  problem: say('Vướng mắc', 'Problem'),
  none: say('Chưa gửi gì', 'Nothing was sent'),
} as const satisfies Readonly<Record<string, Text>>;

/** Why a delivery waits or has failed, as the ledger keeps it. */
export const problems = {
  silent: 'the carrier does not answer',
  none: 'no carrier is configured',
  lost: 'the carrier could not deliver it',
  unreachable: 'the number cannot be reached',
} as const;

const problemWords: Readonly<Record<string, Text>> = {
  [problems.silent]: say(
    'Nơi chuyển không trả lời, sẽ thử lại',
    'The carrier does not answer; it is tried again',
  ),
  [problems.none]: say('Chưa cài đặt nơi chuyển', 'No carrier is configured'),
  [problems.lost]: say('Nơi chuyển không giao được', 'The carrier could not deliver it'),
  [problems.unreachable]: say('Số máy không liên lạc được', 'The number cannot be reached'),
};

/** The same in words for people; what a mail server answered stays as it is. */
export const problemText = (problem: string): Text => problemWords[problem] ?? { vi: problem, en: problem };
