/** 2.000815: certification of a copy from the original (chứng thực bản sao từ bản chính): the express path at the counter. */
import type { SampleProcedure } from './index.ts';
import { aboutYou } from './parts/applicant.ts';
import { serviceCharge } from './parts/fees.ts';
import { byCommune, inOrder, locally, publishedBy, receivedAt } from './parts/layers.ts';
import { by, sameDay, term } from './parts/methods.ts';
import { show, shown } from './parts/papers.ts';
import { commune, processOf, withinTheDay } from './parts/process.ts';
import { ask, form, page, say, section } from './parts/question.ts';

const code = '2.000815';
const name = 'Chứng thực bản sao từ bản chính';
const law = 'Nghị định 23/2015/NĐ-CP, Điều 20';
const office = commune('Tư pháp - Hộ tịch', 'Công chức tư pháp - hộ tịch');

const pages = { var: 'pages' } as const;

/** 2.000 đồng for each of the first two pages, 1.000 for each further one, never more than 200.000 for a copy; times the copies. */
const charge = serviceCharge('P-CT-BS', 'Phí chứng thực bản sao từ bản chính', 2000, {
  per: 'trang',
  formula: {
    '*': [{ min: [200_000, { '*': [1000, { '+': [pages, { min: [pages, 2] }] }] }] }, { var: 'copies' }],
  },
  basis: 'Thông tư 226/2016/TT-BTC, Điều 4',
  note: 'Từ trang thứ ba: 1.000 đồng một trang; không quá 200.000 đồng một bản.',
});

const original = shown('original', 'Bản chính giấy tờ cần chứng thực');

export const copyCertification: SampleProcedure = {
  from: '2025-07-01',
  national: {
    code,
    name: 'Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan, tổ chức có thẩm quyền cấp hoặc chứng nhận',
    domain: 'Chứng thực',
    domainCode: 'G15-TP03',
    levels: ['commune'],
    audience: ['citizen', 'organisation', 'overseas-vietnamese'],
    competent: 'Ủy ban nhân dân cấp xã; tổ chức hành nghề công chứng',
    implementing: ['Ủy ban nhân dân cấp xã'],
    supporting: null,
    receiving: receivedAt.commune,
    publisher: 'Bộ Tư pháp',
    steps: inOrder(
      'Người yêu cầu đưa bản chính để cán bộ xem và chụp.',
      'Cán bộ đối chiếu bản chụp với bản chính, ghi sổ và soạn lời chứng.',
      'Lãnh đạo ký, văn thư đóng dấu; bản sao được trả ngay.',
    ),
    methods: by(
      ['in-person'],
      [sameDay, term(2, 'working-day', 'Nhiều bản chính, nhiều trang hoặc nội dung phức tạp')],
      [charge],
    ),
    groups: [show(original)],
    conditions:
      'Có bản chính còn rõ nội dung, không bị tẩy xóa, không thuộc loại bị cấm sao chụp, không trái pháp luật.',
    results: [
      {
        code: 'KQ.G15.000021',
        name: 'Bản sao được chứng thực từ bản chính',
        template: 'certified-copy',
        paper: true,
      },
    ],
    legalBasis: [
      {
        number: '23/2015/NĐ-CP',
        title: 'Nghị định về cấp bản sao từ sổ gốc, chứng thực bản sao, chữ ký và hợp đồng',
      },
      { number: '280/2025/NĐ-CP', title: 'Nghị định sửa đổi, bổ sung Nghị định 23/2015/NĐ-CP' },
      { number: '01/2020/TT-BTP', title: 'Thông tư hướng dẫn Nghị định 23/2015/NĐ-CP' },
      { number: '226/2016/TT-BTC', title: 'Thông tư về phí chứng thực' },
    ],
    decision: publishedBy('3152/QĐ-BTP', 'Bộ Tư pháp'),
    keywords: ['sao y', 'sao y bản chính', 'công chứng giấy tờ', 'photo công chứng'],
  },
  local: locally({
    topics: ['chung-thuc'],
    lifeEvents: [],
    summary: say(
      'Mang bản chính đến quầy, nhận bản sao có giá trị như bản chính ngay trong buổi.',
      'Bring the original to the counter and take home a copy of equal value.',
    ),
    nameEn: 'Certification of a copy',
    decidedBy: byCommune,
    field: 'chung-thuc',
    feesBefore: 'return',
    resultData: {
      certifier: '=Tôi, người ký dưới đây',
      office: 'issuer.agency',
      'original.name': 'answers.originalName',
      'original.number': 'answers.originalNumber',
      'original.issuer': 'answers.originalIssuer',
      'original.date': 'answers.originalDate',
      pages: 'answers.pages',
      requester: 'answers.applicantName + =, số định danh cá nhân  + answers.applicantNumber',
      registerNumber: 'found.registerNumber',
      book: 'found.book',
      certified: 'today',
      fee: 'found.fee',
      sha256: 'found.copyHash',
    },
    barriers: [
      {
        reason: 'presence',
        says: say(
          'Cán bộ phải nhìn thấy bản chính nên bạn cần mang đến quầy.',
          'The officer must see the original, so it has to be brought.',
        ),
        basis: law,
      },
    ],
    process: processOf(
      code,
      name,
      office,
      withinTheDay(office, 'Đối chiếu bản chính, ghi sổ, soạn lời chứng', 'Bản sao chứng thực'),
    ),
    form: form(
      'copy-certification',
      'Phiếu yêu cầu chứng thực bản sao',
      'Request to certify a copy',
      [law],
      [
        aboutYou('name', 'number'),
        section('ban-chinh', 'Bản chính', 'The original', [
          page('giay-to-goc', 'Giấy tờ cần chứng thực', 'Paper to copy', [
            ask.text('originalName', 'Tên giấy tờ', 'Name of the paper', {
              hint: say('Ví dụ: Bằng tốt nghiệp đại học.', 'Such as a university diploma.'),
              maxLength: 160,
            }),
            ask.text('originalNumber', 'Số giấy tờ', 'Number of the paper', {
              optional: true,
              maxLength: 60,
            }),
            ask.text('originalIssuer', 'Nơi cấp', 'Issued by', { optional: true, maxLength: 120 }),
            ask.date('originalDate', 'Ngày cấp', 'Issued on', { optional: true, notAfter: 'today' }),
          ]),
          page('so-luong', 'Số trang và số bản', 'Pages and copies', [
            ask.number('pages', 'Số trang của bản chính', 'Pages of the original', { min: 1, max: 500 }),
            ask.number('copies', 'Số bản sao', 'Copies', { min: 1, max: 50 }),
          ]),
        ]),
      ],
    ),
  }),
};
