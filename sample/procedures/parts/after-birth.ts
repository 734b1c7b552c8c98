/** Questions of what follows a birth: residence and insurance of the child. Asked once by the joint request, and by each procedure alone. */
import type { Logic } from '../../../src/work/forms/index.ts';
import { handedIn } from './papers.ts';
import { ask, is, option, page, say, section } from './question.ts';

/** The head of the household agrees (Law on residence 68/2020, art. 20.2). */
export const householderConsent = handedIn(
  'householder-consent',
  'Ý kiến đồng ý của chủ hộ, nếu chưa xác nhận trên VNeID',
  {
    when: is('householder', 'other'),
  },
);

/** The commune where the child will live: the one of the parent it follows, or another. */
export const communeOfChild: Logic = {
  if: [
    is('livesWith', 'other'),
    { var: 'childResidence.commune' },
    is('livesWith', 'father'),
    { var: 'father.residence.commune' },
    { var: 'mother.residence.commune' },
  ],
};

export const residence = section('thuong-tru', 'Đăng ký thường trú', 'Residence', [
  page('o-voi-ai', 'Bé ở với ai', 'With whom the child lives', [
    ask.choice('livesWith', 'Bé đăng ký thường trú theo ai?', 'With whom is the child registered?', {
      short: say('người bé ở cùng', 'person the child lives with'),
      options: [
        option('mother', 'Theo mẹ', 'With the mother'),
        option('father', 'Theo cha', 'With the father'),
        option('other', 'Ở nơi khác', 'Elsewhere'),
      ],
    }),
  ]),
  page(
    'noi-o-khac',
    'Nơi bé ở',
    'Where the child lives',
    [ask.address('childResidence', 'Nơi bé ở', 'Residence of the child')],
    { showIf: is('livesWith', 'other') },
  ),
  page('chu-ho', 'Chủ hộ nơi bé ở', 'Head of the household', [
    ask.choice('householder', 'Ai là chủ hộ nơi bé ở?', 'Who heads the household?', {
      short: say('chủ hộ', 'head of the household'),
      options: [
        option('parent', 'Cha hoặc mẹ của bé', 'A parent'),
        option('other', 'Người khác', 'Somebody else'),
      ],
    }),
  ]),
  page(
    'thong-tin-chu-ho',
    'Thông tin chủ hộ',
    'About the head of the household',
    [
      ask.person('head', 'Chủ hộ', 'Head of the household', {
        ask: ['name', 'personalNumber'],
        source: { registry: 'population', path: 'householder' },
      }),
      ask.text('relationToHead', 'Quan hệ của bé với chủ hộ', 'Relation of the child to the head', {
        maxLength: 60,
      }),
    ],
    { showIf: is('householder', 'other') },
  ),
]);

export const insurance = section('bao-hiem', 'Thẻ bảo hiểm y tế', 'Health insurance', [
  page('noi-kham', 'Nơi khám chữa bệnh ban đầu', 'First health facility', [
    ask.text('facility', 'Cơ sở khám chữa bệnh ban đầu cho bé', 'First health facility of the child', {
      hint: say('Ví dụ: Trạm Y tế phường Sông Mẫu.', 'Such as the health station of the ward.'),
      maxLength: 120,
    }),
  ]),
  page('nhan-the', 'Nhận thẻ', 'Receiving the card', [
    ask.choice('card', 'Bạn muốn nhận thẻ thế nào?', 'How do you want the card?', {
      short: say('cách nhận thẻ', 'way to receive the card'),
      options: [
        option('electronic', 'Chỉ thẻ điện tử trên VNeID', 'Electronic only, on VNeID'),
        option('paper', 'Thêm thẻ giấy gửi qua bưu điện', 'A paper card by post as well'),
      ],
    }),
  ]),
]);
