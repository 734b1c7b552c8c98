/** Texts of the vault. */
import type { Text } from '../../../ground/text/language.ts';

export const words = {
  title: { vi: 'Kho giấy tờ của tôi', en: 'My documents' },
  paper: { vi: 'Giấy tờ', en: 'Document' },
  number: { vi: 'Số', en: 'Number' },
  issuer: { vi: 'Nơi cấp', en: 'Issued by' },
  issued: { vi: 'Ngày cấp', en: 'Issued on' },
  until: { vi: 'Có giá trị đến', en: 'Valid until' },
  state: { vi: 'Hiệu lực', en: 'Status' },
  source: { vi: 'Nguồn', en: 'Source' },
  file: { vi: 'Tệp', en: 'File' },
  notOurs: {
    vi: 'Giấy tờ này không do hệ thống cấp nên không có dữ liệu để tải.',
    en: 'This document was not issued here: there is no data of it.',
  },
  download: { vi: 'Tải về', en: 'Download' },
  empty: { vi: 'Chưa có giấy tờ nào', en: 'No documents yet' },
  emptyHint: {
    vi: 'Kết quả của các hồ sơ bạn nộp sẽ tự nằm ở đây.',
    en: 'Results of your dossiers will appear here by themselves.',
  },
  fetch: { vi: 'Lấy giấy tờ từ kho quốc gia', en: 'Fetch documents from the national store' },
  fetchHint: {
    vi: 'Hỏi kho dữ liệu quốc gia xem còn giấy tờ nào của bạn chưa có ở đây.',
    en: 'Asks the national store whether it holds documents of yours that are not here yet.',
  },
  synchronised: (at: string): Text => ({ vi: `Lần hỏi gần nhất: ${at}.`, en: `Last asked: ${at}.` }),
  neverSynchronised: { vi: 'Chưa hỏi lần nào.', en: 'Not asked yet.' },
  weekly: { vi: 'việc tự lấy giấy tờ hằng tuần', en: 'the weekly fetching' },
  weeklyHint: {
    vi: 'Nếu bạn đồng ý, mỗi tuần một lần hệ thống thay bạn hỏi kho quốc gia và đưa giấy tờ mới vào đây. Bạn dừng lúc nào cũng được.',
    en: 'If you consent, the national store is asked for you once a week, and new documents are put here. You can stop it at any time.',
  },
  weeklyOn: {
    vi: 'Bạn đã đồng ý cho hệ thống mỗi tuần một lần hỏi kho quốc gia thay bạn.',
    en: 'You consented that the national store is asked for you once a week.',
  },
  weeklyStart: { vi: 'Đồng ý tự lấy hằng tuần', en: 'Consent to fetching every week' },
  weeklyStop: { vi: 'Dừng tự lấy hằng tuần', en: 'Stop fetching every week' },
  weeklyBegun: {
    vi: 'Từ nay giấy tờ mới được lấy về mỗi tuần một lần.',
    en: 'New documents are now fetched once a week.',
  },
  weeklyEnded: { vi: 'Đã dừng tự lấy giấy tờ hằng tuần.', en: 'Fetching every week has been stopped.' },
  fetched: (n: number, refused: number): Text => {
    const got =
      n === 0
        ? { vi: 'Kho quốc gia không có giấy tờ nào mới.', en: 'The national store has nothing new.' }
        : { vi: `Đã lấy về ${n} giấy tờ.`, en: `Fetched documents: ${n}.` };
    if (refused === 0) return got;
    return {
      vi: `${n === 0 ? '' : `${got.vi} `}${refused} giấy tờ mang dấu mật nên không được lưu ở đây và đã bị xóa; bản giấy vẫn dùng theo quy định về bảo vệ bí mật nhà nước.`,
      en: `${n === 0 ? '' : `${got.en} `}Refused and erased, because they carry a mark of secrecy: ${refused}. Use them on paper, by the rules for state secrets.`,
    };
  },
  added: { vi: 'Vào kho lúc', en: 'In the vault since' },
  checking: { vi: 'Chữ ký số đang được kiểm tra.', en: 'The signature is being checked.' },
  notPdf: { vi: 'Không có chữ ký số để kiểm tra.', en: 'There is no signature to check.' },
  looks: { vi: 'Ai đã xem', en: 'Who looked' },
  noLooks: { vi: 'Chưa ai khác xem giấy tờ này.', en: 'Nobody else has looked at this document.' },
  who: { vi: 'Người xem', en: 'Who' },
  when: { vi: 'Lúc', en: 'When' },
  why: { vi: 'Để làm gì', en: 'Why' },
  object: { vi: 'Phản đối', en: 'Object' },
  searches: { vi: 'Cán bộ tìm giấy tờ trong kho của bạn', en: 'Officers who looked for papers here' },
  searchesHint: {
    vi: 'Tại quầy, cán bộ chỉ tìm khi bạn đồng ý; lúc đồng ý được ghi dưới đây và trên giấy tiếp nhận. Nếu bạn không đồng ý lần nào, hãy bấm Phản đối: người quản trị dữ liệu xem lại và trả lời bạn.',
    en: 'At the counter an officer looks only with your consent; when it was given stands below and on the acceptance slip. If you did not consent, press Object: the data steward looks into it and answers you.',
  },
  shares: { vi: 'Đã chia sẻ cho', en: 'Shared with' },
  noShares: { vi: 'Chưa chia sẻ cho ai.', en: 'Not shared with anybody.' },
  share: { vi: 'Chia sẻ', en: 'Share' },
  shareTitle: { vi: 'Chia sẻ giấy tờ này', en: 'Share this document' },
  shareHint: {
    vi: 'Người có đường dẫn xem được giấy tờ này cho đến khi hết hạn hoặc bạn đóng lại. Mỗi lần xem đều được ghi lại cho bạn.',
    en: 'Whoever has the link can see this document until the time is over or you close it. Every look is written down for you.',
  },
  reader: { vi: 'Cho ai', en: 'With whom' },
  readerHint: { vi: 'Tên người hoặc cơ quan sẽ xem', en: 'Name of the person or body who will look' },
  purpose: { vi: 'Để làm gì', en: 'For what' },
  purposeHint: { vi: 'Ví dụ: nộp hồ sơ nhập học cho con', en: 'For example: enrolling my child at school' },
  time: { vi: 'Xem được trong bao lâu', en: 'For how long' },
  days: (n: string): Text => ({ vi: `${n} ngày`, en: n === '1' ? '1 day' : `${n} days` }),
  createLink: { vi: 'Tạo đường dẫn', en: 'Create the link' },
  created: (address: string): Text => ({
    vi: `Đường dẫn để gửi cho người xem (chỉ hiện một lần): ${address}`,
    en: `The link for the reader (shown only once): ${address}`,
  }),
  close: { vi: 'Đóng lại', en: 'Close' },
  closed: { vi: 'Đã đóng đường dẫn.', en: 'The link is closed.' },
  open: { vi: 'Đang mở', en: 'Open' },
  over: { vi: 'Đã hết hạn', en: 'Over' },
  revoked: { vi: 'Đã đóng', en: 'Closed' },
  sharedTitle: { vi: 'Giấy tờ được chia sẻ', en: 'A shared document' },
  sharedBy: { vi: 'Người chia sẻ', en: 'Shared by' },
  sharedNote: {
    vi: 'Chủ giấy tờ biết lúc bạn mở đường dẫn này. Chỉ dùng cho mục đích nêu trên.',
    en: 'The owner knows that you opened this link. Use it only for the purpose above.',
  },
} as const;
