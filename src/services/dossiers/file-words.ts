/** What officers read of the files of a dossier. */
import type { Text } from '../../ground/text/language.ts';

/** What the look for marks of secrecy says of a file, to officers. */
export const secrecyWords = {
  refused: { vi: 'Có dấu mật: đã từ chối và xóa', en: 'Mark of secrecy: refused and erased' },
  looking: { vi: 'Đang tìm dấu mật', en: 'Being looked through for marks of secrecy' },
  'reading-on': { vi: 'Đang tìm dấu mật ở các trang sau', en: 'Its later pages are being looked through' },
  unread: { vi: 'Chưa đọc được để tìm dấu mật', en: 'Could not be read for marks of secrecy' },
  'partly-read': { vi: 'Mới đọc một phần để tìm dấu mật', en: 'Read in part for marks of secrecy' },
} as const satisfies Readonly<Record<string, Text>>;

/** What the virus scan says of a file that is not known to be clean. */
export const scanWords = {
  waiting: { vi: 'Đang quét vi-rút', en: 'Being scanned' },
  infected: { vi: 'Có mã độc', en: 'Malware found' },
  unscanned: { vi: 'Chưa quét vi-rút', en: 'Not scanned for viruses' },
} as const satisfies Readonly<Record<string, Text>>;
