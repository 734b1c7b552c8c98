/** A dossier that somebody files at the national portal, in the sample province. */
import { inSample } from '../../../../sample/testing.ts';
import type { TestWorld } from '../../../ground/db/testing.ts';
import { connected, type Opened } from '../../../outside/exchange/fixtures.ts';
import { dossierSource } from '../gateway/portal.ts';

/** A birth registration as somebody files it at the national portal. */
export const filed = {
  MaHoSo: 'G22.99-261121-000123',
  MaTTHC: '1.001193.01',
  TenTTHC: 'Đăng ký khai sinh',
  ChuHoSo: 'Phan Thị Thí Dụ',
  SoGiayToChuHoSo: '099195000555',
  LoaiDoiTuong: '1',
  KenhThucHien: '2',
  TrangThaiHoSo: '1',
  MaDonViXuLy: 'H99.01',
  NgayNopHoSo: '20261121080000',
  ThongTinKhac: JSON.stringify({ childName: 'Phan An Thí Dụ' }),
};
/** A test in the sample province, with the simulated portal and post connected. */
export const onSample = (work: (world: TestWorld, opened: Opened) => Promise<void>) =>
  inSample((world) => connected(world, dossierSource, (opened) => work(world, opened)));
