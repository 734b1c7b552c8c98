/** 1.013980: registration of a change in land rights by agreement within a household or between spouses, with its tax obligation. */
import type { SampleProcedure } from './index.ts';
import { aboutYou } from './parts/applicant.ts';
import { certificateData } from './parts/certificate.ts';
import { closing } from './parts/closing.ts';
import { fee, leftToCouncil, RESOLUTION, serviceCharge } from './parts/fees.ts';
import { byDepartment, inOrder, locally, publishedBy, receivedAt } from './parts/layers.ts';
import { everyWay, term } from './parts/methods.ts';
import {
  answeredBy,
  applicationForm,
  filesOf,
  handedIn,
  handIn,
  inVault,
  papersSection,
} from './parts/papers.ts';
import { branchAfter, department, insertAfter, processOf, usualSteps } from './parts/process.ts';
import { ask, form, is, isOneOf, option, page, say, section } from './parts/question.ts';

const code = '1.013980';
const name = 'Đăng ký biến động đất đai theo thỏa thuận của các thành viên hộ gia đình hoặc của vợ và chồng';
const law = 'Luật Đất đai 31/2024/QH15, Điều 133';
const office = department('Văn phòng đăng ký đất đai', 'Phòng Đăng ký và cấp giấy chứng nhận');

const title = handedIn('land-title', 'Giấy chứng nhận đã cấp (bản gốc)', { paper: 'KQ.G10.001147' });
const agreement = handedIn(
  'agreement',
  'Văn bản thỏa thuận của các thành viên hộ gia đình hoặc của vợ và chồng',
);
const marriage = handedIn('marriage-paper', 'Giấy tờ về tình trạng hôn nhân', {
  originals: 0,
  copies: 1,
  when: is('between', 'spouses'),
  paper: 'KQ.G15.000032',
  standIns: [answeredBy('civil-status'), inVault('KQ.G15.000032')],
});
const survey = handedIn('survey', 'Mảnh trích đo bản đồ địa chính', { when: is('remeasure', true) });
const agent = handedIn('representation', 'Văn bản về việc đại diện', { when: is('filedBy', 'agent') });

/** Where tax is owed, the tax office works out the sum and the land office waits for the payment. */
const steps = insertAfter(
  branchAfter(usualSteps(office, 64), 'tham-dinh', [
    { to: 'thong-bao-thue', when: 'taxFree = false', label: 'Có nghĩa vụ tài chính' },
    { to: 'du-thao', when: null, label: 'Không phát sinh nghĩa vụ' },
  ]),
  'tham-dinh',
  {
    id: 'thong-bao-thue',
    step: 'Chuyển thông tin sang thuế, nhận thông báo nộp thuế và lệ phí trước bạ',
    unit: 'Thuế cơ sở',
    position: 'Công chức thuế',
    hours: 24,
    output: 'Thông báo nộp thuế thu nhập cá nhân và lệ phí trước bạ',
    act: 'opinion',
  },
  {
    id: 'xac-nhan-nop',
    step: 'Xác nhận đã nộp đủ theo biên lai điện tử',
    unit: 'Trung tâm Phục vụ hành chính công',
    position: 'Công chức một cửa',
    hours: 4,
    output: 'Chứng từ nộp ngân sách',
    act: 'check',
  },
);

export const landChange: SampleProcedure = {
  from: '2025-07-01',
  national: {
    code,
    name,
    domain: 'Đất đai',
    levels: ['province'],
    audience: ['citizen'],
    competent: 'Văn phòng đăng ký đất đai, chi nhánh Văn phòng đăng ký đất đai',
    implementing: ['Văn phòng đăng ký đất đai', 'Chi nhánh Văn phòng đăng ký đất đai'],
    supporting: 'Cơ quan thuế',
    receiving: receivedAt.commune,
    publisher: 'Bộ Nông nghiệp và Môi trường',
    steps: inOrder(
      'Các bên thỏa thuận bằng văn bản rồi gửi đơn và giấy chứng nhận.',
      'Văn phòng đăng ký đất đai kiểm tra, chuyển thông tin cho cơ quan thuế khi phát sinh nghĩa vụ.',
      'Người sử dụng đất nộp thuế, lệ phí; thời gian chờ nộp không tính vào thời hạn.',
      'Biến động được ghi vào sổ địa chính và lên giấy chứng nhận.',
    ),
    methods: everyWay(
      [term(8, 'working-day'), term(18, 'working-day', 'Xã miền núi, hải đảo, vùng khó khăn')],
      [
        leftToCouncil('LP-DD', 'Lệ phí cấp giấy chứng nhận', 'Thông tư 85/2019/TT-BTC'),
        leftToCouncil('P-DD', 'Phí thẩm định hồ sơ cấp giấy chứng nhận', 'Thông tư 85/2019/TT-BTC'),
      ],
    ),
    groups: [
      handIn(
        applicationForm('Đơn đăng ký biến động đất đai, tài sản gắn liền với đất', 'land-change'),
        title,
        agreement,
        marriage,
        survey,
        agent,
      ),
    ],
    conditions: 'Đất có giấy chứng nhận, không tranh chấp, không bị kê biên và còn thời hạn sử dụng.',
    results: [
      {
        code: 'KQ.G10.001147',
        name: 'Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất đã ghi biến động',
        template: 'general-certificate',
        paper: true,
      },
    ],
    legalBasis: [
      { number: '31/2024/QH15', title: 'Luật Đất đai' },
      {
        number: '101/2024/NĐ-CP',
        title: 'Nghị định về đăng ký, cấp giấy chứng nhận và Hệ thống thông tin đất đai',
      },
      { number: '151/2025/NĐ-CP', title: 'Nghị định phân định thẩm quyền trong lĩnh vực đất đai' },
      { number: '226/2025/NĐ-CP', title: 'Nghị định sửa đổi các nghị định thi hành Luật Đất đai' },
      { number: '10/2022/NĐ-CP', title: 'Nghị định về lệ phí trước bạ' },
    ],
    decision: publishedBy('3380/QĐ-BNNMT', 'Bộ Nông nghiệp và Môi trường'),
    keywords: ['sổ đỏ', 'sang tên sổ đỏ', 'thêm tên vợ chồng vào sổ đỏ', 'biến động đất đai'],
  },
  local: locally({
    fees: [
      fee('LP-DD', 'Lệ phí cấp giấy chứng nhận', 50_000, { basis: RESOLUTION }),
      serviceCharge('P-DD', 'Phí thẩm định hồ sơ cấp giấy chứng nhận', 250_000, { basis: RESOLUTION }),
    ],
    topics: ['dat-nha'],
    lifeEvents: ['mua-xay-nha'],
    summary: say(
      'Vợ chồng hoặc người trong nhà thỏa thuận lại ai đứng tên đất.',
      'When spouses or members of a household agree anew who holds the land.',
    ),
    nameEn: 'Change in land rights by agreement in the family',
    decidedBy: byDepartment('so-nong-nghiep-moi-truong'),
    placeFrom: 'land.place.commune',
    field: 'dat-dai',
    resultData: certificateData({
      notation: 'VPĐKĐĐ',
      title: 'Xác nhận đăng ký biến động đất đai',
      authority: 'Văn phòng đăng ký đất đai tỉnh Sông Lam',
      bases: [
        'Căn cứ Luật Đất đai ngày 18 tháng 01 năm 2024',
        'Căn cứ Nghị định số 101/2024/NĐ-CP ngày 29 tháng 7 năm 2024 của Chính phủ',
      ],
      decides: 'Xác nhận:',
      sections: [
        {
          title: '1. Thửa đất',
          facts: [
            ['Thửa đất số', 'shown.land.parcel'],
            ['Tờ bản đồ số', 'shown.land.sheet'],
            ['Diện tích', 'shown.land.area'],
            ['Địa chỉ', 'shown.land.place'],
            ['Số phát hành giấy chứng nhận', 'answers.land.certificate'],
          ],
        },
        {
          title: '2. Biến động',
          facts: [
            ['Giữa', 'shown.between'],
            ['Người sử dụng đất trước', 'answers.applicantName'],
            ['Người sử dụng đất sau', 'answers.holder.name'],
            ['Số định danh cá nhân', 'answers.holder.personalNumber'],
            ['Văn bản thỏa thuận', 'answers.agreementNumber'],
          ],
        },
      ],
      conditions: ['Nội dung này được ghi vào sổ địa chính và là một phần của giấy chứng nhận đã cấp.'],
      recipients: ['answers.applicantName', 'answers.holder.name'],
    }),
    process: processOf(code, name, office, steps),
    form: form(
      'land-change',
      'Đơn đăng ký biến động đất đai',
      'Application to register a change in land rights',
      [law],
      [
        aboutYou('name', 'number', 'residence'),
        section('thua-dat', 'Thửa đất', 'The land', [
          page('dat', 'Thửa đất', 'Parcel of land', [
            ask.landParcel('land', 'Thửa đất', 'Parcel of land', {
              ask: ['sheet', 'parcel', 'area', 'place', 'certificate'],
              source: { registry: 'land', path: 'parcel' },
            }),
          ]),
        ]),
        section('thoa-thuan', 'Thỏa thuận', 'The agreement', [
          page('giua-ai', 'Thỏa thuận giữa ai', 'Between whom', [
            ask.choice('between', 'Thỏa thuận này giữa ai?', 'Between whom?', {
              short: say('các bên thỏa thuận', 'parties'),
              options: [
                option('spouses', 'Vợ và chồng', 'Husband and wife'),
                option('parents', 'Cha mẹ và con, ông bà và cháu', 'Parents and children, grandparents'),
                option('siblings', 'Anh, chị, em ruột', 'Brothers and sisters'),
                option('others', 'Thành viên khác của hộ', 'Other members of the household'),
              ],
            }),
          ]),
          page('nguoi-dung-ten', 'Người đứng tên sau thỏa thuận', 'Who holds the land afterwards', [
            ask.person('holder', 'Người đứng tên', 'Holder', { ask: ['name', 'personalNumber'] }),
          ]),
          page('van-ban', 'Văn bản thỏa thuận', 'The written agreement', [
            ask.text(
              'agreementNumber',
              'Số, ngày và nơi chứng thực văn bản thỏa thuận',
              'Number, date and certifier of the agreement',
              {
                maxLength: 200,
              },
            ),
          ]),
          page('thue', 'Thuế và lệ phí trước bạ', 'Tax and registration fee', [
            ask.yesNo(
              'taxFree',
              'Được miễn thuế thu nhập cá nhân và lệ phí trước bạ',
              'Free of income tax and registration fee',
              {
                compute: isOneOf('between', 'spouses', 'parents', 'siblings'),
                legalBasis: 'Nghị định 10/2022/NĐ-CP, Điều 10',
              },
            ),
          ]),
          page('do-lai', 'Đo lại thửa đất', 'New survey', [
            ask.yesNo(
              'remeasure',
              'Bạn muốn đo lại để xác định kích thước, diện tích',
              'You want the land surveyed anew',
            ),
          ]),
        ]),
        section('nop-ho-so', 'Nộp hồ sơ', 'Filing', [
          page('ai-nop', 'Người nộp hồ sơ', 'Who files', [
            ask.choice('filedBy', 'Ai nộp hồ sơ này?', 'Who files this?', {
              short: say('người nộp', 'filer'),
              options: [
                option('self', 'Người sử dụng đất', 'The holder'),
                option('agent', 'Người đại diện', 'A representative'),
              ],
            }),
          ]),
        ]),
        papersSection(
          filesOf('landTitle', title, 'Land title'),
          filesOf('agreementPaper', agreement, 'The agreement'),
          filesOf('marriagePaper', marriage, 'Paper about the marriage'),
          filesOf('surveyPaper', survey, 'Survey'),
          filesOf('representationPaper', agent, 'Representation'),
        ),
        closing(),
      ],
    ),
  }),
};
