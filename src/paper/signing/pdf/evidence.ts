/** The document security store (DSS, ISO 32000-2 §12.8.4.3): certificates, revocation lists and OCSP responses kept in the file. */
import { tryCertificate, type Certificate } from '../cms/certificate.ts';
import type { Evidence } from '../trust/trust.ts';
import { catalogOf, dictOf, resolve, type PdfDocument } from './document.ts';
import { decode } from './inflate.ts';
import { arrayOf } from './structure.ts';
import { isStream, PdfError } from './syntax.ts';

const most = 200;

/** What is stored. Nothing of it is believed because it is there: each piece is checked by its own signature. */
export const storedEvidence = (
  document: PdfDocument,
): Evidence & { readonly certificates: readonly Certificate[] } => {
  const store = dictOf(document, catalogOf(document)?.entries.get('DSS'));
  const pieces = (key: string): readonly Buffer[] =>
    arrayOf(document, store?.entries.get(key))
      .slice(0, most)
      .flatMap((value) => {
        const stream = resolve(document, value);
        if (!isStream(stream)) return [];
        try {
          return [decode(document.bytes, stream)];
        } catch (error) {
          if (error instanceof PdfError) return [];
          throw error;
        }
      });
  return {
    certificates: pieces('Certs')
      .map(tryCertificate)
      .filter((one) => one !== null),
    crls: pieces('CRLs'),
    ocsps: pieces('OCSPs'),
  };
};
