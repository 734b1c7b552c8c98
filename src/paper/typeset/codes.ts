/** Bar codes and square codes as SVG, without text: the template prints the words beside them. */
import { later } from '../../ground/operate/later.ts';
import type { Code } from './template.ts';

const bars = later<typeof import('bwip-js/node')>('bwip-js/node');
const squares = later<typeof import('qrcode')>('qrcode');

/** The quiet zone that ISO/IEC 18004 asks for around a QR code, in modules. */
const QUIET = 4;

function squareCode(content: string): string {
  const { modules } = squares().create(content, { errorCorrectionLevel: 'M' });
  const side = modules.size + 2 * QUIET;
  const dark = Array.from({ length: modules.size }, (_, row) =>
    Array.from({ length: modules.size }, (_, column) =>
      modules.get(row, column) ? `M${column + QUIET} ${row + QUIET}h1v1h-1z` : '',
    ).join(''),
  ).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path d="${dark}"/></svg>`;
}

/**
 * Draws one code. Code 128 (ISO/IEC 15417) for the dossier code that a counter scanner reads, QR for phones
 * (C6, E3; circular 03/2025/TT-VPCP, annex I: both stand on the one-stop forms).
 */
export const drawCode = ({ kind, content }: Code): string =>
  kind === 'qr'
    ? squareCode(content)
    : bars().toSVG({ bcid: 'code128', text: content, includetext: false, height: 10 });
