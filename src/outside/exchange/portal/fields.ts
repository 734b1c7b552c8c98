/** The messages DongBoHoSoMC and CapNhatTienDoHoSoMC, field by field (STANDARDS §3.3; C8). Pure. */
import type { PortalDossier, PortalStep } from './facts.ts';
import { stampOf } from './stamp.ts';

type Fields = Readonly<Record<string, unknown>>;

/** HinhThucThu: 1 as the dossier is received, 2 with a supplement, 4 when the result is returned. */
const collected = { intake: '1', supplement: '2', return: '4' } as const;

const yes = (fact: boolean): '0' | '1' => (fact ? '1' : '0');

const feesOf = (fees: PortalDossier['fees']): readonly Fields[] =>
  fees.map(({ code, name, kind, amount, when }) => ({
    TenPhiLePhi: name,
    MaPhiLePhi: code,
    HinhThucThu: collected[when],
    Gia: String(amount),
    LoaiPhiLePhi: kind === 'fee' ? '1' : '2',
  }));

const filesOf = (components: PortalDossier['components']): readonly Fields[] =>
  components.map(({ id, name, component, reused, fromVault }) => ({
    TepDinhKemId: id,
    TenTepDinhKem: name,
    IsDeleted: 'False',
    MaThanhPhanHoSo: component,
    // Files stay here: whoever may see them gets them by their id, not by an open address.
    DuongDanTaiTepTin: '',
    DuocSoHoa: '1',
    DuocTaiSuDung: yes(reused),
    DuocLayTuKhoDMQG: yes(fromVault),
    MaKetQuaThayThe: '',
  }));

/** Status 5 asks once and answers once: TrangThaiBoSung 0 waits for the person, 1 has come. */
const supplementsOf = ({ supplements, agency }: PortalDossier): readonly Fields[] =>
  supplements.map(({ n, what, askedAt, answeredAt }) => ({
    HoSoBoSungId: String(n),
    NguoiYeuCauBoSung: agency.name,
    NoiDungBoSung: what.join('; '),
    NgayBoSung: stampOf(askedAt),
    NguoiTiepNhanBoSung: answeredAt ? agency.name : '',
    ThongTinTiepNhan: '',
    NgayTiepNhanBoSung: stampOf(answeredAt),
    TrangThaiBoSung: yes(answeredAt !== null),
    DanhSachGiayToBoSung: [],
    DanhSachLePhiBoSung: [],
    NgayHenTraTruoc: '',
    NgayHenTraMoi: '',
  }));

const identityOf = (number: string | null): readonly Fields[] =>
  number === null ? [] : [{ LoaiDinhDanh: number.length === 9 ? '2' : '1', SoDinhDanh: number }];

/** HoSo: the whole dossier as it is now. */
export const hoSoOf = (one: PortalDossier): Fields => ({
  MaHoSo: one.code,
  MaTTHC: one.procedure.code,
  TenTTHC: one.procedure.name,
  MaLinhVuc: one.domain.code,
  TenLinhVuc: one.domain.name,
  KenhThucHien: String(one.channel),
  ChuHoSo: one.applicant.name,
  SoGiayToChuHoSo: one.applicant.number ?? '',
  LoaiDoiTuong: String(one.applicant.kind),
  MaDoiTuong: '',
  ThongTinKhac: '',
  Email: one.contact.email ?? '',
  Fax: '',
  SoDienThoai: one.contact.phone ?? '',
  TrichYeuHoSo: one.title,
  NgayNopHoSo: stampOf(one.submittedAt),
  NgayTiepNhan: stampOf(one.acceptedAt),
  NgayHenTra: stampOf(one.dueAt),
  NgayTuChoi: stampOf(one.refusedAt),
  TrangThaiHoSo: String(one.status),
  NgayKetThucXuLy: stampOf(one.finishedAt),
  NgayTra: stampOf(one.returnedAt),
  ThongTinTra: one.returnWay === 'post' ? (one.contact.address ?? '') : '',
  HinhThuc: one.returnWay === 'post' ? '1' : '0',
  DonViXuLy: one.agency.name,
  GhiChu: one.note,
  NoiNopHoSo: one.filedThere ? '1' : '2',
  HoSoCoThanhPhanSoHoa: yes(one.components.length > 0),
  TaiKhoanDuocXacThucVoiVNeID: yes(one.identified),
  DuocThanhToanTrucTuyen: one.payableOnline ? '2' : '0',
  DinhDanhCHS: identityOf(one.applicant.number),
  DSKetNoiCSDL: [],
  TaiLieuNop: filesOf(one.components),
  DanhSachLePhi: feesOf(one.fees),
  DanhSachTepDinhKemKhac: [],
  DanhSachHoSoBoSung: supplementsOf(one),
  DanhSachGiayToKetQua: one.results.map(({ id, name, code }) => ({
    TenGiayTo: name,
    MaThanhPhanHoSo: '',
    GiayToId: id,
    DuongDanTepTinKetQua: '',
    MaGiayToKetQua: code,
  })),
});

/** TienDo: one step of the record. */
const tienDoOf = (code: string, step: PortalStep): Fields => ({
  MaHoSo: code,
  NguoiXuLy: step.by,
  ChucDanh: step.post,
  ThoiDiemXuLy: stampOf(step.at),
  PhongBanXuLy: step.unit,
  NoiDungXuLy: step.words,
  TrangThai: String(step.status),
  NgayBatDau: stampOf(step.at),
  NgayKetThucTheoQuyDinh: stampOf(step.due),
});

/** DongBoHoSoMC: a dossier, for the first time or again. */
export const dossierBody = (one: PortalDossier, again: boolean): Fields => ({
  isUpdating: again,
  data: [hoSoOf(one)],
});

/** CapNhatTienDoHoSoMC: these steps of a dossier. */
export const progressBody = (code: string, steps: readonly PortalStep[]): Fields => ({
  data: steps.map((step) => tienDoOf(code, step)),
});
