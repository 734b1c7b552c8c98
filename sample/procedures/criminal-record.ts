/** 3.000333: criminal record certificate (phiếu lý lịch tư pháp): the record is the police's; here it is only followed. */
import type { SampleProcedure } from './index.ts';
import { aboutYou, fully } from './parts/applicant.ts';
import { closing } from './parts/closing.ts';
import { serviceCharge } from './parts/fees.ts';
import { byDepartment, inOrder, locally, publishedBy } from './parts/layers.ts';
import { everyWay, term } from './parts/methods.ts';
import {
  answeredBy,
  applicationForm,
  filesOf,
  handedIn,
  handIn,
  papersSection,
  show,
  shown,
} from './parts/papers.ts';
import { ask, form, is, isOneOf, option, page, say, section } from './parts/question.ts';

const law = 'Luật Lý lịch tư pháp 28/2009/QH12, Điều 44 đến 47';

const identity = shown('identity', 'Thẻ căn cước, giấy chứng nhận căn cước hoặc hộ chiếu', {
  standIns: [answeredBy('population')],
});
const authorisation = handedIn('authorisation', 'Văn bản ủy quyền yêu cầu cấp Phiếu lý lịch tư pháp số 1', {
  when: is('forWhom', 'authorised'),
});
const reduction = handedIn('reduction', 'Giấy tờ chứng minh được miễn, giảm phí', {
  when: isOneOf('payer', 'student', 'merit', 'exempt'),
  standIns: [answeredBy('population')],
});

export const criminalRecord: SampleProcedure = {
  from: '2025-07-01',
  national: {
    code: '3.000333',
    name: 'Cấp Phiếu lý lịch tư pháp cho công dân Việt Nam, người nước ngoài đang cư trú tại Việt Nam, người Việt Nam đang cư trú ở nước ngoài',
    domain: 'Lý lịch tư pháp',
    levels: ['province'],
    audience: ['citizen', 'overseas-vietnamese', 'foreigner'],
    competent: 'Công an cấp tỉnh',
    implementing: ['Công an cấp tỉnh'],
    supporting: null,
    receiving: 'Ứng dụng VNeID; trụ sở tiếp nhận của Công an cấp tỉnh',
    publisher: 'Bộ Công an',
    steps: inOrder(
      'Người yêu cầu khai trên VNeID, Cổng Dịch vụ công hoặc tại nơi tiếp nhận.',
      'Công an cấp tỉnh tra cứu, xác minh.',
      'Phiếu được trả trên VNeID, tại nơi tiếp nhận hoặc qua bưu chính.',
    ),
    methods: everyWay(
      [
        term(10, 'day'),
        term(15, 'day', 'Từng cư trú nhiều nơi, ở nước ngoài hoặc phải xác minh về xóa án tích'),
      ],
      [
        serviceCharge('P-LLTP', 'Phí cung cấp thông tin lý lịch tư pháp', 200_000, {
          per: 'lần',
          formula: { if: [is('payer', 'exempt'), 0, isOneOf('payer', 'student', 'merit'), 100_000, 200_000] },
          exemptions: [
            {
              who: 'Trẻ em, người cao tuổi, người khuyết tật, người thuộc hộ nghèo, người ở xã đặc biệt khó khăn',
              when: is('payer', 'exempt'),
              basis: 'Thông tư 244/2016/TT-BTC, Điều 5',
            },
          ],
          basis: 'Thông tư 244/2016/TT-BTC, Điều 4',
        }),
      ],
    ),
    groups: [
      handIn(
        applicationForm('Tờ khai yêu cầu cấp Phiếu lý lịch tư pháp', 'criminal-record'),
        authorisation,
        reduction,
      ),
      show(identity),
    ],
    conditions: 'Phiếu số 2 chỉ cấp cho chính người đó; không được ủy quyền.',
    results: [
      { code: 'KQ.G01.000200', name: 'Phiếu lý lịch tư pháp số 1', template: null, paper: true },
      { code: 'KQ.G01.000199', name: 'Phiếu lý lịch tư pháp số 2', template: null, paper: true },
    ],
    legalBasis: [
      { number: '28/2009/QH12', title: 'Luật Lý lịch tư pháp' },
      { number: '244/2016/TT-BTC', title: 'Thông tư về phí cung cấp thông tin lý lịch tư pháp' },
    ],
    decision: publishedBy('1025/QĐ-BCA', 'Bộ Công an'),
    keywords: ['lý lịch tư pháp', 'phiếu lý lịch', 'xác nhận không tiền án'],
  },
  local: locally({
    // Settled in the system of the Ministry of Public Security: there is no process of ours and no paper of ours.
    systemOfRecord: 'ministry',
    processDecision: null,
    process: null,
    resultData: {},
    topics: ['cu-tru-giay-to'],
    lifeEvents: ['ra-nuoc-ngoai'],
    summary: say(
      'Do Công an giải quyết. Ở đây bạn theo dõi được hồ sơ đã nộp.',
      'Settled by the police. Here you can follow a dossier that you have filed.',
    ),
    nameEn: 'Criminal record certificate',
    decidedBy: byDepartment('so-tu-phap'),
    field: 'ly-lich-tu-phap',
    form: form(
      'criminal-record',
      'Tờ khai yêu cầu cấp Phiếu lý lịch tư pháp',
      'Application for a criminal record certificate',
      [law],
      [
        aboutYou(...fully),
        section('yeu-cau', 'Yêu cầu', 'The request', [
          page('cho-ai', 'Phiếu của ai', 'Whose certificate', [
            ask.choice('forWhom', 'Phiếu này của ai?', 'Whose certificate is it?', {
              short: say('người được cấp phiếu', 'holder'),
              options: [
                option('self', 'Của tôi', 'Mine'),
                option('child', 'Của con chưa thành niên của tôi', 'Of my child under age'),
                option('authorised', 'Của người ủy quyền cho tôi', 'Of somebody who authorised me'),
              ],
            }),
          ]),
          page(
            'nguoi-duoc-cap',
            'Người được cấp phiếu',
            'The holder',
            [
              ask.person('holder', 'Người được cấp phiếu', 'Holder', {
                ask: ['name', 'birth', 'personalNumber'],
              }),
            ],
            { showIf: isOneOf('forWhom', 'child', 'authorised') },
          ),
          page('loai-phieu', 'Loại phiếu', 'Kind', [
            ask.choice('kind', 'Bạn cần phiếu nào?', 'Which certificate?', {
              short: say('loại phiếu', 'kind of certificate'),
              options: [
                {
                  ...option('one', 'Phiếu số 1', 'No. 1'),
                  hint: say(
                    'Để xin việc, xin giấy phép; không ghi án đã xóa.',
                    'For work and permits; spent convictions are left out.',
                  ),
                },
                {
                  ...option('two', 'Phiếu số 2', 'No. 2'),
                  hint: say(
                    'Để tự biết hoặc nước ngoài yêu cầu; ghi đủ.',
                    'To know one’s own record, or asked for abroad; complete.',
                  ),
                },
              ],
            }),
            ask.yesNo(
              'bans',
              'Cần ghi thông tin cấm đảm nhiệm chức vụ, thành lập doanh nghiệp',
              'State bans on posts and on founding companies',
            ),
            ask.text('purpose', 'Dùng vào việc gì', 'Purpose', { maxLength: 160 }),
          ]),
          page('tung-o', 'Nơi từng cư trú', 'Former residences', [
            ask.longText(
              'formerResidences',
              'Nơi và thời gian cư trú từ khi đủ 14 tuổi',
              'Places and times of residence since the age of 14',
              {
                maxLength: 1000,
                personalData: 'basic',
                source: { registry: 'population', path: 'formerResidences' },
              },
            ),
          ]),
          page('muc-phi', 'Mức phí', 'Charge', [
            ask.choice('payer', 'Bạn thuộc trường hợp nào?', 'Which holds for you?', {
              short: say('trường hợp nộp phí', 'case of the charge'),
              options: [
                option('full', 'Không thuộc diện miễn, giảm', 'None of these'),
                option('student', 'Sinh viên', 'Student'),
                option(
                  'merit',
                  'Người có công hoặc thân nhân liệt sĩ',
                  'Person of merit, or family of a martyr',
                ),
                option(
                  'exempt',
                  'Trẻ em, người cao tuổi, khuyết tật, hộ nghèo',
                  'Child, elderly, disabled or poor household',
                ),
              ],
            }),
          ]),
        ]),
        papersSection(
          filesOf('authorisationPaper', authorisation, 'Authorisation'),
          filesOf('reductionPaper', reduction, 'Proof of reduction'),
        ),
        closing(),
      ],
    ),
  }),
};
