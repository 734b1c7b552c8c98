/**
 * Lawful grounds of a refusal or discontinuation (căn cứ từ chối, dừng giải quyết) as data: an officer chooses one and adds words;
 * nothing else is a ground. That a dossier is electronic stands in no list (C3; Decree 137/2024 on equal treatment of channels). Where the article stands in
 * sector law, the officer cites it.
 */
import { Invalid } from '../../ground/operate/errors.ts';
import type { Text } from '../../ground/text/language.ts';
import { isForbiddenGround } from './rules.ts';

/** A refusal to accept (form 03 at intake), or to settle after appraisal; or the end of settling without a decision (form 05). */
export type RefusalKind = 'intake' | 'settlement' | 'discontinuation';

/** One ground: what is printed, and the article; null where sector law has it and the officer must cite it. */
export type Ground = {
  readonly code: string;
  readonly for: readonly RefusalKind[];
  readonly name: Text;
  readonly basis: string | null;
  /** Only for these procedures; absent: for all. */
  readonly procedures?: readonly string[];
};

const certification = ['2.000815', '2.000843', '2.000884', '2.000908'];

export const grounds: readonly Ground[] = [
  {
    code: 'not-competent',
    for: ['intake', 'settlement'],
    name: {
      vi: 'Việc này không thuộc thẩm quyền giải quyết hoặc phạm vi tiếp nhận của cơ quan',
      en: 'The matter is not within the powers of this agency',
    },
    // Returned to the right agency at intake (art. 17), refused after appraisal like any other (art. 19.8).
    basis: 'Nghị định 61/2018/NĐ-CP, Điều 17, khoản 1, điểm b và khoản 2, điểm a; Điều 19, khoản 8',
  },
  {
    code: 'no-authority',
    for: ['intake'],
    name: {
      vi: 'Người nộp thay không có giấy uỷ quyền hoặc quyền đại diện hợp lệ',
      en: 'Who filed for the applicant has no valid authority to represent them',
    },
    basis: 'Bộ luật Dân sự 91/2015/QH13, Điều 135',
  },
  {
    code: 'state-secret',
    for: ['intake'],
    name: {
      vi: 'Hồ sơ có bí mật nhà nước, không được gửi qua mạng',
      en: 'The dossier holds state secrets, which may not be sent over the network',
    },
    basis: 'Luật Bảo vệ bí mật nhà nước 29/2018/QH14, Điều 5, khoản 6',
  },
  {
    code: 'not-certifiable',
    for: ['intake', 'settlement'],
    name: {
      vi: 'Bản chính không được dùng làm cơ sở để chứng thực bản sao',
      en: 'The original may not be used for a certified copy',
    },
    basis: 'Nghị định 23/2015/NĐ-CP, Điều 22',
    procedures: certification,
  },
  {
    code: 'court-order',
    for: ['settlement', 'discontinuation'],
    name: {
      vi: 'Tòa án đang áp dụng biện pháp khẩn cấp tạm thời đối với việc hoặc tài sản này',
      en: 'A court has ordered interim measures in this matter',
    },
    basis: 'Bộ luật Tố tụng dân sự 92/2015/QH13, Điều 114',
  },
  {
    code: 'not-entitled',
    for: ['intake', 'settlement'],
    name: {
      vi: 'Người đề nghị không thuộc đối tượng được thực hiện thủ tục này',
      en: 'The applicant is not among those who may ask for this',
    },
    basis: null,
  },
  {
    code: 'conditions',
    for: ['settlement'],
    name: {
      vi: 'Không đủ điều kiện theo luật chuyên ngành',
      en: 'A condition of sector law is not met',
    },
    basis: null,
  },
  {
    code: 'untrue',
    for: ['settlement'],
    name: {
      vi: 'Nội dung khai hoặc giấy tờ không đúng sự thật, đã xác minh',
      en: 'What was declared or handed in is untrue, as was verified',
    },
    basis: null,
  },
  {
    code: 'sector-law',
    for: ['intake'],
    name: {
      vi: 'Trường hợp khác mà luật chuyên ngành quy định phải từ chối tiếp nhận',
      en: 'Another case in which sector law demands refusal',
    },
    basis: null,
  },
  {
    code: 'not-supplemented',
    for: ['discontinuation'],
    name: {
      vi: 'Người nộp không bổ sung trong thời hạn mà pháp luật quy định',
      en: 'The applicant has not supplemented within the time that the law sets',
    },
    basis: null,
  },
  {
    code: 'applicant-gone',
    for: ['discontinuation'],
    name: {
      vi: 'Người đề nghị đã chết, hoặc tổ chức đã chấm dứt, và không có người kế thừa việc này',
      en: 'The applicant has died, or the organisation has ended, and nobody succeeds in this matter',
    },
    basis: null,
  },
  {
    code: 'sector-law-stop',
    for: ['discontinuation'],
    name: {
      vi: 'Trường hợp khác mà luật chuyên ngành quy định phải dừng giải quyết',
      en: 'Another case in which sector law demands that settling stops',
    },
    basis: null,
  },
];

/** The grounds that may be chosen for a refusal of this kind in this procedure. */
export const groundsFor = (kind: RefusalKind, procedure: string): readonly Ground[] =>
  grounds.filter((one) => one.for.includes(kind) && (one.procedures?.includes(procedure) ?? true));

/** What an officer says of a refusal. */
export type Chosen = { readonly ground: string; readonly words: string; readonly basis: string };

/** A refusal as it is kept in the record and printed. */
export type Refusal = {
  readonly ground: string;
  /** The ground and what the officer adds: the reason that the person reads. */
  readonly reason: string;
  /** The article. */
  readonly basis: string;
};

/** Whether words name an article of law, as a citation must: “Luật Hộ tịch, Điều 15”. */
export const citesArticle = (words: string): boolean => /(^|\P{L})(điều|khoản|article)\s+\d/iu.test(words);

/** Makes a refusal of what was chosen. Throws Invalid: no lawful ground, no words, no article, or words that refuse the channel. */
export function refusalOf(kind: RefusalKind, procedure: string, chosen: Chosen): Refusal {
  const ground = groundsFor(kind, procedure).find(({ code }) => code === chosen.ground);
  const said = chosen.words.trim();
  const basis = ground?.basis ?? chosen.basis.trim();
  const errors = [
    !ground && { field: 'ground', message: groundWords.choose },
    said === '' && { field: 'reason', message: groundWords.explain },
    isForbiddenGround(said) && { field: 'reason', message: groundWords.electronic },
    ground?.basis === null && !citesArticle(basis) && { field: 'basis', message: groundWords.cite },
    ground?.basis === null && isForbiddenGround(basis) && { field: 'basis', message: groundWords.electronic },
  ].filter((one) => one !== false && one !== undefined);
  if (!ground || errors.length > 0) throw new Invalid(errors);
  return { ground: ground.code, reason: `${ground.name.vi}: ${said}`, basis };
}

/** A refusal's reason in both languages: the ground is translated, what the officer added stays in the officer's words. */
export function reasonText(reason: string, ground: unknown): Text {
  const name = grounds.find(({ code }) => code === ground)?.name;
  const isOfGround = name !== undefined && reason.startsWith(`${name.vi}: `);
  return { vi: reason, en: isOfGround ? name.en + reason.slice(name.vi.length) : reason };
}

/** What somebody wrote, line by line. */
export const linesIn = (words: string): readonly string[] =>
  words
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

export const groundWords = {
  ground: { vi: 'Căn cứ pháp luật', en: 'Lawful ground' },
  groundField: { vi: 'căn cứ pháp luật', en: 'the lawful ground' },
  explanation: { vi: 'Giải thích cho người nộp', en: 'Explanation for the applicant' },
  explanationHint: {
    vi: 'Nêu rõ sự việc bằng lời dễ hiểu. Căn cứ và lời giải thích được in vào thông báo gửi người nộp.',
    en: 'Say in plain words what the matter is. The ground and the explanation are printed on the notice.',
  },
  basis: { vi: 'Điều luật chuyên ngành', en: 'Article of sector law' },
  basisHint: {
    vi: 'Chỉ điền khi căn cứ đã chọn ghi “nêu điều luật”. Ví dụ: Luật Hộ tịch, Điều 15',
    en: 'Only where the chosen ground says “cite the article”. For example: Law on Civil Status, Article 15',
  },
  basisField: { vi: 'điều luật', en: 'the article' },
  toCite: { vi: 'nêu điều luật ở dưới', en: 'cite the article below' },
  choose: {
    vi: 'Hãy chọn một căn cứ trong danh sách.',
    en: 'Choose a ground from the list.',
  },
  explain: { vi: 'Hãy giải thích lý do cho người nộp.', en: 'Explain the reason to the applicant.' },
  cite: {
    vi: 'Hãy nêu điều luật chuyên ngành, ví dụ: Luật Hộ tịch, Điều 15.',
    en: 'Cite the article of sector law, for example: Law on Civil Status, Article 15.',
  },
  electronic: {
    vi: 'Không được từ chối, dừng hoặc đòi bản giấy chỉ vì hồ sơ là điện tử. Hãy nêu căn cứ khác theo pháp luật.',
    en: 'That a dossier is electronic is no ground to refuse it, to stop, or to ask for paper. State another lawful ground.',
  },
} as const satisfies Readonly<Record<string, Text>>;
