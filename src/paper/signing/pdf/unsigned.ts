/** Whether a PDF plainly has no signature: an answer at once for most of what people send, before anything slow is asked (E2). */
import { catalogOf, dictOf, openWhole, type PdfDocument } from './document.ts';
import { signaturesIn } from './signatures.ts';

/** Bytes of structure that may be read for it; the pages of an ordinary file take some kilobytes. */
const mostWork = 1_000_000;

/** Whether something in the file speaks of signatures although no field is signed: rights, evidence, flags, forms of another kind. */
const hints = (document: PdfDocument): boolean => {
  const catalog = catalogOf(document);
  const form = dictOf(document, catalog?.entries.get('AcroForm'));
  return (
    ['Perms', 'DSS', 'Legal'].some((key) => catalog?.entries.has(key)) ||
    ['SigFlags', 'XFA'].some((key) => form?.entries.has(key))
  );
};

/**
 * True only where the verifier's own reader came through the whole structure (tables, hybrid tables, object streams, every revision that the
 * tables lead to) and met no signed field, and no trace of a removed one. Whatever is damaged, cut, encrypted, large in structure or in
 * any way doubtful is left to the verifier: false says nothing. Work is bounded, so it may run while a person waits.
 */
export const isPlainlyUnsigned = (bytes: Buffer): boolean => {
  if (bytes.includes('ByteRange', 0, 'latin1')) return false;
  return (
    openWhole(bytes, mostWork, (document) => !hints(document) && signaturesIn(document).length === 0) ?? false
  );
};
