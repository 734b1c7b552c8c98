/** Texts of batches. */
import type { Text } from '../../../ground/text/language.ts';

const say = (vi: string, en: string): Text => ({ vi, en });

export const batchWords = {
  title: say('Xử lý hàng loạt', 'Many at once'),
  recent: say('Các lần làm gần đây', 'Recent batches'),
  noRecent: say('Bạn chưa xử lý hàng loạt lần nào.', 'You have not done any batch yet.'),
  chosen: say('Xử lý các việc đã chọn', 'Do the selected ones'),
  allOfThese: say('Xử lý tất cả theo bộ lọc (tối đa 500)', 'Do all of this view (up to 500)'),
  none: say('Không có lần xử lý này.', 'There is no such batch.'),
  chooseSome: say('Hãy chọn ít nhất một việc.', 'Select at least one item.'),
  tooMany: say('Mỗi lần làm nhiều nhất 500 việc.', 'At most 500 items at a time.'),
  started: say('Lần xử lý này đã bắt đầu.', 'This batch was started already.'),
  notStarted: say('Lần xử lý này chưa bắt đầu.', 'This batch has not been started.'),
  chooseColleague: say('Hãy chọn người nhận việc.', 'Choose who gets the work.'),
  stateReason: say('Hãy nêu lý do.', 'State the reason.'),
  fault: say(
    'Chưa làm được vì hệ thống gặp lỗi. Hãy thử lại; nếu vẫn lỗi, báo người quản trị.',
    'It could not be done because of a fault. Try again; if it stays, tell the administrator.',
  ),
  shut: say(
    'Tài khoản của người làm đã bị khóa hoặc đóng, nên việc chưa được làm.',
    'The account of whoever asked for it was closed, so it was not done.',
  ),
  leftOut: (n: number): Text =>
    say(
      `${n} việc đã chọn không còn ở đây: đã xong, hoặc người khác đã nhận. Các việc còn lại ở dưới.`,
      `${n} of the selected items are left out: they are done, or somebody else has taken them. The others are below.`,
    ),
  doesNotFit: say('Thao tác này không dùng được cho việc này.', 'This act does not fit this work.'),
  whichAct: say('Làm gì với các việc này?', 'What shall be done with them?'),
  chooseAct: say('Hãy chọn việc cần làm.', 'Choose what shall be done.'),
  whichActField: say('việc cần làm', 'what to do'),
  fits: (n: number, of: number): Text => say(`phù hợp ${n} trên ${of} việc`, `fits ${n} of ${of} items`),
  note: say('Ghi chú hoặc lý do', 'Note or reason'),
  noteHint: say('Bắt buộc khi trả lại để làm lại.', 'Needed when papers are sent back.'),
  colleague: say('Giao cho (khi chuyển hoặc phân công)', 'To whom (when handing over)'),
  go: say('Bắt đầu', 'Start'),
  items: (n: number): Text => say(`${n} việc`, n === 1 ? '1 item' : `${n} items`),
  progress: say('Đã xử lý', 'Finished'),
  progressNote: (done: number, of: number): Text => say(`${done} trên ${of} việc`, `${done} of ${of} items`),
  keepsOn: say(
    'Máy chủ tự làm tiếp, kể cả khi bạn đóng trang này. Mỗi việc được ghi riêng: việc này lỗi không ảnh hưởng việc khác.',
    'The server goes on by itself, even if you close this page. Each item counts for itself: one that fails does not affect the others.',
  ),
  refresh: say('Xem tiến độ mới nhất', 'Show the latest progress'),
  result: say('Kết quả', 'Result'),
  waiting: say('Đang chờ', 'Waiting'),
  done: say('Đã xong', 'Done'),
  failed: say('Chưa làm được', 'Not done'),
  retry: (n: number): Text => say(`Làm lại ${n} việc chưa được`, `Try ${n} again`),
  retried: say('Đang làm lại.', 'Trying again.'),
  back: say('Về bàn làm việc', 'Back to the desk'),
} as const;
