/** The closing sheet of a copy or conversion on paper: what the law asks a copy to say of itself. */
import { vietnamClock, vietnamDay } from '../../../ground/text/dates.ts';
import { templates, type InputOf } from '../../typeset/index.ts';
import type { Head } from '../issuer.ts';
import type { Copy, CopyKind, Paper } from '../schema.ts';
import { copyKinds } from './rules.ts';

/** The template of the sheet. */
export const sheetTemplate = templates.copyStatement;

const statements: Readonly<Record<Exclude<CopyKind, 'printed-original'>, string>> = {
  conversion:
    'Bản giấy này được chuyển đổi từ văn bản điện tử có chữ ký số. Có thể xác minh bằng mã QR hoặc mã in dưới đây.',
  'full-copy': 'Sao y từ văn bản điện tử, toàn bộ nội dung, đúng như bản gốc.',
  extract: 'Trích sao từ văn bản điện tử, đúng như phần tương ứng của bản gốc.',
  'copy-of-copy': 'Sao lục từ bản sao y, toàn bộ nội dung.',
};

/** What stands on the sheet. The signer of a copy signs by hand, so only the gap for the name is printed. */
export function sheetOf(
  copy: Copy & { readonly kind: keyof typeof statements },
  paper: Pick<Paper, 'title' | 'symbol' | 'agency_name' | 'issued_on' | 'data'>,
  { head, check }: { readonly head: Omit<Head, 'agency'>; readonly check: string },
): InputOf<typeof sheetTemplate> {
  // Forms of civil status print no head: the agency's own stands for it.
  const { superior, place } = { ...head, ...paper.data };
  const converted = copy.kind === 'conversion';
  return {
    ...(typeof superior === 'string' && { superior }),
    agency: copy.agency_name,
    place: typeof place === 'string' ? place : head.place,
    date: copy.made_on,
    form: copyKinds[copy.kind].name.vi,
    statement: statements[copy.kind],
    ...(copy.symbol && { copyNumber: copy.symbol }),
    original: {
      title: paper.title,
      ...(paper.symbol && { number: paper.symbol }),
      issuer: paper.agency_name,
      ...(paper.issued_on && { issued: paper.issued_on }),
    },
    ...(copy.part && { part: copy.part }),
    reason: copy.reason,
    by: copy.by_name,
    made: `${vietnamDay(copy.made_at)}T${vietnamClock(copy.made_at)}`,
    code: copy.code,
    sha256: copy.hash,
    check,
    signer: {
      post: converted ? 'Người chuyển đổi' : 'Người có thẩm quyền sao',
      name: converted ? copy.by_name : '........................................',
      seal: 35,
    },
  };
}
