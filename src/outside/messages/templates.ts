/**
 * What people are told about what happens to their dossier, in plain words (P3; Decree 224/2026 art. 15.1g: at once, with agency,
 * who holds it, and times). Keyed by the event; what is not here is nobody's business but the office's.
 */
import { formatTime } from '../../ground/text/dates.ts';
import type { Language, Text } from '../../ground/text/language.ts';
import type { Recipient } from './schema.ts';

/** One kind of notice. */
export type Template = {
  readonly title: Text;
  /** The title where it depends on what happened. */
  readonly titleFor?: (about: Recipient) => Text | null;
  readonly body: (about: Recipient) => Text;
  /** The person must do something, or it is over: worth an SMS. */
  readonly matters: boolean;
  /** Told here only, without e-mail. */
  readonly quiet?: boolean;
  /** Told the first time only. */
  readonly once?: boolean;
};

/** Sentences that hold for this recipient, each in both languages. */
const sentences = (...parts: readonly (Text | null | undefined | false)[]): Text => {
  const said = parts.filter((part): part is Text => Boolean(part));
  return { vi: said.map(({ vi }) => vi).join(' '), en: said.map(({ en }) => en).join(' ') };
};

const say = (vi: string, en: string): Text => ({ vi, en });
const at = (moment: Date, language: Language): string => formatTime(moment, language);

const who = ({ agency, holder }: Recipient): Text | null =>
  agency || holder
    ? say(
        `Hồ sơ đang ở ${[holder, agency?.vi].filter(Boolean).join(', ')}.`,
        `It is now with ${[holder, agency?.en].filter(Boolean).join(', ')}.`,
      )
    : null;

const promised = ({ due }: Recipient): Text | null =>
  due ? say(`Hẹn trả kết quả: ${at(due, 'vi')}.`, `The result is promised for ${at(due, 'en')}.`) : null;

const because = ({ reason }: Recipient): Text | null =>
  reason ? say(`Lý do: ${reason.vi}`, `Reason: ${reason.en}`) : null;

/** The sentence of the office, as it stands in the record. */
const whatIsSaid = ({ reason }: Recipient): Text | null => (reason ? say(`${reason}.`, `${reason}.`) : null);

/** What is owed is told with the result: whoever has it online does not come to the counter. */
const owed = ({ owes }: Recipient): Text | null =>
  owes
    ? say(
        `Bạn còn phải nộp: ${owes.vi}. Nộp trên cổng này hoặc tại bộ phận một cửa; bản giấy được giao sau khi nộp.`,
        `Still to be paid: ${owes.en}. Pay on this portal or at the counter; paper is given out after that.`,
      )
    : null;

/** A further supplement is asked for only where sector law allows it: the person reads which. */
const again = (about: Recipient): Text | null =>
  about.again
    ? say(
        `Mở hồ sơ để xem tất cả những gì cần bổ sung. Lần này được yêu cầu thêm theo: ${about.again.basis}.`,
        `Open it to see everything that is needed. This further request rests on: ${about.again.basis}.`,
      )
    : null;

const named = ({ title }: Recipient, vi: string, en: string): Text =>
  say(`Hồ sơ “${title}” ${vi}`, `Your dossier “${title}” ${en}`);

const result = (about: Recipient): Text =>
  sentences(
    named(about, 'đã được giải quyết xong.', 'has been decided.'),
    say(
      'Mở hồ sơ để xem và tải kết quả; bản điện tử có giá trị như bản giấy.',
      'Open it to see and download the result; the electronic one is as good as paper.',
    ),
    owed(about),
  );

const refusal = (about: Recipient): Text =>
  sentences(
    named(about, 'bị từ chối giải quyết.', 'was refused after appraisal.'),
    because(about),
    say(
      'Mở hồ sơ để xem thông báo có chữ ký, căn cứ pháp luật và việc bạn có thể làm.',
      'Open it to read the signed notice, the ground in law, and what you can do.',
    ),
  );

/** Nobody's dossier ends unnoticed by a paper that they have not signed. */
const onPaper = ({ askedOnPaper: asker }: Recipient): Text | null =>
  asker
    ? say(
        `Người đề nghị bằng đơn giấy tại quầy: ${asker}. Nếu bạn không đề nghị, hãy báo ngay cho bộ phận một cửa.`,
        `It was asked for on paper at the counter by ${asker}. If you did not ask, tell the one-stop unit at once.`,
      )
    : null;

/** An officer wrote a letter. */
export const LETTER = 'message.letter';

export const templates: Readonly<Record<string, Template>> = {
  'dossier.receive': {
    title: say('Chúng tôi đã nhận hồ sơ bạn nộp', 'We have got your dossier'),
    body: (about) =>
      sentences(
        named(about, 'đã được gửi đi.', 'has been submitted.'),
        say(
          'Bộ phận một cửa kiểm tra và trả lời trong 8 giờ làm việc.',
          'The one-stop unit checks it and answers within 8 working hours.',
        ),
        who(about),
      ),
    matters: false,
  },
  'dossier.accept': {
    title: say('Hồ sơ của bạn đã được tiếp nhận', 'Your dossier has been accepted'),
    body: (about) =>
      sentences(
        named(about, 'đã đủ và được tiếp nhận.', 'is complete and has been accepted.'),
        promised(about),
        who(about),
      ),
    matters: false,
  },
  'dossier.ask-supplement': {
    title: say('Hồ sơ của bạn cần bổ sung', 'Your dossier needs a supplement'),
    body: (about) =>
      sentences(
        named(about, 'còn thiếu hoặc chưa đúng.', 'is not complete or not right yet.'),
        again(about) ??
          say(
            'Mở hồ sơ để xem tất cả những gì cần bổ sung; chúng tôi chỉ yêu cầu một lần.',
            'Open it to see everything that is needed; we ask only once.',
          ),
        say(
          'Thời gian chờ bạn không tính vào thời hạn giải quyết.',
          'The time you take does not count against the promised date.',
        ),
      ),
    matters: true,
  },
  'dossier.answer-supplement': {
    title: say('Chúng tôi đã nhận phần bổ sung', 'We have got your supplement'),
    body: (about) =>
      sentences(named(about, 'được giải quyết tiếp.', 'goes on.'), promised(about), who(about)),
    matters: false,
  },
  'dossier.refuse-intake': {
    title: say('Hồ sơ của bạn không được tiếp nhận', 'Your dossier was not accepted'),
    body: (about) =>
      sentences(
        named(about, 'không được tiếp nhận.', 'was not accepted.'),
        because(about),
        say('Mở hồ sơ để xem lý do và việc bạn có thể làm.', 'Open it to see why, and what you can do.'),
      ),
    matters: true,
  },
  'dossier.do-step': {
    title: say('Hồ sơ của bạn đang được giải quyết', 'Your dossier is being worked on'),
    body: (about) =>
      sentences(named(about, 'đang được giải quyết.', 'is being worked on.'), who(about), promised(about)),
    matters: false,
    quiet: true,
    once: true,
  },
  'dossier.ask-payment': {
    title: say('Hồ sơ của bạn chờ nộp tiền', 'Your dossier waits for your payment'),
    body: (about) =>
      sentences(
        named(about, 'cần bạn nộp phí, lệ phí hoặc thuế.', 'needs you to pay a fee or tax.'),
        say(
          'Chỉ nộp trên cổng này hoặc tại bộ phận một cửa; chúng tôi không bao giờ gửi liên kết nộp tiền.',
          'Pay only on this portal or at the counter; we never send links to pay.',
        ),
      ),
    matters: true,
  },
  'dossier.pay': {
    title: say('Đã nhận tiền của bạn', 'Your payment has arrived'),
    body: (about) => sentences(named(about, 'được giải quyết tiếp.', 'goes on.'), promised(about)),
    matters: false,
  },
  'dossier.tell': {
    title: say('Thông báo về hồ sơ của bạn', 'A notice about your dossier'),
    body: (about) => sentences(named(about, 'có thông báo.', 'has a notice.'), whatIsSaid(about)),
    matters: false,
  },
  'dossier.decide': {
    title: say('Đã có kết quả hồ sơ của bạn', 'The result of your dossier is here'),
    titleFor: ({ refused }) =>
      refused ? say('Hồ sơ của bạn bị từ chối giải quyết', 'Your dossier was refused') : null,
    body: (about) => (about.refused ? refusal(about) : result(about)),
    matters: true,
  },
  'dossier.approve-by-silence': {
    title: say('Hồ sơ của bạn được chấp thuận', 'Your dossier is approved'),
    body: (about) =>
      sentences(
        named(about, 'được chấp thuận.', 'is approved.'),
        say(
          'Hết thời hạn mà cơ quan không trả lời khác; pháp luật coi đó là chấp thuận. Bạn làm được việc đã nêu trong hồ sơ.',
          'The time limit is over and the agency has not answered otherwise; the law takes that as approval. You may do what the dossier is about.',
        ),
        say(
          'Thông báo có chữ ký và dấu của cơ quan sẽ được gửi cho bạn.',
          'A notice with the signature and seal of the agency will follow.',
        ),
        owed(about),
      ),
    matters: true,
  },
  'dossier.issue-notice': {
    title: say('Đã có thông báo chấp thuận hồ sơ của bạn', 'The notice of your approval is here'),
    body: (about) =>
      sentences(
        named(
          about,
          'có thông báo được chấp thuận do hết thời hạn giải quyết.',
          'has its notice of approval.',
        ),
        say(
          'Mở hồ sơ để xem và tải thông báo; bản điện tử có chữ ký và dấu của cơ quan, có giá trị như bản giấy.',
          'Open it to see and download the notice; the electronic one is signed and sealed by the agency, and as good as paper.',
        ),
        owed(about),
      ),
    matters: true,
  },
  'dossier.return': {
    title: say('Đã trả kết quả cho bạn', 'The result has been returned to you'),
    body: (about) =>
      sentences(
        named(about, 'đã kết thúc.', 'is finished.'),
        say(
          'Kết quả nằm trong kho giấy tờ của bạn. Bạn có thể đánh giá việc phục vụ.',
          'The result is in your documents. You may rate how you were served.',
        ),
      ),
    matters: false,
  },
  'dossier.correct-result': {
    title: say('Kết quả của bạn đã được đính chính', 'Your result has been corrected'),
    body: (about) =>
      sentences(
        named(
          about,
          'có chỗ ghi sai do cơ quan. Bản đúng đã thay bản sai, bạn không phải trả tiền.',
          'had an error that was ours. A right paper has taken the place of the wrong one, free of charge.',
        ),
        because(about),
        say(
          'Bản đúng nằm trong kho giấy tờ của bạn; bản cũ không còn hiệu lực.',
          'The right one is in your documents; the old one is no longer in force.',
        ),
      ),
    matters: true,
  },
  'dossier.revoke-result': {
    title: say('Kết quả của bạn đã bị thu hồi', 'Your result has been revoked'),
    body: (about) =>
      sentences(
        named(
          about,
          'có kết quả bị thu hồi, không còn hiệu lực.',
          'has a result that is no longer in force.',
        ),
        because(about),
        say('Mở hồ sơ để xem bạn có thể làm gì.', 'Open it to see what you can do.'),
      ),
    matters: true,
  },
  'dossier.apologise': {
    title: say('Xin lỗi bạn vì hồ sơ bị chậm', 'We are sorry: your dossier is late'),
    body: (about) =>
      sentences(
        named(about, 'không kịp hạn đã hẹn.', 'will not be ready on the promised day.'),
        because(about),
        about.due && say(`Hẹn lại: ${at(about.due, 'vi')}.`, `The new date is ${at(about.due, 'en')}.`),
        who(about),
      ),
    matters: true,
  },
  'dossier.withdraw': {
    title: say('Hồ sơ của bạn đã được rút', 'Your dossier has been withdrawn'),
    body: (about) =>
      sentences(
        named(
          about,
          'đã được rút theo yêu cầu của bạn và dừng lại.',
          'was withdrawn as you asked, and has stopped.',
        ),
        onPaper(about),
      ),
    matters: true,
  },
  'dossier.discontinue': {
    title: say('Hồ sơ của bạn đã dừng giải quyết', 'Your dossier has been discontinued'),
    body: (about) =>
      sentences(
        named(about, 'đã dừng giải quyết.', 'has been discontinued.'),
        because(about),
        say('Mở hồ sơ để xem thông báo.', 'Open it to read the notice.'),
      ),
    matters: true,
  },
  'dossier.post-failed': {
    title: say('Bưu điện không giao được kết quả cho bạn', 'The post could not bring your result'),
    body: (about) =>
      sentences(
        named(
          about,
          'có kết quả bản giấy mà bưu điện không nhận hoặc không giao được.',
          'has a result on paper that the post did not take or could not deliver.',
        ),
        say(
          'Bản giấy được giữ cho bạn tại bộ phận một cửa: mời bạn đến nhận, mang theo giấy tờ tùy thân. Bản điện tử vẫn nằm trong kho giấy tờ của bạn.',
          'The paper is kept for you at the one-stop unit: please fetch it there and bring proof of who you are. The electronic one is in your documents.',
        ),
      ),
    matters: true,
  },
  [LETTER]: {
    title: say('Bạn có thư về hồ sơ', 'You have a letter about your dossier'),
    body: (about) =>
      sentences(
        named(about, 'có thư mới của cán bộ.', 'has a new letter from an officer.'),
        say('Mở để đọc và trả lời.', 'Open it to read and answer.'),
      ),
    matters: false,
  },
};
