/** What each step of a paper's record means to people. */
import type { Text } from '../../../ground/text/language.ts';
import { copyKinds } from '../copies/rules.ts';

export const stepNames: Readonly<Record<string, Text>> = {
  'paper.draft': { vi: 'Dự thảo', en: 'Drafted' },
  'paper.reopen': { vi: 'Phải ký lại', en: 'To be signed again' },
  'desk.inherit': { vi: 'Chuyển đến cơ quan kế thừa', en: 'Passed to the successor' },
  'paper.sign': { vi: 'Người có thẩm quyền ký', en: 'Signed' },
  'paper.end-draft': { vi: 'Không ký', en: 'Not signed' },
  'paper.name-signer': { vi: 'Chọn người khác ký', en: 'Another signer named' },
  'paper.rewrite': { vi: 'Lập lại', en: 'Written anew' },
  'paper.drop': { vi: 'Không lập lại', en: 'Not written anew' },
  'paper.sign-first': { vi: 'Thư ký ký', en: 'Signed by the secretary' },
  'paper.data': { vi: 'Cơ quan ký số dữ liệu', en: 'Data signed by the agency' },
  'paper.data-stamp': { vi: 'Dữ liệu được cấp dấu thời gian', en: 'Data stamped with the time' },
  'paper.number': { vi: 'Cấp số', en: 'Numbered' },
  'paper.issue': { vi: 'Ban hành', en: 'Issued' },
  'paper.annex': { vi: 'Thêm phụ lục', en: 'Annex attached' },
  'paper.annex-remove': { vi: 'Bỏ phụ lục', en: 'Annex taken away' },
  'paper.renew': { vi: 'Gia hạn bằng chứng chữ ký', en: 'Evidence of signatures renewed' },
  'paper.end': { vi: 'Thu hồi hoặc thay thế', en: 'Revoked or replaced' },
  ...Object.fromEntries(Object.entries(copyKinds).map(([kind, { name }]) => [`paper.${kind}`, name])),
};
