/** What the business register keeps of a household business: asked at registration, shown and mended at a change. */
import type { Section } from '../../../src/work/forms/index.ts';
import { ask, option, page, say, section } from './question.ts';

const registered = (path: string) =>
  ({ source: { registry: 'business', path: `household.${path}` } }) as const;

/**
 * Questions about name, premises, trades, capital and tax. `known`: the business exists, and the register fills in what
 * it holds; a repeated group is not filled in by registries, so the trades stand there as they shall be from now on.
 */
export const householdQuestions = ({ known = false } = {}): readonly Section[] => {
  const held = (path: string) => (known ? registered(path) : {});
  return [
    section('ho-kinh-doanh', 'Hộ kinh doanh', 'The household business', [
      page('ten-ho', 'Tên hộ kinh doanh', 'Name of the business', [
        ask.text('businessName', 'Tên hộ kinh doanh', 'Name of the business', {
          hint: say('Bắt đầu bằng “Hộ kinh doanh”, sau đó là tên riêng.', 'Begins with “Hộ kinh doanh”.'),
          minLength: 10,
          maxLength: 120,
          pattern: {
            regex: '^Hộ kinh doanh .+',
            message: say(
              'Tên phải bắt đầu bằng “Hộ kinh doanh” rồi đến tên riêng.',
              'The name must begin with “Hộ kinh doanh”, then a name of its own.',
            ),
          },
          ...held('name'),
        }),
      ]),
      page('tru-so', 'Trụ sở', 'Premises', [
        ask.address('premises', 'Địa chỉ trụ sở', 'Address of the premises', held('premises')),
      ]),
      page('lien-he-ho', 'Điện thoại của hộ kinh doanh', 'Telephone of the business', [
        ask.phone('businessPhone', 'Số điện thoại của hộ kinh doanh', 'Telephone number of the business', {
          optional: true,
          ...held('phone'),
        }),
      ]),
      page('von', 'Vốn kinh doanh', 'Capital', [
        ask.money('capital', 'Vốn kinh doanh', 'Capital', {
          min: 0,
          max: 1_000_000_000_000,
          ...held('capital'),
        }),
      ]),
    ]),
    section('nganh-nghe', 'Ngành, nghề', 'Trades', [
      page(
        'nganh',
        'Ngành, nghề kinh doanh',
        'Trades',
        [
          ask.text('code', 'Mã ngành cấp bốn', 'Code of the trade, level four', {
            hint: say(
              '4 chữ số, ví dụ 4711 là bán lẻ tổng hợp.',
              '4 digits, such as 4711 for general retail.',
            ),
            width: 5,
            pattern: {
              regex: '^[0-9]{4}$',
              message: say('Mã ngành gồm 4 chữ số, ví dụ 4711.', 'The code has 4 digits, such as 4711.'),
            },
          }),
          ask.text('name', 'Tên ngành, nghề', 'Name of the trade', { minLength: 3, maxLength: 200 }),
        ],
        { repeat: { id: 'trades', title: say('Ngành, nghề', 'Trade'), min: 1, max: 15 } },
      ),
    ]),
    section('thue', 'Thông tin thuế', 'Tax', [
      page('bat-dau', 'Ngày bắt đầu hoạt động', 'Start', [
        ask.date('starts', 'Ngày bắt đầu hoạt động', 'Date on which it starts', {
          notBefore: '2000-01-01',
          ...held('starts'),
        }),
      ]),
      page('lao-dong', 'Số người làm', 'People who work there', [
        ask.number('workers', 'Số người làm, kể cả chủ hộ', 'People who work there, owner included', {
          min: 1,
          max: 500,
          ...held('workers'),
        }),
      ]),
      page('dia-chi-thue', 'Địa chỉ nhận thông báo thuế', 'Address for tax notices', [
        ask.choice('taxAddress', 'Nhận thông báo thuế ở đâu?', 'Where shall tax notices go?', {
          short: say('địa chỉ nhận thông báo thuế', 'address for tax notices'),
          options: [
            option('premises', 'Tại trụ sở', 'To the premises'),
            option('residence', 'Tại nơi tôi cư trú', 'To my residence'),
          ],
          ...held('taxAddress'),
        }),
      ]),
    ]),
  ];
};

/** The certificate of a household business from these answers. */
export const householdFacts = {
  name: 'answers.businessName',
  address: 'shown.premises',
  phone: 'shown.businessPhone',
  email: 'answers.applicantEmail',
  trades: 'answers.trades',
  capital: 'answers.capital',
  members: 'answers.members',
} as const;
