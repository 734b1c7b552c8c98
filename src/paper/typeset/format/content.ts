/** Type, abstract, legal bases, numbering of the content, annexes (annex I, part I, II.5, II.6, III.1; annex II). */
import { findDocumentType } from '../document-types.ts';
import type { Block } from '../templates/blocks.ts';
import { annex1, DECREE, type Finding, type Paper } from './paper.ts';

/** A longer abstract is no "short sentence" any more; 500 characters is also what the exchange of documents takes. */
const ABSTRACT_WORDS = 60;
const ABSTRACT_CHARACTERS = 500;

export function typeFindings({ type }: Paper): readonly Finding[] {
  if (type === undefined || findDocumentType(type) !== null) return [];
  return [
    {
      kind: 'wrong',
      part: 'type',
      article: `${DECREE}, Điều 7`,
      message: {
        vi: `“${type}” không có trong 29 loại văn bản hành chính.`,
        en: `“${type}” is not one of the 29 types of administrative documents.`,
      },
    },
  ];
}

export function abstractFindings({ abstract, type }: Paper): readonly Finding[] {
  if (abstract === undefined) return [];
  const say = (kind: Finding['kind'], vi: string, en: string, place = 'II.5.a'): Finding => ({
    kind,
    part: 'abstract',
    article: annex1(place),
    message: { vi, en },
  });
  const findings: Finding[] = [];
  const words = abstract.trim().split(/\s+/u).length;
  if (words > ABSTRACT_WORDS || abstract.length > ABSTRACT_CHARACTERS) {
    findings.push(
      say(
        'wrong',
        `Trích yếu phải là một câu hoặc cụm từ ngắn gọn; hiện có ${words} chữ.`,
        `The abstract must be one short sentence or phrase; it has ${words} words.`,
      ),
    );
  }
  if (/[.;:,]$/u.test(abstract.trim())) {
    findings.push(
      say('advice', 'Cuối trích yếu không đặt dấu câu.', 'The abstract ends without punctuation.'),
    );
  }
  const letter = type === undefined;
  if (letter !== /^V\/v\s/u.test(abstract.trim())) {
    findings.push(
      letter
        ? say(
            'wrong',
            'Trích yếu công văn đặt sau chữ “V/v”.',
            'The abstract of a letter stands after “V/v”.',
            'II.5.b',
          )
        : say('wrong', 'Chỉ công văn mới dùng chữ “V/v”.', 'Only letters use “V/v”.', 'II.5.b'),
    );
  }
  return findings;
}

/** Laws and ordinances go by their name; every other text is cited with its number. */
const NUMBERED = /^Căn cứ (?:Nghị định|Nghị quyết|Quyết định|Thông tư|Chỉ thị)/u;

/** Decisions and resolutions rest on what gives the power to take them; their samples (annex III, 1.1 to 1.3) have no other form. */
const RESTING = /^(?:QUYẾT ĐỊNH|NGHỊ QUYẾT)$/u;

export function basesFindings({ bases = [], type = '' }: Paper): readonly Finding[] {
  const say = (vi: string, en: string): Finding => ({
    kind: 'wrong',
    part: 'bases',
    article: annex1('II.6.a'),
    message: { vi, en },
  });
  if (bases.length === 0 && RESTING.test(type.normalize('NFC').trim()))
    return [
      say(
        'Thiếu căn cứ ban hành: văn bản nào cho thẩm quyền, văn bản nào là cơ sở.',
        'The legal bases are missing: which texts give the power, and which are the grounds.',
      ),
    ];
  return bases.flatMap((basis, index) => {
    const last = index + 1 === bases.length;
    const findings: Finding[] = [];
    if (!basis.trimEnd().endsWith(last ? '.' : ';')) {
      findings.push(
        last
          ? say('Căn cứ cuối cùng kết thúc bằng dấu chấm (.).', 'The last legal basis ends with a full stop.')
          : say(
              `Căn cứ thứ ${index + 1} kết thúc bằng dấu chấm phẩy (;).`,
              `Legal basis ${index + 1} ends with a semicolon.`,
            ),
      );
    }
    if (NUMBERED.test(basis) && !/\ssố\s+\d/u.test(basis)) {
      findings.push(
        say(
          `Căn cứ thứ ${index + 1} phải ghi đủ số, ký hiệu, cơ quan ban hành, ngày tháng năm và trích yếu.`,
          `Legal basis ${index + 1} must give number, issuing agency, date and abstract.`,
        ),
      );
    }
    return findings;
  });
}

const POINTS = [...'abcdđeghiklmnopqrstuvxy'];

/** What must follow in the same series: "2" after "1", "đ" after "d". */
function nextOf(number: string): string {
  const at = POINTS.indexOf(number);
  return at >= 0 ? (POINTS[at + 1] ?? '') : String(Number(number) + 1);
}

type Series = 'article' | 'clause' | 'point';
const seriesOf = (block: Block): Series | null => {
  if (block.kind === 'article') return 'article';
  if (block.kind !== 'clause') return null;
  return /^\d+$/u.test(block.number) ? 'clause' : 'point';
};

const FIRST: Readonly<Record<Series, string>> = { article: '1', clause: '1', point: 'a' };
/** A new article or section starts its clauses anew, a new clause its points; articles run through the document. */
const RESTARTS: Readonly<Record<Series, readonly Series[]>> = {
  article: ['clause', 'point'],
  clause: ['point'],
  point: [],
};

export function numberingFindings({ body = [] }: Paper): readonly Finding[] {
  const expected = new Map<Series, string>(Object.entries(FIRST) as [Series, string][]);
  const findings: Finding[] = [];
  for (const block of body) {
    const series = seriesOf(block);
    if (series === null) {
      if (block.kind === 'section' || block.kind === 'division')
        expected.set('clause', '1').set('point', 'a');
      continue;
    }
    const number = 'number' in block ? block.number.replace(/^Điều\s+/u, '') : '';
    const due = expected.get(series);
    if (number !== due) {
      findings.push({
        kind: 'wrong',
        part: 'body',
        article: annex1('II.6.đ'),
        message: {
          vi: `Đánh số chưa liền nhau: gặp “${number}” ở chỗ phải là “${due}”.`,
          en: `The numbering is not continuous: “${number}” stands where “${due}” is due.`,
        },
      });
    }
    expected.set(series, nextOf(number));
    for (const below of RESTARTS[series]) expected.set(below, FIRST[below]);
  }
  return findings;
}

const textsOf = (body: readonly Block[]): readonly string[] =>
  body.flatMap((block) => [('text' in block && block.text) || '', ('title' in block && block.title) || '']);

/** "điều 5", "chương II" of a text in lower case. */
const LOWER_CITATION = /(?<!\p{L})(?:điều|tiểu mục|mục) \d+|(?<!\p{L})(?:phần|chương) [IVXLC]+(?!\p{L})/gu;

export function citationFindings({ body = [], bases = [] }: Paper): readonly Finding[] {
  const found = [...textsOf(body), ...bases].flatMap((text) => text.match(LOWER_CITATION) ?? []);
  return [...new Set(found)].map((words) => ({
    kind: words.startsWith('điều') ? 'wrong' : 'advice',
    part: 'body',
    article: `${DECREE}, Phụ lục II, mục V.7`,
    message: {
      vi: `Khi viện dẫn phải viết hoa chữ cái đầu: “${words}”.`,
      en: `A citation takes a capital: “${words}”.`,
    },
  }));
}

export function annexFindings({ annexes = [], body = [] }: Paper): readonly Finding[] {
  if (annexes.length === 0) return [];
  const say = (vi: string, en: string): Finding => ({
    kind: 'wrong',
    part: 'annexes',
    article: annex1('III.1.a'),
    message: { vi, en },
  });
  const findings: Finding[] = [];
  const mentioned = textsOf(body).some((text) => /phụ lục|kèm theo/iu.test(text));
  if (!mentioned) {
    findings.push(
      say('Nội dung văn bản phải có chỉ dẫn về Phụ lục.', 'The content must point to the annex.'),
    );
  }
  const roman = annexes.every(({ number }) => /^Phụ lục [IVXLC]+$/u.test(number.trim()));
  if (annexes.length > 1 && !roman) {
    findings.push(
      say(
        'Từ hai Phụ lục trở lên phải đánh số bằng chữ số La Mã.',
        'Two or more annexes are numbered in Roman figures.',
      ),
    );
  }
  return findings;
}
