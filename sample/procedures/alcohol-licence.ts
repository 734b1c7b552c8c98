/** 2.000620: licence to sell alcohol by retail (cấp giấy phép bán lẻ rượu), for five years (Decree 105/2017). */
import type { SampleProcedure } from './index.ts';
import { certificateData } from './parts/certificate.ts';
import { closing } from './parts/closing.ts';
import { serviceCharge } from './parts/fees.ts';
import { byCommune, inOrder, listedBy, locally, receivedAt } from './parts/layers.ts';
import { everyWay, term } from './parts/methods.ts';
import { applyingOrganisation } from './parts/organisation.ts';
import {
  answeredBy,
  applicationForm,
  filesOf,
  handedIn,
  handIn,
  inVault,
  papersSection,
} from './parts/papers.ts';
import { commune, processOf, usualSteps } from './parts/process.ts';
import { ask, form, is, isOneOf, option, page, say, section } from './parts/question.ts';

const code = '2.000620';
const name = 'Cấp Giấy phép bán lẻ rượu';
const law = 'Nghị định 105/2017/NĐ-CP, Điều 13, 23';
const office = commune('Phòng Kinh tế', 'Công chức kinh tế');

const papers = {
  registration: handedIn(
    'registration',
    'Giấy chứng nhận đăng ký doanh nghiệp, hợp tác xã hoặc hộ kinh doanh',
    {
      originals: 0,
      copies: 1,
      // One of several kinds: what is handed in is not taken for any of them.
      standIns: [answeredBy('business'), inVault('KQ.G12.001041'), inVault('KQ.G12.001056')],
    },
  ),
  premises: handedIn('premises', 'Hợp đồng thuê, mượn hoặc giấy tờ về quyền dùng địa điểm bán lẻ', {
    originals: 0,
    copies: 1,
  }),
  introduction: handedIn(
    'introduction',
    'Văn bản giới thiệu của nhà sản xuất, phân phối hoặc bán buôn rượu',
    {
      originals: 0,
      copies: 1,
      chain: 'supplier',
      when: is('supplierPaper', 'introduction'),
    },
  ),
  contract: handedIn('contract', 'Hợp đồng nguyên tắc với nhà sản xuất, phân phối hoặc bán buôn rượu', {
    originals: 0,
    copies: 1,
    chain: 'supplier',
    when: is('supplierPaper', 'contract'),
  }),
} as const;

/** Twice as much for companies as for households, and half of it outside of towns (Circular 168/2016). */
const appraisal = serviceCharge('P-BLR', 'Phí thẩm định cấp giấy phép bán lẻ rượu', null, {
  per: 'điểm bán',
  formula: {
    '*': [
      { if: [isOneOf('sellerKind', 'household'), 400_000, 1_200_000] },
      { if: [is('town', true), 1, 0.5] },
    ],
  },
  basis: 'Thông tư 168/2016/TT-BTC, Điều 4',
});

export const alcoholLicence: SampleProcedure = {
  from: '2025-07-01',
  national: {
    code,
    name,
    domain: 'Lưu thông hàng hóa trong nước',
    domainCode: 'G02-CT11',
    levels: ['commune'],
    audience: ['enterprise', 'household-business', 'organisation'],
    competent: 'Ủy ban nhân dân cấp xã',
    implementing: ['Phòng Kinh tế (Phòng Kinh tế, Hạ tầng và Đô thị) cấp xã'],
    supporting: null,
    receiving: receivedAt.commune,
    publisher: 'Bộ Công Thương',
    steps: inOrder(
      'Người bán gửi đơn, giấy tờ về địa điểm và về nguồn rượu.',
      'Hồ sơ thiếu thì cơ quan báo một lần trong 3 ngày làm việc.',
      'Cơ quan thẩm định và cấp giấy phép trong 10 ngày làm việc.',
    ),
    methods: everyWay([term(10, 'working-day')], [appraisal]),
    groups: [
      handIn(
        applicationForm('Đơn đề nghị cấp giấy phép bán lẻ rượu', 'alcohol-licence'),
        ...Object.values(papers),
      ),
    ],
    conditions:
      'Có đăng ký kinh doanh, địa điểm cố định có địa chỉ rõ ràng và nguồn rượu hợp pháp từ 5,5 độ trở lên.',
    results: [{ code: null, name: 'Giấy phép bán lẻ rượu', template: 'general-certificate', paper: true }],
    legalBasis: [
      { number: '105/2017/NĐ-CP', title: 'Nghị định về kinh doanh rượu' },
      {
        number: '17/2020/NĐ-CP',
        title: 'Nghị định sửa đổi điều kiện đầu tư kinh doanh thuộc Bộ Công Thương',
      },
      { number: '139/2025/NĐ-CP', title: 'Nghị định phân định thẩm quyền trong lĩnh vực công thương' },
      {
        number: '168/2016/TT-BTC',
        title: 'Thông tư về phí thẩm định kinh doanh có điều kiện thuộc lĩnh vực thương mại',
      },
    ],
    decision: listedBy('Bộ Công Thương'),
    keywords: ['bán rượu', 'giấy phép rượu', 'đại lý rượu'],
  },
  local: locally({
    topics: ['kinh-doanh'],
    lifeEvents: ['mo-cua-hang'],
    summary: say(
      'Cho cửa hàng muốn bán rượu từ 5,5 độ trở lên. Giấy phép có giá trị 5 năm.',
      'For shops that sell alcohol of 5.5 degrees or more. Valid for five years.',
    ),
    nameEn: 'Retail licence for alcohol',
    decidedBy: byCommune,
    placeFrom: 'shop.commune',
    field: 'kinh-te',
    resultData: certificateData({
      notation: 'GP-UBND',
      title: 'Giấy phép bán lẻ rượu',
      authority: 'Ủy ban nhân dân',
      bases: [
        'Căn cứ Nghị định số 105/2017/NĐ-CP ngày 14 tháng 9 năm 2017 của Chính phủ',
        'Căn cứ Nghị định số 17/2020/NĐ-CP ngày 05 tháng 02 năm 2020 của Chính phủ',
        'Căn cứ hồ sơ đề nghị cấp giấy phép bán lẻ rượu',
      ],
      decides: 'Cho phép:',
      sections: [
        {
          title: '1. Người bán',
          facts: [
            ['Tên', 'answers.organisation.name'],
            ['Mã số', 'answers.organisation.taxCode'],
            ['Trụ sở', 'shown.organisation.address'],
            ['Người đại diện', 'answers.organisation.representative'],
          ],
        },
        {
          title: '2. Phạm vi',
          facts: [
            ['Địa điểm bán lẻ', 'shown.shop'],
            ['Nguồn rượu', 'answers.supplier'],
            ['Loại rượu', 'answers.kinds'],
          ],
        },
      ],
      conditions: [
        'Không bán rượu cho người dưới 18 tuổi.',
        'Chỉ bán rượu có nguồn gốc rõ ràng, dán tem và ghi nhãn đúng quy định.',
      ],
      validity: '=05 năm, đến hết ngày  + today@+60m@day',
      recipients: ['answers.organisation.name'],
    }),
    process: processOf(code, name, office, usualSteps(office, 80)),
    form: form(
      'alcohol-licence',
      'Đơn đề nghị cấp giấy phép bán lẻ rượu',
      'Application for a retail licence for alcohol',
      [law],
      [
        applyingOrganisation('Người bán', 'The seller'),
        section('noi-ban', 'Nơi bán', 'The shop', [
          page('loai', 'Người bán là ai', 'Kind of seller', [
            ask.choice('sellerKind', 'Người bán là', 'The seller is', {
              source: { registry: 'business', path: 'sellerKind' },
              options: [
                option('household', 'Hộ kinh doanh', 'A household business'),
                option('company', 'Doanh nghiệp, hợp tác xã', 'A company or co-operative'),
              ],
            }),
          ]),
          page('dia-diem', 'Địa điểm bán lẻ', 'Place of sale', [
            ask.address('shop', 'Địa điểm bán lẻ', 'Place of sale', { personalData: 'none' }),
            ask.yesNo('town', 'Cửa hàng ở phường', 'The shop is in a ward'),
          ]),
        ]),
        section('nguon-ruou', 'Nguồn rượu', 'Where it comes from', [
          page('nha-cung-cap', 'Nhà cung cấp', 'Supplier', [
            ask.text('supplier', 'Tên nhà sản xuất, phân phối hoặc bán buôn', 'Name of the supplier', {
              maxLength: 200,
            }),
            ask.text('kinds', 'Loại rượu sẽ bán', 'Kinds of alcohol', { maxLength: 200 }),
          ]),
          page('giay-nha-cung-cap', 'Giấy tờ của nhà cung cấp', 'Paper of the supplier', [
            ask.choice('supplierPaper', 'Bạn có giấy nào của nhà cung cấp?', 'Which paper do you have?', {
              short: say('giấy của nhà cung cấp', 'paper of the supplier'),
              options: [
                option('introduction', 'Văn bản giới thiệu', 'Introduction'),
                option('contract', 'Hợp đồng nguyên tắc', 'Framework contract'),
              ],
            }),
          ]),
        ]),
        papersSection(
          filesOf('registrationPaper', papers.registration, 'Registration'),
          filesOf('premisesPaper', papers.premises, 'Right to the premises'),
          filesOf('introductionPaper', papers.introduction, 'Introduction by a supplier'),
          filesOf('contractPaper', papers.contract, 'Contract with a supplier'),
        ),
        closing(),
      ],
    ),
  }),
};
