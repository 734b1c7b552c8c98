/**
 * Copies are four different acts with their own rules, never one function (issue 5, point 6):
 * sao y, trích sao and sao lục of an agency's documents (Decree 30/2020 art. 25–27), the conversion of an electronic result
 * to paper (Decree 137/2024), and the sealed print of a leader-signed file (Decree 30/2020 art. 17: a paper original).
 * Certification by a certifying authority (chứng thực) is a procedure of its own, with its fee, and not here.
 */
import type { FieldError } from '../../../ground/operate/errors.ts';
import type { Text } from '../../../ground/text/language.ts';
import type { Copy, CopyKind, Paper } from '../schema.ts';

/** What is asked for. */
export type CopyWish = {
  readonly kind: CopyKind;
  readonly part: string | null;
  readonly ofCopy: string | null;
};

/** Name, abbreviation in the book (Decree 30/2020, annex III), and what it is. */
export const copyKinds: Readonly<
  Record<CopyKind, { readonly name: Text; readonly book: 'SY' | 'TrS' | 'SL' | null; readonly is: Text }>
> = {
  'printed-original': {
    name: { vi: 'Bản gốc giấy (in, đóng dấu)', en: 'Paper original (printed and sealed)' },
    book: null,
    is: {
      vi: 'Tệp có chữ ký của người có thẩm quyền được in ra và đóng dấu của cơ quan bằng tay.',
      en: 'The file signed by the leader was printed and sealed by hand.',
    },
  },
  conversion: {
    name: { vi: 'Chuyển đổi sang bản giấy', en: 'Conversion to paper' },
    book: null,
    is: {
      vi: 'Kết quả điện tử được in ra giấy với mã xác minh riêng, có tên người và thời điểm chuyển đổi.',
      en: 'The electronic result is printed with a code of its own, who converted it and when.',
    },
  },
  'full-copy': {
    name: { vi: 'Sao y', en: 'Full copy' },
    book: 'SY',
    is: {
      vi: 'Chụp lại toàn bộ văn bản, thể thức như bản gốc.',
      en: 'The whole document, in its own form.',
    },
  },
  extract: {
    name: { vi: 'Trích sao', en: 'Extract' },
    book: 'TrS',
    is: { vi: 'Chỉ phần nội dung cần trích của bản gốc.', en: 'Only the part that is needed.' },
  },
  'copy-of-copy': {
    name: { vi: 'Sao lục', en: 'Copy of a copy' },
    book: 'SL',
    is: { vi: 'Sao lại toàn bộ một bản sao y.', en: 'The whole of a full copy, copied again.' },
  },
};

type Standing = Pick<Paper, 'state' | 'issued_at' | 'signed_at'>;

const says = (field: string, vi: string, en: string): FieldError => ({ field, message: { vi, en } });

/** What stands against making this of a paper; empty when nothing does. `earlier` are the copies that exist. */
export function copyProblems(
  paper: Standing,
  { kind, part, ofCopy }: CopyWish,
  earlier: readonly Pick<Copy, 'id' | 'kind'>[],
): readonly FieldError[] {
  if (kind === 'printed-original') {
    if (paper.signed_at === null)
      return [
        says('kind', 'Văn bản chưa được ký nên chưa in đóng dấu được.', 'The paper has not been signed.'),
      ];
    if (earlier.some((one) => one.kind === kind))
      return [says('kind', 'Bản gốc giấy đã được ghi nhận.', 'A paper original is recorded already.')];
  } else if (paper.issued_at === null)
    return [
      says('kind', 'Chỉ sao hoặc chuyển đổi văn bản đã phát hành.', 'Only an issued paper can be copied.'),
    ];
  if (paper.state === 'revoked' || paper.state === 'superseded')
    return [
      says(
        'kind',
        'Văn bản đã bị thu hồi hoặc thay thế nên không sao, không chuyển đổi được.',
        'The paper was revoked or replaced: it cannot be copied or converted.',
      ),
    ];
  if (kind === 'extract' && !part?.trim())
    return [says('part', 'Hãy ghi rõ phần được trích.', 'Say which part is extracted.')];
  if (kind === 'copy-of-copy' && !earlier.some((one) => one.id === ofCopy && one.kind === 'full-copy'))
    return [
      says(
        'ofCopy',
        'Sao lục chỉ thực hiện từ một bản sao y. Hãy chọn bản sao y.',
        'Choose the full copy that is copied again.',
      ),
    ];
  return [];
}
