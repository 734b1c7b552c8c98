/** Words of the pages of figures. */
import type { Text } from '../../ground/text/language.ts';

export const words = {
  title: { vi: 'Số liệu giải quyết hồ sơ', en: 'Figures on dossiers' },
  month: { vi: 'Tháng', en: 'Month' },
  agency: { vi: 'Cơ quan', en: 'Agency' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  day: { vi: 'Ngày', en: 'Day' },
  onTimeShare: { vi: 'Đúng hạn', en: 'On time' },
  none: { vi: 'Tháng này chưa có hồ sơ nào.', en: 'No dossiers in this month yet.' },
  nothing: { vi: 'Không có hồ sơ nào mà bạn được xem.', en: 'No dossiers that you may see.' },
  byAgency: { vi: 'Theo cơ quan', en: 'By agency' },
  byProcedure: { vi: 'Theo thủ tục', en: 'By procedure' },
  byDay: { vi: 'Theo ngày', en: 'By day' },
  mostLate: { vi: 'Nơi trễ hạn nhiều nhất', en: 'Where most are late' },
  openNow: { vi: 'Đang chờ, ngay lúc này', en: 'Waiting right now' },
  code: { vi: 'Mã hồ sơ', en: 'Code' },
  at: { vi: 'Lúc', en: 'At' },
  otherAgency: { vi: 'Cơ quan không thuộc tỉnh', en: 'Agencies outside of the province' },
  told: {
    vi: 'Hệ thống khác giữ những hồ sơ này; số liệu theo đúng những gì hệ thống đó đã báo.',
    en: 'Other systems keep these dossiers; the figures follow what those systems have told.',
  },
  kept: {
    vi: 'Số liệu được ghi cùng lúc với từng việc, không chờ tổng hợp.',
    en: 'The figures are written together with each act; nothing waits for a report.',
  },
} satisfies Record<string, Text>;
