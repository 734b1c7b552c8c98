/** 2.002409: first settlement of a complaint by a commune (giải quyết khiếu nại lần đầu tại cấp xã): a procedure of its own, whatever it is about. */
import type { SampleProcedure } from './index.ts';
import { aboutYou } from './parts/applicant.ts';
import { certificateData } from './parts/certificate.ts';
import { closing } from './parts/closing.ts';
import { fee } from './parts/fees.ts';
import { byCommune, inOrder, listedBy, locally, receivedAt } from './parts/layers.ts';
import { everyWay, term } from './parts/methods.ts';
import { applicationForm, filesOf, handedIn, handIn, papersSection } from './parts/papers.ts';
import { commune, insertAfter, processOf, usualSteps } from './parts/process.ts';
import { ask, form, option, page, say, section } from './parts/question.ts';

const code = '2.002409';
const name = 'Giải quyết khiếu nại lần đầu tại cấp xã';
const law = 'Luật Khiếu nại 02/2011/QH13';
const office = commune('Tư pháp - Hộ tịch', 'Công chức tư pháp - hộ tịch');

const evidence = handedIn('evidence', 'Giấy tờ, chứng cứ về việc khiếu nại', { originals: 0, copies: 1 });

/** Both sides are heard before it is decided (đối thoại, art. 30). */
const steps = insertAfter(usualSteps(office, 176), 'tham-dinh', {
  id: 'doi-thoai',
  step: 'Đối thoại với người khiếu nại',
  unit: office.unit,
  position: office.officer,
  hours: 16,
  output: 'Biên bản đối thoại',
  act: 'appraise',
});

export const complaint: SampleProcedure = {
  from: '2025-07-01',
  national: {
    code,
    name,
    domain: 'Giải quyết khiếu nại',
    domainCode: 'G20-TH02',
    levels: ['commune'],
    audience: ['citizen', 'organisation', 'enterprise', 'foreigner'],
    competent: 'Chủ tịch Ủy ban nhân dân cấp xã',
    implementing: ['Ủy ban nhân dân cấp xã'],
    supporting: '',
    receiving: receivedAt.commune,
    publisher: 'Thanh tra Chính phủ',
    steps: inOrder(
      'Người khiếu nại gửi đơn đến nơi đã ra quyết định.',
      'Cơ quan thụ lý, xác minh nội dung khiếu nại.',
      'Cơ quan đối thoại với người khiếu nại.',
      'Chủ tịch ra quyết định giải quyết khiếu nại và gửi cho người khiếu nại.',
    ),
    methods: everyWay(
      [term(30, 'day'), term(45, 'day', 'Vụ việc phức tạp')],
      [
        fee('KN', 'Phí, lệ phí', 0, {
          basis: 'Luật Phí và lệ phí 97/2015/QH13, Điều 4: không có trong danh mục phí, lệ phí',
        }),
      ],
    ),
    groups: [handIn(applicationForm('Đơn khiếu nại', 'complaint'), evidence)],
    conditions:
      'Quyết định hoặc việc làm bị khiếu nại liên quan trực tiếp đến bạn, chưa quá 90 ngày từ khi bạn biết, và chưa được Tòa án thụ lý.',
    results: [
      {
        code: null,
        name: 'Quyết định giải quyết khiếu nại lần đầu',
        template: 'general-certificate',
        paper: true,
      },
    ],
    legalBasis: [
      { number: '02/2011/QH13', title: 'Luật Khiếu nại' },
      { number: '124/2020/NĐ-CP', title: 'Nghị định quy định chi tiết một số điều của Luật Khiếu nại' },
    ],
    decision: listedBy('Thanh tra Chính phủ'),
    keywords: ['khiếu nại quyết định', 'không đồng ý với quyết định', 'đơn khiếu nại', 'khiếu nại cán bộ'],
  },
  local: locally({
    topics: ['khieu-nai'],
    lifeEvents: [],
    summary: say(
      'Khi bạn cho rằng quyết định hoặc việc làm của xã, phường là trái luật và xâm phạm quyền của bạn.',
      'When you hold that a decision or act of the commune is against the law and harms your rights.',
    ),
    nameEn: 'Complaint about a decision of the commune',
    decidedBy: byCommune,
    placeFrom: 'decidedIn.commune',
    field: 'khieu-nai',
    aboutDossier: 'aboutDossier',
    resultData: certificateData({
      notation: 'QĐ-UBND',
      title: 'Quyết định',
      subtitle: 'Về việc giải quyết khiếu nại lần đầu',
      authority: 'Chủ tịch Ủy ban nhân dân',
      bases: [
        'Căn cứ Luật Khiếu nại ngày 11 tháng 11 năm 2011',
        'Căn cứ kết quả xác minh và biên bản đối thoại',
      ],
      decides: 'Quyết định:',
      sections: [
        {
          facts: [
            ['Người khiếu nại', 'answers.applicantName'],
            ['Quyết định, việc làm bị khiếu nại', 'answers.against'],
            ['Nội dung khiếu nại', 'answers.content'],
            ['Yêu cầu', 'shown.wants'],
          ],
        },
        {
          facts: [
            ['Kết quả xác minh', 'found.verified'],
            ['Kết luận nội dung khiếu nại đúng, đúng một phần hay sai', 'found.conclusion'],
            ['Quyết định giữ nguyên, sửa hay hủy quyết định bị khiếu nại', 'found.ruling'],
          ],
        },
      ],
      conditionsTitle: 'Người khiếu nại có quyền:',
      conditions: [
        'Khiếu nại lần hai trong 30 ngày, nếu không đồng ý với quyết định này.',
        'Hoặc khởi kiện vụ án hành chính tại Tòa án.',
      ],
      recipients: ['answers.applicantName'],
    }),
    barriers: [],
    process: processOf(code, name, office, steps),
    eligibility: [
      {
        id: 'in-time',
        question: say(
          'Bạn biết quyết định hoặc việc làm đó đã quá 90 ngày, không vì ốm đau, thiên tai hay đi xa?',
          'Have you known of it for more than 90 days, without illness, disaster or absence?',
        ),
        stops: 'yes',
        because: say('Đã hết thời hiệu khiếu nại.', 'The time to complain is over.'),
        basis: `${law}, Điều 9`,
        instead: null,
      },
      {
        id: 'in-court',
        question: say('Tòa án đã thụ lý việc này?', 'Has a court taken up this matter?'),
        stops: 'yes',
        because: say('Tòa án đang giải quyết việc này.', 'A court is deciding it.'),
        basis: `${law}, Điều 11`,
        instead: null,
      },
    ],
    form: form(
      'complaint',
      'Đơn khiếu nại',
      'Complaint',
      [`${law}, Điều 8`],
      [
        aboutYou('name', 'number', 'residence'),
        section('viec-khieu-nai', 'Việc bạn khiếu nại', 'What you complain about', [
          page('cai-gi', 'Quyết định hoặc việc làm nào', 'Which decision or act', [
            ask.text('aboutDossier', 'Mã hồ sơ có quyết định đó', 'Code of the dossier it was made on', {
              hint: say(
                'In trên giấy tiếp nhận và trên trang hồ sơ. Hai hồ sơ được gắn với nhau, bạn không phải nộp lại giấy tờ đã có.',
                'On the acceptance slip and on the page of the dossier. The two are tied to each other: nothing is handed in twice.',
              ),
              maxLength: 60,
              optional: true,
            }),
            ask.text('against', 'Quyết định hoặc việc làm bị khiếu nại', 'The decision or act', {
              hint: say(
                'Ghi số, ngày của quyết định; với việc làm, ghi ai đã làm gì và khi nào.',
                'Number and day of the decision; of an act, who did what and when.',
              ),
              maxLength: 300,
            }),
            ask.date('knownOn', 'Bạn biết việc này ngày nào', 'When you learned of it', {
              notAfter: 'today',
            }),
          ]),
          page('o-dau', 'Nơi đã quyết định', 'Where it was decided', [
            ask.address('decidedIn', 'Xã, phường đã ra quyết định hoặc đã làm việc đó', 'The commune', {
              personalData: 'none',
            }),
          ]),
          page('vi-sao', 'Vì sao bạn khiếu nại', 'Why you complain', [
            ask.longText(
              'content',
              'Trái luật ở chỗ nào, quyền nào của bạn bị xâm phạm',
              'What is unlawful',
              {
                maxLength: 3000,
              },
            ),
            ask.choice('wants', 'Bạn yêu cầu gì?', 'What do you ask for?', {
              short: say('yêu cầu', 'request'),
              options: [
                option('cancel', 'Hủy quyết định hoặc chấm dứt việc làm đó', 'Cancel or stop it'),
                option('change', 'Sửa một phần quyết định', 'Change a part of it'),
              ],
            }),
          ]),
        ]),
        papersSection(filesOf('evidence', evidence, 'Evidence', { optional: true })),
        closing(),
      ],
    ),
  }),
};
