import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dossier, now } from '../fixtures.ts';
import { readArrival } from './arrival.ts';
import { differences, meaningOf } from './compare.ts';
import { dossierBody, hoSoOf, progressBody } from './fields.ts';
import { momentOf, stampOf } from './stamp.ts';

/** The fields of HoSo in the published order. */
const published =
  'MaHoSo MaTTHC TenTTHC MaLinhVuc TenLinhVuc KenhThucHien ChuHoSo SoGiayToChuHoSo LoaiDoiTuong MaDoiTuong ThongTinKhac Email Fax SoDienThoai TrichYeuHoSo NgayNopHoSo NgayTiepNhan NgayHenTra NgayTuChoi TrangThaiHoSo NgayKetThucXuLy NgayTra ThongTinTra HinhThuc DonViXuLy GhiChu NoiNopHoSo HoSoCoThanhPhanSoHoa TaiKhoanDuocXacThucVoiVNeID DuocThanhToanTrucTuyen DinhDanhCHS DSKetNoiCSDL TaiLieuNop DanhSachLePhi DanhSachTepDinhKemKhac DanhSachHoSoBoSung DanhSachGiayToKetQua'.split(
    ' ',
  );

describe('what the portal is told', () => {
  it('has every published field and no other', () => {
    assert.deepEqual(Object.keys(hoSoOf(dossier())), published);
    const steps = progressBody('H99.18-261120-0001', dossier().steps)['data'] as object[];
    assert.deepEqual(
      Object.keys(steps[0]!),
      'MaHoSo NguoiXuLy ChucDanh ThoiDiemXuLy PhongBanXuLy NoiDungXuLy TrangThai NgayBatDau NgayKetThucTheoQuyDinh'.split(
        ' ',
      ),
    );
  });

  it('says what is known, in the portal’s numbers and times', () => {
    const told = hoSoOf(
      dossier({
        channel: 1,
        status: 5,
        returnWay: 'post',
        acceptedAt: now,
        filedThere: true,
        fees: [{ code: 'LP', name: 'Lệ phí', kind: 'fee', amount: 75_000, when: 'return' }],
        supplements: [{ n: 1, what: ['Thiếu giấy chứng sinh', 'Mờ ảnh'], askedAt: now, answeredAt: null }],
      }),
    );
    const {
      KenhThucHien,
      TrangThaiHoSo,
      HinhThuc,
      NoiNopHoSo,
      NgayTiepNhan,
      NgayHenTra,
      DanhSachLePhi,
      DanhSachHoSoBoSung,
      DinhDanhCHS,
    } = told;
    assert.deepEqual(
      [KenhThucHien, TrangThaiHoSo, HinhThuc, NoiNopHoSo, NgayTiepNhan, NgayHenTra],
      ['1', '5', '1', '1', '20261120090000', ''],
    );
    assert.deepEqual(DanhSachLePhi, [
      { TenPhiLePhi: 'Lệ phí', MaPhiLePhi: 'LP', HinhThucThu: '4', Gia: '75000', LoaiPhiLePhi: '1' },
    ]);
    assert.deepEqual(DinhDanhCHS, [{ LoaiDinhDanh: '1', SoDinhDanh: '099090000137' }]);
    const [asked] = DanhSachHoSoBoSung as Record<string, unknown>[];
    assert.deepEqual(
      [asked?.['NoiDungBoSung'], asked?.['TrangThaiBoSung']],
      ['Thiếu giấy chứng sinh; Mờ ảnh', '0'],
    );
    assert.deepEqual(
      [dossierBody(dossier(), true)['isUpdating'], dossierBody(dossier(), false)['isUpdating']],
      [true, false],
    );
  });
});

describe('times of the portal', () => {
  it('are read as they are written', () => {
    for (const moment of [now, new Date('2026-12-31T17:00:59Z')])
      assert.deepEqual(momentOf(stampOf(moment)), moment);
    assert.equal(stampOf(null), '');
    assert.equal(momentOf('20260231120000'), null);
    assert.equal(momentOf('20261301120000'), null);
    for (const bad of ['', null, '2026', '20269999000000', 20261120]) assert.equal(momentOf(bad), null);
  });
});

describe('what arrives', () => {
  const body = {
    MaHoSo: 'G22.99-261120-000123',
    MaTTHC: '1.001193.01',
    ChuHoSo: 'Nguyễn Văn Ví Dụ',
    TrangThaiHoSo: '1',
  };
  it('is read with little, and whatever stands beside it', () => {
    const read = readArrival({
      ...body,
      ThongTinKhac: 'ghi chú',
      TaiLieuNop: [null, { DuongDanTaiTepTin: '' }, { DuongDanTaiTepTin: 'a', IsDeleted: 'True' }],
      KenhThucHien: 9,
    });
    assert.ok('arrival' in read);
    assert.deepEqual(
      [read.arrival.procedure, read.arrival.channel, read.arrival.files, read.arrival.answers],
      ['1.001193', 2, [{ component: '', name: 'Tệp', url: null, hash: null }], {}],
    );
  });
  it('has no marks that turn the direction of what stands beside a name', () => {
    const read = readArrival({ ...body, ChuHoSo: 'Nguyễn \u202eVăn\u2069 Ví Dụ' });
    assert.ok('arrival' in read);
    assert.equal(read.arrival.applicant.name, 'Nguyễn Văn Ví Dụ');
  });
  it('is refused by name of the field', () => {
    for (const wrong of [
      { MaHoSo: '' },
      { MaHoSo: '../x y' },
      // It would be an address that leads elsewhere.
      { MaHoSo: '..' },
      { MaTTHC: 'abc' },
      { ChuHoSo: 7 * Number.NaN },
      { TrangThaiHoSo: 11 },
      { TaiLieuNop: 'a.pdf' },
      { TaiLieuNop: ['a.pdf'] },
      { TaiLieuNop: Array.from({ length: 201 }, () => ({})) },
    ]) {
      const read = readArrival({ ...body, ...wrong, ...('ChuHoSo' in wrong && { ChuHoSo: null }) });
      assert.ok('errors' in read, JSON.stringify(wrong));
      assert.deepEqual(
        read.errors.map(({ field }) => field),
        Object.keys(wrong),
      );
    }
  });
});

describe('three sides', () => {
  const ours = { TrangThaiHoSo: '4', NgayTiepNhan: 'a' };
  const table: [object | null, object | null, string][] = [
    [ours, ours, 'agree'],
    [null, null, 'not-told'],
    [{ ...ours, TrangThaiHoSo: '2' }, { ...ours, TrangThaiHoSo: '2' }, 'not-told'],
    [ours, null, 'not-there'],
    [ours, { ...ours, TrangThaiHoSo: '9' }, 'changed-there'],
  ];
  it('are told apart', () => {
    for (const [told, theirs, meaning] of table) {
      const found = differences(ours, told as never, theirs as never);
      assert.equal(meaningOf(found, told as never, theirs as never), meaning);
    }
  });
});
