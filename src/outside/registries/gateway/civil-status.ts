/** The civil-status database: what it knows of a person. Rows have the field names of the civil-status software. */
import type { Look } from '../../../ground/db/act.ts';
import type { Wire } from '../../../ground/wire/index.ts';
import type { BirthEntry, CivilStatus, Entry, MarriageEntry, Why } from '../schema.ts';
import { readReply } from './civil-status-reply.ts';
import { askService, type ServiceAccount } from './json-service.ts';
import { named, partyOf } from './party.ts';
import { dayOf, listOf, sexOf, textOf } from './values.ts';

/** The port. */
export type CivilStatusDatabase = {
  readonly find: (look: Look, number: string, why: Why) => Promise<CivilStatus>;
};

/** Reads by `traHoSo`: the marriages (KH) and births (KS) that name the person. */
export const civilStatusDatabase = (wire: Wire, account: ServiceAccount): CivilStatusDatabase => {
  const list = (look: Look, number: string, why: Why, module: 'KH' | 'KS') =>
    askService(wire, account, look, why, {
      registry: 'civil-status',
      service: `civil-status.traHoSo.${module}`,
      subject: number,
      path: 'traHoSo',
      body: { module, soDinhDanh: number },
      read: (answer) => listOf(readReply(answer).value),
    });
  return {
    find: async (look, number, why) => {
      const [marriages, births] = await Promise.all([
        list(look, number, why, 'KH'),
        list(look, number, why, 'KS'),
      ]);
      return {
        marriages: marriages
          .map(marriageOf)
          .filter(({ husband, wife }) => husband.number === number || wife.number === number),
        births: births
          .map(birthOf)
          .filter(({ child, father, mother }) =>
            [child, father, mother].some((one) => one?.number === number),
          ),
      };
    },
  };
};

type Row = Readonly<Record<string, unknown>>;

const entry = (row: Row): Entry => ({
  number: textOf(row['so']) ?? '',
  book: textOf(row['quyenSo']),
  on: dayOf(row['ngayDangKy']),
  place: textOf(row['noiDangKy']),
});

const marriageOf = (row: Row): MarriageEntry => ({
  ...entry(row),
  husband: partyOf(row, 'chong'),
  wife: partyOf(row, 'vo'),
  end: endOf(row),
});

const endOf = (row: Row): MarriageEntry['end'] => {
  const on = dayOf(row['ngayChamDut']);
  if (on === null) return null;
  const by = textOf(row['lyDoChamDut']) === '2' ? 'death' : 'divorce';
  return { on, by, paper: textOf(row['giayToChamDut']) };
};

const birthOf = (row: Row): BirthEntry => ({
  ...entry(row),
  sex: sexOf(row['nksGioiTinh']),
  child: partyOf(row, 'nks'),
  birthPlace: textOf(row['nksNoiSinh']),
  father: named(partyOf(row, 'cha')),
  mother: named(partyOf(row, 'me')),
});
