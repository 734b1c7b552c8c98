/** Social insurance as the sample province has it, with the birth notifications of its invented hospitals. */
import { hasToken, incomplete, json, type Simulation } from './answers.ts';
import { compactDay, sexCode, type SimulatedPerson } from './province.ts';

export const insurance =
  (token: string, registered: ReadonlySet<string>): Simulation =>
  (question, registers, faults) => {
    if (!hasToken(question, token)) return json(401, { message: 'token' });
    const asked = registers.byNumber.get(question.query.get('soDinhDanh') ?? '');
    if (!asked) return json(404, {});
    const found = faults.wrong
      ? (registers.people.find((one) => one.number && one !== asked) ?? asked)
      : asked;
    if (question.path === 'traCuuThamGia') {
      const row = {
        soDinhDanh: found.number,
        maSoBHXH: found.number!.slice(-10),
        maTheBHYT: `GD4${registers.province}${found.number!.slice(-10)}`,
        gtTheDen: '20261231',
        noiDangKyKCB: 'Bệnh viện Đa khoa Mẫu',
        huongHangThang: Number(found.born.slice(0, 4)) < 1963,
      };
      return json(200, faults.partial ? incomplete(row, ['soDinhDanh']) : row);
    }
    if (question.path !== 'traCuuGiayChungSinh') return json(404, {});
    const rows = registers.births
      .filter(({ mother, father }) => mother === found.slug || father === found.slug)
      .map((birth) => ({
        soGiayChungSinh: birth.number,
        daDangKy: registered.has(birth.number),
        nksHoTen: birth.name.toLocaleUpperCase('vi'),
        nksGioiTinh: sexCode(birth.sex),
        nksNgaySinh: compactDay(birth.born),
        nksNoiSinh: birth.place,
        ngayCap: compactDay(birth.born),
        ...partyRow('me', registers.bySlug.get(birth.mother)),
        ...partyRow('cha', birth.father ? registers.bySlug.get(birth.father) : undefined),
      }));
    return json(200, {
      danhSach: faults.partial
        ? rows.map((row) => incomplete(row, ['meHoTen', 'meSoDinhDanh', 'chaHoTen', 'chaSoDinhDanh']))
        : rows,
    });
  };

/** A person in a row of civil status or of a birth notification. */
export const partyRow = (
  who: string,
  person: SimulatedPerson | undefined,
): Readonly<Record<string, string>> =>
  person
    ? {
        [`${who}HoTen`]: person.name.toLocaleUpperCase('vi'),
        [`${who}NgaySinh`]: compactDay(person.born),
        [`${who}SoDinhDanh`]: person.number ?? '',
        [`${who}DanToc`]: person.ethnicity ?? '',
        [`${who}QuocTich`]: person.nationality,
        [`${who}MaXa`]: person.commune,
        [`${who}NoiCuTru`]: person.address,
      }
    : {};
