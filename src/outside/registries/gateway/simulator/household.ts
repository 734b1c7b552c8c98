/** Residence and social security as the sample province has them. */
import { hasToken, incomplete, json, type Simulation } from './answers.ts';
import { numberFor } from './filed.ts';
import { compactDay } from './province.ts';

export const household =
  (token: string): Simulation =>
  (question, { byNumber, bySlug, people, relationships }, faults) => {
    if (!hasToken(question, token)) return json(401, { message: 'token' });
    const asked = byNumber.get(question.query.get('soDinhDanh') ?? '');
    if (!asked || question.path !== 'thongTinHoGiaDinh') return json(404, {});
    const found = faults.wrong ? (people.find((one) => one.number && one !== asked) ?? asked) : asked;
    const children = relationships
      .filter(({ kind, person }) => kind === 'parent' && person === found.slug)
      .flatMap(({ relative }) => bySlug.get(relative) ?? [])
      .filter(({ died }) => !died);
    const row = {
      soDinhDanh: found.number,
      con: children.map((one) => ({
        hoTen: one.name.toLocaleUpperCase('vi'),
        ngaySinh: compactDay(one.born),
        soDinhDanh: one.number ?? '',
        ...(Number(numberFor(one.slug, 1)) < 3 && { mucDoKhuyetTat: '2' }),
      })),
      // One household in five, the same for all who live there.
      hoNgheo: Number(numberFor(found.address, 1)) < 2,
      noiCuTruTruoc: [{ tuNgay: compactDay(found.born), denNgay: '20150630', diaChi: 'Xã Hoà Thử (mẫu)' }],
    };
    return json(200, faults.partial ? incomplete(row, ['soDinhDanh']) : row);
  };
