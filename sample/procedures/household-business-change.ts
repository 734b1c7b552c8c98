/** 2.000720: change of what is registered of a household business (đăng ký thay đổi nội dung đăng ký hộ kinh doanh). */
import type { SampleProcedure } from './index.ts';
import { aboutYou, fully } from './parts/applicant.ts';
import { closing } from './parts/closing.ts';
import { fee, leftToCouncil, RESOLUTION } from './parts/fees.ts';
import { householdFacts, householdQuestions } from './parts/household-business-questions.ts';
import { byCommune, inOrder, locally, publishedBy, receivedAt } from './parts/layers.ts';
import { everyWay, term } from './parts/methods.ts';
import { applicationForm, filesOf, handedIn, handIn, identity, papersSection, show } from './parts/papers.ts';
import { commune, processOf, usualSteps } from './parts/process.ts';
import { ask, form, option, page, say, section } from './parts/question.ts';
import { applicantAt } from './parts/result-data.ts';

const code = '2.000720';
const name = 'Đăng ký thay đổi nội dung đăng ký hộ kinh doanh';
const law = 'Nghị định 168/2025/NĐ-CP';
const office = commune('Phòng Kinh tế', 'Công chức kinh tế');

const changes = (what: string) => ({ in: [what, { var: 'changed' }] });

const newOwner = handedIn(
  'new-owner-authorisation',
  'Văn bản các thành viên ủy quyền cho chủ hộ mới, có công chứng hoặc chứng thực',
  {
    originals: 0,
    copies: 1,
    when: changes('owner'),
  },
);
const newMember = handedIn(
  'new-member-authorisation',
  'Văn bản thành viên mới ủy quyền cho chủ hộ, có công chứng hoặc chứng thực',
  {
    originals: 0,
    copies: 1,
    when: changes('members'),
  },
);

export const householdBusinessChange: SampleProcedure = {
  from: '2025-07-01',
  national: {
    code,
    name,
    domain: 'Thành lập và hoạt động doanh nghiệp (hộ kinh doanh)',
    levels: ['commune'],
    audience: ['citizen', 'household-business'],
    competent: 'Cơ quan đăng ký kinh doanh cấp xã',
    implementing: ['Cơ quan đăng ký kinh doanh cấp xã nơi hộ kinh doanh đặt trụ sở'],
    supporting: 'Cơ quan thuế',
    receiving: receivedAt.commune,
    publisher: 'Bộ Tài chính',
    steps: inOrder(
      'Chủ hộ chọn điều thay đổi; dữ liệu đang đăng ký hiện sẵn để sửa.',
      'Cơ quan đăng ký kinh doanh cấp xã xem xét trong 3 ngày làm việc và báo cơ quan thuế.',
      'Giấy chứng nhận mới thay cho giấy cũ.',
    ),
    methods: everyWay(
      [term(3, 'working-day')],
      [leftToCouncil('LP-HKD-TD', 'Lệ phí thay đổi đăng ký hộ kinh doanh', 'Thông tư 85/2019/TT-BTC')],
    ),
    groups: [
      handIn(
        applicationForm(
          'Giấy đề nghị đăng ký thay đổi nội dung đăng ký hộ kinh doanh',
          'household-business-change',
        ),
        newOwner,
        newMember,
      ),
      show(identity),
    ],
    conditions:
      'Đăng ký trong 10 ngày kể từ ngày thay đổi. Hộ kinh doanh không trong thời gian bị dừng làm thủ tục.',
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
    decision: publishedBy('2353/QĐ-BTC', 'Bộ Tài chính'),
    keywords: ['đổi tên hộ kinh doanh', 'chuyển địa chỉ cửa hàng', 'thêm ngành nghề'],
  },
  local: locally({
    fees: [
      fee('LP-HKD-TD', 'Lệ phí thay đổi đăng ký hộ kinh doanh', 30_000, {
        channels: ['in-person', 'post'],
        basis: RESOLUTION,
        note: 'Nộp trên mạng được miễn.',
      }),
    ],
    topics: ['kinh-doanh'],
    lifeEvents: ['mo-cua-hang'],
    summary: say(
      'Đổi tên, chuyển chỗ, thêm ngành nghề, đổi vốn hoặc chủ hộ kinh doanh.',
      'New name, place, trades, capital or owner of a household business.',
    ),
    nameEn: 'Change of a household business registration',
    decidedBy: byCommune,
    placeFrom: 'premises.commune',
    field: 'kinh-te',
    afterSupplement: 'restart',
    resultData: {
      ...householdFacts,
      notation: '=GCN-HKD',
      code: 'answers.businessCode',
      firstRegistered: 'answers.firstRegistered',
      changes: 'found.changeCount',
      changed: 'today',
      ...applicantAt('owner'),
    },
    process: processOf(code, name, office, usualSteps(office, 24)),
    form: form(
      'household-business-change',
      'Giấy đề nghị đăng ký thay đổi nội dung đăng ký hộ kinh doanh',
      'Application to change a household business',
      [law],
      [
        aboutYou(...fully),
        section('dang-ky-cu', 'Đăng ký hiện nay', 'Present registration', [
          page('ma-so', 'Hộ kinh doanh của bạn', 'Your household business', [
            ask.personalNumber('businessCode', 'Mã số hộ kinh doanh', 'Code of the household business', {
              hint: say('Là số định danh cá nhân của chủ hộ.', 'The personal number of the owner.'),
              source: { registry: 'business', path: 'household.code' },
            }),
            ask.date('firstRegistered', 'Ngày đăng ký lần đầu', 'First registered on', {
              notAfter: 'today',
              source: { registry: 'business', path: 'household.firstRegistered' },
            }),
          ]),
          page('thay-doi-gi', 'Bạn thay đổi gì', 'What changes', [
            ask.choices('changed', 'Bạn thay đổi những gì?', 'What changes?', {
              short: say('nội dung thay đổi', 'what changes'),
              options: [
                option('name', 'Tên hộ kinh doanh', 'Name'),
                option('premises', 'Trụ sở', 'Premises'),
                option('trades', 'Ngành, nghề', 'Trades'),
                option('capital', 'Vốn', 'Capital'),
                option('owner', 'Chủ hộ', 'Owner'),
                option('members', 'Thành viên', 'Members'),
                option('tax', 'Thông tin thuế', 'Tax details'),
              ],
            }),
            ask.date('changedOn', 'Thay đổi từ ngày', 'Changed on', { notBefore: '2020-01-01' }),
          ]),
        ]),
        ...householdQuestions({ known: true }),
        papersSection(
          filesOf('newOwnerAuthorisation', newOwner, 'Authorisation of the new owner'),
          filesOf('newMemberAuthorisation', newMember, 'Authorisation by the new member'),
        ),
        closing(),
      ],
    ),
  }),
};
