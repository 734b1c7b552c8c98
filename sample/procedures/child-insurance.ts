/** 1.002535: health insurance card (cấp thẻ bảo hiểm y tế) of a child under six, issued by the social insurance of the province. */
import type { SampleProcedure } from './index.ts';
import { insurance } from './parts/after-birth.ts';
import { registeredChild } from './parts/birth-questions.ts';
import { certificateData } from './parts/certificate.ts';
import { closing } from './parts/closing.ts';
import { fee } from './parts/fees.ts';
import { inOrder, listedBy, locally, receivedAt } from './parts/layers.ts';
import { everyWay, term } from './parts/methods.ts';
import { department, processOf, withinTheDay } from './parts/process.ts';
import { form, say } from './parts/question.ts';

export const HEALTH_INSURANCE = '1.002535';
const name = 'Cấp thẻ bảo hiểm y tế';
const law = 'Luật Bảo hiểm y tế 25/2008/QH12, Điều 12, 16, 17';
const office = {
  ...department('Bảo hiểm xã hội tỉnh', 'Phòng Quản lý thu - Sổ, Thẻ'),
  officer: 'Chuyên viên cấp thẻ',
  signer: 'Giám đốc Bảo hiểm xã hội',
};

export const childInsurance: SampleProcedure = {
  from: '2025-07-01',
  national: {
    code: HEALTH_INSURANCE,
    name,
    domain: 'Tài chính y tế',
    levels: ['province'],
    audience: ['citizen'],
    competent: 'Bảo hiểm xã hội tỉnh',
    implementing: ['Bảo hiểm xã hội tỉnh'],
    supporting: null,
    receiving: receivedAt.commune,
    publisher: 'Bộ Y tế',
    steps: inOrder(
      'Cha hoặc mẹ khai nơi khám chữa bệnh ban đầu và cách nhận thẻ.',
      'Bảo hiểm xã hội kiểm tra và cấp mã thẻ.',
      'Thẻ điện tử có ngay; thẻ giấy được gửi qua bưu điện nếu cha mẹ chọn.',
    ),
    methods: everyWay(
      [term(5, 'working-day')],
      [
        fee('BHYT-TE', 'Phí cấp thẻ', 0, {
          basis: 'Luật Bảo hiểm y tế 25/2008/QH12, Điều 16: không quy định phí cấp thẻ',
        }),
      ],
    ),
    groups: [],
    conditions: 'Trẻ dưới 6 tuổi đã được đăng ký khai sinh.',
    results: [
      { code: 'KQ.G18.000047', name: 'Thẻ bảo hiểm y tế', template: 'general-certificate', paper: true },
    ],
    legalBasis: [
      { number: '25/2008/QH12', title: 'Luật Bảo hiểm y tế' },
      { number: '188/2025/NĐ-CP', title: 'Nghị định quy định chi tiết Luật Bảo hiểm y tế' },
    ],
    decision: listedBy('Bộ Y tế'),
    keywords: ['thẻ bhyt cho bé', 'bảo hiểm y tế trẻ em'],
  },
  local: locally({
    // As with residence: less than the law allows, so that the joint request is settled in three days.
    term: term(2, 'working-day'),
    topics: ['bao-hiem'],
    lifeEvents: ['co-con-nho'],
    summary: say(
      'Cho bé dưới 6 tuổi đã có giấy khai sinh. Không mất tiền.',
      'For a child under six whose birth is registered. Free.',
    ),
    nameEn: 'Health insurance card of a child',
    decidedBy: { kind: 'insurance', slug: 'bhxh-tinh' },
    field: 'bao-hiem',
    resultData: certificateData({
      notation: 'BHXH',
      title: 'Thẻ bảo hiểm y tế (bản điện tử)',
      bases: [law],
      sections: [
        {
          facts: [
            ['Mã thẻ', 'found.cardNumber'],
            ['Họ, chữ đệm, tên', 'answers.childName'],
            ['Ngày sinh', 'answers.childBorn@day'],
            ['Giới tính', 'answers.childSex'],
            ['Số định danh cá nhân', 'answers.childNumber'],
            ['Nơi khám chữa bệnh ban đầu', 'answers.facility'],
            ['Có giá trị từ', 'today@day'],
          ],
        },
      ],
      conditions: ['Thẻ có giá trị đến khi bé đủ 72 tháng tuổi; khám chữa bệnh thì xuất trình mã thẻ này.'],
      recipients: ['answers.declarantName'],
    }),
    process: processOf(
      HEALTH_INSURANCE,
      name,
      office,
      withinTheDay(office, 'Kiểm tra, cấp mã thẻ, lập thẻ', 'Thẻ bảo hiểm y tế'),
    ),
    eligibility: [
      {
        id: 'registered',
        question: say(
          'Bé đã có giấy khai sinh và số định danh chưa?',
          'Is the birth registered, with a personal number?',
        ),
        stops: 'no',
        because: say(
          'Bạn có thể khai một lần cho cả giấy khai sinh, thường trú và thẻ bảo hiểm y tế.',
          'Birth, residence and insurance can be one request.',
        ),
        basis: law,
        instead: '2.002621',
      },
    ],
    form: form(
      'child-insurance',
      'Tờ khai cấp thẻ bảo hiểm y tế cho trẻ em',
      'Health insurance card of a child',
      [law],
      [...registeredChild, insurance, closing()],
    ),
  }),
};
