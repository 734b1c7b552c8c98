/** The ten national statuses in words (STANDARDS §3.2). */
import type { Text } from '../../ground/text/language.ts';

const statuses: readonly Text[] = [
  { vi: 'Mới đăng ký', en: 'Submitted' },
  { vi: 'Được tiếp nhận', en: 'Accepted' },
  { vi: 'Không được tiếp nhận', en: 'Not accepted' },
  { vi: 'Đang xử lý', en: 'In process' },
  { vi: 'Yêu cầu bổ sung giấy tờ', en: 'Supplement asked for' },
  { vi: 'Yêu cầu thực hiện nghĩa vụ tài chính', en: 'Payment asked for' },
  { vi: 'Công dân yêu cầu rút hồ sơ', en: 'Withdrawn' },
  { vi: 'Dừng xử lý', en: 'Stopped' },
  { vi: 'Đã xử lý xong', en: 'Decided' },
  { vi: 'Đã trả kết quả', en: 'Returned' },
];

/** The name of a status, from 1 to 10. */
export const statusName = (status: number): Text => statuses[status - 1] ?? { vi: '', en: '' };
