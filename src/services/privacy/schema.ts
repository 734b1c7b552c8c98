/** Requests about personal data (yêu cầu về dữ liệu cá nhân; Law 91/2025/QH15, Decree 356/2025/NĐ-CP). */
import type { Text } from '../../ground/text/language.ts';

/** Chỉnh sửa, xóa, hạn chế xử lý, phản đối xử lý. */
export const requestKinds = ['correction', 'erasure', 'restriction', 'objection'] as const;
export type RequestKind = (typeof requestKinds)[number];

/** What somebody asks about the data held of them. */
export type DataRequest = {
  readonly id: string;
  readonly code: string;
  readonly person: string;
  /** Name of the person, as the officer sees it. */
  readonly name: string;
  readonly kind: RequestKind;
  /** What data it is about, by the name under which they were shown. */
  readonly about: string;
  readonly wish: string;
  /** Whose data steward decides. */
  readonly agency: string;
  readonly state: 'open' | 'granted' | 'refused';
  readonly opened_at: Date;
  readonly due_at: Date;
  readonly decided_at: Date | null;
  readonly decided_by: string | null;
  readonly answer: string | null;
};

export type PrivacyTables = { 'privacy.requests': DataRequest & { tenant: number } };

export const kindName: Readonly<Record<RequestKind, Text>> = {
  correction: { vi: 'Chỉnh sửa', en: 'Correct' },
  erasure: { vi: 'Xóa', en: 'Erase' },
  restriction: { vi: 'Hạn chế xử lý', en: 'Restrict the use' },
  objection: { vi: 'Phản đối việc xử lý', en: 'Object to a use' },
};

export const stateName: Readonly<Record<DataRequest['state'], Text>> = {
  open: { vi: 'Đang xem xét', en: 'Being considered' },
  granted: { vi: 'Đã thực hiện', en: 'Done' },
  refused: { vi: 'Không thực hiện được', en: 'Refused' },
};
