/** 1.013225: permit to build an individual house (cấp giấy phép xây dựng mới, nhà ở riêng lẻ), with a visit to the site. */
import { constructionPermitForm, constructionPapers } from './parts/construction-questions.ts';
import type { SampleProcedure } from './index.ts';
import { fee, leftToCouncil, RESOLUTION } from './parts/fees.ts';
import { everyWay, term } from './parts/methods.ts';
import { applicationForm, handIn } from './parts/papers.ts';
import {
  branchAfter,
  commune,
  insertAfter,
  inspection,
  processDecision,
  processOf,
  usualSteps,
} from './parts/process.ts';
import { say } from './parts/question.ts';
import { factsAt, listAt } from './parts/result-data.ts';

const name = 'Cấp giấy phép xây dựng mới đối với công trình cấp III, cấp IV và nhà ở riêng lẻ';
const office = commune('Phòng Kinh tế, Hạ tầng và Đô thị', 'Công chức địa chính - xây dựng');
const site = 'Luật Xây dựng 50/2014/QH13, Điều 102';

/** The commune decides; where the architecture of an area is managed, the department is asked before the visit. */
const steps = insertAfter(
  branchAfter(usualSteps(office, 120), 'tham-dinh', [
    { to: 'y-kien-so', when: 'managedArea = true', label: 'Khu vực quản lý kiến trúc' },
    { to: 'kiem-tra-thuc-dia', when: null, label: 'Khu vực khác' },
  ]),
  'tham-dinh',
  {
    id: 'y-kien-so',
    step: 'Lấy ý kiến về quy hoạch, kiến trúc',
    unit: 'Sở Xây dựng',
    position: 'Chuyên viên quy hoạch - kiến trúc',
    hours: 24,
    output: 'Văn bản ý kiến của Sở Xây dựng',
    act: 'opinion',
  },
  inspection('Kiểm tra thực địa thửa đất và công trình liền kề', office.unit, 8),
);

export const constructionPermit: SampleProcedure = {
  from: '2025-07-01',
  national: {
    code: '1.013225',
    name,
    domain: 'Hoạt động xây dựng',
    domainCode: 'G17-XD11',
    levels: ['commune'],
    audience: ['citizen', 'organisation', 'enterprise'],
    competent: 'Ủy ban nhân dân cấp xã',
    implementing: ['Ủy ban nhân dân cấp xã nơi có đất'],
    supporting: 'Sở Xây dựng, đối với khu vực quản lý kiến trúc',
    receiving: 'Trung tâm Phục vụ hành chính công cấp xã',
    publisher: 'Bộ Xây dựng',
    steps: [
      'Chủ đầu tư gửi đơn, giấy tờ về đất và bản vẽ thiết kế.',
      'Cơ quan cấp phép xem xét hồ sơ, kiểm tra thực địa trong 7 ngày làm việc và báo một lần nếu còn thiếu.',
      'Khu vực quản lý kiến trúc: cơ quan cấp phép hỏi ý kiến Sở Xây dựng.',
      'Cơ quan cấp phép đối chiếu điều kiện, ký và trả giấy phép; không cấp thì trả lời bằng văn bản có lý do.',
    ].join('\n'),
    methods: everyWay(
      [term(15, 'day', 'Nhà ở riêng lẻ'), term(20, 'day', 'Công trình khác')],
      [leftToCouncil('LP-GPXD', 'Lệ phí cấp giấy phép xây dựng', 'Thông tư 85/2019/TT-BTC')],
    ),
    groups: [
      handIn(
        applicationForm('Đơn đề nghị cấp giấy phép xây dựng', 'construction-permit'),
        ...Object.values(constructionPapers),
      ),
    ],
    conditions:
      'Phù hợp mục đích sử dụng đất và quy hoạch; bảo đảm an toàn cho công trình, nhà liền kề và phòng cháy; thiết kế làm theo quy định.',
    results: [
      {
        code: 'KQ.G17.000311',
        name: 'Giấy phép xây dựng kèm hồ sơ thiết kế có dấu của cơ quan cấp phép',
        template: 'construction-permit',
        paper: true,
      },
    ],
    legalBasis: [
      { number: '50/2014/QH13', title: 'Luật Xây dựng' },
      { number: '62/2020/QH14', title: 'Luật sửa đổi, bổ sung một số điều của Luật Xây dựng' },
      {
        number: '175/2024/NĐ-CP',
        title: 'Nghị định quy định chi tiết Luật Xây dựng về quản lý hoạt động xây dựng',
      },
      { number: '140/2025/NĐ-CP', title: 'Nghị định phân định thẩm quyền trong lĩnh vực xây dựng' },
      { number: '14/2026/NĐ-CP', title: 'Nghị định cắt giảm, đơn giản hóa thủ tục trong lĩnh vực xây dựng' },
    ],
    decision: { number: '56/QĐ-BXD', date: null, signer: null, agency: 'Bộ Xây dựng' },
    keywords: ['xin phép xây nhà', 'giấy phép xây dựng', 'xây nhà mới'],
  },
  local: {
    term: null,
    fees: [fee('LP-GPXD', 'Lệ phí cấp giấy phép xây dựng nhà ở riêng lẻ', 75_000, { basis: RESOLUTION })],
    processDecision,
    topics: ['dat-nha'],
    lifeEvents: ['mua-xay-nha'],
    summary: say(
      'Cho người xây nhà ở trên đất của mình. Cán bộ đến xem thực địa một lần.',
      'For those who build a house on their land. An officer visits the site once.',
    ),
    nameEn: 'Permit to build an individual house',
    decidedBy: { kind: 'peoples-committee', slug: null },
    placeFrom: 'land.place.commune',
    receiving: 'Trung tâm Phục vụ hành chính công nơi bạn thấy tiện trong tỉnh',
    systemOfRecord: 'us',
    transitional: null,
    field: 'xay-dung',
    afterSupplement: 'resume',
    silence: 'none',
    resultData: {
      notation: '=GPXD',
      work: '=Xây dựng mới nhà ở riêng lẻ',
      'owner.name': 'answers.applicantName',
      'owner.address': 'shown.applicantResidence',
      'owner.document': '=Số định danh cá nhân  + answers.applicantNumber',
      'building.name': '=Nhà ở riêng lẻ',
      'building.design': 'answers.designName',
      'building.designer': 'answers.designer.name',
      'building.location':
        '=Thửa đất số  + shown.land.parcel + =, tờ bản đồ số  + shown.land.sheet + =,  + shown.land.place',
      'building.groundLevel': 'answers.groundLevel',
      'building.density': 'shown.density',
      ...factsAt(
        'building.figures',
        ['Diện tích xây dựng (tầng một)', 'shown.footprint'],
        ['Tổng diện tích sàn', 'shown.floorArea'],
        ['Chiều cao công trình', 'shown.height'],
        ['Số tầng', 'shown.floors'],
        ['Chỉ giới đường đỏ, chỉ giới xây dựng', 'answers.setback'],
      ),
      landTitle: '=Giấy chứng nhận số  + answers.land.certificate',
      startWithinMonths: '#12',
      ...listAt(
        'duties',
        '=Chịu trách nhiệm trước pháp luật nếu xâm phạm quyền của chủ sở hữu liền kề.',
        '=Làm đúng pháp luật về đất đai, xây dựng và giấy phép này.',
        '=Báo ngày khởi công cho cơ quan cấp phép trước khi xây.',
        '=Đưa giấy phép khi được yêu cầu và treo biển báo tại nơi xây.',
        '=Đổi thiết kế làm khác nội dung giấy phép thì xin điều chỉnh và chờ quyết định.',
      ),
      ...listAt('recipients', 'answers.applicantName', '=Lưu: VT, KT'),
    },
    barriers: [
      {
        reason: 'site-check',
        says: say(
          'Cơ quan cấp phép phải đến xem thực địa trước khi quyết định.',
          'The agency must see the site before it decides.',
        ),
        basis: site,
      },
    ],
    process: processOf('1.013225', name, office, steps),
    eligibility: [
      {
        id: 'exempt',
        question: say(
          'Nhà bạn định xây có dưới 7 tầng và nằm ở nông thôn, ngoài khu vực có quy hoạch xây dựng không?',
          'Is the house below seven storeys, in the countryside and outside any planned area?',
        ),
        stops: 'yes',
        because: say('Nhà này được miễn giấy phép xây dựng.', 'Such a house needs no permit.'),
        basis: 'Luật Xây dựng 50/2014/QH13 (sửa đổi 2020), Điều 89',
        instead: null,
      },
    ],
    form: constructionPermitForm,
  },
};
