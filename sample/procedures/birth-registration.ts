/** 1.001193: birth registration (đăng ký khai sinh), settled by the people's committee of the commune on the same day. */
import type { SampleProcedure } from './index.ts';
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
import { civilStatusExemptions, copiesCharge, fee, leftToCouncil, RESOLUTION } from './parts/fees.ts';
import { everyWay, sameDay } from './parts/methods.ts';
import { commune, processDecision, processOf, withinTheDay } from './parts/process.ts';
import { ask, form, page, say, section } from './parts/question.ts';

const law = 'Luật Hộ tịch 60/2014/QH13, Điều 14, 15, 16';
const name = 'Đăng ký khai sinh';
const office = commune('Tư pháp - Hộ tịch', 'Công chức tư pháp - hộ tịch');

export const birthRegistration: SampleProcedure = {
  from: '2025-07-01',
  national: {
    code: '1.001193',
    name,
    domain: 'Hộ tịch',
    domainCode: 'G15-TP07',
    levels: ['commune'],
    audience: ['citizen', 'overseas-vietnamese'],
    competent: 'Ủy ban nhân dân cấp xã',
    implementing: ['Ủy ban nhân dân cấp xã nơi cư trú của cha hoặc mẹ'],
    supporting: 'Cơ quan quản lý Cơ sở dữ liệu quốc gia về dân cư',
    receiving: 'Trung tâm Phục vụ hành chính công cấp xã',
    publisher: 'Bộ Tư pháp',
    steps: [
      'Người đi khai sinh điền tờ khai và gửi giấy về việc sinh.',
      'Cán bộ tiếp nhận kiểm tra hồ sơ và trả lời trong 8 giờ làm việc.',
      'Công chức tư pháp - hộ tịch thẩm tra, ghi sổ và lấy số định danh cá nhân cho bé.',
      'Lãnh đạo Ủy ban nhân dân ký, văn thư cấp số và đóng dấu giấy khai sinh.',
      'Giấy khai sinh được trả trong kho giấy tờ điện tử, tại quầy hoặc qua bưu chính.',
    ].join('\n'),
    methods: everyWay(
      [sameDay],
      [
        fee('LP-HT-KS', 'Lệ phí đăng ký khai sinh đúng hạn', 0, {
          basis: 'Luật Hộ tịch 60/2014/QH13, Điều 11',
        }),
        leftToCouncil('LP-HT-KSM', 'Lệ phí đăng ký khai sinh quá 60 ngày', 'Thông tư 85/2019/TT-BTC'),
        copiesCharge('copies'),
      ],
    ),
    groups: birthGroups,
    conditions:
      'Cha hoặc mẹ đăng ký khai sinh cho con trong 60 ngày kể từ ngày sinh; cha mẹ không làm được thì ông, bà, người thân khác hoặc người đang nuôi dưỡng trẻ đi thay.',
    results: [{ code: 'KQ.G15.000031', name: 'Giấy khai sinh', template: 'birth-certificate', paper: true }],
    legalBasis: [
      { number: '60/2014/QH13', title: 'Luật Hộ tịch' },
      { number: '123/2015/NĐ-CP', title: 'Nghị định quy định chi tiết Luật Hộ tịch' },
      {
        number: '87/2020/NĐ-CP',
        title: 'Nghị định về Cơ sở dữ liệu hộ tịch điện tử, đăng ký hộ tịch trực tuyến',
      },
      {
        number: '120/2025/NĐ-CP',
        title: 'Nghị định phân định thẩm quyền của chính quyền địa phương hai cấp',
      },
      { number: '281/2016/TT-BTC', title: 'Thông tư về phí khai thác, sử dụng thông tin hộ tịch' },
    ],
    decision: { number: '163/QĐ-BTP', date: null, signer: null, agency: 'Bộ Tư pháp' },
    keywords: ['giấy khai sinh', 'làm khai sinh cho con', 'giấy chứng sinh'],
  },
  local: {
    term: null,
    fees: [
      fee('LP-HT-KS', 'Lệ phí đăng ký khai sinh, đúng hạn hay quá hạn', 0, {
        basis: `Luật Hộ tịch 60/2014/QH13, Điều 11; ${RESOLUTION}`,
        note: 'Tỉnh miễn lệ phí khai sinh cho mọi trường hợp.',
      }),
      { ...copiesCharge('copies'), exemptions: civilStatusExemptions },
    ],
    processDecision,
    topics: ['ho-tich'],
    lifeEvents: ['co-con-nho'],
    summary: say(
      'Cho con mới sinh, trong vòng 60 ngày. Làm trọn vẹn trên mạng, không phải đến nơi.',
      'For a newborn child, within 60 days. Wholly online, no visit needed.',
    ),
    nameEn: 'Birth registration',
    decidedBy: { kind: 'peoples-committee', slug: null },
    placeFrom: 'mother.residence.commune',
    systemOfRecord: 'us',
    transitional: null,
    field: 'ho-tich',
    afterSupplement: 'resume',
    silence: 'none',
    resultData: birthResult,
    number: birthNumber,
    identifiedBy: sameBirth,
    process: processOf(
      '1.001193',
      name,
      office,
      withinTheDay(office, 'Thẩm tra hồ sơ, ghi sổ, dự thảo giấy khai sinh', 'Giấy khai sinh'),
    ),
    eligibility: [
      {
        id: 'already',
        question: say('Bé đã từng được đăng ký khai sinh chưa?', 'Has the birth been registered before?'),
        stops: 'yes',
        because: say(
          'Bé đã có khai sinh: bạn cần xin bản sao, không đăng ký lần nữa.',
          'The birth is registered: ask for a copy instead.',
        ),
        basis: law,
        instead: '2.000635',
      },
      {
        id: 'foreign',
        question: say(
          'Cha hoặc mẹ của bé có phải là người nước ngoài không?',
          'Is the father or the mother a foreigner?',
        ),
        stops: 'yes',
        because: say(
          'Việc có yếu tố nước ngoài theo một thủ tục khác.',
          'A birth with a foreign parent follows another procedure.',
        ),
        basis: 'Luật Hộ tịch 60/2014/QH13, Điều 35',
        instead: '2.000528',
      },
    ],
    form: form(
      'birth-registration',
      'Tờ khai đăng ký khai sinh',
      'Application for birth registration',
      [law],
      [
        ...birthSections,
        birthPapersSection(),
        section('ban-sao', 'Bản sao', 'Copies', [
          page('so-ban-sao', 'Bản sao giấy khai sinh', 'Copies of the certificate', [
            ask.number('copies', 'Số bản sao bạn cần', 'Number of copies you need', {
              optional: true,
              min: 0,
              max: 20,
              hint: say(
                '8.000 đồng một bản. Không cần thì để trống.',
                'VND 8,000 each. Leave empty for none.',
              ),
            }),
          ]),
        ]),
        closing(confirmation),
      ],
    ),
  },
};
