/** VietQR: a square code that fills in a bank transfer, drawn as SVG. */
import { later } from '../../ground/operate/later.ts';
import type { Charge } from './schema.ts';
import type { BankAccount } from './settings.ts';

const vietQrs = later<typeof import('vietnam-qr-pay')>('vietnam-qr-pay');
const squares = later<typeof import('qrcode')>('qrcode');

/** What the square code of a charge holds (NAPAS, EMVCo): account, amount, and the reference as words of the transfer. */
export const vietQr = (
  { bin, number }: BankAccount,
  { amount, ref }: Pick<Charge, 'amount' | 'ref'>,
): string =>
  vietQrs()
    .QRPay.initVietQR({ bankBin: bin, bankNumber: number, amount: String(amount ?? 0), purpose: ref })
    .build();

/** The quiet zone that ISO/IEC 18004 asks for, in modules. */
const QUIET = 4;

/** A square code; `label` says to those who cannot see it what it is. */
export function SquareCode({ content, label }: { readonly content: string; readonly label: string }) {
  const { modules } = squares().create(content, { errorCorrectionLevel: 'M' });
  const side = modules.size + 2 * QUIET;
  const dark = Array.from({ length: modules.size }, (_, row) =>
    Array.from({ length: modules.size }, (_, column) =>
      modules.get(row, column) ? `M${column + QUIET} ${row + QUIET}h1v1h-1z` : '',
    ).join(''),
  ).join('');
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${side} ${side}`}
      width="220"
      height="220"
      shape-rendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={dark} />
    </svg>
  );
}
