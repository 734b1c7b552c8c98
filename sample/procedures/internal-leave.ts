/** NB.H99.001: annual leave of an officer (nghỉ phép năm): an internal procedure of the province. */
import type { SampleProcedure } from './index.ts';
import { decisionData } from './parts/administrative-decision.ts';
import { fee } from './parts/fees.ts';
import { byDepartment, inOrder, locally } from './parts/layers.ts';
import { by, term } from './parts/methods.ts';
import { applicationForm, handIn } from './parts/papers.ts';
import { internalDecision, internalSteps, officerSection } from './parts/internal.ts';
import { processOf } from './parts/process.ts';
import { ask, form, option, page, say, section } from './parts/question.ts';

const code = 'NB.H99.001';
const name = 'Giải quyết nghỉ phép năm của công chức';
const law = 'Bộ luật Lao động 45/2019/QH14, Điều 113';
const office = { agency: 'Cơ quan sử dụng công chức' };

export const internalLeave: SampleProcedure = {
  from: '2026-01-01',
  national: {
    code,
    name,
    domain: 'Công chức, viên chức',
    domainCode: 'G09-NV03',
    levels: ['province', 'commune'],
    audience: ['agency'],
    competent: 'Người đứng đầu cơ quan sử dụng công chức',
    implementing: ['Đơn vị làm công tác tổ chức cán bộ'],
    supporting: null,
    receiving: 'Đơn vị làm công tác tổ chức cán bộ',
    publisher: 'Ủy ban nhân dân tỉnh Sông Lam',
    steps: inOrder(
      'Công chức gửi đề nghị và nêu người làm thay.',
      'Đơn vị tổ chức cán bộ kiểm tra số ngày phép còn lại.',
      'Người đứng đầu duyệt.',
    ),
    methods: by(
      ['online'],
      [term(2, 'working-day')],
      [fee('NB', 'Phí, lệ phí', 0, { basis: 'Quyết định 25/QĐ-UBND: thủ tục nội bộ không thu phí' })],
    ),
    groups: [handIn(applicationForm('Đơn xin nghỉ phép', 'internal-leave'))],
    conditions: 'Còn ngày phép trong năm và có người làm thay công việc.',
    results: [{ code: null, name: 'Giấy nghỉ phép', template: 'named-document', paper: false }],
    legalBasis: [
      { number: '45/2019/QH14', title: 'Bộ luật Lao động' },
      { number: '80/2025/QH15', title: 'Luật Cán bộ, công chức' },
    ],
    decision: internalDecision,
    keywords: ['nghỉ phép', 'xin nghỉ'],
  },
  local: locally({
    topics: ['viec-lam'],
    lifeEvents: [],
    summary: say('Công chức xin nghỉ phép năm.', 'Annual leave of an officer.'),
    nameEn: 'Annual leave of an officer',
    decidedBy: byDepartment('so-noi-vu'),
    field: 'cong-chuc',
    resultData: decisionData({
      notation: 'GNP',
      type: 'Giấy nghỉ phép',
      abstract: '=Cấp cho  + answers.applicantName',
      bases: ['Căn cứ Điều 113 Bộ luật Lao động ngày 20 tháng 11 năm 2019'],
      articles: [
        '=Đồng ý cho  + answers.applicantName + =,  + answers.post + =,  + answers.unit + =, nghỉ từ ngày  + answers.from@day + = đến hết ngày  + answers.until@day + = ( + shown.days + =).',
        '=Loại nghỉ:  + shown.kind + =. Nơi nghỉ:  + answers.place + =. Người làm thay:  + answers.substitute + =.',
      ],
      recipients: ['answers.applicantName', 'answers.substitute'],
    }),
    process: processOf(
      code,
      name,
      office,
      internalSteps('Kiểm tra số ngày phép, dự thảo giấy nghỉ phép', 'Giấy nghỉ phép', 14),
    ),
    form: {
      ...form(
        'internal-leave',
        'Đơn xin nghỉ phép',
        'Application for leave',
        [law],
        [
          officerSection,
          section('nghi', 'Nghỉ phép', 'Leave', [
            page('khi-nao', 'Nghỉ khi nào', 'When', [
              ask.choice('kind', 'Nghỉ loại nào?', 'What kind of leave?', {
                short: say('loại nghỉ', 'kind of leave'),
                options: [
                  option('annual', 'Phép năm', 'Annual leave'),
                  option('own', 'Việc riêng có lương', 'Paid personal leave'),
                  option('unpaid', 'Không lương', 'Unpaid leave'),
                ],
              }),
              ask.date('from', 'Từ ngày', 'From', { notBefore: 'today' }),
              ask.date('until', 'Đến hết ngày', 'Until', { notBefore: 'today' }),
              ask.number('days', 'Số ngày làm việc nghỉ', 'Working days of leave', {
                min: 0.5,
                max: 60,
                decimals: 1,
                unit: say('ngày làm việc', 'working days'),
              }),
            ]),
            page('o-dau', 'Nơi nghỉ', 'Where', [ask.text('place', 'Nơi nghỉ', 'Where', { maxLength: 160 })]),
            page('lam-thay', 'Người làm thay', 'Substitute', [
              ask.name('substitute', 'Người làm thay', 'Substitute'),
            ]),
          ]),
        ],
      ),
      rules: [
        {
          id: 'thu-tu-ngay',
          when: { '<': [{ var: 'until' }, { var: 'from' }] },
          field: 'until',
          message: say('Ngày kết thúc phải sau ngày bắt đầu.', 'The last day must come after the first.'),
        },
      ],
    },
  }),
};
