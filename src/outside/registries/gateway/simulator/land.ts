/** The land database as the sample province has it: one parcel for every address, owned by the eldest adults who live there. */
import { hasToken, incomplete, json, type Simulation } from './answers.ts';
import type { Registers, SimulatedPerson } from './province.ts';

export const land =
  (token: string): Simulation =>
  (question, registers, faults) => {
    if (!hasToken(question, token)) return json(401, { message: 'token' });
    if (question.path !== 'thuaDatTheoChu') return json(404, {});
    const asked = question.query.get('soGiayTo');
    const rows = parcelsOf(registers).filter(
      (row) => faults.wrong !== row.chuSuDung.some((one) => one.soGiayTo === asked),
    );
    return json(200, {
      danhSachThuaDat: faults.partial
        ? rows.map((row) => incomplete(row, ['soHieuToBanDo', 'soThuTuThua', 'chuSuDung']))
        : rows,
    });
  };

const parcelsOf = ({ people }: Registers) =>
  [...Map.groupBy(people, ({ commune, address }) => `${commune} ${address}`).values()].flatMap(
    (household, i) => {
      const [eldest, ...others] = household
        .filter((one) => one.number && !one.died && one.nationality === 'VN')
        .sort((a, b) => (a.born < b.born ? -1 : 1));
      if (!eldest) return [];
      const owners: readonly SimulatedPerson[] = [eldest, ...others.slice(0, 1)];
      return [
        {
          soHieuToBanDo: 1 + (i % 9),
          soThuTuThua: 100 + i,
          dienTich: 80 + i * 12.5,
          mucDichSuDung: 'Đất ở',
          soPhatHanhGCN: `VD ${String(100_000 + i)}`,
          khuVucQuanLyKienTruc: i % 5 === 4,
          maXa: eldest.commune,
          diaChi: eldest.address,
          chuSuDung: owners.map(({ name, number }) => ({
            ten: name.toLocaleUpperCase('vi'),
            soGiayTo: number,
          })),
        },
      ];
    },
  );
