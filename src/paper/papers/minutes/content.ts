/** What minutes say, in the order of the sample (Decree 30/2020, annex III, sample 1.9). */
import { formatDay } from '../../../ground/text/dates.ts';
import type { Head } from '../issuer.ts';

/** What the secretary writes. */
export type Written = {
  readonly abstract: string;
  readonly begins: string;
  readonly where: string;
  readonly present: string;
  readonly content: string;
  readonly ends: string;
  readonly recipients: string;
};

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The issued minutes that new ones correct: named in the text, since whoever reads the new ones has to know (Decree 30/2020 art. 18). */
export type Corrected = { readonly symbol: string; readonly issuedOn: string; readonly error: string };

type Signers = { readonly secretary: string; readonly chair: string };

/** Data of the template of documents that name their type: the secretary signs at the left, the chair at the right, recipients stand below. */
export const minutesData = (
  written: Written,
  { secretary, chair }: Signers,
  head: Head & { readonly notation: string },
  corrects: Corrected | null = null,
): Readonly<Record<string, unknown>> => ({
  ...head,
  type: 'Biên bản',
  abstract: written.abstract,
  body: [
    ...(corrects
      ? [
          `Biên bản này thay thế Biên bản số ${corrects.symbol} ngày ${formatDay(corrects.issuedOn, 'vi')}.`,
          `Lý do thay thế: ${corrects.error}`,
        ]
      : []),
    `Thời gian bắt đầu: ${written.begins}`,
    `Địa điểm: ${written.where}`,
    ...linesOf(written.present).map((line, i) => (i === 0 ? `Thành phần tham dự: ${line}` : line)),
    `Chủ trì (chủ tọa): ${chair}`,
    `Thư ký (người ghi biên bản): ${secretary}`,
    'Nội dung (theo diễn biến cuộc họp):',
    ...linesOf(written.content),
    `Cuộc họp kết thúc vào ${written.ends}`,
  ].map((text) => ({ kind: 'paragraph', text })),
  recipients: linesOf(written.recipients),
  signer: { post: 'Chủ tọa', name: chair },
  secretary: { post: 'Thư ký', name: secretary },
});
