/** Social insurance: card and code of a person; and the birth notifications that health facilities send to it (Decree 63/2024). */
import type { Look } from '../../../ground/db/act.ts';
import { Garbled, type Wire } from '../../../ground/wire/index.ts';
import type { BirthNotification, Insured, Why } from '../schema.ts';
import { askService, type ServiceAccount } from './json-service.ts';
import { named, partyOf } from './party.ts';
import { dayOf, listOf, nameOf, sexOf, textOf } from './values.ts';

/** The port. */
export type InsuranceDatabase = {
  /** Null when the person has no insurance. */
  readonly find: (look: Look, number: string, why: Why) => Promise<Insured | null>;
  /** Births notified of which this person is mother or father, not registered yet, latest first. */
  readonly listNotified: (look: Look, number: string, why: Why) => Promise<readonly BirthNotification[]>;
};

export const insuranceDatabase = (wire: Wire, account: ServiceAccount): InsuranceDatabase => ({
  find: (look, number, why) =>
    askService(wire, account, look, why, {
      registry: 'insurance',
      service: 'insurance.traCuuThamGia',
      subject: number,
      path: `traCuuThamGia?soDinhDanh=${encodeURIComponent(number)}`,
      read: (answer, status) => {
        if (status === 404) return null;
        if (textOf(answer['soDinhDanh']) !== number) throw new Garbled('the answer is about somebody else');
        return {
          number,
          insuranceCode: textOf(answer['maSoBHXH']),
          card: textOf(answer['maTheBHYT']),
          validUntil: dayOf(answer['gtTheDen']),
          clinic: textOf(answer['noiDangKyKCB']),
          pension: typeof answer['huongHangThang'] === 'boolean' ? answer['huongHangThang'] : null,
        };
      },
    }),
  listNotified: (look, number, why) =>
    askService(wire, account, look, why, {
      registry: 'insurance',
      service: 'insurance.traCuuGiayChungSinh',
      subject: number,
      path: `traCuuGiayChungSinh?soDinhDanh=${encodeURIComponent(number)}`,
      read: (answer) =>
        listOf(answer['danhSach'])
          .map(notificationOf)
          .filter(
            ({ mother, father, registered }) =>
              !registered && (mother?.number === number || father?.number === number),
          )
          .sort((one, other) => (other.born ?? '').localeCompare(one.born ?? '')),
    }),
});

const notificationOf = (row: Readonly<Record<string, unknown>>): BirthNotification => ({
  number: textOf(row['soGiayChungSinh']) ?? '',
  childName: nameOf(row['nksHoTen']),
  sex: sexOf(row['nksGioiTinh']),
  born: dayOf(row['nksNgaySinh']),
  place: textOf(row['nksNoiSinh']),
  issuedOn: dayOf(row['ngayCap']),
  registered: row['daDangKy'] === true,
  mother: named(partyOf(row, 'me')),
  father: named(partyOf(row, 'cha')),
});
