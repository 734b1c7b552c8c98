/** 1.004222: permanent residence (đăng ký thường trú) of a child with its parents, settled by the police of the commune. */
import type { SampleProcedure } from './index.ts';
import { communeOfChild, householderConsent, residence } from './parts/after-birth.ts';
import { parentsOfRegistered, registeredChild } from './parts/birth-questions.ts';
import { certificateData } from './parts/certificate.ts';
import { closing } from './parts/closing.ts';
import { fee } from './parts/fees.ts';
import { inOrder, locally, publishedBy, receivedAt } from './parts/layers.ts';
import { everyWay, term } from './parts/methods.ts';
import { filesOf, handIn, papersSection } from './parts/papers.ts';
import { processOf, withinTheDay } from './parts/process.ts';
import { form, say } from './parts/question.ts';

export const RESIDENCE = '1.004222';
const name = 'Đăng ký thường trú';
const law = 'Luật Cư trú 68/2020/QH14, Điều 20, 21, 22';
const office = {
  agency: 'Công an cấp xã',
  unit: 'Công an cấp xã',
  officer: 'Cán bộ đăng ký cư trú',
  signer: 'Trưởng Công an cấp xã',
};

export const childResidence: SampleProcedure = {
  from: '2025-07-01',
  national: {
    code: RESIDENCE,
    name,
    domain: 'Đăng ký, quản lý cư trú',
    domainCode: 'G01-CA05',
    levels: ['commune'],
    audience: ['citizen'],
    competent: 'Công an cấp xã',
    implementing: ['Công an cấp xã'],
    supporting: null,
    receiving: receivedAt.commune,
    publisher: 'Bộ Công an',
    steps: inOrder(
      'Cha hoặc mẹ khai nơi bé ở; chủ hộ là người khác thì gửi kèm ý kiến đồng ý.',
      'Công an cấp xã thẩm tra và cập nhật Cơ sở dữ liệu về cư trú.',
      'Thông báo kết quả được trả trong kho giấy tờ điện tử hoặc tại quầy.',
    ),
    methods: everyWay(
      [term(7, 'working-day')],
      [
        fee('LP-CT-TE', 'Lệ phí đăng ký thường trú cho trẻ em', 0, {
          basis: 'Thông tư 75/2022/TT-BTC, Điều 4',
        }),
      ],
    ),
    groups: [handIn(householderConsent)],
    conditions: 'Bé đã được đăng ký khai sinh và có số định danh cá nhân.',
    results: [
      {
        code: 'KQ.G01.000065',
        name: 'Thông báo kết quả đăng ký thường trú',
        template: 'general-certificate',
        paper: false,
      },
    ],
    legalBasis: [
      { number: '68/2020/QH14', title: 'Luật Cư trú' },
      { number: '154/2024/NĐ-CP', title: 'Nghị định quy định chi tiết Luật Cư trú' },
    ],
    decision: publishedBy('1523/QĐ-BCA-C06', 'Bộ Công an'),
    keywords: ['nhập hộ khẩu', 'thường trú cho bé', 'nhập khẩu cho con'],
  },
  local: locally({
    // The province promises less than the seven days of the law, so that the joint request is settled in three.
    term: term(2, 'working-day'),
    topics: ['cu-tru-giay-to'],
    lifeEvents: ['co-con-nho'],
    summary: say(
      'Cho bé đã có giấy khai sinh, ở cùng cha mẹ hoặc nơi khác được chủ hộ đồng ý.',
      'For a child whose birth is registered, with its parents or where the head of the household agrees.',
    ),
    nameEn: 'Permanent residence of a child',
    decidedBy: { kind: 'police', slug: null },
    placeFrom: communeOfChild,
    field: 'cu-tru',
    resultData: certificateData({
      notation: 'TB-CA',
      title: 'Thông báo kết quả đăng ký thường trú',
      bases: [law],
      sections: [
        {
          facts: [
            ['Họ, chữ đệm, tên', 'answers.childName'],
            ['Ngày sinh', 'answers.childBorn@day'],
            ['Số định danh cá nhân', 'answers.childNumber'],
            ['Thường trú theo', 'shown.livesWith'],
            ['Nơi thường trú', 'found.residence'],
            ['Ngày đăng ký', 'today@day'],
          ],
        },
      ],
      conditions: ['Khi đổi nơi ở, cha mẹ khai lại trong thời hạn của Luật Cư trú.'],
      recipients: ['answers.declarantName'],
    }),
    process: processOf(
      RESIDENCE,
      name,
      office,
      withinTheDay(office, 'Thẩm tra, cập nhật cư trú, dự thảo thông báo', 'Thông báo kết quả'),
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
      'child-residence',
      'Tờ khai thay đổi thông tin cư trú',
      'Residence of a child',
      [law],
      [
        ...registeredChild,
        parentsOfRegistered,
        residence,
        papersSection(
          filesOf('householderConsent', householderConsent, 'Consent of the head of the household'),
        ),
        closing(),
      ],
    ),
  }),
};
