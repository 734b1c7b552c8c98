/** 1.004873: certificate of marital status (giấy xác nhận tình trạng hôn nhân), valid six months for one purpose. */
import type { SampleProcedure } from './index.ts';
import { aboutYou, fully } from './parts/applicant.ts';
import { closing } from './parts/closing.ts';
import { civilStatusExemptions, fee, leftToCouncil, RESOLUTION } from './parts/fees.ts';
import { byCommune, inOrder, locally, publishedBy, receivedAt } from './parts/layers.ts';
import { everyWay, term } from './parts/methods.ts';
import { filesOf, handedIn, handIn, identity, inVault, papersSection, show } from './parts/papers.ts';
import { commune, processOf, usualSteps } from './parts/process.ts';
import { ask, form, is, isOneOf, option, page, say, section } from './parts/question.ts';
import { applicantAt } from './parts/result-data.ts';

const code = '1.004873';
const name = 'Cấp Giấy xác nhận tình trạng hôn nhân';
const law = 'Nghị định 123/2015/NĐ-CP, Điều 21 đến 23';
const office = commune('Tư pháp - Hộ tịch', 'Công chức tư pháp - hộ tịch');

const former = handedIn('former-certificate', 'Giấy xác nhận tình trạng hôn nhân đã được cấp trước đó', {
  when: is('again', true),
  paper: 'KQ.G15.000038',
  standIns: [inVault('KQ.G15.000038')],
});

export const maritalStatus: SampleProcedure = {
  from: '2025-07-01',
  national: {
    code,
    name,
    domain: 'Hộ tịch',
    domainCode: 'G15-TP07',
    levels: ['commune'],
    audience: ['citizen', 'overseas-vietnamese'],
    competent: 'Ủy ban nhân dân cấp xã',
    implementing: ['Ủy ban nhân dân cấp xã nơi cư trú'],
    supporting: 'Ủy ban nhân dân cấp xã nơi từng cư trú',
    receiving: receivedAt.commune,
    publisher: 'Bộ Tư pháp',
    steps: inOrder(
      'Người yêu cầu nói giấy dùng vào việc gì.',
      'Công chức tra cứu tình trạng hôn nhân trong cơ sở dữ liệu hộ tịch và dân cư.',
      'Không tra được thì hỏi nơi người đó từng cư trú.',
      'Lãnh đạo ký và trả giấy.',
    ),
    methods: everyWay(
      [term(3, 'working-day')],
      [
        leftToCouncil(
          'LP-HT-TTHN',
          'Lệ phí cấp giấy xác nhận tình trạng hôn nhân',
          'Thông tư 85/2019/TT-BTC',
        ),
      ],
    ),
    groups: [handIn(former), show(identity)],
    conditions:
      'Giấy dùng để kết hôn chỉ cấp một bản. Không cấp để kết hôn với người cùng giới tính hoặc tại cơ quan đại diện nước ngoài ở Việt Nam.',
    results: [
      {
        code: 'KQ.G15.000038',
        name: 'Giấy xác nhận tình trạng hôn nhân',
        template: 'marital-status',
        paper: true,
      },
    ],
    legalBasis: [
      { number: '60/2014/QH13', title: 'Luật Hộ tịch' },
      { number: '123/2015/NĐ-CP', title: 'Nghị định quy định chi tiết Luật Hộ tịch' },
      { number: '104/2022/NĐ-CP', title: 'Nghị định bỏ yêu cầu nộp sổ hộ khẩu giấy' },
      { number: '85/2019/TT-BTC', title: 'Thông tư về phí, lệ phí do Hội đồng nhân dân cấp tỉnh quyết định' },
    ],
    decision: publishedBy('163/QĐ-BTP', 'Bộ Tư pháp'),
    keywords: ['giấy độc thân', 'xác nhận độc thân', 'giấy chứng nhận độc thân'],
  },
  local: locally({
    fees: [
      fee('LP-HT-TTHN', 'Lệ phí cấp giấy xác nhận tình trạng hôn nhân', 10_000, {
        exemptions: civilStatusExemptions,
        basis: RESOLUTION,
      }),
    ],
    topics: ['ho-tich'],
    lifeEvents: ['ket-hon', 'ra-nuoc-ngoai'],
    summary: say(
      'Giấy nói bạn đang độc thân, đã ly hôn hay đang có vợ, chồng; có giá trị sáu tháng.',
      'Says whether you are single, divorced or married; valid for six months.',
    ),
    nameEn: 'Certificate of marital status',
    decidedBy: byCommune,
    field: 'ho-tich',
    resultData: {
      notation: '=UBND-XNTTHN',
      authority: 'issuer.agency',
      'requester.name': 'answers.applicantName',
      ...applicantAt('person'),
      period: 'answers.formerResidences',
      status: 'shown.maritalStatus',
      purpose: 'shown.purpose + =:  + answers.purposeDetail',
      validUntil: 'today@+6m',
    },
    process: processOf(code, name, office, usualSteps(office, 24)),
    eligibility: [
      {
        id: 'inside',
        question: say(
          'Bạn xin giấy này để đăng ký kết hôn tại chính xã, phường nơi bạn cư trú?',
          'Do you want it in order to marry in your own commune?',
        ),
        stops: 'yes',
        because: say(
          'Không cần giấy này: nơi đăng ký kết hôn tự tra cứu.',
          'You do not need it: the office looks it up by itself.',
        ),
        basis: 'Nghị định 123/2015/NĐ-CP, Điều 10',
        instead: '1.000894',
      },
    ],
    form: form(
      'marital-status',
      'Tờ khai cấp giấy xác nhận tình trạng hôn nhân',
      'Application for a certificate of marital status',
      [law],
      [
        aboutYou(...fully),
        section('tinh-trang', 'Tình trạng hôn nhân', 'Marital status', [
          page('tinh-trang-nay', 'Tình trạng hôn nhân của bạn', 'Your marital status', [
            ask.choice('maritalStatus', 'Tình trạng hôn nhân', 'Marital status', {
              personalData: 'sensitive',
              source: { registry: 'civil-status', path: 'maritalStatus' },
              options: [
                option('never', 'Chưa đăng ký kết hôn với ai', 'Never married'),
                option('married', 'Hiện đang có vợ hoặc chồng', 'Married'),
                option('divorced', 'Đã ly hôn, chưa đăng ký kết hôn với ai', 'Divorced'),
                option('widowed', 'Vợ hoặc chồng đã mất, chưa đăng ký kết hôn với ai', 'Widowed'),
              ],
            }),
          ]),
          page(
            'ly-hon',
            'Giấy tờ về việc ly hôn hoặc vợ, chồng mất',
            'Paper about the divorce or death',
            [
              ask.text(
                'endOfMarriage',
                'Số, ngày, nơi cấp bản án, quyết định hoặc trích lục khai tử',
                'Number, date and office of the judgment or death extract',
                {
                  maxLength: 200,
                  source: { registry: 'civil-status', path: 'endOfMarriage' },
                },
              ),
            ],
            { showIf: isOneOf('maritalStatus', 'divorced', 'widowed') },
          ),
          page('noi-tung-o', 'Nơi bạn từng cư trú', 'Where you lived before', [
            ask.longText(
              'formerResidences',
              'Nơi và thời gian từng cư trú từ khi đủ tuổi kết hôn',
              'Places and times since the age of marriage',
              {
                optional: true,
                hint: say('Chỉ ghi nếu đã từng ở nơi khác.', 'Only if you lived elsewhere.'),
                maxLength: 500,
                personalData: 'basic',
                source: { registry: 'population', path: 'formerResidences' },
              },
            ),
          ]),
        ]),
        section('muc-dich', 'Mục đích', 'Purpose', [
          page('dung-lam-gi', 'Dùng giấy làm gì', 'What it is for', [
            ask.choice('purpose', 'Bạn dùng giấy này để làm gì?', 'What is it for?', {
              short: say('mục đích sử dụng', 'purpose'),
              options: [
                option('marry', 'Đăng ký kết hôn', 'To marry'),
                option('property', 'Mua bán, chuyển nhượng nhà đất', 'To buy or sell property'),
                option('loan', 'Vay vốn ngân hàng', 'For a loan'),
                option('other', 'Việc khác', 'Something else'),
              ],
            }),
            ask.text('purposeDetail', 'Với ai, ở đâu hoặc việc gì', 'With whom, where, or what', {
              maxLength: 200,
            }),
          ]),
          page('cap-lai', 'Đã từng được cấp', 'Had one before', [
            ask.yesNo(
              'again',
              'Bạn đã được cấp giấy này trong 6 tháng qua',
              'You were given one in the last six months',
              {
                source: { registry: 'vault', path: 'maritalStatusValid' },
              },
            ),
          ]),
        ]),
        papersSection(filesOf('formerCertificate', former, 'Former certificate')),
        closing(),
      ],
    ),
  }),
};
