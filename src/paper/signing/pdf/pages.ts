/** How many pages a PDF has, as its own structure says. */
import { openPdf } from './document.ts';
import { pageTree } from './structure.ts';
import { PdfError } from './syntax.ts';

/** The number of pages; null where the file is no PDF, or so damaged or closed that any number would be a guess. Never throws on bad content. */
export function countPages(bytes: Buffer): number | null {
  if (!bytes.subarray(0, 1024).includes('%PDF-', 0, 'latin1')) return null;
  try {
    const document = openPdf(bytes);
    const { length } = pageTree(document).pages;
    const { damaged, unread } = document.state;
    return length === 0 || damaged || unread ? null : length;
  } catch (error) {
    if (error instanceof PdfError || error instanceof RangeError) return null;
    throw error;
  }
}
