/** Parts that walks have in common. */
import type { Answers } from '../../../work/forms/index.ts';
import type { Step } from '../walk.ts';

/** Said while the files are being looked through for malware. */
export const BEING_CHECKED = 'Tệp bạn gửi đang được kiểm tra';

/** From sign-in to submission. */
export const submitted = (answers: Answers): readonly Step[] => [
  { who: 'citizen', does: 'signs in and begins', press: ['Bắt đầu khai', 'Khai lại từ đầu'] },
  { who: 'citizen', does: 'answers what the state does not know yet', answers },
  {
    who: 'citizen',
    does: 'checks the answers and submits',
    press: 'Nộp hồ sơ',
    fill: { returnWay: 'online' },
    againWhile: BEING_CHECKED,
    leaves: 'submitted',
  },
];

/** The one-stop unit takes it in. */
export const accepted: Step = {
  who: 'counter',
  does: 'accepts the complete dossier',
  follow: 'Tiếp nhận',
  press: 'Tiếp nhận',
  leaves: 'accepted',
};

/** The leader says who does it. */
export const assigned: Step = {
  who: 'leader',
  does: 'assigns the dossier',
  follow: 'Phân công thụ lý',
  press: 'Hoàn thành',
  fill: { finding: 'Giao Phòng Kinh tế thẩm định.' },
  leaves: 'processing',
};

/** The case officer proposes to grant it. */
export const drafted: Step = {
  who: 'case officer',
  does: 'drafts the result and proposes it',
  follow: 'Dự thảo kết quả',
  press: 'Trình lãnh đạo ký',
  fill: { kind: 'grant' },
  leaves: 'processing',
};

/** The proposal goes on by itself when another authority has given the number that the result must carry. */
export const numbered = (from: string): Step => ({
  who: 'case officer',
  does: `waits until the number has come from the ${from}`,
  until: 'Ký duyệt kết quả',
  leaves: 'processing',
});

/** Signature, number and seal, return. */
export const decided: readonly Step[] = [
  {
    who: 'leader',
    does: 'reads and signs',
    follow: 'Ký duyệt kết quả',
    press: 'Ký số',
    leaves: 'processing',
  },
  {
    who: 'clerk',
    does: 'numbers, seals and issues',
    follow: 'Cấp số, đóng dấu',
    press: 'Cấp số và đóng dấu',
    leaves: 'decided',
  },
  {
    who: 'counter',
    does: 'returns the result',
    follow: 'Trả kết quả',
    press: 'Xác nhận đã trả',
    leaves: 'returned',
  },
];
