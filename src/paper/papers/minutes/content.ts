/** What minutes say, in the order of the sample (Decree 30/2020, annex III, sample 1.9). */
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

type Signers = { readonly secretary: string; readonly chair: string };

/** Data of the template of documents that name their type: the secretary signs at the left, the chair at the right, recipients stand below. */
export const minutesData = (
  written: Written,
  { secretary, chair }: Signers,
  head: Head & { readonly notation: string },
): Readonly<Record<string, unknown>> => ({
  ...head,
  type: 'Biên bản',
  abstract: written.abstract,
  body: [
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
