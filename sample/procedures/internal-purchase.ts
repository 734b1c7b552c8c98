/** NB.H99.002: purchase of goods or services by an agency (đề nghị mua sắm): an internal procedure; the way of buying follows the price. */
import type { SampleProcedure } from './index.ts';
import { decisionData } from './parts/administrative-decision.ts';
import { fee } from './parts/fees.ts';
import { internalDecision, internalSteps, officerSection } from './parts/internal.ts';
import { byDepartment, inOrder, locally } from './parts/layers.ts';
import { by, term } from './parts/methods.ts';
import { applicationForm, filesOf, handedIn, handIn, papersSection } from './parts/papers.ts';
import { branchAfter, processOf } from './parts/process.ts';
import { ask, form, option, page, say, section } from './parts/question.ts';

const code = 'NB.H99.002';
const name = 'Đề nghị mua sắm hàng hóa, dịch vụ';
const law = 'Luật Đấu thầu 22/2023/QH15';
const office = { agency: 'Cơ quan mua sắm' };

/** Above this sum quotations are compared before it is decided. */
const COMPARE_FROM = 50_000_000;
const compared = { '>': [{ var: 'total' }, COMPARE_FROM] };

const quotations = handedIn('quotations', 'Ba báo giá', { originals: 0, copies: 3, when: compared });

/** The budget is checked always; quotations are compared where the sum is large. */
const steps = branchAfter(
  internalSteps(
    'Dự thảo quyết định mua sắm',
    'Quyết định phê duyệt mua sắm',
    12,
    {
      id: 'kiem-tra-du-toan',
      step: 'Kiểm tra dự toán, nguồn kinh phí',
      unit: 'Kế toán',
      position: 'Kế toán trưởng',
      hours: 8,
      output: 'Xác nhận nguồn kinh phí',
      act: 'appraise',
    },
    {
      id: 'so-sanh-gia',
      step: 'So sánh báo giá',
      unit: 'Văn phòng',
      position: 'Tổ mua sắm',
      hours: 8,
      output: 'Bảng so sánh báo giá',
      act: 'opinion',
    },
  ),
  'kiem-tra-du-toan',
  [
    { to: 'so-sanh-gia', when: `total > ${COMPARE_FROM}`, label: 'Trên 50 triệu đồng' },
    { to: 'du-thao', when: null, label: 'Đến 50 triệu đồng' },
  ],
);

export const internalPurchase: SampleProcedure = {
  from: '2026-01-01',
  national: {
    code,
    name,
    domain: 'Quản lý tài chính, tài sản',
    levels: ['province', 'commune'],
    audience: ['agency'],
    competent: 'Người đứng đầu cơ quan',
    implementing: ['Văn phòng hoặc đơn vị được giao mua sắm'],
    supporting: 'Bộ phận kế toán',
    receiving: 'Văn phòng',
    publisher: 'Ủy ban nhân dân tỉnh Sông Lam',
    steps: inOrder(
      'Đơn vị nêu thứ cần mua, số lượng, giá dự kiến.',
      'Kế toán kiểm tra dự toán; trên 50 triệu đồng thì so sánh ba báo giá.',
      'Người đứng đầu quyết định.',
    ),
    methods: by(
      ['online'],
      [term(5, 'working-day')],
      [fee('NB', 'Phí, lệ phí', 0, { basis: 'Quyết định 25/QĐ-UBND: thủ tục nội bộ không thu phí' })],
    ),
    groups: [handIn(applicationForm('Tờ trình mua sắm', 'internal-purchase'), quotations)],
    conditions: 'Có trong dự toán được giao và đúng tiêu chuẩn, định mức.',
    results: [{ code: null, name: 'Quyết định phê duyệt mua sắm', template: 'named-document', paper: false }],
    legalBasis: [
      { number: '22/2023/QH15', title: 'Luật Đấu thầu' },
      { number: '214/2025/NĐ-CP', title: 'Nghị định về lựa chọn nhà thầu' },
    ],
    decision: internalDecision,
    keywords: ['mua sắm', 'tờ trình mua'],
  },
  local: locally({
    topics: [],
    lifeEvents: [],
    summary: say('Đơn vị đề nghị mua hàng hóa, dịch vụ.', 'A unit asks for goods or services.'),
    nameEn: 'Purchase of goods or services',
    decidedBy: byDepartment('so-tai-chinh'),
    field: 'ngan-sach',
    resultData: decisionData({
      notation: 'QĐ-VP',
      type: 'Quyết định',
      abstract: '=Về việc phê duyệt mua sắm  + answers.purpose',
      authority: 'Người đứng đầu cơ quan',
      bases: [
        'Căn cứ Luật Đấu thầu ngày 23 tháng 6 năm 2023',
        'Căn cứ dự toán ngân sách được giao',
        'Theo đề nghị của Chánh Văn phòng',
      ],
      decides: 'Quyết định:',
      articles: [
        '=Phê duyệt mua  + answers.purpose + = cho  + answers.unit + = theo danh mục trong tờ trình, tổng giá trị không quá  + shown.total + =.',
        '=Nguồn kinh phí:  + shown.budget + =. Hoàn thành trước ngày  + answers.needed@day + =.',
        '=Văn phòng, kế toán và  + answers.unit + = chịu trách nhiệm thi hành Quyết định này.',
      ],
      recipients: ['=Như Điều 3'],
    }),
    process: processOf(code, name, office, steps),
    form: form(
      'internal-purchase',
      'Tờ trình mua sắm',
      'Request to purchase',
      [law],
      [
        officerSection,
        section('mua-gi', 'Mua gì', 'What to buy', [
          page('viec', 'Mua để làm gì', 'What for', [
            ask.text('purpose', 'Tên gói mua sắm', 'Name of the purchase', {
              hint: say('Ví dụ: máy in cho quầy tiếp nhận.', 'Such as printers for the counter.'),
              maxLength: 160,
            }),
            ask.longText('need', 'Vì sao cần', 'Why it is needed', { maxLength: 1000 }),
          ]),
          page(
            'danh-muc',
            'Danh mục',
            'List',
            [
              ask.text('item', 'Tên hàng hóa, dịch vụ', 'Item', { maxLength: 160 }),
              ask.number('quantity', 'Số lượng', 'Quantity', { min: 1, max: 100_000 }),
              ask.money('price', 'Đơn giá dự kiến', 'Expected price', { min: 1000 }),
            ],
            { repeat: { id: 'items', title: say('Mặt hàng', 'Item'), min: 1, max: 50 } },
          ),
          page('tong', 'Tổng giá trị', 'Total', [
            ask.money('total', 'Tổng giá trị', 'Total', {
              compute: {
                reduce: [
                  { var: 'items' },
                  {
                    '+': [
                      { var: 'accumulator' },
                      { '*': [{ var: 'current.quantity' }, { var: 'current.price' }] },
                    ],
                  },
                  0,
                ],
              },
            }),
            ask.choice('budget', 'Lấy từ nguồn nào?', 'From which budget?', {
              short: say('nguồn kinh phí', 'budget'),
              options: [
                option('regular', 'Kinh phí thường xuyên', 'Regular budget'),
                option('special', 'Kinh phí không tự chủ', 'Special budget'),
              ],
            }),
            ask.date('needed', 'Cần trước ngày', 'Needed by', { notBefore: 'today' }),
          ]),
        ]),
        papersSection(filesOf('quotations', quotations, 'Three quotations', { max: 3 })),
      ],
    ),
  }),
};
