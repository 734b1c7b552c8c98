/** 2.002621: birth registration, residence and health insurance of a child under six as one request (liên thông, Decree 63/2024). */
import { HEALTH_INSURANCE } from './child-insurance.ts';
import { RESIDENCE } from './child-residence.ts';
import type { SampleProcedure } from './index.ts';
import { householderConsent, insurance, residence } from './parts/after-birth.ts';
import {
  birthGroups,
  birthNumber,
  birthPapersSection,
  birthResult,
  birthSections,
  confirmation,
  sameBirth,
} from './parts/birth-questions.ts';
import { closing } from './parts/closing.ts';
import { fee } from './parts/fees.ts';
import { byCommune, inOrder, locally, publishedBy, receivedAt } from './parts/layers.ts';
import { by, term } from './parts/methods.ts';
import { filesOf, handIn } from './parts/papers.ts';
import { commune, processOf, withinTheDay } from './parts/process.ts';
import { form, say } from './parts/question.ts';

const code = '2.002621';
const name = 'Đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi';
const law = 'Nghị định 63/2024/NĐ-CP';
const office = commune('Tư pháp - Hộ tịch', 'Công chức tư pháp - hộ tịch');

export const linkedBirth: SampleProcedure = {
  from: '2025-07-01',
  national: {
    code,
    name,
    domain: 'Hộ tịch',
    domainCode: 'G15-TP07',
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
    groups: [...birthGroups, handIn(householderConsent)],
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
    identifiedBy: sameBirth,
    process: processOf(
      code,
      name,
      office,
      withinTheDay(office, 'Thẩm tra hồ sơ, ghi sổ, dự thảo giấy khai sinh', 'Giấy khai sinh'),
    ),
    linked: [RESIDENCE, HEALTH_INSURANCE].map((procedure) => ({
      procedure,
      found: { childNumber: 'found.personalNumber' },
    })),
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
        birthPapersSection(
          filesOf('householderConsent', householderConsent, 'Consent of the head of the household'),
        ),
        closing(confirmation),
      ],
    ),
  }),
};
