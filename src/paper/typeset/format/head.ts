/** The head of a document: motto, agency, number and notation, place and date (annex I, part I, II.1 to II.4). */
import { findDocumentType } from '../document-types.ts';
import { digitFaults, readDateLine } from './date-line.ts';
import { annex1, type Finding, type Paper } from './paper.ts';

const COUNTRY = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const MOTTO = 'Độc lập - Tự do - Hạnh phúc';

const words = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

export function mottoFindings({ motto }: Paper): readonly Finding[] {
  if (motto === undefined) return [];
  const [country, free] = motto.map(words);
  const findings: Finding[] = [];
  if (country?.replace('HOÀ', 'HÒA') !== COUNTRY) {
    findings.push({
      kind: 'wrong',
      part: 'motto',
      article: annex1('II.1.a'),
      message: {
        vi: `Quốc hiệu phải ghi in hoa: “${COUNTRY}”.`,
        en: `The name of the country must read “${COUNTRY}”, in capitals.`,
      },
    });
  }
  if (free !== MOTTO) {
    findings.push({
      kind: 'wrong',
      part: 'motto',
      article: annex1('II.1.b'),
      message: {
        vi: `Tiêu ngữ phải ghi: “${MOTTO}”, giữa các cụm từ có gạch nối và cách chữ.`,
        en: `The motto must read “${MOTTO}”, with hyphens between spaces.`,
      },
    });
  }
  return findings;
}

export function agencyFindings({ agency }: Paper): readonly Finding[] {
  if (agency === undefined || !/(?<!\p{L})(?:UBND|HĐND|VP|TT|BQL)(?!\p{L})/u.test(agency)) return [];
  return [
    {
      kind: 'wrong',
      part: 'agency',
      article: annex1('II.2.a'),
      message: {
        vi: 'Tên cơ quan ban hành phải ghi đầy đủ; chỉ tên cơ quan chủ quản được viết tắt.',
        en: 'The issuing agency must be written in full; only the superior agency may be abbreviated.',
      },
    },
  ];
}

const numberFault = (vi: string, en: string, place = 'II.3.c'): Finding => ({
  kind: 'wrong',
  part: 'number',
  article: annex1(place),
  message: { vi, en },
});

export function numberFindings({ number, type }: Paper): readonly Finding[] {
  if (number === undefined) return [];
  const found = /^(?:Số\s*:\s*)?(\d*)\s*\/(.*)$/u.exec(words(number));
  if (found === null) {
    return [
      numberFault(
        'Số, ký hiệu phải có dạng “Số: 05/QĐ-UBND”: giữa số và ký hiệu có dấu gạch chéo.',
        'Number and notation must read like “Số: 05/QĐ-UBND”, with a slash between them.',
      ),
    ];
  }
  const [, digits = '', notation = ''] = found;
  return [...digitFindings(digits), ...notationFindings(notation, type)];
}

function digitFindings(digits: string): readonly Finding[] {
  if (digits === '' || digits === digits.replace(/^0+/u, '').padStart(2, '0')) return [];
  return [
    numberFault(
      'Số nhỏ hơn 10 phải thêm một số 0 phía trước, số từ 10 trở lên không thêm số 0.',
      'A number below 10 takes one leading zero, a number from 10 takes none.',
    ),
  ];
}

function notationFindings(notation: string, typeName: string | undefined): readonly Finding[] {
  const findings: Finding[] = [];
  if (/\s/u.test(notation)) {
    findings.push(numberFault('Trong ký hiệu không có khoảng trống.', 'The notation has no spaces.'));
  }
  if (/^\d{4}\//u.test(notation)) {
    findings.push(
      numberFault(
        'Ký hiệu văn bản hành chính không ghi năm; năm chỉ ghi ở văn bản quy phạm pháp luật.',
        'The notation of an administrative document carries no year; only legal normative documents do.',
        'II.3.b',
      ),
    );
  }
  const groups = notation.replace(/^\d{4}\//u, '').split('-');
  if (notation === '' || groups.some((group) => !/^[\p{Lu}\d][\p{L}\d]*$/u.test(group.trim()))) {
    findings.push(
      numberFault(
        'Ký hiệu gồm các nhóm chữ viết tắt in hoa, nối bằng gạch nối, ví dụ QĐ-UBND.',
        'The notation consists of groups of capital abbreviations joined by hyphens, such as QĐ-UBND.',
      ),
    );
  }
  return [...findings, ...typeLetterFindings(groups[0]?.trim() ?? '', groups.length, typeName)];
}

function typeLetterFindings(first: string, groups: number, typeName: string | undefined): readonly Finding[] {
  const abbreviation = typeName === undefined ? null : (findDocumentType(typeName)?.abbreviation ?? null);
  if (abbreviation !== null && first !== abbreviation) {
    return [
      numberFault(
        `Ký hiệu của ${typeName} phải bắt đầu bằng “${abbreviation}-”.`,
        `The notation of this type (${typeName}) must begin with “${abbreviation}-”.`,
        'II.3.b, và Phụ lục III, mục I',
      ),
    ];
  }
  if (typeName !== undefined || (first !== 'CV' && groups > 1)) return [];
  return [
    numberFault(
      'Ký hiệu công văn gồm chữ viết tắt tên cơ quan và tên đơn vị soạn thảo, ví dụ SNV-VP; không ghi “CV”.',
      'The notation of a letter is the abbreviation of the agency and of the drafting unit, such as SNV-VP, without “CV”.',
      'II.3.b',
    ),
  ];
}

export function placeAndDateFindings({ placeAndDate }: Paper): readonly Finding[] {
  if (placeAndDate === undefined) return [];
  const say = (kind: Finding['kind'], vi: string, en: string, place: string): Finding => ({
    kind,
    part: 'placeAndDate',
    article: annex1(place),
    message: { vi, en },
  });
  const parts = readDateLine(placeAndDate);
  if (parts === null) {
    return [
      say(
        'wrong',
        'Địa danh và thời gian phải có dạng “Sông Lam, ngày 05 tháng 01 năm 2026”.',
        'Place and date must read like “Sông Lam, ngày 05 tháng 01 năm 2026”.',
        'II.4.c',
      ),
    ];
  }
  const findings = digitFaults(parts).map((fault) => {
    if (fault === 'no-day')
      return say(
        'wrong',
        'Ngày này không có trong lịch, hoặc năm chưa ghi đủ bốn chữ số.',
        'There is no such day, or the year has not four digits.',
        'II.4.b',
      );
    return fault === 'missing-zero'
      ? say(
          'wrong',
          'Ngày nhỏ hơn 10 và tháng 1, tháng 2 phải thêm số 0 phía trước.',
          'Days below 10 and the months 1 and 2 take a leading zero.',
          'II.4.b',
        )
      : say(
          'advice',
          'Từ tháng 3 đến tháng 9 không cần thêm số 0 phía trước.',
          'The months from 3 to 9 need no leading zero.',
          'II.4.b',
        );
  });
  const { place } = parts;
  const first = place.charAt(0);
  if (
    first !== first.toLocaleUpperCase('vi') ||
    (place.length > 2 && place === place.toLocaleUpperCase('vi'))
  ) {
    findings.push(
      say(
        'wrong',
        'Địa danh viết in thường, chữ cái đầu viết hoa.',
        'The place is written in lower case with capital initials.',
        'II.4.c',
      ),
    );
  }
  return findings;
}
