/** 1.001612: registration of a household business (đăng ký thành lập hộ kinh doanh), settled by the commune. */
import type { SampleProcedure } from './index.ts';
import { aboutYou, fully } from './parts/applicant.ts';
import { householdFacts, householdQuestions } from './parts/household-business-questions.ts';
import { closing } from './parts/closing.ts';
import { fee, leftToCouncil, RESOLUTION } from './parts/fees.ts';
import { by, term } from './parts/methods.ts';
import { applicationForm, filesOf, handedIn, handIn, identity, papersSection, show } from './parts/papers.ts';
import { commune, processDecision, processOf, usualSteps } from './parts/process.ts';
import { ask, form, is, option, page, say, section } from './parts/question.ts';
import { applicantAt } from './parts/result-data.ts';

const law = 'Nghị định 168/2025/NĐ-CP';
const name = 'Đăng ký thành lập hộ kinh doanh';
const office = commune('Phòng Kinh tế', 'Công chức kinh tế');
const limits = [term(3, 'working-day')];

const members = handedIn(
  'members-authorisation',
  'Văn bản các thành viên hộ gia đình ủy quyền cho một người làm chủ hộ, có công chứng hoặc chứng thực',
  { originals: 0, copies: 1, when: is('founders', 'family') },
);
const filer = handedIn('filer-authorisation', 'Văn bản ủy quyền cho người đi làm thủ tục', {
  originals: 0,
  copies: 1,
  when: is('filedBy', 'authorised'),
});

export const householdBusinessRegistration: SampleProcedure = {
  from: '2025-07-01',
  national: {
    code: '1.001612',
    name,
    domain: 'Thành lập và hoạt động doanh nghiệp (hộ kinh doanh)',
    levels: ['commune'],
    audience: ['citizen'],
    competent: 'Cơ quan đăng ký kinh doanh cấp xã',
    implementing: ['Cơ quan đăng ký kinh doanh cấp xã nơi hộ kinh doanh đặt trụ sở'],
    supporting: 'Cơ quan thuế (cấp mã số hộ kinh doanh)',
    receiving: 'Trung tâm Phục vụ hành chính công cấp xã',
    publisher: 'Bộ Tài chính',
    steps: [
      'Chủ hộ khai tên, trụ sở, ngành nghề và vốn.',
      'Cơ quan đăng ký kinh doanh cấp xã xem xét hồ sơ trong 3 ngày làm việc.',
      'Cơ quan thuế trả mã số hộ kinh doanh.',
      'Hồ sơ chưa đúng thì cơ quan báo một lần bằng văn bản mọi điều cần sửa.',
      'Giấy chứng nhận được ký, cấp số và trả cho chủ hộ.',
    ].join('\n'),
    methods: by(['online', 'in-person', 'post'], limits, [
      leftToCouncil('LP-HKD', 'Lệ phí đăng ký hộ kinh doanh', 'Thông tư 85/2019/TT-BTC'),
    ]),
    groups: [
      handIn(applicationForm('Giấy đề nghị đăng ký hộ kinh doanh', 'household-business'), members, filer),
      show(identity),
    ],
    conditions:
      'Ngành, nghề không bị cấm; tên đặt đúng quy định và không trùng trong xã; nộp đủ lệ phí. Mỗi người chỉ làm chủ một hộ kinh doanh.',
    results: [
      {
        code: 'KQ.G12.001041',
        name: 'Giấy chứng nhận đăng ký hộ kinh doanh',
        template: 'household-business',
        paper: true,
      },
    ],
    legalBasis: [
      { number: '168/2025/NĐ-CP', title: 'Nghị định về đăng ký doanh nghiệp' },
      {
        number: '68/2025/TT-BTC',
        title: 'Thông tư ban hành biểu mẫu đăng ký doanh nghiệp, đăng ký hộ kinh doanh',
      },
      { number: '85/2019/TT-BTC', title: 'Thông tư về phí, lệ phí do Hội đồng nhân dân cấp tỉnh quyết định' },
    ],
    decision: { number: '2353/QĐ-BTC', date: null, signer: null, agency: 'Bộ Tài chính' },
    keywords: ['mở cửa hàng', 'giấy phép kinh doanh', 'đăng ký kinh doanh cá thể'],
  },
  local: {
    term: term(2, 'working-day'),
    // A dossier is valid only with the fee paid (Decree 168/2025 on business registration).
    feesBefore: 'acceptance',
    fees: [
      fee('LP-HKD', 'Lệ phí đăng ký hộ kinh doanh', 100_000, {
        channels: ['in-person', 'post'],
        basis: RESOLUTION,
        note: 'Nộp trên mạng được miễn.',
      }),
    ],
    processDecision,
    topics: ['kinh-doanh'],
    lifeEvents: ['mo-cua-hang'],
    summary: say(
      'Cho cá nhân hoặc gia đình muốn mở cửa hàng, làm nghề. Có mã số thuế luôn, không phải đăng ký riêng.',
      'For a person or family who opens a shop or trade. The tax code comes with it.',
    ),
    nameEn: 'Registration of a household business',
    decidedBy: { kind: 'peoples-committee', slug: null },
    placeFrom: 'premises.commune',
    systemOfRecord: 'us',
    transitional: null,
    field: 'kinh-te',
    afterSupplement: 'restart',
    silence: 'none',
    resultData: {
      ...householdFacts,
      notation: '=GCN-HKD',
      code: 'found.householdCode',
      firstRegistered: 'today',
      ...applicantAt('owner'),
    },
    number: {
      kind: 'household-business',
      facts: {
        'owner.name': 'answers.applicantName',
        'owner.number': 'answers.applicantNumber',
        'business.name': 'answers.businessName',
        'business.address': 'shown.premises',
        'business.trade': 'answers.trades.0.name',
        'business.capital': 'answers.capital',
      },
    },
    process: processOf('1.001612', name, office, usualSteps(office, 16)),
    eligibility: [
      {
        id: 'owns-one',
        question: say(
          'Bạn có đang làm chủ một hộ kinh doanh hoặc doanh nghiệp tư nhân không?',
          'Do you own a household business or private enterprise already?',
        ),
        stops: 'yes',
        because: say(
          'Mỗi người chỉ được làm chủ một. Muốn thêm ngành nghề hay đổi nơi bán, hãy đăng ký thay đổi.',
          'A person may own one only. To add trades or move, register a change.',
        ),
        basis: law,
        instead: '2.000720',
      },
    ],
    form: form(
      'household-business',
      'Giấy đề nghị đăng ký hộ kinh doanh',
      'Application for a household business',
      [law, 'Thông tư 68/2025/TT-BTC'],
      [
        aboutYou(...fully),
        section('thanh-lap', 'Người thành lập', 'Founders', [
          page('ai-thanh-lap', 'Ai thành lập hộ kinh doanh', 'Who founds the business', [
            ask.choice('founders', 'Hộ kinh doanh do ai thành lập?', 'Who founds the household business?', {
              short: say('người thành lập', 'founders'),
              options: [
                option('person', 'Một mình tôi', 'Myself alone'),
                option('family', 'Các thành viên trong gia đình', 'Members of the family'),
              ],
            }),
          ]),
          page(
            'thanh-vien',
            'Thành viên gia đình cùng thành lập',
            'Members of the family',
            [
              ask.name('name', 'Họ, chữ đệm, tên', 'Full name'),
              ask.date('birthDate', 'Ngày sinh', 'Date of birth', {
                notAfter: 'today',
                personalData: 'basic',
              }),
              ask.personalNumber('personalId', 'Số định danh cá nhân', 'Personal number'),
            ],
            {
              showIf: is('founders', 'family'),
              repeat: { id: 'members', title: say('Thành viên', 'Member'), min: 1, max: 10 },
            },
          ),
        ]),
        ...householdQuestions(),
        section('nop-ho-so', 'Nộp hồ sơ', 'Filing', [
          page('ai-nop', 'Người nộp hồ sơ', 'Who files', [
            ask.choice('filedBy', 'Ai nộp hồ sơ này?', 'Who files this?', {
              short: say('người nộp', 'filer'),
              options: [
                option('owner', 'Chính chủ hộ kinh doanh', 'The owner'),
                option('authorised', 'Người được ủy quyền', 'Somebody authorised'),
              ],
            }),
          ]),
        ]),
        papersSection(
          filesOf('membersAuthorisation', members, 'Authorisation by the members'),
          filesOf('filerAuthorisation', filer, 'Authorisation of the filer'),
        ),
        closing(),
      ],
    ),
  },
};
