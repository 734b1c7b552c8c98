/** 2.000205: work permit for a foreign worker (cấp giấy phép lao động), with the explanation of the need in one dossier (Decree 219/2025). */
import type { SampleProcedure } from './index.ts';
import { certificateData } from './parts/certificate.ts';
import { closing } from './parts/closing.ts';
import { fee, leftToCouncil, RESOLUTION } from './parts/fees.ts';
import { byDepartment, inOrder, listedBy, locally, receivedAt } from './parts/layers.ts';
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
import { department, processOf, usualSteps } from './parts/process.ts';
import { ask, form, isOneOf, option, page, say, section } from './parts/question.ts';

const code = '2.000205';
const name = 'Cấp giấy phép lao động cho người lao động nước ngoài làm việc tại Việt Nam';
const law = 'Nghị định 219/2025/NĐ-CP, Điều 18';
const office = department('Sở Nội vụ', 'Phòng Lao động - Việc làm');

const papers = {
  health: handedIn('health-certificate', 'Giấy khám sức khỏe trong 12 tháng', {
    standIns: [answeredBy('insurance')],
  }),
  passport: handedIn('passport', 'Hộ chiếu còn hạn (bản sao)', { originals: 0, copies: 1 }),
  record: handedIn('criminal-record', 'Phiếu lý lịch tư pháp trong 6 tháng', {
    paper: 'KQ.G01.000200',
    standIns: [inVault('KQ.G01.000200')],
  }),
  photo: handedIn('photo', 'Ảnh màu 4 x 6 cm, nền trắng'),
  form: handedIn('form-of-work', 'Giấy tờ về hình thức làm việc', {
    originals: 0,
    copies: 1,
    when: isOneOf('formOfWork', 'transfer', 'contract', 'service'),
  }),
  skill: handedIn(
    'qualification',
    'Giấy tờ chứng minh là nhà quản lý, giám đốc điều hành, chuyên gia hoặc lao động kỹ thuật',
    {
      originals: 0,
      copies: 1,
    },
  ),
} as const;

export const workPermit: SampleProcedure = {
  from: '2025-08-07',
  national: {
    code,
    name,
    domain: 'Việc làm',
    levels: ['province'],
    audience: ['enterprise', 'organisation', 'foreigner'],
    competent: 'Ủy ban nhân dân cấp tỉnh',
    implementing: ['Sở Nội vụ'],
    supporting: 'Công an tỉnh',
    receiving: receivedAt.province,
    publisher: 'Bộ Nội vụ',
    steps: inOrder(
      'Người sử dụng lao động giải trình nhu cầu và đề nghị cấp phép trong cùng một hồ sơ, từ 10 đến 60 ngày trước ngày làm việc.',
      'Sở Nội vụ xem xét nhu cầu và điều kiện của người lao động.',
      'Giấy phép được ký và trả; không cấp thì trả lời có lý do.',
    ),
    methods: everyWay(
      [term(10, 'working-day')],
      [leftToCouncil('LP-GPLD', 'Lệ phí cấp giấy phép lao động', 'Thông tư 85/2019/TT-BTC')],
    ),
    groups: [
      handIn(
        applicationForm('Văn bản giải trình nhu cầu và đề nghị cấp giấy phép lao động', 'work-permit'),
        ...Object.values(papers),
      ),
    ],
    conditions:
      'Người lao động đủ 18 tuổi, đủ sức khỏe, có trình độ phù hợp, không đang chấp hành hình phạt; công việc chưa tuyển được người Việt Nam.',
    results: [{ code: null, name: 'Giấy phép lao động', template: 'general-certificate', paper: true }],
    legalBasis: [
      { number: '45/2019/QH14', title: 'Bộ luật Lao động' },
      { number: '219/2025/NĐ-CP', title: 'Nghị định về người lao động nước ngoài làm việc tại Việt Nam' },
      { number: '85/2019/TT-BTC', title: 'Thông tư về phí, lệ phí do Hội đồng nhân dân cấp tỉnh quyết định' },
    ],
    decision: listedBy('Bộ Nội vụ'),
    keywords: ['work permit', 'giấy phép lao động', 'thuê người nước ngoài'],
  },
  local: locally({
    fees: [fee('LP-GPLD', 'Lệ phí cấp giấy phép lao động', 600_000, { basis: RESOLUTION })],
    topics: ['viec-lam'],
    lifeEvents: [],
    summary: say(
      'Cho cơ quan, doanh nghiệp muốn nhận một người nước ngoài vào làm.',
      'For an employer who wants to take on a foreign worker.',
    ),
    nameEn: 'Work permit for a foreign worker',
    decidedBy: byDepartment('so-noi-vu'),
    field: 'lao-dong',
    resultData: certificateData({
      notation: 'GPLĐ-SNV',
      title: 'Giấy phép lao động',
      subtitle: 'Work permit',
      bases: [
        'Căn cứ Bộ luật Lao động ngày 20 tháng 11 năm 2019',
        'Căn cứ Nghị định số 219/2025/NĐ-CP ngày 07 tháng 8 năm 2025 của Chính phủ',
      ],
      decides: 'Cho phép:',
      sections: [
        {
          title: '1. Người lao động',
          facts: [
            ['Họ và tên', 'answers.workerName'],
            ['Ngày sinh', 'answers.workerBorn@day'],
            ['Giới tính', 'shown.workerSex'],
            ['Quốc tịch', 'answers.workerNationality'],
            ['Hộ chiếu số', 'answers.passport'],
          ],
        },
        {
          title: '2. Công việc',
          facts: [
            ['Người sử dụng lao động', 'answers.organisation.name'],
            ['Địa điểm làm việc', 'shown.workplace'],
            ['Vị trí công việc', 'shown.position'],
            ['Chức danh', 'answers.jobTitle'],
            ['Hình thức làm việc', 'shown.formOfWork'],
          ],
        },
      ],
      conditions: ['Giấy phép chỉ dùng cho người lao động, công việc và nơi làm việc ghi ở trên.'],
      validity: '=Từ ngày  + answers.workFrom@day + = đến hết ngày  + answers.workUntil@day',
      recipients: ['answers.organisation.name', '=Công an tỉnh'],
    }),
    process: processOf(code, name, office, usualSteps(office, 80)),
    form: {
      ...form(
        'work-permit',
        'Đề nghị cấp giấy phép lao động',
        'Application for a work permit',
        [law],
        [
          applyingOrganisation('Người sử dụng lao động', 'The employer'),
          section('nhu-cau', 'Nhu cầu', 'The need', [
            page('giai-trinh', 'Vì sao cần người nước ngoài', 'Why a foreign worker', [
              ask.longText(
                'need',
                'Vì sao công việc này chưa tuyển được người Việt Nam',
                'Why no Vietnamese worker was found',
                {
                  maxLength: 2000,
                },
              ),
            ]),
          ]),
          section('nguoi-lao-dong', 'Người lao động', 'The worker', [
            page('ho-ten', 'Người lao động', 'The worker', [
              ask.name('workerName', 'Họ và tên như trên hộ chiếu', 'Name as in the passport'),
              ask.date('workerBorn', 'Ngày sinh', 'Date of birth', {
                notAfter: 'today',
                personalData: 'basic',
              }),
              ask.choice('workerSex', 'Giới tính', 'Sex', {
                personalData: 'basic',
                options: [option('male', 'Nam', 'Male'), option('female', 'Nữ', 'Female')],
              }),
              ask.text('workerNationality', 'Quốc tịch', 'Nationality', {
                maxLength: 60,
                personalData: 'basic',
              }),
              ask.text('passport', 'Số hộ chiếu', 'Passport number', {
                maxLength: 20,
                personalData: 'basic',
              }),
            ]),
          ]),
          section('cong-viec', 'Công việc', 'The work', [
            page('vi-tri', 'Vị trí', 'Position', [
              ask.choice('position', 'Vị trí công việc', 'Position', {
                options: [
                  option('manager', 'Nhà quản lý', 'Manager'),
                  option('director', 'Giám đốc điều hành', 'Executive director'),
                  option('expert', 'Chuyên gia', 'Expert'),
                  option('technician', 'Lao động kỹ thuật', 'Technical worker'),
                ],
              }),
              ask.text('jobTitle', 'Chức danh', 'Job title', { maxLength: 100 }),
            ]),
            page('hinh-thuc', 'Hình thức làm việc', 'Form of work', [
              ask.choice(
                'formOfWork',
                'Người này làm việc theo hình thức nào?',
                'On what terms does the person work?',
                {
                  short: say('hình thức làm việc', 'form of work'),
                  options: [
                    option('labour', 'Hợp đồng lao động', 'Employment contract'),
                    option('transfer', 'Điều chuyển nội bộ doanh nghiệp', 'Intra-company transfer'),
                    option('contract', 'Thực hiện hợp đồng, thỏa thuận', 'Performing a contract'),
                    option('service', 'Nhà cung cấp dịch vụ', 'Service supplier'),
                  ],
                },
              ),
            ]),
            page('noi-lam', 'Nơi làm việc', 'Workplace', [
              ask.address('workplace', 'Nơi làm việc', 'Workplace', { personalData: 'none' }),
            ]),
            page('thoi-han', 'Thời hạn làm việc', 'Period', [
              ask.date('workFrom', 'Làm từ ngày', 'From', { notBefore: 'today' }),
              ask.date('workUntil', 'Đến hết ngày', 'Until', {
                notBefore: 'today',
                hint: say('Không quá 2 năm.', 'Two years at most.'),
              }),
            ]),
          ]),
          papersSection(
            filesOf('healthCertificate', papers.health, 'Health certificate'),
            filesOf('passportCopy', papers.passport, 'Passport'),
            filesOf('criminalRecord', papers.record, 'Criminal record certificate'),
            filesOf('photo', papers.photo, 'Photograph'),
            filesOf('formOfWorkPaper', papers.form, 'Proof of the form of work'),
            filesOf('qualification', papers.skill, 'Proof of qualification'),
          ),
          closing(),
        ],
      ),
      rules: [
        {
          id: 'thu-tu-ngay',
          when: { '<': [{ var: 'workUntil' }, { var: 'workFrom' }] },
          field: 'workUntil',
          message: say('Ngày kết thúc phải sau ngày bắt đầu.', 'The last day must come after the first.'),
        },
        {
          id: 'du-18-tuoi',
          when: { '<': [{ age: [{ var: 'workerBorn' }, { var: 'today' }] }, 18] },
          field: 'workerBorn',
          message: say('Người lao động phải từ đủ 18 tuổi.', 'The worker must be 18 or more.'),
        },
        {
          id: 'khong-qua-2-nam',
          when: { '>=': [{ age: [{ var: 'workFrom' }, { var: 'workUntil' }] }, 2] },
          field: 'workUntil',
          message: say('Giấy phép không quá 2 năm.', 'A permit holds two years at most.'),
        },
      ],
    },
  }),
};
