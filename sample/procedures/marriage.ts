/** 1.000894: marriage registration (đăng ký kết hôn). Both come once, to sign before the officer. */
import type { SampleProcedure } from './index.ts';
import { contactPage } from './parts/applicant.ts';
import { closing } from './parts/closing.ts';
import { civilStatusExemptions, copiesCharge, fee } from './parts/fees.ts';
import { byCommune, inOrder, locally, publishedBy, receivedAt } from './parts/layers.ts';
import { by, sameDay, term } from './parts/methods.ts';
import { answeredBy, identity, show, shown } from './parts/papers.ts';
import { commune, processOf, withinTheDay } from './parts/process.ts';
import { ask, form, option, page, say, section } from './parts/question.ts';
import { personAt } from './parts/result-data.ts';

const code = '1.000894';
const name = 'Đăng ký kết hôn';
const law = 'Luật Hộ tịch 60/2014/QH13, Điều 18';
const office = commune('Tư pháp - Hộ tịch', 'Công chức tư pháp - hộ tịch');

const spouse = (id: 'wife' | 'husband', vi: string, en: string, path: string) =>
  page(`ben-${id}`, `Bên ${vi}`, `The ${en}`, [
    ask.person(id, `Bên ${vi}`, `The ${en}`, {
      ask: ['name', 'birth', 'personalNumber', 'ethnicity', 'nationality', 'residence'],
      source: { registry: 'account', path },
    }),
    ask.choice(`${id}Before`, `Bên ${vi} đã từng kết hôn chưa?`, `Has the ${en} been married before?`, {
      short: say(`lần kết hôn trước của bên ${vi}`, `earlier marriage of the ${en}`),
      personalData: 'sensitive',
      options: [
        option('never', 'Chưa từng', 'Never'),
        option('divorced', 'Đã ly hôn', 'Divorced'),
        option('widowed', 'Vợ hoặc chồng đã mất', 'Widowed'),
      ],
    }),
  ]);

const signing = {
  id: 'ky-so',
  step: 'Hai bên có mặt, xác nhận tự nguyện và ký vào sổ',
  unit: office.unit,
  position: office.officer,
  hours: 1,
  output: 'Sổ đăng ký kết hôn có chữ ký hai bên',
  act: 'appraise',
} as const;

export const marriage: SampleProcedure = {
  from: '2025-07-01',
  national: {
    code,
    name,
    domain: 'Hộ tịch',
    domainCode: 'G15-TP07',
    levels: ['commune'],
    audience: ['citizen'],
    competent: 'Ủy ban nhân dân cấp xã',
    implementing: ['Ủy ban nhân dân cấp xã nơi cư trú của một trong hai bên'],
    supporting: null,
    receiving: receivedAt.commune,
    publisher: 'Bộ Tư pháp',
    steps: inOrder(
      'Hai bên khai chung một tờ khai.',
      'Công chức tra cứu tình trạng hôn nhân của cả hai và xác minh khi cần.',
      'Hai bên cùng đến ký vào sổ và giấy chứng nhận.',
      'Mỗi bên nhận một bản giấy chứng nhận kết hôn.',
    ),
    methods: by(
      ['online', 'in-person'],
      [sameDay, term(5, 'working-day', 'Phải xác minh điều kiện kết hôn')],
      [
        fee('LP-HT-KH', 'Lệ phí đăng ký kết hôn', 0, { basis: 'Luật Hộ tịch 60/2014/QH13, Điều 11' }),
        copiesCharge('copies'),
      ],
    ),
    groups: [
      show(
        identity,
        shown('residence', 'Giấy tờ chứng minh nơi cư trú', { standIns: [answeredBy('population')] }),
        shown('marital-status', 'Giấy tờ chứng minh tình trạng hôn nhân', {
          paper: 'KQ.G15.000038',
          standIns: [answeredBy('civil-status')],
        }),
      ),
    ],
    conditions:
      'Nam từ đủ 20 tuổi, nữ từ đủ 18 tuổi; hai bên tự nguyện, không mất năng lực hành vi dân sự và không thuộc trường hợp cấm kết hôn.',
    results: [
      {
        code: 'KQ.G15.000032',
        name: 'Giấy chứng nhận kết hôn',
        template: 'marriage-certificate',
        paper: true,
      },
    ],
    legalBasis: [
      { number: '60/2014/QH13', title: 'Luật Hộ tịch' },
      { number: '52/2014/QH13', title: 'Luật Hôn nhân và gia đình' },
      { number: '123/2015/NĐ-CP', title: 'Nghị định quy định chi tiết Luật Hộ tịch' },
      {
        number: '120/2025/NĐ-CP',
        title: 'Nghị định phân định thẩm quyền của chính quyền địa phương hai cấp',
      },
    ],
    decision: publishedBy('163/QĐ-BTP', 'Bộ Tư pháp'),
    keywords: ['giấy kết hôn', 'đăng ký hôn thú', 'cưới'],
  },
  local: locally({
    fees: [
      fee('LP-HT-KH', 'Lệ phí đăng ký kết hôn', 0, { basis: 'Luật Hộ tịch 60/2014/QH13, Điều 11' }),
      { ...copiesCharge('copies'), exemptions: civilStatusExemptions },
    ],
    topics: ['ho-tich'],
    lifeEvents: ['ket-hon'],
    summary: say(
      'Khai trên mạng trước, hai người chỉ đến một lần để ký.',
      'Apply online; both come once, to sign.',
    ),
    nameEn: 'Marriage registration',
    decidedBy: byCommune,
    field: 'ho-tich',
    // The same two people.
    identifiedBy: [{ matter: 'marriage', answers: ['wife.personalNumber', 'husband.personalNumber'] }],
    resultData: {
      ...personAt('wife', 'wife'),
      ...personAt('husband', 'husband'),
      'registration.place': 'issuer.agency',
      'registration.date': 'today',
    },
    barriers: [
      {
        reason: 'presence',
        says: say(
          'Hai bên phải có mặt để ký vào sổ và giấy chứng nhận.',
          'Both must be present to sign the register and the certificate.',
        ),
        basis: law,
      },
    ],
    process: processOf(code, name, office, [
      signing,
      ...withinTheDay(office, 'Dự thảo giấy chứng nhận, ghi sổ', 'Giấy chứng nhận kết hôn'),
    ]),
    eligibility: [
      {
        id: 'foreigner',
        question: say('Một trong hai người là người nước ngoài?', 'Is one of the two a foreigner?'),
        stops: 'yes',
        because: say(
          'Kết hôn với người nước ngoài theo một thủ tục khác.',
          'A marriage with a foreigner follows another procedure.',
        ),
        basis: 'Luật Hộ tịch 60/2014/QH13, Điều 37',
        instead: '2.000806',
      },
    ],
    form: {
      ...form(
        'marriage',
        'Tờ khai đăng ký kết hôn',
        'Application for marriage registration',
        [law],
        [
          section('hai-ben', 'Hai bên', 'Both', [
            spouse('wife', 'nữ', 'bride', 'asWoman'),
            spouse('husband', 'nam', 'groom', 'asMan'),
            contactPage,
          ]),
          section('hen-ky', 'Buổi ký', 'Signing', [
            page('ngay-ky', 'Ngày hai bên đến ký', 'Day on which both come', [
              ask.date('signingDay', 'Ngày hai bên muốn đến ký', 'Day on which both want to sign', {
                notBefore: 'today',
              }),
            ]),
            page('so-ban-sao', 'Bản sao', 'Copies', [
              ask.number('copies', 'Số bản sao trích lục bạn cần', 'Number of copies you need', {
                optional: true,
                min: 0,
                max: 20,
              }),
            ]),
          ]),
          closing(
            ask.declaration('free', 'Tự nguyện kết hôn', 'Free will', {
              statement: say(
                'Hai chúng tôi tự nguyện kết hôn và không vi phạm điều cấm của Luật Hôn nhân và gia đình.',
                'We marry of our own free will and against no prohibition of the law on marriage.',
              ),
            }),
          ),
        ],
      ),
      rules: [
        {
          id: 'tuoi-nu',
          when: { '<': [{ age: [{ var: 'wife.birth' }, { var: 'today' }] }, 18] },
          field: 'wife.birth',
          message: say('Bên nữ phải từ đủ 18 tuổi.', 'The bride must be 18 or more.'),
        },
        {
          id: 'tuoi-nam',
          when: { '<': [{ age: [{ var: 'husband.birth' }, { var: 'today' }] }, 20] },
          field: 'husband.birth',
          message: say('Bên nam phải từ đủ 20 tuổi.', 'The groom must be 20 or more.'),
        },
      ],
    },
  }),
};
