/**
 * Messages of the national payment platform (PayPlat 1.0.6): fields and hash strings (STANDARDS §8.5). Pure.
 * Published are INIT and the hash of QUERY and receipt; what the platform answers to QUERY and RECONCILE is agreed on connecting.
 */
import { createHash } from 'node:crypto';
import { sameToken } from '../../../ground/web/cookies.ts';
import { vietnamClock, vietnamDay } from '../../../ground/text/dates.ts';
import type { BankAccount, PlatformAccount } from '../settings.ts';
import type { ToPay } from './port.ts';

export const VERSION = '1.0.6';

/** `yyyyMMddHHmmss` in Vietnam. */
export const stampOf = (moment: Date): string =>
  vietnamDay(moment).replaceAll('-', '') +
  vietnamClock(moment).replace(':', '') +
  String(moment.getUTCSeconds()).padStart(2, '0');

/** The moment of such a stamp; null when it is none. */
export function momentOf(stamp: unknown): Date | null {
  const parts = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(String(stamp));
  if (!parts) return null;
  const [, year, month, day, hour, minute, second] = parts;
  const moment = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}+07:00`);
  // The 31st of February is no day, and not one in March either.
  return !Number.isNaN(moment.getTime()) && stampOf(moment) === String(stamp) ? moment : null;
}

type Fields = Readonly<Record<string, unknown>>;

const initOrder = [
  'LoaiBanTin',
  'PhienBan',
  'MaDoiTac',
  'MaThamChieu',
  'SoTien',
  'LoaiHinhThanhToan',
  'MaKenhThanhToan',
  'MaThietBi',
  'NgonNgu',
  'MaTienTe',
  'MaNganHang',
  'ThongTinGiaoDich',
  'ThoiGianGD',
  'Ip',
] as const;

const shortOrder = ['LoaiBanTin', 'PhienBan', 'MaDoiTac', 'MaThamChieu', 'ThoiGianGD'] as const;

const hashOf = (fields: Fields, order: readonly string[], secret: string): string =>
  createHash('sha256')
    .update([...order.map((name) => String(fields[name] ?? '')), secret].join('|'))
    .digest('hex');

/** MaXacThuc of INIT. */
export const initHash = (fields: Fields, secret: string): string => hashOf(fields, initOrder, secret);

/** MaXacThuc of every other message. */
export const shortHash = (fields: Fields, secret: string): string => hashOf(fields, shortOrder, secret);

/** Whether the hash that came is the right one, without telling by time how much of it was. */
export const isHash = (given: unknown, right: string): boolean =>
  typeof given === 'string' && sameToken(given.toLowerCase(), right);

/** A message other than INIT, with its hash. */
export function shortMessage(
  kind: 'QUERY' | 'RECONCILE' | 'NOTIFY',
  ref: string,
  { partner, secret }: Pick<PlatformAccount, 'partner' | 'secret'>,
  now: Date,
): Fields {
  const fields = {
    LoaiBanTin: kind,
    PhienBan: VERSION,
    MaDoiTac: partner,
    MaThamChieu: ref,
    ThoiGianGD: stampOf(now),
  };
  return { ...fields, MaXacThuc: shortHash(fields, secret) };
}

/** INIT: opens the page of a payment. `receiver` is the account the money goes to. */
export function initMessage(
  toPay: ToPay,
  { partner, secret }: PlatformAccount,
  receiver: BankAccount | null,
  now: Date,
): Fields {
  const { ref, amount, dossier, procedure, agency, payer, lines } = toPay;
  const about = `Nop phi, le phi ho so ${dossier}`;
  const fields = {
    LoaiBanTin: 'INIT',
    PhienBan: VERSION,
    MaDoiTac: partner,
    MaThamChieu: ref,
    SoTien: String(amount),
    LoaiHinhThanhToan: 'PAY',
    MaKenhThanhToan: '1',
    MaThietBi: '1',
    NgonNgu: 'vi-VN',
    MaTienTe: 'VND',
    MaNganHang: 'PAYMENT',
    ThongTinGiaoDich: about,
    ThoiGianGD: stampOf(now),
    Ip: toPay.address,
  };
  return {
    ...fields,
    MaXacThuc: initHash(fields, secret),
    ThongTinBienLai: {
      MaDichVu: procedure.code,
      MaDVC: procedure.code,
      TenDVC: procedure.name,
      MaTTHC: procedure.code,
      TenTTHC: procedure.name,
      MaDonVi: agency.identifier,
      TenDonVi: agency.name,
      MaHoSo: dossier,
      TKThuHuong: receiver?.number ?? '',
      MaNHThuHuong: receiver?.bin ?? '',
      TenTKThuHuong: receiver?.holder ?? '',
      NoiDungThanhToan: about,
      HoTenNguoiNop: payer.name,
      SoCMNDNguoiNop: payer.number ?? '',
      DiaChiNguoiNop: payer.address ?? '',
      // There are no districts since July 2025; the field is still part of the message.
      HuyenNguoiNop: '',
      TinhNguoiNop: '',
      PhiLePhi: lines.map(({ kind, code, name, amount: each }) => ({
        LoaiPhiLePhi: kind === 'fee' ? '1' : '2',
        MaPhiLePhi: code,
        TenPhiLePhi: name,
        SoTien: String(each ?? 0),
      })),
      DSKhoanNop: lines.map(({ name, amount: each }) => ({ NoiDung: name, SoTien: String(each ?? 0) })),
    },
  };
}

const bankOrder = ['id', 'taiKhoan', 'soTien', 'noiDung', 'thoiGian'] as const;

/** MaXacThuc of the bank's notice of a transfer (báo có): agreed with the bank, over all its fields. */
export const bankHash = (fields: Fields, secret: string): string => hashOf(fields, bankOrder, secret);
