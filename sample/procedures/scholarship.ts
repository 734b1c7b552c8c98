/** 1.001714: scholarship and money for learning aids for persons with disabilities (học bổng và hỗ trợ phương tiện, đồ dùng học tập). */
import type { SampleProcedure } from './index.ts';
import { decisionData } from './parts/administrative-decision.ts';
import { aboutYou } from './parts/applicant.ts';
import { closing } from './parts/closing.ts';
import { fee } from './parts/fees.ts';
import { byCommune, inOrder, listedBy, locally, receivedAt } from './parts/layers.ts';
import { everyWay, term } from './parts/methods.ts';
import { answeredBy, applicationForm, filesOf, handedIn, handIn, papersSection } from './parts/papers.ts';
import { commune, processOf, usualSteps } from './parts/process.ts';
import { ask, form, option, page, say, section } from './parts/question.ts';

const code = '1.001714';
const name = 'Cấp học bổng và hỗ trợ kinh phí mua phương tiện, đồ dùng học tập cho người khuyết tật';
const law = 'Thông tư liên tịch 42/2013/TTLT-BGDĐT-BLĐTBXH-BTC, Điều 7, 8';
const office = commune('Phòng Văn hóa - Xã hội', 'Công chức văn hóa - xã hội');

const disability = handedIn('disability', 'Giấy xác nhận khuyết tật', {
  originals: 0,
  copies: 1,
  standIns: [answeredBy('population')],
});
const poverty = handedIn('poverty', 'Giấy chứng nhận hộ nghèo hoặc cận nghèo', {
  originals: 0,
  copies: 1,
  standIns: [answeredBy('population')],
});

/** 80 % of the base salary of 2.340.000 đồng (Decree 73/2024) a month; 9 months at school, 10 at college or university. */
const MONTHLY = 1_872_000;
const months = { if: [{ '==': [{ var: 'level' }, 'higher'] }, 10, 9] };

export const scholarship: SampleProcedure = {
  from: '2025-07-01',
  national: {
    code,
    name: 'Cấp học bổng và hỗ trợ kinh phí mua phương tiện, đồ dùng học tập dùng riêng cho người khuyết tật học tại các cơ sở giáo dục',
    domain: 'Giáo dục và Đào tạo thuộc hệ thống giáo dục quốc dân',
    domainCode: 'G03-GD11',
    levels: ['province', 'commune'],
    audience: ['citizen'],
    competent: 'Ủy ban nhân dân cấp xã; Sở Giáo dục và Đào tạo',
    implementing: ['Ủy ban nhân dân cấp xã nơi cư trú'],
    supporting: 'Cơ sở giáo dục nơi người khuyết tật học',
    receiving: receivedAt.commune,
    publisher: 'Bộ Giáo dục và Đào tạo',
    steps: inOrder(
      'Người học hoặc cha, mẹ gửi đơn; nhà trường xác nhận việc học.',
      'Công chức đối chiếu mức độ khuyết tật và hộ nghèo với dữ liệu đã có.',
      'Ủy ban nhân dân cấp xã quyết định; tiền được trả hai kỳ mỗi năm học.',
    ),
    methods: everyWay(
      [term(10, 'working-day')],
      [
        fee('HB', 'Phí, lệ phí', 0, {
          basis: 'Thông tư liên tịch 42/2013/TTLT-BGDĐT-BLĐTBXH-BTC, Điều 8: không quy định phí, lệ phí',
        }),
      ],
    ),
    groups: [
      handIn(applicationForm('Đơn đề nghị cấp học bổng, hỗ trợ học tập', 'scholarship'), disability, poverty),
    ],
    conditions:
      'Người khuyết tật thuộc hộ nghèo hoặc cận nghèo, đang học tại cơ sở giáo dục và chưa hưởng học bổng chính sách khác.',
    results: [
      {
        code: null,
        name: 'Quyết định cấp học bổng, hỗ trợ học tập',
        template: 'named-document',
        paper: true,
      },
    ],
    legalBasis: [
      { number: '51/2010/QH12', title: 'Luật Người khuyết tật' },
      {
        number: '42/2013/TTLT-BGDĐT-BLĐTBXH-BTC',
        title: 'Thông tư liên tịch về chính sách giáo dục đối với người khuyết tật',
      },
      { number: '73/2024/NĐ-CP', title: 'Nghị định về mức lương cơ sở' },
    ],
    decision: listedBy('Bộ Giáo dục và Đào tạo'),
    keywords: ['học bổng', 'hỗ trợ học tập', 'học sinh khuyết tật'],
  },
  local: locally({
    topics: ['viec-lam', 'bao-hiem'],
    lifeEvents: ['hoc-tap', 'gap-kho-khan'],
    summary: say(
      'Học bổng hằng tháng và 1 triệu đồng một năm mua đồ dùng học tập cho người khuyết tật khó khăn.',
      'A monthly scholarship and one million đồng a year for learning aids.',
    ),
    nameEn: 'Scholarship for learners with disabilities',
    decidedBy: byCommune,
    field: 'giao-duc',
    resultData: decisionData({
      notation: 'QĐ-UBND',
      type: 'Quyết định',
      abstract: '=Về việc cấp học bổng, hỗ trợ học tập cho  + answers.learner.name',
      authority: 'Ủy ban nhân dân',
      bases: [
        'Căn cứ Luật Người khuyết tật ngày 17 tháng 6 năm 2010',
        'Căn cứ Thông tư liên tịch số 42/2013/TTLT-BGDĐT-BLĐTBXH-BTC ngày 31 tháng 12 năm 2013',
        'Theo đề nghị của Trưởng phòng Văn hóa - Xã hội',
      ],
      decides: 'Quyết định:',
      articles: [
        '=Cấp học bổng cho  + answers.learner.name + =, sinh ngày  + shown.learner.birth + =, học tại  + answers.school + =, năm học  + answers.schoolYear + =: tổng số  + shown.scholarship + =.',
        '=Hỗ trợ mua phương tiện, đồ dùng học tập:  + shown.aids + = một năm học.',
        '=Chánh Văn phòng, Trưởng phòng Văn hóa - Xã hội và  + answers.applicantName + = chịu trách nhiệm thi hành Quyết định này.',
      ],
      recipients: ['=Như Điều 3', 'answers.school'],
    }),
    process: processOf(code, name, office, usualSteps(office, 80)),
    form: form(
      'scholarship',
      'Đơn đề nghị cấp học bổng, hỗ trợ học tập',
      'Application for a scholarship',
      [law],
      [
        aboutYou('name', 'number', 'residence'),
        section('nguoi-hoc', 'Người học', 'The learner', [
          page('ai-hoc', 'Người học', 'The learner', [
            ask.person('learner', 'Người học', 'Learner', {
              ask: ['name', 'birth', 'personalNumber'],
              source: { registry: 'population', path: 'learner' },
            }),
          ]),
          page('khuyet-tat', 'Mức độ khuyết tật', 'Degree of disability', [
            ask.choice('degree', 'Mức độ khuyết tật', 'Degree of disability', {
              personalData: 'sensitive',
              source: { registry: 'population', path: 'learnerDisability' },
              options: [
                option('extreme', 'Đặc biệt nặng', 'Extreme'),
                option('severe', 'Nặng', 'Severe'),
                option('light', 'Nhẹ', 'Light'),
              ],
            }),
          ]),
        ]),
        section('viec-hoc', 'Việc học', 'Study', [
          page('truong', 'Trường và năm học', 'School and year', [
            ask.text('school', 'Cơ sở giáo dục', 'School', { maxLength: 120 }),
            ask.text('schoolYear', 'Năm học', 'School year', {
              hint: say('Ví dụ: 2026-2027.', 'Such as 2026-2027.'),
              pattern: {
                regex: '^20[0-9]{2}-20[0-9]{2}$',
                message: say('Viết năm học như 2026-2027.', 'Write the year as 2026-2027.'),
              },
            }),
            ask.choice('level', 'Bậc học', 'Level', {
              options: [
                option('school', 'Mầm non, phổ thông, giáo dục thường xuyên', 'Nursery or school'),
                option('higher', 'Đại học, cao đẳng, trung cấp', 'University or college'),
              ],
            }),
          ]),
          page('so-tien', 'Số tiền được nhận', 'Amount', [
            ask.money('scholarship', 'Học bổng cả năm học', 'Scholarship for the year', {
              compute: { '*': [MONTHLY, months] },
            }),
            ask.money('aids', 'Hỗ trợ đồ dùng học tập', 'Money for learning aids', {
              compute: { '*': [1_000_000, 1] },
            }),
          ]),
        ]),
        section('nhan-tien', 'Nhận tiền', 'Payment', [
          page('tai-khoan', 'Tài khoản nhận tiền', 'Bank account', [
            ask.text('account', 'Số tài khoản', 'Account number', {
              personalData: 'sensitive',
              maxLength: 30,
              source: { registry: 'account', path: 'socialSecurityAccount' },
            }),
            ask.text('bank', 'Ngân hàng', 'Bank', {
              maxLength: 80,
              source: { registry: 'account', path: 'socialSecurityBank' },
            }),
          ]),
        ]),
        papersSection(
          filesOf('disabilityPaper', disability, 'Confirmation of disability'),
          filesOf('povertyPaper', poverty, 'Certificate of poor household'),
        ),
        closing(),
      ],
    ),
  }),
};
