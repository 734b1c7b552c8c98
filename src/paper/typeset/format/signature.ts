/** Signer, recipients, stamps (Decree 30/2020, art. 13; annex I, part I, II.7, II.9, III.2). */
import { findDocumentType } from '../document-types.ts';
import { annex1, DECREE, type Finding, type Paper } from './paper.ts';

type Say = (vi: string, en: string, article?: string) => Finding;

const sayOf =
  (part: keyof Paper, usual: string): Say =>
  (vi, en, article = usual) => ({ kind: 'wrong', part, article, message: { vi, en } });

const up = (words: string): string => words.normalize('NFC').toLocaleUpperCase('vi').trim();

/** Bodies that decide together; a single head is never signed for with TM. */
const COLLECTIVE = /ỦY BAN|UỶ BAN|HỘI ĐỒNG|BAN |BAN$|ĐOÀN|TỔ |CHÍNH PHỦ|THƯỜNG TRỰC|TẬP THỂ/u;
const DEPUTY = /^(?:PHÓ |THỨ TRƯỞNG)/u;
const HEAD =
  /CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG|CHÁNH|THỦ TƯỚNG|CHỦ NHIỆM|HIỆU TRƯỞNG|VIỆN TRƯỞNG|TỔNG THANH TRA|THỐNG ĐỐC/u;
const FORM = /^(TM|KT|TL|TUQ|Q)\.\s+(.+)$/u;

export function authorityFindings({ signer }: Paper): readonly Finding[] {
  const say = sayOf('signer', annex1('II.7.b'));
  const post = up(signer?.post ?? '');
  const lines = (signer?.authority ?? []).map(up);
  const findings = lines.flatMap((line) => lineFindings(line, post, say));
  const passedOn =
    lines.some((line) => line.startsWith('TUQ.')) && lines.some((line) => line.startsWith('KT.'));
  if (!passedOn) return findings;
  return [
    ...findings,
    say(
      'Người được ký thừa ủy quyền (TUQ.) không được giao lại cho người khác ký thay.',
      'Whoever signs by written authority (TUQ.) may not pass it on.',
      `${DECREE}, Điều 13, khoản 3`,
    ),
  ];
}

function lineFindings(line: string, post: string, say: Say): readonly Finding[] {
  const [, form, whom = ''] = FORM.exec(line) ?? [];
  if (form === undefined) {
    return [
      say(
        `“${line}” chưa đúng: quyền hạn ký chỉ ghi TM., Q., KT., TL. hoặc TUQ., có dấu chấm và cách chữ.`,
        `“${line}” is not right: the forms of authority are TM., Q., KT., TL. and TUQ., with full stop and space.`,
      ),
    ];
  }
  if (form === 'TM' && !COLLECTIVE.test(whom)) {
    return [
      say(
        'Sau “TM.” ghi tên tập thể lãnh đạo hoặc tên cơ quan, không ghi chức vụ của một người.',
        'After “TM.” stands the collective or the agency, not the post of one person.',
      ),
    ];
  }
  if (form === 'KT' && (DEPUTY.test(whom) || !HEAD.test(whom))) {
    return [say('Sau “KT.” ghi chức vụ của người đứng đầu.', 'After “KT.” stands the post of the head.')];
  }
  if (form === 'KT' && post !== '' && !DEPUTY.test(post)) {
    return [
      say(
        'Ký thay người đứng đầu (KT.) chỉ dành cho cấp phó: chức vụ người ký phải là cấp phó.',
        'Only a deputy signs for the head (KT.): the post of the signer must be that of a deputy.',
        `${DECREE}, Điều 13, khoản 1`,
      ),
    ];
  }
  if ((form === 'TL' || form === 'TUQ') && !HEAD.test(whom)) {
    return [
      say(
        `Sau “${form}.” ghi chức vụ của người đứng đầu cơ quan, tổ chức.`,
        `After “${form}.” stands the post of the head of the agency.`,
      ),
    ];
  }
  return [];
}

/** Titles and forms of address that have no place before the name of a signer. */
const TITLE =
  /^(?:ông|bà|gs|pgs|ts|ths|bs|ks|cn|ngưt|ngnd|nsưt|giáo sư|phó giáo sư|tiến sĩ|thạc sĩ|bác sĩ|kỹ sư|luật sư)[.\s]/iu;

export function signerNameFindings({ signer }: Paper): readonly Finding[] {
  const name = signer?.name?.normalize('NFC').trim() ?? '';
  const say = sayOf('signer', annex1('II.7.c'));
  const findings: Finding[] = [];
  if (TITLE.test(name)) {
    findings.push(
      say(
        'Trước họ tên người ký không ghi học hàm, học vị, danh hiệu.',
        'No academic title, degree or honour stands before the name of the signer.',
      ),
    );
  }
  if (name.includes(' ') && name === name.toLocaleUpperCase('vi')) {
    findings.push(
      say('Họ tên người ký viết in thường.', 'The name of the signer is not in capitals.', annex1('II.7.đ')),
    );
  }
  const post = signer?.post?.normalize('NFC') ?? '';
  if (/phụ trách|điều hành/iu.test(post)) {
    findings.push(
      say(
        'Cấp phó phụ trách hoặc điều hành ký như cấp phó ký thay cấp trưởng (KT.), không ghi “phụ trách”.',
        'A deputy in charge signs like any deputy for the head (KT.), without “phụ trách”.',
        annex1('II.7.b'),
      ),
    );
  }
  return findings;
}

/** Letters, and proposals or reports to a superior, name whom they are for and begin the list with "Như trên". */
export function recipientFindings({ recipients = [], addressees = [], type }: Paper): readonly Finding[] {
  const say = sayOf('recipients', annex1('II.9.d'));
  const findings: Finding[] = [];
  const last = recipients.at(-1) ?? '';
  if (recipients.length > 0 && !/^-?\s*Lưu:\s*VT(?:[,.;\s]|$)/u.test(last)) {
    findings.push(
      say(
        'Dòng cuối của “Nơi nhận” phải là “Lưu: VT, …” (đơn vị soạn thảo, số bản lưu).',
        'The last line of the recipients must be “Lưu: VT, …” (drafting unit, number of file copies).',
      ),
    );
  }
  if (addressees.length > 0 && recipients.length > 0 && !/^-?\s*Như trên/u.test(recipients[0] ?? '')) {
    findings.push(
      say(
        'Văn bản có “Kính gửi” thì “Nơi nhận” bắt đầu bằng “Như trên”.',
        'With addressees, the recipients begin with “Như trên”.',
        annex1('II.9.b'),
      ),
    );
  }
  const punctuated = recipients.every((item, index) =>
    item.trim().endsWith(index + 1 === recipients.length ? '.' : ';'),
  );
  if (!punctuated) {
    findings.push(
      say(
        'Mỗi nơi nhận kết thúc bằng dấu chấm phẩy, dòng cuối bằng dấu chấm.',
        'Every recipient ends with a semicolon, the last line with a full stop.',
      ),
    );
  }
  const proposal = type !== undefined && findDocumentType(type)?.abbreviation === 'TTr';
  if (addressees.length === 0 && (type === undefined || proposal)) {
    findings.push({
      kind: 'wrong',
      part: 'addressees',
      article: annex1('II.9.b'),
      message: {
        vi: 'Công văn và tờ trình phải có “Kính gửi:”.',
        en: 'A letter or a proposal must name its addressees after “Kính gửi:”.',
      },
    });
  }
  return findings;
}

const URGENT: ReadonlySet<string> = new Set(['HỎA TỐC', 'HOẢ TỐC', 'THƯỢNG KHẨN', 'KHẨN']);
const CIRCULATION = ['XEM XONG TRẢ LẠI', 'LƯU HÀNH NỘI BỘ'];

export function stampFindings({ urgency, circulation }: Paper): readonly Finding[] {
  const findings: Finding[] = [];
  if (urgency !== undefined && !URGENT.has(urgency)) {
    findings.push(
      sayOf('urgency', annex1('III.2.b'))(
        'Mức độ khẩn chỉ gồm: HỎA TỐC, THƯỢNG KHẨN, KHẨN.',
        'The levels of urgency are HỎA TỐC, THƯỢNG KHẨN and KHẨN.',
      ),
    );
  }
  if (circulation !== undefined && !CIRCULATION.includes(circulation)) {
    findings.push({
      ...sayOf('circulation', annex1('III.2.c'))(
        `Chỉ dẫn phạm vi lưu hành thường dùng: ${CIRCULATION.join(', ')}.`,
        `Usual notes on circulation are: ${CIRCULATION.join(', ')}.`,
      ),
      kind: 'advice',
    });
  }
  return findings;
}
