/** What this room holds of a person (N1; Law 91/2025/QH15). */
import type { Holding, HoldingRow } from '../../ground/record/holdings.ts';
import { formatDay } from '../../ground/text/dates.ts';
import { same, type Text } from '../../ground/text/language.ts';
import { findUnit } from '../places/index.ts';
import {
  findPerson,
  listConsents,
  listContacts,
  listPapers,
  listRefusals,
  listRelatives,
} from './queries.ts';
import { listRestrictions } from './restrictions.ts';
import type { Relative } from './schema.ts';
import { eraseContacts } from './wishes.ts';

const names = {
  number: { vi: 'Số định danh cá nhân', en: 'Personal number' },
  name: { vi: 'Họ và tên', en: 'Full name' },
  born: { vi: 'Ngày sinh', en: 'Born' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  commune: { vi: 'Nơi thường trú', en: 'Commune of residence' },
  source: { vi: 'Nguồn của thông tin', en: 'Source of the data' },
  paper: { vi: 'Giấy tờ tùy thân', en: 'Identity paper' },
  consent: { vi: 'Đồng ý cho mục đích', en: 'Consent to' },
  withdrawn: { vi: 'Đã rút sự đồng ý cho', en: 'Consent withdrawn for' },
  restricted: { vi: 'Đang hạn chế xử lý', en: 'Use restricted' },
  refusal: { vi: 'Từ chối dịch vụ chủ động', en: 'Declined proactive service' },
  every: { vi: 'tất cả', en: 'all' },
} as const satisfies Readonly<Record<string, Text>>;

const contacts: Readonly<Record<'phone' | 'email' | 'post', Text>> = {
  phone: { vi: 'Điện thoại', en: 'Phone' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  post: { vi: 'Địa chỉ nhận thư', en: 'Postal address' },
};

const relations: Readonly<Record<Relative['is'], Text>> = {
  parent: { vi: 'Cha hoặc mẹ', en: 'Parent' },
  child: { vi: 'Con', en: 'Child' },
  spouse: { vi: 'Vợ hoặc chồng', en: 'Spouse' },
  guardian: { vi: 'Người giám hộ', en: 'Guardian' },
  ward: { vi: 'Người được giám hộ', en: 'Ward' },
};

const dayText = (day: string): Text => ({ vi: formatDay(day, 'vi'), en: formatDay(day, 'en') });

export const peopleHoldings: readonly Holding[] = [
  {
    room: 'people',
    name: { vi: 'Thông tin về bạn', en: 'Who you are' },
    purpose: {
      vi: 'Để điền sẵn tờ khai và không hỏi lại điều cơ quan đã biết.',
      en: 'To fill in forms for you and never ask again what the agency knows.',
    },
    basis: 'Luật Căn cước 26/2023/QH15; Nghị định 42/2022/NĐ-CP, Điều 11',
    erase: null,
    list: async (look, subject) => {
      const person = await findPerson(look, subject);
      if (!person) return [];
      const { number, name, born, commune, address, source } = person;
      const rows: HoldingRow[] = [{ what: names.name, value: same(name) }];
      if (number) rows.push({ what: names.number, value: same(number) });
      if (born) rows.push({ what: names.born, value: dayText(born) });
      // A code that no list of today has is still what is held.
      if (commune) {
        const unit = await findUnit(look, 'commune', commune);
        rows.push({ what: names.commune, value: same(unit?.fullName ?? commune) });
      }
      if (address) rows.push({ what: names.address, value: same(address) });
      rows.push({ what: names.source, value: same(source) });
      for (const paper of await listPapers(look, subject))
        rows.push({ what: names.paper, value: same(paper.number) });
      return rows;
    },
  },
  {
    room: 'people',
    name: { vi: 'Gia đình', en: 'Family' },
    purpose: {
      vi: 'Để biết ai được làm thủ tục cho con và người được giám hộ.',
      en: 'To know who may act for children and wards.',
    },
    basis: 'Luật Hộ tịch 60/2014/QH13; Bộ luật Dân sự 2015, Điều 136',
    erase: null,
    list: async (look, subject) =>
      (await listRelatives(look, subject)).map(({ is, person }) => ({
        what: relations[is],
        value: same(person.name),
      })),
  },
  {
    room: 'people',
    name: { vi: 'Cách liên hệ', en: 'How to reach you' },
    purpose: { vi: 'Để báo tin về hồ sơ của bạn.', en: 'To tell you about your dossiers.' },
    basis: 'Luật 91/2025/QH15; Nghị định 61/2018/NĐ-CP',
    erase: eraseContacts,
    list: async (look, subject) =>
      (await listContacts(look, subject)).map(({ kind, value }) => ({
        what: contacts[kind],
        value: same(value),
      })),
  },
  {
    room: 'people',
    name: { vi: 'Điều bạn đã đồng ý hoặc từ chối', en: 'What you have agreed to or declined' },
    purpose: { vi: 'Để làm đúng điều bạn muốn.', en: 'To do as you wish.' },
    basis: 'Luật 91/2025/QH15; Nghị định 224/2026/NĐ-CP, Điều 17',
    erase: null,
    list: async (look, subject) => [
      ...(await listRestrictions(look, subject)).map(({ about }) => ({
        what: names.restricted,
        value: same(about),
      })),
      ...(await listConsents(look, subject)).map(({ purpose, withdrawnAt }) => ({
        what: withdrawnAt ? names.withdrawn : names.consent,
        value: same(purpose),
      })),
      ...(await listRefusals(look, subject))
        .filter(({ withdrawnAt }) => withdrawnAt === null)
        .map(({ service }) => ({
          what: names.refusal,
          value: service === null ? names.every : same(service),
        })),
    ],
  },
];
