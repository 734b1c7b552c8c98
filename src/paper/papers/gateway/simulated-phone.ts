/** The page that plays the phones of the simulated remote signing service. */
import type { Ringing } from './signing-service-simulator.ts';

const escape = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const states = {
  waiting: 'Chờ xác nhận',
  confirmed: 'Đã xác nhận',
  refused: 'Đã từ chối',
  'wrong-pin': 'Sai mã PIN',
  used: 'Đã ký',
} as const;

const card = ({ handle, credential, hashes, about, state }: Ringing): string =>
  `<li><h2>${escape(about)}</h2><p>Tài khoản ${escape(credential)} · ${hashes.length} văn bản · <strong>${states[state]}</strong></p>${
    state === 'waiting'
      ? `<form method="post" action="/"><input type="hidden" name="handle" value="${handle}"><button name="choice" value="confirm">Xác nhận ký</button> <button name="choice" value="refuse">Từ chối</button></form>`
      : ''
  }</li>`;

/** What all phones show, the newest first. */
export const phonePage = (ringing: readonly Ringing[]): string => `<!doctype html><html lang="vi"><head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Điện thoại mô phỏng</title>
<style>body{font:18px/1.5 sans-serif;max-width:28rem;margin:0 auto;padding:1rem;color:#10233f}ul{list-style:none;padding:0}li{border:1px solid #b9c3d1;border-radius:8px;padding:0 1rem 1rem;margin-bottom:1rem}h2{font-size:1.1rem}button{font:inherit;padding:.6rem 1rem;min-height:44px}</style>
</head><body><h1>Điện thoại mô phỏng</h1><p>Trang này thay cho ứng dụng ký số trên điện thoại của lãnh đạo tỉnh mẫu.</p><ul>${
  ringing.length > 0 ? ringing.toReversed().map(card).join('') : '<li><p>Chưa có yêu cầu ký nào.</p></li>'
}</ul></body></html>`;
