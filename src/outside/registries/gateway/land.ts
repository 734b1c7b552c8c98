/** The land database: parcels of a person or organisation. */
import type { Look } from '../../../ground/db/act.ts';
import type { Wire } from '../../../ground/wire/index.ts';
import type { Parcel, Why } from '../schema.ts';
import { askService, type ServiceAccount } from './json-service.ts';
import { listOf, nameOf, textOf } from './values.ts';

/** The port: parcels registered for the holder of this number. */
export type LandDatabase = {
  readonly list: (look: Look, number: string, why: Why) => Promise<readonly Parcel[]>;
};

export const landDatabase = (wire: Wire, account: ServiceAccount): LandDatabase => ({
  list: (look, number, why) =>
    askService(wire, account, look, why, {
      registry: 'land',
      service: 'land.thuaDatTheoChu',
      subject: number,
      path: `thuaDatTheoChu?soGiayTo=${encodeURIComponent(number)}`,
      // A parcel that does not name the holder asked for is not theirs, whatever list it came in.
      read: (answer) =>
        listOf(answer['danhSachThuaDat'])
          .flatMap(parcelOf)
          .filter(({ owners }) => owners.some((one) => one.number === number)),
    }),
});

function parcelOf(one: Readonly<Record<string, unknown>>): readonly Parcel[] {
  const sheet = Number(one['soHieuToBanDo']);
  const parcel = Number(one['soThuTuThua']);
  if (!Number.isInteger(sheet) || !Number.isInteger(parcel)) return [];
  const area = Number(one['dienTich'] ?? Number.NaN);
  return [
    {
      sheet,
      parcel,
      area: Number.isFinite(area) ? area : null,
      use: textOf(one['mucDichSuDung']),
      certificate: textOf(one['soPhatHanhGCN']),
      managed: typeof one['khuVucQuanLyKienTruc'] === 'boolean' ? one['khuVucQuanLyKienTruc'] : null,
      address: { commune: textOf(one['maXa']), detail: textOf(one['diaChi']), country: 'VN' },
      owners: listOf(one['chuSuDung']).flatMap((owner) => {
        const name = nameOf(owner['ten']);
        return name ? [{ name, number: textOf(owner['soGiayTo']), nationality: null }] : [];
      }),
    },
  ];
}
