/** 1.001776: monthly social benefit (thực hiện trợ cấp xã hội hàng tháng), worked out from the case (Decree 20/2021, art. 5 and 6). */
import type { SampleProcedure } from './index.ts';
import { decisionData } from './parts/administrative-decision.ts';
import { aboutYou, fully } from './parts/applicant.ts';
import { closing } from './parts/closing.ts';
import { fee } from './parts/fees.ts';
import { byCommune, inOrder, listedBy, locally, receivedAt } from './parts/layers.ts';
import { everyWay, term } from './parts/methods.ts';
import {
  answeredBy,
  applicationForm,
  filesOf,
  handedIn,
  handIn,
  identity,
  papersSection,
  show,
  shown,
} from './parts/papers.ts';
import { commune, processOf, usualSteps } from './parts/process.ts';
import { ask, form, is, isOneOf, option, page, say, section } from './parts/question.ts';

const code = '1.001776';
const name = 'Thực hiện, điều chỉnh, thôi hưởng trợ cấp xã hội hàng tháng';
const law = 'Nghị định 20/2021/NĐ-CP, Điều 5 đến 8';
const office = commune('Phòng Văn hóa - Xã hội', 'Công chức văn hóa - xã hội');

const disability = shown('disability', 'Giấy xác nhận khuyết tật', {
  when: isOneOf('group', 'disabledSevere', 'disabledExtreme'),
  standIns: [answeredBy('population')],
});
const childPapers = shown('child-birth', 'Giấy khai sinh của trẻ em', {
  when: isOneOf('group', 'orphan', 'orphanSmall', 'singleParent'),
  paper: 'KQ.G15.000031',
  standIns: [answeredBy('civil-status')],
});
const hiv = handedIn('hiv-confirmation', 'Giấy xác nhận nhiễm HIV của cơ sở y tế', {
  when: is('group', 'hivPoor'),
});

/** Coefficient of each group (art. 6); the standard is 500.000 đồng (Decree 76/2024). */
const groups = [
  {
    value: 'orphan',
    vi: 'Trẻ em mất nguồn nuôi dưỡng, từ đủ 4 tuổi',
    en: 'Child without carers, aged 4 or more',
    times: 1.5,
  },
  {
    value: 'orphanSmall',
    vi: 'Trẻ em mất nguồn nuôi dưỡng, dưới 4 tuổi',
    en: 'Child without carers, under 4',
    times: 2.5,
  },
  {
    value: 'hivPoor',
    vi: 'Người nhiễm HIV thuộc hộ nghèo, không có thu nhập',
    en: 'Person with HIV in a poor household',
    times: 1.5,
  },
  { value: 'singleParent', vi: 'Người đơn thân nghèo đang nuôi con', en: 'Poor single parent', times: 1 },
  {
    value: 'elderlyPoor',
    vi: 'Người từ đủ 60 đến 80 tuổi, hộ nghèo, không có người nuôi',
    en: 'Poor person of 60 to 80 without family',
    times: 1.5,
  },
  {
    value: 'elderlyOld',
    vi: 'Người từ đủ 80 tuổi, hộ nghèo, không có người nuôi',
    en: 'Poor person of 80 or more without family',
    times: 2,
  },
  { value: 'disabledSevere', vi: 'Người khuyết tật nặng', en: 'Person with a severe disability', times: 1.5 },
  {
    value: 'disabledExtreme',
    vi: 'Người khuyết tật đặc biệt nặng',
    en: 'Person with an extreme disability',
    times: 2,
  },
] as const;

const STANDARD = 500_000;

/** Đồng a month: the standard times the coefficient of the group; for a single parent, for each child. */
const monthly = {
  if: [
    is('group', 'singleParent'),
    { '*': [STANDARD, { var: 'children' }] },
    ...groups.flatMap(({ value, times }) => [is('group', value), STANDARD * times]),
    0,
  ],
};

export const socialBenefit: SampleProcedure = {
  from: '2025-07-01',
  national: {
    code,
    name: 'Thực hiện, điều chỉnh, thôi hưởng trợ cấp xã hội hàng tháng, hỗ trợ kinh phí chăm sóc, nuôi dưỡng hàng tháng',
    domain: 'Bảo trợ xã hội',
    levels: ['commune'],
    audience: ['citizen'],
    competent: 'Chủ tịch Ủy ban nhân dân cấp xã',
    implementing: ['Ủy ban nhân dân cấp xã nơi cư trú'],
    supporting: null,
    receiving: receivedAt.commune,
    publisher: 'Bộ Y tế',
    steps: inOrder(
      'Người đề nghị hoặc người giám hộ khai hoàn cảnh.',
      'Công chức đối chiếu với các cơ sở dữ liệu và xác minh tại nhà khi cần.',
      'Kết quả xét được niêm yết để người dân góp ý, trừ thông tin về HIV.',
      'Chủ tịch Ủy ban nhân dân quyết định; tiền được trả hàng tháng vào tài khoản.',
    ),
    methods: everyWay(
      [term(22, 'working-day')],
      [
        fee('TCXH', 'Phí, lệ phí', 0, {
          basis: 'Nghị định 20/2021/NĐ-CP, Điều 8: không quy định phí, lệ phí',
        }),
      ],
    ),
    groups: [
      handIn(applicationForm('Tờ khai đề nghị trợ giúp xã hội', 'social-benefit'), hiv),
      show(identity, disability, childPapers),
    ],
    conditions:
      'Thuộc một trong các nhóm của Điều 5 Nghị định 20/2021/NĐ-CP và không hưởng lương hưu, trợ cấp bảo hiểm xã hội hàng tháng.',
    results: [
      { code: null, name: 'Quyết định trợ cấp xã hội hàng tháng', template: 'named-document', paper: true },
    ],
    legalBasis: [
      { number: '20/2021/NĐ-CP', title: 'Nghị định về chính sách trợ giúp xã hội' },
      { number: '76/2024/NĐ-CP', title: 'Nghị định sửa đổi mức chuẩn trợ giúp xã hội' },
      {
        number: '147/2025/NĐ-CP',
        title: 'Nghị định phân định thẩm quyền của chính quyền địa phương hai cấp',
      },
    ],
    decision: listedBy('Bộ Y tế'),
    keywords: ['trợ cấp người già', 'trợ cấp khuyết tật', 'bảo trợ xã hội', 'trợ cấp hàng tháng'],
  },
  local: locally({
    term: term(10, 'working-day'),
    topics: ['bao-hiem'],
    lifeEvents: ['gap-kho-khan', 'om-dau'],
    summary: say(
      'Tiền hằng tháng cho người khuyết tật nặng, người già nghèo, trẻ mất nguồn nuôi dưỡng.',
      'Monthly money for severe disability, poor old age, and children without carers.',
    ),
    nameEn: 'Monthly social benefit',
    decidedBy: byCommune,
    field: 'bao-tro-xa-hoi',
    resultData: decisionData({
      notation: 'QĐ-UBND',
      type: 'Quyết định',
      abstract: '=Về việc trợ cấp xã hội hàng tháng đối với  + answers.applicantName',
      authority: 'Chủ tịch Ủy ban nhân dân',
      bases: [
        'Căn cứ Nghị định số 20/2021/NĐ-CP ngày 15 tháng 3 năm 2021 của Chính phủ',
        'Căn cứ Nghị định số 76/2024/NĐ-CP ngày 01 tháng 7 năm 2024 của Chính phủ',
        'Theo đề nghị của Trưởng phòng Văn hóa - Xã hội',
      ],
      decides: 'Quyết định:',
      articles: [
        '=Trợ cấp xã hội hàng tháng đối với  + answers.applicantName + =, sinh ngày  + answers.applicantBorn@day + =, số định danh cá nhân  + answers.applicantNumber + =, nơi cư trú  + shown.applicantResidence + =. Nhóm đối tượng:  + shown.group + =.',
        '=Mức trợ cấp  + shown.monthly + = một tháng, hưởng từ tháng sau tháng ký Quyết định này, trả vào tài khoản  + answers.account + = tại  + answers.bank + =.',
        '=Chánh Văn phòng, Trưởng phòng Văn hóa - Xã hội và  + answers.applicantName + = chịu trách nhiệm thi hành Quyết định này.',
      ],
      recipients: ['=Như Điều 3'],
    }),
    process: processOf(code, name, office, usualSteps(office, 80)),
    eligibility: [
      {
        id: 'pension',
        question: say(
          'Bạn đang hưởng lương hưu hoặc trợ cấp bảo hiểm xã hội hàng tháng?',
          'Do you draw a pension?',
        ),
        stops: 'yes',
        because: say(
          'Trợ cấp này dành cho người không có lương hưu.',
          'This benefit is for those without a pension.',
        ),
        basis: 'Nghị định 20/2021/NĐ-CP, Điều 5',
        instead: null,
      },
    ],
    form: form(
      'social-benefit',
      'Tờ khai đề nghị trợ giúp xã hội',
      'Application for social benefit',
      [law],
      [
        aboutYou(...fully),
        section('hoan-canh', 'Hoàn cảnh', 'Circumstances', [
          page('nhom', 'Bạn thuộc nhóm nào', 'Your group', [
            ask.choice('group', 'Bạn thuộc nhóm nào?', 'Which group are you in?', {
              short: say('nhóm đối tượng', 'group'),
              personalData: 'sensitive',
              as: 'radios',
              options: groups.map(({ value, vi, en }) => option(value, vi, en)),
            }),
          ]),
          page(
            'so-con',
            'Số con đang nuôi',
            'Children',
            [
              ask.number('children', 'Số con đang nuôi', 'Children you raise', {
                min: 1,
                max: 20,
                source: { registry: 'population', path: 'children' },
              }),
            ],
            { showIf: is('group', 'singleParent') },
          ),
          page('muc-huong', 'Mức hưởng', 'Amount', [
            ask.money('monthly', 'Mức trợ cấp một tháng', 'Benefit a month', { compute: monthly }),
          ]),
          page('tro-cap-khac', 'Khoản đang hưởng', 'Other benefits', [
            ask.yesNo(
              'pension',
              'Đang hưởng lương hưu, trợ cấp bảo hiểm xã hội hàng tháng',
              'Draws a pension',
              {
                source: { registry: 'insurance', path: 'pension' },
              },
            ),
            ask.yesNo('poor', 'Thuộc hộ nghèo', 'Poor household', {
              personalData: 'sensitive',
              source: { registry: 'population', path: 'poorHousehold' },
            }),
          ]),
        ]),
        section('nhan-tien', 'Nhận tiền', 'Payment', [
          page('tai-khoan', 'Tài khoản nhận tiền', 'Bank account', [
            ask.text('account', 'Số tài khoản', 'Account number', {
              personalData: 'sensitive',
              pattern: {
                regex: '^[0-9]{6,20}$',
                message: say('Số tài khoản gồm 6 đến 20 chữ số.', 'An account number has 6 to 20 digits.'),
              },
              source: { registry: 'account', path: 'socialSecurityAccount' },
            }),
            ask.text('bank', 'Ngân hàng', 'Bank', {
              maxLength: 80,
              source: { registry: 'account', path: 'socialSecurityBank' },
            }),
          ]),
        ]),
        papersSection(filesOf('hivConfirmation', hiv, 'Confirmation of HIV')),
        closing(),
      ],
    ),
  }),
};
