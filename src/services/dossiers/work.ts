/** Work items of dossiers: what they all say, and which of them no token of a process stands behind. */
import type { Text } from '../../ground/text/language.ts';
import type { Work } from '../../work/desk/index.ts';
import type { Dossier } from './schema.ts';

/** What every work item about a dossier says; who must do what until when is added. */
export const workOf = (
  dossier: Pick<Dossier, 'id' | 'code' | 'title' | 'applicant' | 'applicant_name'>,
): Pick<
  Work,
  'item' | 'room' | 'unit' | 'holder' | 'party' | 'code' | 'title' | 'subject' | 'paused_for'
> => ({
  item: dossier.id,
  room: 'dossiers',
  unit: null,
  holder: null,
  party: dossier.applicant,
  code: dossier.code,
  title: dossier.title,
  subject: dossier.applicant_name,
  paused_for: null,
});

/** In place of a token: handing over what remains when the process itself is over (approval by silence). */
export const BESIDE_PROCESS = 'ngoai-quy-trinh';

/** The token that a work item refers to; null where it stands beside the process. */
export const tokenOf = ({ ref }: Pick<Work, 'ref'>): number | null =>
  ref !== null && /^\d+$/.test(ref) ? Number(ref) : null;

/** Kinds of work behind which no officer's step stands: somebody answers for it that it goes on. */
export const AWAIT_MESSAGE = 'await-message';
export const AWAIT_TIME = 'await-time';
export const AWAIT_SERVICE = 'await-service';

/** What is done at each kind of work. */
export const kindNames: Readonly<Record<string, Text>> = {
  accept: { vi: 'Kiểm tra, tiếp nhận hồ sơ', en: 'Check and accept' },
  'ask-supplement': { vi: 'Gửi yêu cầu bổ sung', en: 'Send the request for supplement' },
  check: { vi: 'Kiểm tra, chuyển hồ sơ', en: 'Check and pass on' },
  assign: { vi: 'Phân công thụ lý', en: 'Assign' },
  appraise: { vi: 'Thẩm định hồ sơ', en: 'Appraise' },
  inspect: { vi: 'Kiểm tra thực địa', en: 'Inspect on site' },
  opinion: { vi: 'Trả lời ý kiến', en: 'Give an opinion' },
  draft: { vi: 'Dự thảo kết quả', en: 'Draft the result' },
  sign: { vi: 'Ký kết quả', en: 'Sign the result' },
  seal: { vi: 'Cấp số, đóng dấu', en: 'Number and seal' },
  return: { vi: 'Trả kết quả', en: 'Return the result' },
  warning: { vi: 'Cảnh báo hạn', en: 'Warning about the date' },
  [AWAIT_MESSAGE]: { vi: 'Chờ tin', en: 'Waits for a message' },
  [AWAIT_TIME]: { vi: 'Chờ đến giờ', en: 'Waits for a time' },
  [AWAIT_SERVICE]: { vi: 'Hệ thống đang làm', en: 'The platform does it' },
  apologise: { vi: 'Xin lỗi, hẹn lại', en: 'Apologise and set a new date' },
};

/** The name of a step where it is one of ours; null: as the agency calls it in its process, which is in no other language. */
export const ownName = ({ kind, step }: Pick<Work, 'kind' | 'step'>): Text | null => {
  const name = kindNames[kind];
  return name?.vi === step ? name : null;
};
