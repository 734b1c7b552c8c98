/** What minutes say, in the order of the sample (Decree 30/2020, annex III, sample 1.9). */
import { formatDay } from '../../../ground/text/dates.ts';
import type { Head } from '../issuer.ts';
import type { Minutes, Paper } from '../schema.ts';

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

/** The two parts of minutes that are signed. */
export type MinutesPart = 'secretary' | 'chair';

type Parts = Pick<
  Minutes,
  'secretary_name' | 'secretary_for' | 'secretary_why' | 'chair_name' | 'chair_for' | 'chair_why'
>;

const parts: Readonly<Record<MinutesPart, { readonly post: string; readonly field: string }>> = {
  secretary: { post: 'Thư ký', field: 'secretary' },
  chair: { post: 'Chủ tọa', field: 'signer' },
};

/** What the minutes say where another signs in the place of who had the part at the meeting. */
const standInLines = (minutes: Parts): readonly string[] =>
  (['secretary', 'chair'] as const).flatMap((part) => {
    const was = minutes[`${part}_for`];
    return was === null
      ? []
      : [
          `Người ký thay ${parts[part].post.toLowerCase()} ${was}: ${minutes[`${part}_name`]}. Lý do: ${minutes[`${part}_why`] ?? ''}`,
        ];
  });

/**
 * The data of minutes with other signers than before. Who was secretary and chair at the meeting stays as it is: that is what happened; below
 * it stands who signs in their place, and why.
 */
export function signedBy(data: Paper['data'], before: Parts, after: Parts): Paper['data'] {
  const gone = new Set(standInLines(before));
  const body = Array.isArray(data['body']) ? (data['body'] as readonly { readonly text?: unknown }[]) : [];
  const places = (['secretary', 'chair'] as const).map((part) => {
    const { post, field } = parts[part];
    const isOther = after[`${part}_for`] !== null;
    const name = after[`${part}_name`];
    return [field, { post: isOther ? `Người ký thay ${post.toLowerCase()}` : post, name }] as const;
  });
  return {
    ...data,
    body: [
      ...body.filter(({ text }) => !gone.has(String(text))),
      ...standInLines(after).map((text) => ({ kind: 'paragraph', text })),
    ],
    ...Object.fromEntries(places),
  };
}

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
  signer: { post: parts.chair.post, name: chair },
  secretary: { post: parts.secretary.post, name: secretary },
});
