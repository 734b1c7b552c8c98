/** 2.002621: birth registration, residence and health insurance of a child under six as one request (liên thông, Decree 63/2024). */
import { consulting } from '../../src/work/process/index.ts';
import type { SampleProcedure } from './index.ts';
import {
  birthGroups,
  birthNumber,
  birthPapersSection,
  birthResult,
  birthSections,
  confirmation,
} from './parts/birth-questions.ts';
import { closing } from './parts/closing.ts';
import { fee } from './parts/fees.ts';
import { byCommune, inOrder, locally, publishedBy, receivedAt } from './parts/layers.ts';
import { by, term } from './parts/methods.ts';
import { filesOf, handedIn, handIn } from './parts/papers.ts';
import { commune, insertAfter, processOf, withinTheDay } from './parts/process.ts';
import { ask, form, is, option, page, say, section } from './parts/question.ts';

const code = '2.002621';
const name = 'Đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi';
const law = 'Nghị định 63/2024/NĐ-CP';
const office = commune('Tư pháp - Hộ tịch', 'Công chức tư pháp - hộ tịch');

const consent = handedIn('householder-consent', 'Ý kiến đồng ý của chủ hộ, nếu chưa xác nhận trên VNeID', {
  when: is('householder', 'other'),
});

/** The birth is registered first; the police and the insurance then work side by side, each with its own clock. */
const chain = consulting(
  processOf(
    code,
    name,
    office,
    insertAfter(
      withinTheDay(office, 'Thẩm tra hồ sơ, ghi sổ, dự thảo giấy khai sinh', 'Giấy khai sinh'),
      'dong-dau',
      {
        id: 'theo-doi',
        step: 'Chuyển giấy khai sinh điện tử và theo dõi hai việc sau',
        unit: 'Trung tâm Phục vụ hành chính công',
        position: 'Công chức một cửa',
        hours: 16,
        output: 'Kết quả của công an và bảo hiểm xã hội',
        act: 'check',
      },
    ),
  ),
  'theo-doi',
  [
    {
      id: 'thuong-tru',
      name: 'Đăng ký thường trú cho bé',
      unit: 'Công an cấp xã',
      position: 'Cán bộ đăng ký cư trú',
      hours: 16,
    },
    {
      id: 'the-bhyt',
      name: 'Cấp thẻ bảo hiểm y tế cho bé',
      unit: 'Bảo hiểm xã hội cơ sở',
      position: 'Chuyên viên cấp thẻ',
      hours: 16,
    },
  ],
);

const residence = section('thuong-tru', 'Đăng ký thường trú', 'Residence', [
  page('o-voi-ai', 'Bé ở với ai', 'With whom the child lives', [
    ask.choice('livesWith', 'Bé đăng ký thường trú theo ai?', 'With whom is the child registered?', {
      short: say('người bé ở cùng', 'person the child lives with'),
      options: [
        option('mother', 'Theo mẹ', 'With the mother'),
        option('father', 'Theo cha', 'With the father'),
        option('other', 'Ở nơi khác', 'Elsewhere'),
      ],
    }),
  ]),
  page(
    'noi-o-khac',
    'Nơi bé ở',
    'Where the child lives',
    [ask.address('childResidence', 'Nơi bé ở', 'Residence of the child')],
    { showIf: is('livesWith', 'other') },
  ),
  page('chu-ho', 'Chủ hộ nơi bé ở', 'Head of the household', [
    ask.choice('householder', 'Ai là chủ hộ nơi bé ở?', 'Who heads the household?', {
      short: say('chủ hộ', 'head of the household'),
      options: [
        option('parent', 'Cha hoặc mẹ của bé', 'A parent'),
        option('other', 'Người khác', 'Somebody else'),
      ],
    }),
  ]),
  page(
    'thong-tin-chu-ho',
    'Thông tin chủ hộ',
    'About the head of the household',
    [
      ask.person('head', 'Chủ hộ', 'Head of the household', {
        ask: ['name', 'personalNumber'],
        source: { registry: 'population', path: 'householder' },
      }),
      ask.text('relationToHead', 'Quan hệ của bé với chủ hộ', 'Relation of the child to the head', {
        maxLength: 60,
      }),
    ],
    { showIf: is('householder', 'other') },
  ),
]);

const insurance = section('bao-hiem', 'Thẻ bảo hiểm y tế', 'Health insurance', [
  page('noi-kham', 'Nơi khám chữa bệnh ban đầu', 'First health facility', [
    ask.text('facility', 'Cơ sở khám chữa bệnh ban đầu cho bé', 'First health facility of the child', {
      hint: say('Ví dụ: Trạm Y tế phường Sông Mẫu.', 'Such as the health station of the ward.'),
      maxLength: 120,
    }),
  ]),
  page('nhan-the', 'Nhận thẻ', 'Receiving the card', [
    ask.choice('card', 'Bạn muốn nhận thẻ thế nào?', 'How do you want the card?', {
      short: say('cách nhận thẻ', 'way to receive the card'),
      options: [
        option('electronic', 'Chỉ thẻ điện tử trên VNeID', 'Electronic only, on VNeID'),
        option('paper', 'Thêm thẻ giấy gửi qua bưu điện', 'A paper card by post as well'),
      ],
    }),
  ]),
]);

export const linkedBirth: SampleProcedure = {
  from: '2025-07-01',
  national: {
    code,
    name,
    domain: 'Hộ tịch',
    levels: ['commune'],
    audience: ['citizen'],
    competent: 'Ủy ban nhân dân cấp xã; Công an cấp xã; Bảo hiểm xã hội cơ sở',
    implementing: ['Ủy ban nhân dân cấp xã', 'Công an cấp xã', 'Bảo hiểm xã hội cơ sở'],
    supporting: 'Cơ quan quản lý Cơ sở dữ liệu quốc gia về dân cư',
    receiving: receivedAt.commune,
    publisher: 'Văn phòng Chính phủ',
    steps: inOrder(
      'Cha, mẹ khai một lần cho cả ba việc.',
      'Ủy ban nhân dân cấp xã đăng ký khai sinh, lấy số định danh cá nhân.',
      'Công an cấp xã đăng ký thường trú; cùng lúc, bảo hiểm xã hội cấp thẻ bảo hiểm y tế.',
      'Ba kết quả về cùng một chỗ và được báo cho cha, mẹ.',
    ),
    methods: by(
      ['online'],
      [
        term(3, 'working-day', 'Không phải xác minh'),
        term(5, 'working-day', 'Phải xác minh điều kiện đăng ký thường trú'),
      ],
      [
        fee('LP-HT-KS', 'Lệ phí đăng ký khai sinh đúng hạn', 0, {
          basis: 'Luật Hộ tịch 60/2014/QH13, Điều 11',
        }),
        fee('LP-CT-TE', 'Lệ phí đăng ký thường trú cho trẻ em', 0, {
          basis: 'Thông tư 75/2022/TT-BTC, Điều 4',
        }),
      ],
    ),
    groups: [...birthGroups, handIn(consent)],
    conditions: 'Trẻ dưới 6 tuổi, chưa đăng ký khai sinh; cha hoặc mẹ là công dân Việt Nam.',
    results: [
      { code: 'KQ.G15.000031', name: 'Giấy khai sinh', template: 'birth-certificate', paper: true },
      { code: 'KQ.G01.000065', name: 'Thông báo kết quả đăng ký thường trú', template: null, paper: false },
      { code: 'KQ.G18.000047', name: 'Thẻ bảo hiểm y tế', template: null, paper: true },
    ],
    legalBasis: [
      {
        number: '63/2024/NĐ-CP',
        title: 'Nghị định thực hiện liên thông điện tử hai nhóm thủ tục hành chính',
      },
      { number: '60/2014/QH13', title: 'Luật Hộ tịch' },
      { number: '68/2020/QH14', title: 'Luật Cư trú' },
      { number: '154/2024/NĐ-CP', title: 'Nghị định quy định chi tiết Luật Cư trú' },
      {
        number: '120/2025/NĐ-CP',
        title: 'Nghị định phân định thẩm quyền của chính quyền địa phương hai cấp',
      },
    ],
    decision: publishedBy('296/QĐ-VPCP', 'Văn phòng Chính phủ'),
    keywords: ['khai sinh liên thông', 'nhập hộ khẩu cho con', 'thẻ bảo hiểm y tế cho bé'],
  },
  local: locally({
    topics: ['ho-tich', 'cu-tru-giay-to', 'bao-hiem'],
    lifeEvents: ['co-con-nho'],
    summary: say(
      'Khai một lần cho bé: giấy khai sinh, thường trú và thẻ bảo hiểm y tế.',
      'One request for the child: birth certificate, residence and health insurance card.',
    ),
    nameEn: 'Birth, residence and health insurance of a child in one request',
    decidedBy: byCommune,
    placeFrom: 'mother.residence.commune',
    field: 'ho-tich',
    resultData: birthResult,
    number: birthNumber,
    process: chain,
    eligibility: [
      {
        id: 'under-six',
        question: say('Bé đã đủ 6 tuổi chưa?', 'Is the child six years old or more?'),
        stops: 'yes',
        because: say(
          'Gộp ba việc chỉ dành cho trẻ dưới 6 tuổi. Hãy làm riêng từng việc.',
          'The joint request is for children under six. Do each by itself.',
        ),
        basis: law,
        instead: '1.001193',
      },
    ],
    form: form(
      'linked-birth',
      'Tờ khai liên thông khai sinh, thường trú, bảo hiểm y tế',
      'Joint application for birth, residence and health insurance',
      [law],
      [
        ...birthSections,
        residence,
        insurance,
        birthPapersSection(filesOf('householderConsent', consent, 'Consent of the head of the household')),
        closing(confirmation),
      ],
    ),
  }),
};
