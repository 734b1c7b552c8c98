/** The tax office as the sample province has it: gives codes to household businesses. */
import { hasToken, json, type Simulation } from './answers.ts';
import { numberFor } from './filed.ts';

/** Answers `dangKyHoKinhDoanh` and `ketQuaDangKy`. */
export function tax(token: string): Simulation {
  const filed = new Set<string>();
  return (question, _, faults) => {
    if (!hasToken(question, token)) return json(401, { message: 'token' });
    const body =
      question.method === 'POST' ? (JSON.parse(question.body) as Readonly<Record<string, string>>) : {};
    const code = body['maHoSo'] ?? question.query.get('maHoSo') ?? '';
    if (question.path === 'dangKyHoKinhDoanh') {
      if (!/^\d{12}$/.test(body['soDinhDanhChuHo'] ?? ''))
        return json(200, { trangThai: 2, lyDo: 'Số định danh của chủ hộ không đúng' });
      filed.add(code);
    } else if (question.path !== 'ketQuaDangKy' || !filed.has(code)) return json(404, {});
    if (faults.reject)
      return json(200, { trangThai: 2, lyDo: 'Tên hộ kinh doanh trùng với hộ đã đăng ký trên địa bàn' });
    if (faults.late) return json(200, { trangThai: 0 });
    return json(
      200,
      faults.wrong || faults.partial
        ? { trangThai: 1 }
        : { trangThai: 1, maSoHoKinhDoanh: `99${numberFor(code, 8)}` },
    );
  };
}
