/** Residence and social security: children, poor households, former residences of a person. */
import type { Look } from '../../../ground/db/act.ts';
import { Garbled, type Wire } from '../../../ground/wire/index.ts';
import type { Household, Why } from '../schema.ts';
import { askService, type ServiceAccount } from './json-service.ts';
import { dayOf, listOf, nameOf, numberOf, textOf } from './values.ts';

/** The port: null when nothing is held about the person. */
export type HouseholdDatabase = {
  readonly find: (look: Look, number: string, why: Why) => Promise<Household | null>;
};

/** MucDoKhuyetTat: 1 đặc biệt nặng, 2 nặng, 3 nhẹ (Law on persons with disabilities, art. 3). */
const degrees: Readonly<Record<string, 'extreme' | 'severe' | 'light'>> = {
  '1': 'extreme',
  '2': 'severe',
  '3': 'light',
};

export const householdDatabase = (wire: Wire, account: ServiceAccount): HouseholdDatabase => ({
  find: (look, number, why) =>
    askService(wire, account, look, why, {
      registry: 'household',
      service: 'household.thongTinHoGiaDinh',
      subject: number,
      path: `thongTinHoGiaDinh?soDinhDanh=${encodeURIComponent(number)}`,
      read: (answer, status) => {
        if (status === 404) return null;
        if (textOf(answer['soDinhDanh']) !== number) throw new Garbled('the answer is about somebody else');
        return {
          number,
          children: listOf(answer['con']).flatMap((one) => {
            const name = nameOf(one['hoTen']);
            const disability = degrees[textOf(one['mucDoKhuyetTat']) ?? ''] ?? null;
            return name
              ? [{ name, born: dayOf(one['ngaySinh']), number: numberOf(one['soDinhDanh']), disability }]
              : [];
          }),
          poor: typeof answer['hoNgheo'] === 'boolean' ? answer['hoNgheo'] : null,
          formerResidences: listOf(answer['noiCuTruTruoc']).flatMap((one) => {
            const place = textOf(one['diaChi']);
            return place ? [{ from: dayOf(one['tuNgay']), to: dayOf(one['denNgay']), place }] : [];
          }),
        };
      },
    }),
});
