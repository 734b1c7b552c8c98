/** 2.000635: copy of an extract from the register of civil status (cấp bản sao trích lục hộ tịch, bản sao giấy khai sinh). */
import type { SampleProcedure } from './index.ts';
import { aboutYou } from './parts/applicant.ts';
import { closing } from './parts/closing.ts';
import { civilStatusExemptions, copiesCharge } from './parts/fees.ts';
import { byCommune, inOrder, locally, publishedBy, receivedAt } from './parts/layers.ts';
import { everyWay, sameDay } from './parts/methods.ts';
import { filesOf, handedIn, handIn, identity, papersSection, show } from './parts/papers.ts';
import { commune, processOf, withinTheDay } from './parts/process.ts';
import { ask, form, is, option, page, say, section } from './parts/question.ts';
import { factsAt } from './parts/result-data.ts';

const code = '2.000635';
const name = 'Cấp bản sao trích lục hộ tịch, bản sao Giấy khai sinh';
const law = 'Luật Hộ tịch 60/2014/QH13, Điều 63, 64';
const office = commune('Tư pháp - Hộ tịch', 'Công chức tư pháp - hộ tịch');

const authorisation = handedIn('authorisation', 'Văn bản ủy quyền xin bản sao', {
  when: is('forWhom', 'authorised'),
});

/** The events of civil status; the values are the words of the extract. */
const events = [
  option('khai sinh', 'Khai sinh', 'Birth'),
  option('kết hôn', 'Kết hôn', 'Marriage'),
  option('khai tử', 'Khai tử', 'Death'),
  option('giám hộ', 'Giám hộ', 'Guardianship'),
  option('nhận cha, mẹ, con', 'Nhận cha, mẹ, con', 'Recognition of parent and child'),
];

const charge = copiesCharge('copies');

export const registerExtract: SampleProcedure = {
  from: '2025-07-01',
  national: {
    code,
    name,
    domain: 'Hộ tịch',
    domainCode: 'G15-TP07',
    levels: ['province', 'commune'],
    audience: ['citizen', 'organisation', 'overseas-vietnamese'],
    competent: 'Cơ quan quản lý cơ sở dữ liệu hộ tịch',
    implementing: ['Ủy ban nhân dân cấp xã', 'Sở Tư pháp'],
    supporting: null,
    receiving: receivedAt.commune,
    publisher: 'Bộ Tư pháp',
    steps: inOrder(
      'Người yêu cầu nói cần trích lục sự kiện nào, của ai.',
      'Công chức tra cứu trong cơ sở dữ liệu hộ tịch hoặc sổ gốc.',
      'Bản sao được ký, đóng dấu và trả trong ngày.',
    ),
    methods: everyWay([sameDay], [charge]),
    groups: [handIn(authorisation), show(identity)],
    conditions:
      'Sự kiện đã được đăng ký. Ai cũng được xin bản sao của chính mình; xin cho người khác thì có ủy quyền.',
    results: [
      { code: null, name: 'Bản sao trích lục hộ tịch', template: 'civil-status-extract', paper: true },
    ],
    legalBasis: [
      { number: '60/2014/QH13', title: 'Luật Hộ tịch' },
      {
        number: '87/2020/NĐ-CP',
        title: 'Nghị định về Cơ sở dữ liệu hộ tịch điện tử, đăng ký hộ tịch trực tuyến',
      },
      { number: '281/2016/TT-BTC', title: 'Thông tư về phí khai thác, sử dụng thông tin hộ tịch' },
    ],
    decision: publishedBy('163/QĐ-BTP', 'Bộ Tư pháp'),
    keywords: [
      'trích lục khai sinh',
      'bản sao giấy khai sinh',
      'xin lại giấy khai sinh',
      'trích lục kết hôn',
    ],
  },
  local: locally({
    fees: [{ ...charge, exemptions: civilStatusExemptions }],
    topics: ['ho-tich'],
    lifeEvents: [],
    summary: say(
      'Mất hoặc cần thêm giấy khai sinh, kết hôn, khai tử? Xin bản sao, trả trong ngày.',
      'Lost a birth, marriage or death paper, or need another? Ask for a copy, given on the same day.',
    ),
    nameEn: 'Copy of an extract from the register of civil status',
    decidedBy: byCommune,
    field: 'ho-tich',
    resultData: {
      notation: '=TLHT-BS',
      event: 'answers.event',
      copy: '#true',
      ...factsAt(
        'sections.0.facts',
        ['Họ, chữ đệm, tên', 'answers.entryName'],
        ['Số định danh cá nhân', 'found.entryPerson.personalNumber'],
        ['Ngày, tháng, năm sinh', 'found.entryPerson.born@day'],
        ['Giới tính', 'found.entryPerson.sex'],
        ['Dân tộc', 'found.entryPerson.ethnicity'],
        ['Quốc tịch', 'found.entryPerson.nationality'],
        ['Nội dung đăng ký', 'found.entryPerson.particulars'],
      ),
      'registration.place': 'found.entry.place',
      'registration.number': 'found.entry.number',
      'registration.date': 'found.entry.date',
      source: '=Cơ sở dữ liệu hộ tịch điện tử',
    },
    process: processOf(
      code,
      name,
      office,
      withinTheDay(office, 'Tra cứu cơ sở dữ liệu hộ tịch, soạn bản sao', 'Bản sao trích lục'),
    ),
    form: form(
      'register-extract',
      'Tờ khai cấp bản sao trích lục hộ tịch',
      'Application for a copy of an extract',
      [law],
      [
        aboutYou('name', 'number'),
        section('trich-luc', 'Trích lục', 'The extract', [
          page('su-kien', 'Bạn cần trích lục gì', 'Which extract', [
            ask.choice('event', 'Trích lục sự kiện nào?', 'Of which event?', {
              short: say('sự kiện hộ tịch', 'event'),
              options: events,
            }),
          ]),
          page('cua-ai', 'Trích lục của ai', 'Whose extract', [
            ask.choice('forWhom', 'Trích lục này của ai?', 'Whose extract is it?', {
              short: say('người được trích lục', 'person of the extract'),
              options: [
                option('self', 'Của tôi', 'Mine'),
                option(
                  'family',
                  'Của cha, mẹ, vợ, chồng hoặc con tôi',
                  'Of a parent, spouse or child of mine',
                ),
                option('authorised', 'Của người ủy quyền cho tôi', 'Of somebody who authorised me'),
              ],
            }),
          ]),
          page('nguoi-duoc-trich-luc', 'Người được trích lục', 'The person', [
            ask.name('entryName', 'Họ, chữ đệm, tên', 'Full name', {
              source: { registry: 'civil-status', path: 'entry.name' },
            }),
            ask.text('entryPlace', 'Nơi đã đăng ký', 'Where it was registered', {
              hint: say('Tên xã, phường và tỉnh khi đó.', 'Commune and province at the time.'),
              maxLength: 160,
              source: { registry: 'civil-status', path: 'entry.place' },
            }),
            ask.text('entryNumber', 'Số và ngày trên giấy cũ', 'Number and date on the old paper', {
              optional: true,
              maxLength: 60,
              source: { registry: 'civil-status', path: 'entry.number' },
            }),
          ]),
          page('so-luong', 'Số bản', 'Copies', [
            ask.number('copies', 'Số bản sao', 'Number of copies', { min: 1, max: 20 }),
          ]),
        ]),
        papersSection(filesOf('authorisationPaper', authorisation, 'Authorisation')),
        closing(),
      ],
    ),
  }),
};
