/** The tax office: the code of a household business (mã số hộ kinh doanh), asked for in one go with its registration. */
import { Garbled, type Wire } from '../../../ground/wire/index.ts';
import { foreignFields } from '../numbers/fields.ts';
import type { NumberOffice, Told } from '../numbers/schema.ts';
import { askService, type ServiceAccount } from './json-service.ts';
import { textOf } from './values.ts';

/** The office for codes of household businesses. */
export const taxOffice = (wire: Wire, account: ServiceAccount): NumberOffice => ({
  send: (look, { unit, code, kind, payload }, why) =>
    askService(wire, account, look, why, {
      registry: 'tax',
      service: 'tax.dangKyHoKinhDoanh',
      subject: payload?.['owner.number'] ?? null,
      path: 'dangKyHoKinhDoanh',
      body: { maDonVi: unit, maHoSo: code, ...foreignFields(kind, payload ?? {}) },
      read: toldOf,
    }),
  poll: (look, { unit, code }, why) =>
    askService(wire, account, look, why, {
      registry: 'tax',
      service: 'tax.ketQuaDangKy',
      subject: null,
      path: `ketQuaDangKy?maDonVi=${encodeURIComponent(unit)}&maHoSo=${encodeURIComponent(code)}`,
      read: toldOf,
    }),
});

/** `trangThai`: 0 being looked at, 1 given, 2 refused. */
function toldOf(answer: Readonly<Record<string, unknown>>, status: number): Told {
  if (status === 404) return { state: 'lost' };
  switch (textOf(answer['trangThai'])) {
    case '0':
      return { state: 'waiting' };
    case '2':
      return { state: 'rejected', reason: textOf(answer['lyDo']) ?? 'Cơ quan thuế không nêu lý do.' };
    case '1': {
      const code = textOf(answer['maSoHoKinhDoanh']);
      if (code && /^\d{10,12}$/.test(code)) return { state: 'answered', numbers: { householdCode: code } };
    }
  }
  throw new Garbled('no state, or a code that is none');
}
