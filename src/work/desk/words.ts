/** Texts of the desk. */
import type { Text } from '../../ground/text/language.ts';

export const words = {
  title: { vi: 'Việc chờ tôi', en: 'Waiting for me' },
  code: { vi: 'Mã', en: 'Code' },
  work: { vi: 'Việc, người nộp', en: 'Work, applicant' },
  step: { vi: 'Bước', en: 'Step' },
  due: { vi: 'Hạn', en: 'Due' },
  move: { vi: 'di chuyển', en: 'move' },
  open: { vi: 'mở', en: 'open' },
  find: { vi: 'tìm', en: 'search' },
  lateCount: { vi: 'Quá hạn', en: 'Overdue' },
  todayCount: { vi: 'Đến hạn hôm nay', en: 'Due today' },
  pausedCount: { vi: 'Đang tạm dừng có lý do', en: 'Paused with a reason' },
  openCount: { vi: 'Tất cả', en: 'All' },
  all: { vi: 'Tất cả', en: 'All' },
  mine: { vi: 'Của riêng tôi', en: 'Mine' },
  pool: { vi: 'Chờ người nhận', en: 'To be taken' },
  searchLabel: { vi: 'Tìm theo mã, tên việc, người nộp', en: 'Search code, work or applicant' },
  empty: { vi: 'Không có việc nào đang chờ', en: 'Nothing is waiting' },
  emptyHint: { vi: 'Việc mới sẽ tự hiện ở đây.', en: 'New work will appear here by itself.' },
  hours: (n: number): Text => ({ vi: `${n} giờ`, en: n === 1 ? '1 hour' : `${n} hours` }),
  days: (n: number): Text => ({ vi: `${n} ngày`, en: n === 1 ? '1 day' : `${n} days` }),
  late: (span: Text): Text => ({ vi: `Trễ ${span.vi}`, en: `${span.en} late` }),
  left: (span: Text): Text => ({ vi: `Còn ${span.vi}`, en: `${span.en} left` }),
} as const;
