/** The national business register: `chiTietDoanhNghiep?msdn=` (STANDARDS §8.3). */
import type { Look } from '../../../ground/db/act.ts';
import { Garbled, type Wire } from '../../../ground/wire/index.ts';
import type { Enterprise, Why } from '../schema.ts';
import { askService, type ServiceAccount } from './json-service.ts';
import { dayOf, fieldsOf, listOf, nameOf, numberOf, textOf } from './values.ts';

/** The port: null when there is no such enterprise. */
export type BusinessRegister = {
  readonly find: (look: Look, number: string, why: Why) => Promise<Enterprise | null>;
};

export const businessRegister = (wire: Wire, account: ServiceAccount): BusinessRegister => ({
  find: (look, number, why) =>
    askService(wire, account, look, why, {
      registry: 'business',
      service: 'business.chiTietDoanhNghiep',
      subject: number,
      path: `chiTietDoanhNghiep?msdn=${encodeURIComponent(number)}`,
      read: (answer, status) => (status === 404 ? null : readEnterprise(answer, number)),
    }),
});

/** Reads the answer about this number. Some gateways wrap it in `Data`. Throws Garbled. */
function readEnterprise(answer: Readonly<Record<string, unknown>>, number: string): Enterprise {
  const it = 'MaSoDoanhNghiep' in answer ? answer : fieldsOf(answer['Data']);
  if (textOf(it['MaSoDoanhNghiep']) !== number)
    throw new Garbled('the answer is not about the enterprise asked for');
  const person = fieldsOf(listOf(fieldsOf(listOf(it['DaiDienPhapLuat'])[0])['ThongTinCaNhan'])[0]);
  const address = fieldsOf(listOf(fieldsOf(listOf(it['DiaChiTruSo'])[0])['DiaChi'])[0]);
  const representative = nameOf(person['HoVaTen']);
  const detail = textOf(address['SoNha']) ?? textOf(address['DiaChi']);
  const changes = Number(it['SoLanDangKyThayDoi'] ?? Number.NaN);
  return {
    number,
    name: textOf(it['TenTiengViet']),
    foreignName: textOf(it['TenNuocNgoai']),
    shortName: textOf(it['TenVietTat']),
    kind: textOf(it['LoaiHinhDN']),
    registeredOn: dayOf(it['NgayDangKyLanDau']),
    changedOn: dayOf(it['NgayDangKyThayDoi']),
    changes: Number.isInteger(changes) ? changes : null,
    status: textOf(fieldsOf(listOf(it['TinhTrangPhapLy'])[0])['TinhTrangPhapLy']),
    representative: representative
      ? {
          name: representative,
          number: numberOf(person['SoGiayChungThuc']),
          nationality: textOf(person['QuocTich']),
        }
      : null,
    address:
      detail || address['MaPhuongXa']
        ? { commune: textOf(address['MaPhuongXa']), detail, country: 'VN' }
        : null,
    phone: textOf(it['DienThoai']),
    workers: Number.isSafeInteger(it['SoLaoDong']) ? Number(it['SoLaoDong']) : null,
    taxAddress:
      it['NoiNhanThongBaoThue'] === 'TRU_SO'
        ? 'premises'
        : it['NoiNhanThongBaoThue'] === 'NOI_O'
          ? 'residence'
          : null,
    capital: Number.isSafeInteger(it['VonDieuLe']) ? Number(it['VonDieuLe']) : null,
    trades: listOf(it['NganhNgheKinhDoanh']).flatMap((one) => {
      const code = textOf(one['MaNganh']);
      return code
        ? [
            {
              code,
              name: textOf(one['TenNganh']) ?? '',
              main: one['LaNganhChinh'] === true || textOf(one['LaNganhChinh']) === '1',
            },
          ]
        : [];
    }),
  };
}
