/** 1.004859: change, correction or completion of an entry in the register of civil status (thay đổi, cải chính, bổ sung hộ tịch). */
import type { SampleProcedure } from './index.ts';
import { aboutYou, fully } from './parts/applicant.ts';
import { closing } from './parts/closing.ts';
import { civilStatusExemptions, fee, leftToCouncil, RESOLUTION } from './parts/fees.ts';
import { byCommune, inOrder, locally, publishedBy, receivedAt } from './parts/layers.ts';
import { everyWay, term } from './parts/methods.ts';
import {
  answeredBy,
  filesOf,
  handedIn,
  handIn,
  identity,
  inVault,
  papersSection,
  show,
} from './parts/papers.ts';
import { branchAfter, commune, insertAfter, processOf, usualSteps } from './parts/process.ts';
import { ask, form, is, option, page, say, section } from './parts/question.ts';
import { factsAt } from './parts/result-data.ts';

const code = '1.004859';
const name = 'Thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc';
const law = 'Luật Hộ tịch 60/2014/QH13, Điều 26 đến 29';
const office = commune('Tư pháp - Hộ tịch', 'Công chức tư pháp - hộ tịch');

/** The paper that is wrong is of one of three kinds: each is a document of its own, so that none is taken for another. */
const wrongPaper = (key: string, name: string, kind: string, paper: string) =>
  handedIn(key, name, {
    when: is('paperKind', kind),
    paper,
    standIns: [inVault(paper), answeredBy('civil-status')],
  });
const original = wrongPaper('civil-status-paper', 'Giấy khai sinh cần sửa', 'birth', 'KQ.G15.000031');
const marriage = wrongPaper('marriage-paper', 'Giấy chứng nhận kết hôn cần sửa', 'marriage', 'KQ.G15.000032');
const death = wrongPaper('death-extract', 'Trích lục khai tử cần sửa', 'death', 'KQ.G15.000034');
const evidence = handedIn('evidence', 'Giấy tờ làm căn cứ để sửa');
const consent = handedIn('child-consent', 'Văn bản đồng ý của con từ đủ 9 tuổi', {
  when: is('childOverNine', true),
});

/** A change of facts is verified where another office holds the proof; a slip of the pen is not. */
const steps = insertAfter(
  branchAfter(usualSteps(office, 24), 'tham-dinh', [
    { to: 'xac-minh', when: 'kind != "correct"', label: 'Cần xác minh' },
    { to: 'du-thao', when: null, label: 'Sai sót rõ ràng' },
  ]),
  'tham-dinh',
  {
    id: 'xac-minh',
    step: 'Xác minh với nơi giữ sổ gốc',
    unit: 'Cơ quan giữ sổ hộ tịch gốc',
    position: 'Công chức tư pháp - hộ tịch',
    hours: 8,
    output: 'Văn bản trả lời xác minh',
    act: 'opinion',
  },
);

export const registerCorrection: SampleProcedure = {
  from: '2025-07-01',
  national: {
    code,
    name,
    domain: 'Hộ tịch',
    domainCode: 'G15-TP07',
    levels: ['commune'],
    audience: ['citizen', 'overseas-vietnamese'],
    competent: 'Ủy ban nhân dân cấp xã',
    implementing: ['Ủy ban nhân dân cấp xã nơi đã đăng ký hoặc nơi cư trú'],
    supporting: 'Nơi giữ sổ hộ tịch gốc',
    receiving: receivedAt.commune,
    publisher: 'Bộ Tư pháp',
    steps: inOrder(
      'Người yêu cầu nói thông tin nào sai hoặc cần đổi và gửi căn cứ.',
      'Công chức thẩm tra; cần thì hỏi nơi giữ sổ gốc.',
      'Ghi nội dung mới vào sổ, ký và trả trích lục.',
    ),
    methods: everyWay(
      [
        term(3, 'working-day'),
        term(6, 'working-day', 'Phải xác minh'),
        term(1, 'same-day', 'Bổ sung thông tin'),
      ],
      [leftToCouncil('LP-HT-CC', 'Lệ phí thay đổi, cải chính, bổ sung hộ tịch', 'Thông tư 85/2019/TT-BTC')],
    ),
    groups: [handIn(original, marriage, death, evidence, consent), show(identity)],
    conditions:
      'Chỉ sửa khi có căn cứ là do lỗi của người đi đăng ký hoặc công chức; đổi họ, tên theo điều kiện của Bộ luật Dân sự.',
    results: [
      {
        code: 'KQ.G15.000037',
        name: 'Trích lục thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc',
        template: 'civil-status-extract',
        paper: true,
      },
    ],
    legalBasis: [
      { number: '60/2014/QH13', title: 'Luật Hộ tịch' },
      { number: '91/2015/QH13', title: 'Bộ luật Dân sự' },
      { number: '123/2015/NĐ-CP', title: 'Nghị định quy định chi tiết Luật Hộ tịch' },
      {
        number: '120/2025/NĐ-CP',
        title: 'Nghị định phân định thẩm quyền của chính quyền địa phương hai cấp',
      },
    ],
    decision: publishedBy('163/QĐ-BTP', 'Bộ Tư pháp'),
    keywords: ['sửa giấy khai sinh', 'đổi tên', 'sai ngày sinh', 'cải chính hộ tịch'],
  },
  local: locally({
    fees: [
      fee('LP-HT-CC', 'Lệ phí thay đổi, cải chính, bổ sung hộ tịch', 15_000, {
        exemptions: civilStatusExemptions,
        basis: RESOLUTION,
      }),
    ],
    topics: ['ho-tich'],
    lifeEvents: [],
    summary: say(
      'Giấy khai sinh hoặc giấy hộ tịch khác ghi sai, hoặc bạn muốn đổi tên.',
      'For a mistake in a birth or other civil-status paper, or a change of name.',
    ),
    nameEn: 'Change or correction of an entry of civil status',
    decidedBy: byCommune,
    field: 'ho-tich',
    resultData: {
      notation: '=TLCCHT',
      event: '=thay đổi, cải chính, bổ sung thông tin hộ tịch',
      copy: '#false',
      ...factsAt(
        'sections.0.facts',
        ['Họ, chữ đệm, tên', 'answers.entryName'],
        ['Giấy tờ hộ tịch', 'shown.paperKind + =, số  + answers.paperNumber'],
        ['Việc đã làm', 'shown.kind'],
        ['Nội dung cũ', 'answers.before'],
        ['Nội dung mới', 'answers.after'],
      ),
      'registration.place': 'issuer.agency',
      'registration.number': 'found.registerNumber',
      'registration.date': 'today',
      source: '=Sổ đăng ký thay đổi, cải chính hộ tịch',
    },
    process: processOf(code, name, office, steps),
    form: form(
      'register-correction',
      'Tờ khai thay đổi, cải chính, bổ sung hộ tịch',
      'Application to change or correct an entry',
      [law],
      [
        aboutYou(...fully),
        section('can-sua', 'Nội dung cần sửa', 'What to change', [
          page('giay-nao', 'Giấy tờ cần sửa', 'The paper', [
            ask.choice('paperKind', 'Giấy tờ nào cần sửa?', 'Which paper?', {
              short: say('loại giấy tờ', 'kind of paper'),
              options: [
                option('birth', 'Giấy khai sinh', 'Birth certificate'),
                option('marriage', 'Giấy chứng nhận kết hôn', 'Marriage certificate'),
                option('death', 'Trích lục khai tử', 'Extract of death'),
              ],
            }),
            ask.name('entryName', 'Họ, chữ đệm, tên người được sửa', 'Name of the person in the entry', {
              source: { registry: 'civil-status', path: 'entry.name' },
            }),
            ask.text('paperNumber', 'Số trên giấy', 'Number of the paper', {
              maxLength: 40,
              source: { registry: 'civil-status', path: 'entry.number' },
            }),
          ]),
          page('viec', 'Việc cần làm', 'What to do', [
            ask.choice('kind', 'Bạn muốn làm gì?', 'What do you want?', {
              short: say('việc cần làm', 'what to do'),
              options: [
                option('correct', 'Sửa chỗ ghi sai', 'Correct a mistake'),
                option('change', 'Đổi họ, chữ đệm hoặc tên', 'Change a name'),
                option('add', 'Bổ sung chỗ còn thiếu', 'Add what is missing'),
                option('ethnicity', 'Xác định lại dân tộc', 'Determine the ethnic group anew'),
              ],
            }),
          ]),
          page('cu-moi', 'Nội dung cũ và mới', 'Before and after', [
            ask.text('before', 'Nội dung đang ghi', 'What it says now', { maxLength: 300 }),
            ask.text('after', 'Nội dung đúng hoặc muốn đổi', 'What it should say', { maxLength: 300 }),
            ask.longText('reason', 'Vì sao', 'Why', { maxLength: 1000 }),
          ]),
          page(
            'con-tren-9',
            'Con từ đủ 9 tuổi',
            'Child of nine or more',
            [
              ask.yesNo(
                'childOverNine',
                'Việc này đổi tên cho con từ đủ 9 tuổi',
                'This changes the name of a child of nine or more',
              ),
            ],
            { showIf: is('kind', 'change') },
          ),
        ]),
        papersSection(
          filesOf('civilStatusPaper', original, 'Birth certificate to be corrected'),
          filesOf('marriagePaper', marriage, 'Marriage certificate to be corrected'),
          filesOf('deathExtract', death, 'Extract of death to be corrected'),
          filesOf('evidencePaper', evidence, 'Evidence'),
          filesOf('childConsent', consent, 'Consent of the child'),
        ),
        closing(),
      ],
    ),
  }),
};
