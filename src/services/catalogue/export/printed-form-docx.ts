/** The printed form as a Word document (DOCX), for those who fill it in on a computer: the same lines as the PDF (B3; layout of Decree 30/2020). */
import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  LeaderType,
  Packer,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx';
import type { BlankForm } from './printed-form.ts';

const mm = convertMillimetersToTwip;
/** A4 with the margins of Decree 30/2020: 20 mm above, below and right, 30 mm left. */
const page = {
  size: { width: mm(210), height: mm(297) },
  margin: { top: mm(20), bottom: mm(20), left: mm(30), right: mm(20) },
};
const WRITING_WIDTH = mm(160);
/** Sizes are in half points. */
const BODY = 26;

const words = (text: string, style: { readonly bold?: boolean; readonly italics?: boolean } = {}): TextRun =>
  new TextRun({ text, ...style });

const centred = (
  text: string,
  style: { readonly bold?: boolean; readonly italics?: boolean } = {},
  after = 0,
): Paragraph =>
  new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after }, children: [words(text, style)] });

/** A label and dots up to the right margin: a tab stop with a leader, so that typing on the line moves nothing. */
const lineToFill = (label: string): Paragraph =>
  new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: WRITING_WIDTH, leader: LeaderType.DOT }],
    spacing: { after: 80 },
    children: [words(`${label}: `), words('\t')],
  });

const heading = (text: string): Paragraph =>
  new Paragraph({
    keepNext: true,
    spacing: { before: 160, after: 80 },
    children: [words(text, { bold: true })],
  });

const questions = (answers: BlankForm['answers']): readonly Paragraph[] =>
  answers.flatMap(({ section, label }, i) => [
    ...(section === answers[i - 1]?.section ? [] : [heading(section)]),
    lineToFill(label),
  ]);

const attached = (files: readonly string[]): readonly Paragraph[] =>
  files.length === 0
    ? []
    : [
        heading('Giấy tờ kèm theo'),
        ...files.map((name, i) => new Paragraph({ children: [words(`${i + 1}. ${name}`)] })),
      ];

const signatureBlock = (place: string): readonly Paragraph[] =>
  [
    words(`${place}, ngày ..... tháng ..... năm ..........`, { italics: true }),
    words('NGƯỜI LÀM ĐƠN', { bold: true }),
    words('(Ký, ghi rõ họ tên)', { italics: true }),
  ].map(
    (run, i) =>
      new Paragraph({
        alignment: AlignmentType.CENTER,
        indent: { left: mm(75) },
        keepNext: true,
        ...(i === 0 && { spacing: { before: 240 } }),
        children: [run],
      }),
  );

/** The bytes of the document. */
export async function wordDocument({
  title,
  procedure,
  to,
  answers,
  commitment,
  files,
  place,
}: BlankForm): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator: 'Toàn Trình',
    styles: {
      default: { document: { run: { font: 'Times New Roman', size: BODY, language: { value: 'vi-VN' } } } },
    },
    sections: [
      {
        properties: { page },
        children: [
          centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { bold: true }),
          centred('Độc lập - Tự do - Hạnh phúc', { bold: true }, 240),
          centred(title.toLocaleUpperCase('vi'), { bold: true }),
          centred(`(Thủ tục: ${procedure})`, { italics: true }),
          centred(`Kính gửi: ${to}`, {}, 160),
          ...questions(answers),
          ...attached(files),
          ...(commitment ? [new Paragraph({ spacing: { before: 160 }, children: [words(commitment)] })] : []),
          ...signatureBlock(place),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}
