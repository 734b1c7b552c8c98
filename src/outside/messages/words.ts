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
