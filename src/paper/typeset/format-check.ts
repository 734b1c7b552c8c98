/**
 * Tells a drafter what of a document breaks Decree 30/2020, with the place in the decree, before anyone signs it.
 * It reads words, not pictures: positions and sizes are kept by the layouts.
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
import { DECREE, type Finding, type Paper } from './format/paper.ts';
import {
  authorityFindings,
  recipientFindings,
  signerNameFindings,
  stampFindings,
} from './format/signature.ts';

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
