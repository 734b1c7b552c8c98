/**
 * Tells a drafter what of a document breaks Decree 30/2020, with the place in the decree, before anyone signs it.
 * Data of a template is judged by its words: places and sizes are kept by the layouts. A finished document, from wherever it comes, is
 * judged by its words and by how it looks.
 */
import {
  abstractFindings,
  annexFindings,
  basesFindings,
  citationFindings,
  numberingFindings,
  typeFindings,
} from './format/content.ts';
import { agencyFindings, mottoFindings, numberFindings, placeAndDateFindings } from './format/head.ts';
import { fold } from '../../ground/text/fold.ts';
import { documentTypes } from './document-types.ts';
import { lookFindings } from './format/look.ts';
import { DECREE, type Finding, type Paper } from './format/paper.ts';
import { recognise } from './format/recognise.ts';
import type { Sheet } from './format/sheet.ts';
import {
  authorityFindings,
  recipientFindings,
  signerNameFindings,
  stampFindings,
} from './format/signature.ts';

export type { Line, Margins, Setting, Sheet } from './format/sheet.ts';
export { type Finding, type Paper, paperOfLetter, paperOfNamedDocument } from './format/paper.ts';

/** The components that every document has (art. 8.2); signature and seal come later. */
const COMPONENTS: readonly (readonly [keyof Paper, string, string, (paper: Paper) => boolean])[] = [
  ['agency', 'tên cơ quan ban hành', 'the issuing agency', ({ agency }) => blank(agency)],
  ['number', 'số, ký hiệu', 'number and notation', ({ number }) => blank(number)],
  [
    'placeAndDate',
    'địa danh và thời gian ban hành',
    'place and date',
    ({ placeAndDate }) => blank(placeAndDate),
  ],
  [
    'abstract',
    'trích yếu nội dung',
    'the abstract',
    ({ abstract }) => blank(abstract?.replace(/^V\/v/u, '')),
  ],
  ['body', 'nội dung', 'the content', ({ body }) => body === undefined || body.length === 0],
  ['signer', 'chức vụ người ký', 'the post of the signer', ({ signer }) => blank(signer?.post)],
  ['signer', 'họ tên người ký', 'the name of the signer', ({ signer }) => blank(signer?.name)],
  [
    'recipients',
    'nơi nhận',
    'the recipients',
    ({ recipients }) => recipients === undefined || recipients.length === 0,
  ],
];

/** These types have samples without an abstract (annex III, samples 1.8 and 1.10). */
const WITHOUT_ABSTRACT: ReadonlySet<string> = new Set(['GIẤY GIỚI THIỆU', 'GIẤY NGHỈ PHÉP']);

const blank = (words: string | undefined): boolean => words === undefined || words.trim() === '';

function missingComponents(paper: Paper): readonly Finding[] {
  const free = WITHOUT_ABSTRACT.has(paper.type?.toLocaleUpperCase('vi') ?? '');
  return COMPONENTS.filter(([part, , , missing]) => missing(paper) && !(free && part === 'abstract')).map(
    ([part, vi, en]) => ({
      kind: 'wrong',
      part,
      article: `${DECREE}, Điều 8, khoản 2`,
      message: { vi: `Văn bản còn thiếu ${vi}.`, en: `The document lacks ${en}.` },
    }),
  );
}

/** Everything found, in the order of the paper. A document without findings may still be wrong in what it says. */
export const checkFormat = (paper: Paper): readonly Finding[] =>
  [
    missingComponents,
    mottoFindings,
    agencyFindings,
    numberFindings,
    placeAndDateFindings,
    typeFindings,
    abstractFindings,
    basesFindings,
    numberingFindings,
    citationFindings,
    authorityFindings,
    signerNameFindings,
    recipientFindings,
    stampFindings,
    annexFindings,
  ].flatMap((rule) => rule(paper));

/** Types of legal normative documents, to which the decree does not apply. */
const NORMATIVE = /^(?:LUẬT|BỘ LUẬT|PHÁP LỆNH|NGHỊ ĐỊNH|THÔNG TƯ|THÔNG TƯ LIÊN TỊCH|VĂN BẢN HỢP NHẤT)$/u;

const noHead: Finding = {
  kind: 'wrong',
  part: 'motto',
  article: `${DECREE}, Điều 8, khoản 2`,
  message: {
    vi: 'Không thấy Quốc hiệu, số, ký hiệu, địa danh và thời gian ở đầu trang thứ nhất: đây chưa phải là một văn bản hành chính.',
    en: 'There is no name of the country, number, place or date at the top of the first page: this is no administrative document yet.',
  },
};

/** A type that the decree does not know, such as a permit: another text may prescribe its form, so only the head is judged. */
const otherForm = ({ type, motto, agency, placeAndDate }: Paper): readonly Finding[] => [
  {
    kind: 'advice',
    part: 'type',
    article: `${DECREE}, Điều 7`,
    message: {
      vi: `“${type}” không có trong 29 loại văn bản hành chính. Nếu mẫu này do văn bản khác quy định thì làm theo mẫu đó; ở đây chỉ kiểm tra phần đầu và trang giấy.`,
      en: `“${type}” is not one of the 29 types of administrative documents. If another text prescribes this form, follow that text; only the head and the page are checked here.`,
    },
  },
  ...[mottoFindings, agencyFindings, placeAndDateFindings].flatMap((rule) =>
    rule({ ...(motto && { motto }), ...(agency && { agency }), ...(placeAndDate && { placeAndDate }) }),
  ),
];

/** Everything found in a finished document: what is missing or wrong in its words, then how it looks. */
export function checkSheet(sheet: Sheet): readonly Finding[] {
  const recognised = recognise(sheet);
  const { paper, parts } = recognised;
  if (NORMATIVE.test(paper.type ?? ''))
    return [
      {
        kind: 'advice',
        part: 'type',
        article: `${DECREE}, Điều 1`,
        message: {
          vi: `“${paper.type}” là văn bản quy phạm pháp luật; thể thức không theo Nghị định này.`,
          en: `“${paper.type}” is a legal normative document; the decree does not rule its format.`,
        },
      },
    ];
  const { country, motto, number, placeAndDate } = parts;
  if ([country, motto, number, placeAndDate].every(({ length }) => length === 0)) return [noHead];
  const { motto: lines, ...words } = paper;
  const known =
    paper.type === undefined || documentTypes.some(({ name }) => fold(name) === fold(paper.type!));
  const about = known
    ? checkFormat({ ...words, ...(country.length + motto.length > 0 && lines && { motto: lines }) })
    : otherForm(paper);
  const found = [...about, ...lookFindings(sheet, recognised, !known)];
  return [...new Map(found.map((finding) => [finding.message.vi, finding])).values()];
}
