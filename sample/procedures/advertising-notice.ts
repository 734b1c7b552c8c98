/** 1.004650: notice of an advertisement on a billboard or banner (thông báo sản phẩm quảng cáo): silence after the limit is approval. */
import type { SampleProcedure } from './index.ts';
import { decisionData } from './parts/administrative-decision.ts';
import { closing } from './parts/closing.ts';
import { fee } from './parts/fees.ts';
import { byDepartment, inOrder, listedBy, locally, receivedAt } from './parts/layers.ts';
import { everyWay, term } from './parts/methods.ts';
import { applyingOrganisation } from './parts/organisation.ts';
import { applicationForm, filesOf, handedIn, handIn, papersSection } from './parts/papers.ts';
import { department, processOf, usualSteps } from './parts/process.ts';
import { ask, form, is, option, page, say, section } from './parts/question.ts';

const code = '1.004650';
const name = 'Tiếp nhận hồ sơ thông báo sản phẩm quảng cáo trên bảng quảng cáo, băng-rôn';
const law = 'Luật Quảng cáo 16/2012/QH13, Điều 29, 30';
const office = department('Sở Văn hóa, Thể thao và Du lịch', 'Phòng Quản lý văn hóa');

const papers = {
  conformity: handedIn(
    'conformity',
    'Giấy tờ về sự hợp chuẩn, hợp quy hoặc đủ điều kiện quảng cáo của hàng hóa, dịch vụ',
    {
      originals: 0,
      copies: 1,
    },
  ),
  design: handedIn('design', 'Ma-két sản phẩm quảng cáo có chữ ký', { originals: 0, copies: 1 }),
  event: handedIn('event', 'Văn bản về việc tổ chức sự kiện, chính sách xã hội', {
    originals: 0,
    copies: 1,
    when: is('purpose', 'event'),
  }),
  place: handedIn('place-view', 'Phối cảnh vị trí đặt bảng quảng cáo'),
  right: handedIn('right-to-place', 'Giấy tờ chứng minh quyền dùng địa điểm hoặc bảng quảng cáo', {
    originals: 0,
    copies: 1,
  }),
} as const;

export const advertisingNotice: SampleProcedure = {
  from: '2025-07-01',
  national: {
    code,
    name,
    domain: 'Quảng cáo',
    domainCode: 'G16-VH12',
    levels: ['province'],
    audience: ['enterprise', 'organisation', 'household-business', 'citizen'],
    competent: 'Sở Văn hóa, Thể thao và Du lịch',
    implementing: ['Sở Văn hóa, Thể thao và Du lịch'],
    supporting: null,
    receiving: receivedAt.province,
    publisher: 'Bộ Văn hóa, Thể thao và Du lịch',
    steps: inOrder(
      'Người quảng cáo gửi thông báo trước ít nhất 15 ngày.',
      'Sở trả lời trong 5 ngày làm việc; không đồng ý thì nêu rõ lý do và yêu cầu sửa.',
      'Quá hạn mà Sở không trả lời thì được quảng cáo như đã thông báo.',
    ),
    methods: everyWay(
      [term(5, 'working-day')],
      [
        fee('QC', 'Phí, lệ phí', 0, {
          basis: 'Luật Quảng cáo 16/2012/QH13, Điều 29, 30: không quy định phí, lệ phí',
        }),
      ],
    ),
    groups: [
      handIn(
        applicationForm('Văn bản thông báo nội dung, thời gian, địa điểm và số lượng', 'advertising-notice'),
        ...Object.values(papers),
      ),
    ],
    conditions:
      'Nội dung không thuộc loại cấm; chữ nước ngoài nhỏ hơn và đặt dưới chữ Việt; vị trí theo quy hoạch quảng cáo.',
    results: [
      {
        code: null,
        name: 'Văn bản trả lời thông báo sản phẩm quảng cáo',
        template: 'named-document',
        paper: true,
      },
    ],
    legalBasis: [
      { number: '16/2012/QH13', title: 'Luật Quảng cáo' },
      { number: '75/2025/QH15', title: 'Luật sửa đổi, bổ sung một số điều của Luật Quảng cáo' },
      { number: '181/2013/NĐ-CP', title: 'Nghị định quy định chi tiết Luật Quảng cáo' },
    ],
    decision: listedBy('Bộ Văn hóa, Thể thao và Du lịch'),
    keywords: ['xin phép treo băng rôn', 'bảng hiệu quảng cáo', 'biển quảng cáo'],
  },
  local: locally({
    topics: ['kinh-doanh'],
    lifeEvents: [],
    summary: say(
      'Báo trước khi treo bảng quảng cáo, băng-rôn. Sau 5 ngày làm việc không có trả lời là được làm.',
      'Tell before you put up a billboard or banner. No answer in five working days means yes.',
    ),
    nameEn: 'Notice of an advertisement on a billboard or banner',
    decidedBy: byDepartment('so-van-hoa-the-thao-du-lich'),
    field: 'van-hoa',
    silence: 'approval',
    resultData: decisionData({
      notation: 'TB-SVHTTDL',
      type: 'Thông báo',
      abstract: '=Về việc tiếp nhận thông báo sản phẩm quảng cáo của  + answers.organisation.name',
      bases: [
        'Căn cứ Luật Quảng cáo ngày 21 tháng 6 năm 2012',
        'Căn cứ Nghị định số 181/2013/NĐ-CP ngày 14 tháng 11 năm 2013 của Chính phủ',
      ],
      articles: [
        '=Đã nhận thông báo của  + answers.organisation.name + =. Phương tiện:  + shown.medium + =. Nội dung:  + answers.content + =.',
        '=Địa điểm:  + shown.place + =. Số lượng:  + shown.quantity + =. Thời gian: từ ngày  + answers.from@day + = đến hết ngày  + answers.until@day + =.',
        '=Không có ý kiến khác về nội dung đã thông báo. Bảng quảng cáo phải ghi tên, địa chỉ người thực hiện và được tháo dỡ khi hết thời gian.',
      ],
      recipients: ['answers.organisation.name', '=Ủy ban nhân dân cấp xã nơi đặt quảng cáo'],
    }),
    process: processOf(code, name, office, usualSteps(office, 40)),
    form: {
      ...form(
        'advertising-notice',
        'Thông báo sản phẩm quảng cáo',
        'Notice of an advertisement',
        [law],
        [
          applyingOrganisation('Người quảng cáo', 'The advertiser'),
          section('quang-cao', 'Sản phẩm quảng cáo', 'The advertisement', [
            page('phuong-tien', 'Phương tiện và nội dung', 'Medium and content', [
              ask.choice('medium', 'Quảng cáo trên phương tiện nào?', 'On what medium?', {
                short: say('phương tiện', 'medium'),
                options: [
                  option('board', 'Bảng quảng cáo', 'Billboard'),
                  option('banner', 'Băng-rôn', 'Banner'),
                ],
              }),
              ask.longText('content', 'Nội dung quảng cáo', 'Content', { maxLength: 1000, rows: 4 }),
            ]),
            page('muc-dich', 'Mục đích', 'Purpose', [
              ask.choice('purpose', 'Quảng cáo cho việc gì?', 'For what?', {
                short: say('mục đích', 'purpose'),
                options: [
                  option('goods', 'Hàng hóa, dịch vụ', 'Goods or services'),
                  option('event', 'Sự kiện, chính sách xã hội', 'An event or social policy'),
                ],
              }),
            ]),
            page('dia-diem', 'Địa điểm và số lượng', 'Place and number', [
              ask.address('place', 'Địa điểm', 'Place', { personalData: 'none' }),
              ask.number('quantity', 'Số lượng', 'Number', {
                min: 1,
                max: 500,
                unit: say('sản phẩm', 'items'),
              }),
            ]),
            page('thoi-gian', 'Thời gian', 'Time', [
              ask.date('from', 'Từ ngày', 'From', { notBefore: 'today' }),
              ask.date('until', 'Đến hết ngày', 'Until', {
                notBefore: 'today',
                hint: say('Băng-rôn không quá 15 ngày.', 'Banners at most 15 days.'),
              }),
            ]),
          ]),
          papersSection(
            filesOf('conformity', papers.conformity, 'Conformity of goods or services'),
            filesOf('design', papers.design, 'Design'),
            filesOf('eventPaper', papers.event, 'Paper about the event'),
            filesOf('placeView', papers.place, 'View of the place'),
            filesOf('rightToPlace', papers.right, 'Right to use the place'),
          ),
          closing(),
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
