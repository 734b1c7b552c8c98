import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  checkFormat,
  documentTypes,
  type Paper,
  paperOfLetter,
  paperOfNamedDocument,
  printedSigner,
  templates,
} from './index.ts';
import { dateLine } from './format/date-line.ts';

const { letter, namedDocument } = templates;
const goodLetter: Paper = {
  ...paperOfLetter(letter.sample),
  motto: ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'],
  number: 'Số: 05/SNV-VP',
  placeAndDate: 'Sông Lam, ngày 05 tháng 01 năm 2026',
};
const goodDecision: Paper = paperOfNamedDocument(namedDocument.sample);

const brief = (paper: Paper) =>
  checkFormat(paper).map(
    ({ part, article }) => `${part}: ${article.replace(/^Nghị định 30\/2020\/NĐ-CP, /u, '')}`,
  );

describe('format check', () => {
  it('finds nothing in the samples', () => {
    assert.deepEqual(checkFormat(goodLetter), []);
    assert.deepEqual(checkFormat(goodDecision), []);
    assert.deepEqual(checkFormat(paperOfLetter({ ...letter.sample, number: '128', date: '2026-10-31' })), []);
  });

  it('names every component that is missing (art. 8.2)', () => {
    const parts = checkFormat({}).map(({ part }) => part);
    assert.deepEqual(parts, [
      'agency',
      'number',
      'placeAndDate',
      'abstract',
      'body',
      'signer',
      'signer',
      'recipients',
      'addressees',
    ]);
  });

  const letterFaults: readonly (readonly [string, Paper, string])[] = [
    [
      'a country in small letters',
      { motto: ['Cộng hòa xã hội chủ nghĩa Việt Nam', 'Độc lập - Tự do - Hạnh phúc'] },
      'motto: Phụ lục I, Phần I, mục II.1.a',
    ],
    [
      'a motto with dots',
      { motto: ['CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập. Tự do. Hạnh phúc'] },
      'motto: Phụ lục I, Phần I, mục II.1.b',
    ],
    ['an abbreviated agency', { agency: 'UBND xã Bến Đò' }, 'agency: Phụ lục I, Phần I, mục II.2.a'],
    ['a number below ten without zero', { number: 'Số: 5/SNV-VP' }, 'number: Phụ lục I, Phần I, mục II.3.c'],
    ['a number with too many zeros', { number: '012/SNV-VP' }, 'number: Phụ lục I, Phần I, mục II.3.c'],
    ['no slash', { number: 'Số 12-SNV-VP' }, 'number: Phụ lục I, Phần I, mục II.3.c'],
    ['spaces in the notation', { number: '12/SNV - VP' }, 'number: Phụ lục I, Phần I, mục II.3.c'],
    ['a year in the notation', { number: '12/2026/SNV-VP' }, 'number: Phụ lục I, Phần I, mục II.3.b'],
    ['CV in the notation of a letter', { number: '12/CV-SNV' }, 'number: Phụ lục I, Phần I, mục II.3.b'],
    [
      'a day without zero',
      { placeAndDate: 'Sông Lam, ngày 5 tháng 10 năm 2026' },
      'placeAndDate: Phụ lục I, Phần I, mục II.4.b',
    ],
    [
      'February without zero',
      { placeAndDate: 'Sông Lam, ngày 15 tháng 2 năm 2026' },
      'placeAndDate: Phụ lục I, Phần I, mục II.4.b',
    ],
    [
      'a day that does not exist',
      { placeAndDate: 'Sông Lam, ngày 30 tháng 02 năm 2026' },
      'placeAndDate: Phụ lục I, Phần I, mục II.4.b',
    ],
    [
      'a date with slashes',
      { placeAndDate: 'Sông Lam, 05/01/2026' },
      'placeAndDate: Phụ lục I, Phần I, mục II.4.c',
    ],
    [
      'a place in small letters',
      { placeAndDate: 'sông lam, ngày 05 tháng 01 năm 2026' },
      'placeAndDate: Phụ lục I, Phần I, mục II.4.c',
    ],
    ['a letter without V/v', { abstract: 'Về việc báo cáo' }, 'abstract: Phụ lục I, Phần I, mục II.5.b'],
    [
      'an abstract as long as a page',
      { abstract: `V/v ${'báo cáo '.repeat(40)}`.trim() },
      'abstract: Phụ lục I, Phần I, mục II.5.a',
    ],
    [
      'a title before the name',
      { signer: { post: 'GIÁM ĐỐC', name: 'TS. Trần Thị Mẫu' } },
      'signer: Phụ lục I, Phần I, mục II.7.c',
    ],
    [
      'the name in capitals',
      { signer: { post: 'GIÁM ĐỐC', name: 'TRẦN THỊ MẪU' } },
      'signer: Phụ lục I, Phần I, mục II.7.đ',
    ],
    [
      'K/T',
      { signer: { authority: ['K/T GIÁM ĐỐC'], post: 'PHÓ GIÁM ĐỐC', name: 'Lê Ví Dụ' } },
      'signer: Phụ lục I, Phần I, mục II.7.b',
    ],
    [
      'TM. before a single post',
      { signer: { authority: ['TM. GIÁM ĐỐC'], post: 'PHÓ GIÁM ĐỐC', name: 'Lê Ví Dụ' } },
      'signer: Phụ lục I, Phần I, mục II.7.b',
    ],
    [
      'KT. before the deputy',
      { signer: { authority: ['KT. PHÓ GIÁM ĐỐC'], post: 'PHÓ GIÁM ĐỐC', name: 'Lê Ví Dụ' } },
      'signer: Phụ lục I, Phần I, mục II.7.b',
    ],
    [
      'KT. signed by no deputy',
      { signer: { authority: ['KT. GIÁM ĐỐC'], post: 'TRƯỞNG PHÒNG', name: 'Lê Ví Dụ' } },
      'signer: Điều 13, khoản 1',
    ],
    [
      'TUQ. passed on',
      {
        signer: {
          authority: ['TUQ. GIÁM ĐỐC', 'KT. TRƯỞNG PHÒNG'],
          post: 'PHÓ TRƯỞNG PHÒNG',
          name: 'Lê Ví Dụ',
        },
      },
      'signer: Điều 13, khoản 3',
    ],
    [
      'a deputy "in charge"',
      { signer: { post: 'PHÓ GIÁM ĐỐC PHỤ TRÁCH', name: 'Lê Ví Dụ' } },
      'signer: Phụ lục I, Phần I, mục II.7.b',
    ],
    [
      'no file copy',
      { recipients: ['Như trên;', 'Giám đốc Sở.'] },
      'recipients: Phụ lục I, Phần I, mục II.9.d',
    ],
    [
      'no "Như trên"',
      { recipients: ['Giám đốc Sở;', 'Lưu: VT, VP.'] },
      'recipients: Phụ lục I, Phần I, mục II.9.b',
    ],
    [
      'recipients without semicolon',
      { recipients: ['Như trên', 'Lưu: VT, VP.'] },
      'recipients: Phụ lục I, Phần I, mục II.9.d',
    ],
    ['no addressee', { addressees: [] }, 'addressees: Phụ lục I, Phần I, mục II.9.b'],
    ['an urgency of its own', { urgency: 'RẤT KHẨN' }, 'urgency: Phụ lục I, Phần I, mục III.2.b'],
    [
      'an annex that nobody mentions',
      { annexes: [{ number: 'Phụ lục', title: 'Danh mục' }] },
      'annexes: Phụ lục I, Phần I, mục III.1.a',
    ],
  ];
  for (const [what, fault, expected] of letterFaults) {
    it(`sees ${what}`, () => assert.deepEqual(brief({ ...goodLetter, ...fault }), [expected]));
  }

  const decisionFaults: readonly (readonly [string, Paper, string])[] = [
    ['a type outside of the 29', { type: 'Phiếu trình' }, 'type: Điều 7'],
    [
      'the wrong abbreviation',
      { number: '05/QD-UBND' },
      'number: Phụ lục I, Phần I, mục II.3.b, và Phụ lục III, mục I',
    ],
    ['V/v in a decision', { abstract: 'V/v phê duyệt quy trình' }, 'abstract: Phụ lục I, Phần I, mục II.5.b'],
    [
      'a legal basis without semicolon',
      { bases: ['Căn cứ Luật Hộ tịch', 'Theo đề nghị của Giám đốc Sở Tư pháp.'] },
      'bases: Phụ lục I, Phần I, mục II.6.a',
    ],
    [
      'a decree without number',
      { bases: ['Căn cứ Nghị định về công tác văn thư.'] },
      'bases: Phụ lục I, Phần I, mục II.6.a',
    ],
    [
      'a gap in the articles',
      {
        body: [
          { kind: 'article', number: 'Điều 1', text: 'Kèm theo.' },
          { kind: 'article', number: 'Điều 3', text: 'Thi hành.' },
        ],
      },
      'body: Phụ lục I, Phần I, mục II.6.đ',
    ],
    [
      'đ left out after d',
      { body: ['a', 'b', 'c', 'd', 'e'].map((number) => ({ kind: 'clause', number, text: 'Phụ lục' })) },
      'body: Phụ lục I, Phần I, mục II.6.đ',
    ],
    [
      'a citation in small letters',
      { body: [{ kind: 'paragraph', text: 'Theo khoản 2 điều 5 của Luật Hộ tịch và Phụ lục kèm theo.' }] },
      'body: Phụ lục II, mục V.7',
    ],
    [
      'annexes without Roman numbers',
      {
        annexes: [
          { number: 'Phụ lục 1', title: 'A' },
          { number: 'Phụ lục 2', title: 'B' },
        ],
      },
      'annexes: Phụ lục I, Phần I, mục III.1.a',
    ],
  ];
  for (const [what, fault, expected] of decisionFaults) {
    it(`sees ${what}`, () => assert.deepEqual(brief({ ...goodDecision, ...fault }), [expected]));
  }

  it('takes the points of a clause in Vietnamese order, and clauses anew in every article', () => {
    const body: Paper['body'] = [
      { kind: 'article', number: 'Điều 1', title: 'Phụ lục kèm theo' },
      { kind: 'clause', number: '1', text: 'Một' },
      ...['a', 'b', 'c', 'd', 'đ', 'e'].map((number) => ({ kind: 'clause' as const, number, text: 'Điểm' })),
      { kind: 'clause', number: '2', text: 'Hai' },
      { kind: 'clause', number: 'a', text: 'Điểm' },
      { kind: 'article', number: 'Điều 2' },
      { kind: 'clause', number: '1', text: 'Một' },
    ];
    assert.deepEqual(brief({ ...goodDecision, body }), []);
  });

  it('advises, and does not forbid, a zero before the months 3 to 9', () => {
    const [finding, ...others] = checkFormat({
      ...goodLetter,
      placeAndDate: 'Sông Lam, ngày 15 tháng 06 năm 2026',
    });
    assert.deepEqual([finding?.kind, others.length], ['advice', 0]);
  });

  it('accepts what the signer lines are made of', () => {
    const signers = [
      printedSigner({ form: 'own' }, 'Giám đốc', 'Lê Ví Dụ'),
      printedSigner({ form: 'Q.' }, 'Giám đốc', 'Lê Ví Dụ'),
      printedSigner({ form: 'TM.', collective: 'Ủy ban nhân dân' }, 'Chủ tịch', 'Lê Ví Dụ'),
      printedSigner(
        { form: 'TM. KT.', collective: 'Ủy ban nhân dân', head: 'Chủ tịch' },
        'Phó Chủ tịch',
        'Lê Ví Dụ',
      ),
      printedSigner({ form: 'KT.', head: 'Bộ trưởng' }, 'Thứ trưởng', 'Lê Ví Dụ'),
      printedSigner({ form: 'TL.', head: 'Chủ tịch' }, 'Chánh Văn phòng', 'Lê Ví Dụ'),
      printedSigner(
        { form: 'TL. KT.', head: 'Chủ tịch', ordered: 'Chánh Văn phòng' },
        'Phó Chánh Văn phòng',
        'Lê Ví Dụ',
      ),
      printedSigner({ form: 'TUQ.', head: 'Giám đốc' }, 'Trưởng phòng', 'Lê Ví Dụ'),
    ];
    for (const signer of signers)
      assert.deepEqual(brief({ ...goodLetter, signer }), [], JSON.stringify(signer));
    assert.deepEqual(signers[3]?.authority, ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH']);
    assert.equal(signers[1]?.post, 'Q. GIÁM ĐỐC');
  });

  it('knows the 29 types, each once', () => {
    assert.equal(documentTypes.length, 29);
    assert.equal(new Set(documentTypes.map(({ name }) => name)).size, 29);
    const letters = documentTypes.flatMap(({ abbreviation }) => abbreviation ?? []);
    assert.equal(new Set(letters).size, 27);
    for (const { name, abbreviation } of documentTypes) {
      if (abbreviation === null) continue;
      const paper: Paper = {
        ...goodDecision,
        type: name.toLocaleUpperCase('vi'),
        number: `Số: /${abbreviation}-UBND`,
        addressees: ['A'],
        recipients: ['Như trên;', 'Lưu: VT.'],
      };
      assert.deepEqual(brief(paper), [], name);
    }
  });

  it('writes the date as the decree says', () => {
    assert.equal(dateLine('Hà Nội', '2020-01-05'), 'Hà Nội, ngày 05 tháng 01 năm 2020');
    assert.equal(
      dateLine('Thành phố Hồ Chí Minh', '2019-06-29'),
      'Thành phố Hồ Chí Minh, ngày 29 tháng 6 năm 2019',
    );
  });
});
