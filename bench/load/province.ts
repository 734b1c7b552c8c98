/** The agencies of the sample province multiplied: communes with a one-stop unit each, their officers, and people who apply. */
import { createHash } from 'node:crypto';
import type { Random } from './random.ts';
import type { Rows } from './copy.ts';

/** An officer who acts in the loaded record. */
export type Actor = {
  readonly account: string;
  readonly person: string;
  readonly post: string;
  readonly agency: string;
  readonly name: string;
  readonly login: string;
};

/** One commune: who decides, who receives, and who works there. */
export type Commune = {
  readonly agency: string;
  readonly oneStop: string;
  readonly identifier: string;
  readonly place: string;
  readonly counter: Actor;
  readonly caseOfficers: readonly Actor[];
  readonly leader: Actor;
  readonly clerk: Actor;
};

/** A person who applies. */
export type Applicant = { readonly person: string; readonly account: string; readonly name: string };

export type Province = {
  readonly communes: readonly Commune[];
  readonly applicants: readonly Applicant[];
  readonly tables: ReadonlyMap<string, Rows>;
};

const surnames = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Huỳnh',
  'Phan',
  'Vũ',
  'Võ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Ngô',
  'Dương',
];
const middles = ['Văn', 'Thị', 'Hữu', 'Đức', 'Minh', 'Ngọc', 'Thanh', 'Quang', 'Thu', 'Xuân'];
/** Names that nobody bears: these people are invented. */
const given = ['Thí Dụ', 'Mẫu', 'Ví Dụ', 'Làm Mẫu', 'Thử Nghiệm', 'Ước Lệ', 'Ví Von', 'Thao Diễn'];

const BEGAN = '2025-07-01';
const began = Date.parse(`${BEGAN}T00:00:00+07:00`);

/** Makes a province of so many communes and applicants. `secret` is the hash of the sample password, `totp` the sample second factor. */
export function makeProvince(
  random: Random,
  size: { readonly communes: number; readonly applicants: number },
  tenant: number,
  secret: { readonly hash: string; readonly totp: string },
): Province {
  const tables = new Map<string, Record<string, unknown>[]>();
  const put = (table: string, row: Record<string, unknown>): void => {
    const rows = tables.get(table) ?? [];
    rows.push({ tenant, ...row });
    tables.set(table, rows);
  };
  const id = (): string => random.id(began + random.below(1000));
  const name = (): string => `${random.pick(surnames)} ${random.pick(middles)} ${random.pick(given)}`;
  const agencyRow = (agency: string, identifier: string, kind: string, title: string, place: string): void =>
    put('agencies.agencies', {
      id: agency,
      identifier,
      name: title,
      name_en: title,
      short: 'UBND',
      kind,
      level: 'commune',
      regime: kind === 'peoples-committee' ? 'collective' : 'head',
      parent: null,
      place,
      head_title: 'Chủ tịch',
      established: BEGAN,
      abolished: null,
      basis: 'Dữ liệu đo tốc độ',
      search: title.toLowerCase(),
    });
  const officer = (agency: string, slug: string, title: string, role: string, rank: string): Actor => {
    const one = { account: id(), person: id(), post: id(), agency, name: name(), login: slug };
    put('agencies.posts', {
      id: one.post,
      agency,
      title,
      title_en: title,
      rank,
      roles: `{${role}}`,
      valid_from: BEGAN,
    });
    put('agencies.officers', { person: one.person, name: one.name, search: one.name.toLowerCase() });
    put('agencies.holdings', { post: one.post, person: one.person, kind: 'appointed', valid_from: BEGAN });
    put('access.accounts', {
      id: one.account,
      kind: 'officer',
      person: one.person,
      login: slug,
      name: one.name,
      password: secret.hash,
      totp: secret.totp,
      created_at: new Date(began),
      // Loaded accounts are in use: nothing stops them for being idle.
      signed_in_at: new Date(),
      password_set_at: new Date(),
    });
    return one;
  };
  const communes = Array.from({ length: size.communes }, (_, i): Commune => {
    const n = String(i + 1).padStart(3, '0');
    const [agency, oneStop, place] = [id(), id(), `BM${n}`];
    const identifier = `H99.${i + 1001}`;
    agencyRow(agency, identifier, 'peoples-committee', `Ủy ban nhân dân xã Mẫu ${n}`, place);
    agencyRow(
      oneStop,
      `${identifier}.1`,
      'service-centre',
      `Trung tâm Phục vụ hành chính công xã Mẫu ${n}`,
      place,
    );
    return {
      agency,
      oneStop,
      identifier,
      place,
      counter: officer(oneStop, `mot-cua.mau-${n}`, 'Công chức một cửa', 'counter', 'staff'),
      caseOfficers: [1, 2, 3].map((k) =>
        officer(agency, `thu-ly-${k}.mau-${n}`, 'Công chức tư pháp', 'case-officer', 'staff'),
      ),
      leader: officer(agency, `lanh-dao.mau-${n}`, 'Chủ tịch', 'leader', 'head'),
      clerk: officer(agency, `van-thu.mau-${n}`, 'Văn thư', 'clerk', 'staff'),
    };
  });
  const applicants = Array.from({ length: size.applicants }, (_, i): Applicant => {
    const one = { person: id(), account: id(), name: name() };
    const number = `${MEN_OF_1990}${FIRST_FREE + i}`;
    put('people.persons', {
      id: one.person,
      number,
      name: one.name,
      born: '1990-01-01',
      sex: 'male',
      nationality: 'VN',
      source: 'Dữ liệu đo tốc độ',
      name_key: one.name.toLowerCase(),
    });
    put('access.accounts', {
      id: one.account,
      kind: 'citizen',
      person: one.person,
      login: number,
      name: one.name,
      created_at: new Date(began),
    });
    return one;
  });
  return { communes, applicants, tables };
}

/** How the numbers of men of the sample province begin who were born in 1990; the sample itself has the lower ones. */
const MEN_OF_1990 = '099090';
const FIRST_FREE = 500_000;

/** The id under which a session lies: the hash of the token in the cookie. */
export const sessionId = (token: string): string => createHash('sha256').update(token).digest('base64url');
