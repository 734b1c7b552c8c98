/** Words of the comparison with the national database. */
import type { Text } from '../../../ground/text/language.ts';
import type { AnswerState, Comparison } from './store.ts';

export const words = {
  title: { vi: 'Đối chiếu với danh mục quốc gia', en: 'Compared with the national catalogue' },
  hint: {
    vi: 'Mỗi đêm, danh mục ở đây được so với Cơ sở dữ liệu quốc gia về thủ tục hành chính. Không có gì tự thay đổi: bạn xem từng chỗ khác rồi quyết định.',
    en: 'Every night the catalogue here is compared with the national database of procedures. Nothing changes by itself: you look at each difference and decide.',
  },
  never: { vi: 'Chưa đối chiếu lần nào', en: 'There was no comparison yet' },
  none: { vi: 'Không có chỗ nào khác', en: 'There are no differences' },
  last: { vi: 'Lần đối chiếu gần nhất', en: 'Latest comparison' },
  listed: { vi: 'Thủ tục trong danh mục quốc gia', en: 'Procedures in the national list' },
  read: { vi: 'Đã đọc từng thủ tục', en: 'Read one by one' },
  begin: { vi: 'Đối chiếu ngay', en: 'Compare now' },
  begun: {
    vi: 'Đã bắt đầu đối chiếu. Kết quả hiện dần ở trang này.',
    en: 'The comparison has begun. What it finds appears on this page.',
  },
  code: { vi: 'Mã', en: 'Code' },
  name: { vi: 'Tên', en: 'Name' },
  state: { vi: 'Tình trạng', en: 'State' },
  checked: { vi: 'Hỏi lúc', en: 'Asked at' },
  here: { vi: 'Đang hiệu lực ở đây', en: 'In force here' },
  there: { vi: 'Danh mục quốc gia', en: 'The national catalogue' },
  same: { vi: 'Hai bên hiện giống nhau.', en: 'Both say the same now.' },
  kept: (parts: string): Text => ({
    vi: `Các mục đã soạn riêng ở đây được giữ nguyên và vào danh sách nghi vấn để bạn xem: ${parts}.`,
    en: `Parts that were worked out here stay as they are and come onto the work list of doubts: ${parts}.`,
  }),
  untouched: {
    vi: 'Biểu mẫu điện tử, quy trình nội bộ và mẫu kết quả không thay đổi.',
    en: 'The form, the internal process and the templates of results do not change.',
  },
  take: { vi: 'Lấy theo quốc gia thành phiên bản mới', en: 'Take it over as a new version' },
  add: { vi: 'Đưa thủ tục này vào danh mục', en: 'Add this procedure to the catalogue' },
  taken: { vi: 'Đã lập phiên bản mới theo danh mục quốc gia.', en: 'A new version was made.' },
  aside: { vi: 'Giữ nguyên như ở đây', en: 'Leave it as it is here' },
  setAside: {
    vi: 'Đã giữ nguyên. Chỗ này sẽ không hiện lại, trừ khi danh mục quốc gia đổi lần nữa.',
    en: 'It stays as it is. This is not shown again unless the national catalogue changes once more.',
  },
  reason: { vi: 'Vì sao giữ nguyên', en: 'Why it stays' },
  reasonNeeded: {
    vi: 'Hãy ghi vì sao giữ nguyên khi danh mục quốc gia ghi khác.',
    en: 'Say why it stays although the national catalogue says otherwise.',
  },
  movedOn: {
    vi: 'Chỗ này đã được xử lý, hoặc danh mục quốc gia vừa đổi. Hãy xem lại trang.',
    en: 'This was settled, or the national catalogue has just changed. Look at the page again.',
  },
  unreadable: {
    vi: 'Chưa đọc được thủ tục này từ cơ sở dữ liệu quốc gia. Hãy thử lại sau.',
    en: 'This procedure could not be read from the national database. Try again later.',
  },
  editorsOnly: {
    vi: 'Việc này dành cho biên tập viên danh mục.',
    en: 'This is for editors of the catalogue.',
  },
} as const;

export const stateWords: Readonly<Record<AnswerState, Text>> = {
  same: { vi: 'Giống nhau', en: 'The same' },
  differs: { vi: 'Có chỗ khác', en: 'Differs' },
  new: { vi: 'Quốc gia có, ở đây chưa có', en: 'New there, not here yet' },
  absent: { vi: 'Không còn trong danh mục quốc gia', en: 'No longer in the national catalogue' },
  unreadable: { vi: 'Chưa đọc được', en: 'Could not be read' },
};

export const troubleWords: Readonly<Record<NonNullable<Comparison['trouble']>, Text>> = {
  'no-answer': {
    vi: 'Cơ sở dữ liệu quốc gia chưa trả lời. Hệ thống sẽ tự hỏi lại.',
    en: 'The national database has not answered. It is asked again by itself.',
  },
  'short-list': {
    vi: 'Danh sách nhận được thiếu quá nhiều thủ tục, có thể bị đứt giữa chừng. Không kết luận thủ tục nào đã bãi bỏ.',
    en: 'The list lacks so many procedures that it may have broken off. No procedure is said to be abolished.',
  },
};
