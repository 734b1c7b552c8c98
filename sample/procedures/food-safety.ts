/** 2.001827: food-safety certificate of a producer or trader of farm and sea products, with an inspection of the place. */
import type { SampleProcedure } from './index.ts';
import { certificateData } from './parts/certificate.ts';
import { closing } from './parts/closing.ts';
import { serviceCharge } from './parts/fees.ts';
import { byDepartment, inOrder, locally, publishedBy, receivedAt } from './parts/layers.ts';
import { everyWay, term } from './parts/methods.ts';
import { applyingOrganisation } from './parts/organisation.ts';
import { applicationForm, filesOf, handedIn, handIn, papersSection } from './parts/papers.ts';
import { branchAfter, department, insertAfter, inspection, processOf, usualSteps } from './parts/process.ts';
import { ask, form, option, page, say, section } from './parts/question.ts';

const code = '2.001827';
const name = 'Cấp Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm nông, lâm, thủy sản';
const law = 'Luật An toàn thực phẩm 55/2010/QH12, Điều 34 đến 36';
const office = department('Sở Nông nghiệp và Môi trường', 'Chi cục Quản lý chất lượng nông, lâm, thủy sản');

const facility = handedIn('facility-description', 'Bản thuyết minh cơ sở vật chất, trang thiết bị, dụng cụ');

/** A place that was ranked A or B within the year is not inspected again. */
const steps = insertAfter(
  branchAfter(usualSteps(office, 120), 'tham-dinh', [
    { to: 'du-thao', when: 'ranked = "A" or ranked = "B"', label: 'Đã xếp loại A, B trong năm' },
    { to: 'kiem-tra-thuc-dia', when: null, label: 'Cần thẩm định tại cơ sở' },
  ]),
  'tham-dinh',
  inspection('Thẩm định điều kiện an toàn thực phẩm tại cơ sở', office.unit, 24),
);

export const foodSafety: SampleProcedure = {
  from: '2025-07-01',
  national: {
    code,
    name,
    domain: 'Quản lý chất lượng nông lâm sản và thủy sản',
    domainCode: 'G10-NN09',
    levels: ['province', 'commune'],
    audience: ['enterprise', 'household-business', 'organisation', 'citizen'],
    competent: 'Cơ quan do Ủy ban nhân dân cấp tỉnh chỉ định',
    implementing: ['Chi cục Quản lý chất lượng nông, lâm, thủy sản'],
    supporting: null,
    receiving: receivedAt.province,
    publisher: 'Bộ Nông nghiệp và Môi trường',
    steps: inOrder(
      'Cơ sở gửi đơn và bản thuyết minh điều kiện.',
      'Cơ quan cấp phép kiểm tra hồ sơ, thẩm định tại cơ sở nếu chưa được xếp loại.',
      'Cơ sở đạt thì nhận giấy chứng nhận; chưa đạt thì được nói rõ điều cần khắc phục.',
    ),
    methods: everyWay(
      [term(15, 'day')],
      [
        serviceCharge('P-ATTP', 'Phí thẩm định cấp giấy chứng nhận an toàn thực phẩm', 700_000, {
          per: 'cơ sở',
          basis: 'Thông tư 285/2016/TT-BTC',
        }),
      ],
    ),
    groups: [
      handIn(
        applicationForm(
          'Đơn đề nghị cấp giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm',
          'food-safety',
        ),
        facility,
      ),
    ],
    conditions:
      'Cơ sở có đăng ký ngành nghề thực phẩm, đạt điều kiện vệ sinh, thiết bị và con người theo quy chuẩn.',
    results: [
      {
        code: 'KQ.G10.000559',
        name: 'Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm',
        template: 'general-certificate',
        paper: true,
      },
    ],
    legalBasis: [
      { number: '55/2010/QH12', title: 'Luật An toàn thực phẩm' },
      {
        number: '38/2018/TT-BNNPTNT',
        title: 'Thông tư về thẩm định, chứng nhận cơ sở đủ điều kiện an toàn thực phẩm',
      },
      {
        number: '17/2025/TT-BNNMT',
        title: 'Thông tư phân định thẩm quyền quản lý chất lượng nông, lâm, thủy sản',
      },
      { number: '285/2016/TT-BTC', title: 'Thông tư về phí thẩm định quản lý chất lượng, an toàn thực phẩm' },
    ],
    decision: publishedBy('1908/QĐ-BNNMT', 'Bộ Nông nghiệp và Môi trường'),
    keywords: ['giấy vệ sinh an toàn thực phẩm', 'VSATTP', 'an toàn thực phẩm'],
  },
  local: locally({
    topics: ['kinh-doanh', 'nong-nghiep'],
    lifeEvents: ['mo-cua-hang'],
    summary: say(
      'Cho cơ sở làm hoặc bán nông sản, thủy sản. Cán bộ đến xem cơ sở một lần.',
      'For those who make or sell farm and sea products. An officer visits once.',
    ),
    nameEn: 'Food-safety certificate',
    decidedBy: byDepartment('so-nong-nghiep-moi-truong'),
    field: 'nong-nghiep',
    resultData: certificateData({
      notation: 'GCN-ATTP',
      title: 'Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm',
      bases: [
        'Căn cứ Luật An toàn thực phẩm ngày 17 tháng 6 năm 2010',
        'Căn cứ kết quả thẩm định điều kiện của cơ sở',
      ],
      decides: 'Chứng nhận:',
      sections: [
        {
          facts: [
            ['Tên cơ sở', 'answers.organisation.name'],
            ['Mã số', 'answers.organisation.taxCode'],
            ['Địa điểm sản xuất, kinh doanh', 'shown.facility'],
            ['Người đại diện', 'answers.organisation.representative'],
            ['Loại hình', 'shown.activity'],
            ['Sản phẩm', 'answers.products'],
          ],
        },
      ],
      conditions: [
        'Cơ sở phải giữ đúng điều kiện đã được chứng nhận; cơ quan có thẩm quyền kiểm tra khi cần.',
      ],
      validity: '=03 năm, đến hết ngày  + today@+36m@day',
      recipients: ['answers.organisation.name'],
    }),
    barriers: [
      {
        reason: 'site-check',
        says: say(
          'Cơ quan cấp phép phải thẩm định tại cơ sở, trừ cơ sở đã xếp loại A, B.',
          'The place must be inspected, unless it is ranked A or B.',
        ),
        basis: 'Luật An toàn thực phẩm 55/2010/QH12, Điều 36',
      },
    ],
    process: processOf(code, name, office, steps),
    form: form(
      'food-safety',
      'Đơn đề nghị cấp giấy chứng nhận an toàn thực phẩm',
      'Application for a food-safety certificate',
      [law],
      [
        applyingOrganisation('Cơ sở sản xuất, kinh doanh', 'Producer or trader'),
        section('co-so-thuc-pham', 'Nơi làm thực phẩm', 'The place', [
          page('dia-diem', 'Địa điểm', 'Place', [
            ask.address('facility', 'Địa điểm sản xuất, kinh doanh', 'Place of production or trade', {
              personalData: 'none',
            }),
          ]),
          page('san-pham', 'Sản phẩm', 'Products', [
            ask.choice('activity', 'Cơ sở làm gì?', 'What is done there?', {
              short: say('loại hình', 'activity'),
              options: [
                option('produce', 'Sản xuất, chế biến', 'Production'),
                option('trade', 'Kinh doanh', 'Trade'),
                option('both', 'Sản xuất và kinh doanh', 'Both'),
              ],
            }),
            ask.text('products', 'Các nhóm sản phẩm', 'Groups of products', { maxLength: 300 }),
          ]),
          page('xep-loai', 'Xếp loại trong năm', 'Rank within the year', [
            ask.choice(
              'ranked',
              'Cơ sở đã được xếp loại trong 12 tháng qua chưa?',
              'Was the place ranked within 12 months?',
              {
                short: say('xếp loại', 'rank'),
                source: { registry: 'business', path: 'foodSafetyRank' },
                options: [
                  option('none', 'Chưa', 'No'),
                  option('A', 'Loại A', 'A'),
                  option('B', 'Loại B', 'B'),
                  option('C', 'Loại C', 'C'),
                ],
              },
            ),
          ]),
          page('nhan-su', 'Người làm', 'Staff', [
            ask.number('staff', 'Số người trực tiếp làm thực phẩm', 'People who handle food', {
              min: 1,
              max: 10_000,
            }),
          ]),
        ]),
        papersSection(filesOf('facilityDescription', facility, 'Description of the facility')),
        closing(
          ask.declaration('trained', 'Tập huấn và sức khỏe', 'Training and health', {
            statement: say(
              'Người làm thực phẩm của cơ sở đã được tập huấn và đủ sức khỏe theo quy định.',
              'The people who handle food are trained and in good health as required.',
            ),
          }),
        ),
      ],
    ),
  }),
};
