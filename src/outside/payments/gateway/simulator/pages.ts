/** Pages of the simulated platform and of a bank's application. */
import { formatMoney } from '../../../../ground/text/money.ts';
import type { BankAccount } from '../../settings.ts';
import type { Payment } from './books.ts';

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const frame = (title: string, body: string): string =>
  `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title>
<style>body{font:18px/1.5 sans-serif;max-width:36em;margin:2em auto;padding:0 1em}dt{color:#505a5f}dd{margin:0 0 .6em;font-weight:bold}button,input{font:inherit;padding:.6em 1em;margin:.3em .3em .3em 0;border:1px solid #0b3d6e;background:#fff}button.main{background:#0b3d6e;color:#fff}input{width:100%;box-sizing:border-box}</style>
<main><h1>${escape(title)}</h1>${body}</main></html>`;

const facts = (pairs: readonly (readonly [string, string])[]): string =>
  `<dl>${pairs.map(([name, value]) => `<dt>${escape(name)}</dt><dd>${escape(value)}</dd>`).join('')}</dl>`;

/** The page on which one pays. */
export const payPage = ({ ref, amount, about, payer, state }: Payment): string =>
  frame(
    'Nền tảng thanh toán (mô phỏng)',
    `<p>Đây là hệ thống mô phỏng: không có tiền thật.</p>${facts([
      ['Nội dung', about],
      ['Người nộp', payer],
      ['Số tiền', formatMoney(amount)],
      ['Mã tham chiếu', ref],
    ])}${
      state === 'paid'
        ? '<p>Khoản này đã nộp.</p>'
        : '<form method="post"><button class="main" name="viec" value="nop">Nộp tiền</button><button name="viec" value="huy">Không nộp</button></form>'
    }`,
  );

/** The page that stands for a bank's application after it has read a square code. */
export const bankPage = (words: string, amount: number, { number, holder }: BankAccount): string =>
  frame(
    'Chuyển khoản (mô phỏng)',
    `<p>Đây là ứng dụng ngân hàng mô phỏng: không có tiền thật.</p>${facts([['Đến tài khoản', `${number} · ${holder}`]])}
<form method="post"><label>Số tiền (đồng)<input name="so-tien" inputmode="numeric" value="${Number.isFinite(amount) && amount > 0 ? amount : ''}"></label>
<label>Nội dung<input name="noi-dung" value="${escape(words)}"></label><button class="main">Chuyển tiền</button></form>`,
  );

/** After a transfer. */
export const sentPage = (amount: number, words: string): string =>
  frame(
    'Đã chuyển tiền (mô phỏng)',
    facts([
      ['Số tiền', formatMoney(amount)],
      ['Nội dung', words],
    ]),
  );
