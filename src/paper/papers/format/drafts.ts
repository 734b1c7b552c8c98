/** A drafted decision as a Word file, with anything in it replaced; for tests. */
import {
  AlignmentType,
  Document,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';

export type Letters = {
  readonly size: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly font?: string;
  readonly color?: string;
};

type Part =
  | 'country'
  | 'motto'
  | 'agency'
  | 'number'
  | 'placeAndDate'
  | 'type'
  | 'bases'
  | 'body'
  | 'recipientsWord'
  | 'recipients'
  | 'signer';

/** What a draft says and how it looks; every entry may be replaced by a test. */
export const decision = {
  margins: { top: 20, bottom: 20, left: 30, right: 15 },
  country: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  agency: 'ỦY BAN NHÂN DÂN TỈNH SÔNG LAM',
  number: 'Số:      /QĐ-UBND',
  placeAndDate: 'Sông Lam, ngày 05 tháng 01 năm 2026',
  type: 'QUYẾT ĐỊNH',
  abstract: 'Về việc thành lập Tổ công tác chuyển đổi số',
  bases: [
    'Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;',
    'Theo đề nghị của Giám đốc Sở Khoa học và Công nghệ.',
  ],
  body: [
    'Điều 1. Thành lập Tổ công tác chuyển đổi số của tỉnh Sông Lam.',
    'Điều 2. Quyết định này có hiệu lực kể từ ngày ký.',
    'Điều 3. Thủ trưởng các cơ quan có liên quan chịu trách nhiệm thi hành Quyết định này./.',
  ],
  recipients: ['- Như Điều 3;', '- Văn phòng Chính phủ (để báo cáo);', '- Lưu: VT, KGVX.'],
  authority: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
  name: 'Lê Ví Dụ',
  indent: 12.7,
  /** Points between paragraphs, lines from line to line, and whether the content is even at both margins. */
  gap: 6,
  spacing: 1.15,
  justified: true,
  colour: 'auto',
  /** Whether the header asks for the number of the page. */
  numbered: true,
  font: 'Times New Roman',
  letters: {
    country: { size: 12, bold: true },
    motto: { size: 13, bold: true },
    agency: { size: 12, bold: true },
    number: { size: 13 },
    placeAndDate: { size: 13, italics: true },
    type: { size: 14, bold: true },
    bases: { size: 14, italics: true },
    body: { size: 14 },
    recipientsWord: { size: 12, bold: true, italics: true },
    recipients: { size: 11 },
    signer: { size: 14, bold: true },
  } as Readonly<Record<Part, Letters>>,
};

const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);

/** The draft as a `.docx`. */
export async function written(draft: typeof decision): Promise<Buffer> {
  const { letters, font } = draft;
  const run = (text: string, { size, ...rest }: Letters) =>
    new TextRun({ text, font, size: size * 2, ...rest });
  const centred = (text: string, look: Letters) =>
    new Paragraph({ alignment: AlignmentType.CENTER, children: [run(text, look)] });
  const flowing = (text: string, look: Letters) =>
    new Paragraph({
      alignment: draft.justified ? AlignmentType.JUSTIFIED : AlignmentType.LEFT,
      indent: { firstLine: twips(draft.indent) },
      spacing: { after: draft.gap * 20, line: draft.spacing * 240 },
      children: [run(text, { ...look, color: draft.colour })],
    });
  const beside = (left: Paragraph[], right: Paragraph[]) =>
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [
        new TableRow({ children: [new TableCell({ children: left }), new TableCell({ children: right })] }),
      ],
    });
  const { top, bottom, left, right } = draft.margins;
  return Packer.toBuffer(
    new Document({
      sections: [
        {
          properties: {
            page: {
              size: { width: twips(210), height: twips(297) },
              margin: { top: twips(top), bottom: twips(bottom), left: twips(left), right: twips(right) },
            },
          },
          headers: {
            default: new Header({
              children: [
                new Paragraph({
                  children: draft.numbered ? [new TextRun({ children: [PageNumber.CURRENT] })] : [],
                }),
              ],
            }),
          },
          children: [
            beside(
              [centred(draft.agency, letters.agency), centred(draft.number, letters.number)],
              [
                centred(draft.country, letters.country),
                centred(draft.motto, letters.motto),
                centred(draft.placeAndDate, letters.placeAndDate),
              ],
            ),
            centred(draft.type, letters.type),
            centred(draft.abstract, letters.type),
            ...draft.bases.map((text) => flowing(text, letters.bases)),
            ...draft.body.map((text) => flowing(text, letters.body)),
            beside(
              [
                new Paragraph({ children: [run('Nơi nhận:', letters.recipientsWord)] }),
                ...draft.recipients.map(
                  (text) => new Paragraph({ children: [run(text, letters.recipients)] }),
                ),
              ],
              [...draft.authority, '', draft.name].map((text) => centred(text, letters.signer)),
            ),
          ],
        },
      ],
    }),
  );
}
