/** The business register as the sample province has it. */
import { compactDay } from './province.ts';
import { hasToken, incomplete, json, type Simulation } from './answers.ts';

const kinds: Readonly<Record<string, string>> = {
  enterprise: 'Doanh nghiệp',
  branch: 'Chi nhánh',
  cooperative: 'Hợp tác xã',
  'household-business': 'Hộ kinh doanh',
};

/** Answers `chiTietDoanhNghiep?msdn=`. */
export const business =
  (token: string): Simulation =>
  (question, { organisations, bySlug, province }, faults) => {
    if (!hasToken(question, token)) return json(401, { message: 'token' });
    if (question.path !== 'chiTietDoanhNghiep') return json(404, {});
    const number = question.query.get('msdn') ?? '';
    const ownerOf = (one: (typeof organisations)[number]) => bySlug.get(one.representative);
    // A household business is known by the personal number of its owner, too.
    const asked = organisations.find(
      (one) =>
        one.number === number || (one.kind === 'household-business' && ownerOf(one)?.number === number),
    );
    if (!asked) return json(404, {});
    const found = faults.wrong ? (organisations.find((one) => one !== asked) ?? asked) : asked;
    const person = ownerOf(found);
    const row = {
      MaNoiBo: `NB${found.number}`,
      TenNuocNgoai: found.name_en,
      MaSoDoanhNghiep: found === asked ? number : found.number,
      SoGCNDKKD: found.number,
      MaLoaiHinhDN: found.kind,
      LoaiHinhDN: kinds[found.kind] ?? 'Tổ chức khác',
      TenTiengViet: found.name,
      TenVietTat: '',
      NgayDangKyLanDau: compactDay(found.established),
      NgayDangKyThayDoi: '',
      SoLanDangKyThayDoi: 0,
      TinhTrangPhapLy: [
        {
          MaTinhTrangPhapLy: found.dissolved ? '5' : '1',
          TinhTrangPhapLy: found.dissolved ? 'Đã giải thể' : 'Đang hoạt động',
        },
      ],
      DaiDienPhapLuat: [
        {
          ThongTinCaNhan: [
            {
              HoVaTen: person?.name.toLocaleUpperCase('vi') ?? '',
              MaLoaiGiayToChungThuc: '1',
              SoGiayChungThuc: person?.number ?? '',
              QuocTich: person?.nationality ?? '',
            },
          ],
        },
      ],
      DiaChiTruSo: [
        {
          DiaChi: [
            { MaTinhThanh: province, MaQuanHuyen: '', MaPhuongXa: found.commune, SoNha: found.address },
          ],
        },
      ],
      DienThoai: found.phone,
      VonDieuLe: 100_000_000,
      SoLaoDong: 3,
      NoiNhanThongBaoThue: 'TRU_SO',
      NganhNgheKinhDoanh: [],
    };
    return json(200, faults.partial ? incomplete(row, ['MaSoDoanhNghiep']) : row);
  };
