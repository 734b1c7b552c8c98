/** Names and metadata of digitised documents (guide 7197/BKHCN-CDSQG; STANDARDS §5). Pure. */
import { slug } from '../../ground/text/fold.ts';
import { vietnamDay } from '../../ground/text/dates.ts';
import type { Book } from '../../work/numbers/index.ts';
import type { Scan } from './schema.ts';

/** Documents of dossiers in the code of a digitised document. */
const FIELD = 'HS';

/** Codes of digitised documents, `MCQ_LV_STT_PB`: agency, field, running number of the year, version. */
export const docCodes = (identifier: string): Book => ({
  name: `scan ${identifier}`,
  template: `{agency}_${FIELD}_{n:6}_V1`,
  period: 'year',
});

/** The name of the file, `CODE_YYYYMMDD_DESC.EXT`: without marks, so that every system can keep it. */
export const fileName = (docCode: string, day: string, title: string): string =>
  `${docCode}_${day.replaceAll('-', '')}_${slug(title).slice(0, 60).replace(/-+$/, '') || 'giay-to'}.pdf`;

const cut = (text: string, most: number): string => [...text].slice(0, most).join('');

/** The metadata of a digitised document by the names of the guide; lengths are the guide's. */
export function metadataOf(scan: Scan): Readonly<Record<string, string | number>> {
  const [number = '', ...notation] = (scan.facts?.symbol ?? '').split('/');
  return {
    DocCode: cut(scan.doc_code, 30),
    TypeName: cut(scan.title, 100),
    CodeNumber: cut(number.trim(), 11),
    CodeNotation: cut(notation.join('/').trim(), 30),
    IssuedDate: scan.facts?.issuedOn ?? '',
    OrganName: cut(scan.facts?.issuer || scan.agency_name, 200),
    Subject: cut(scan.title, 500),
    Language: 'Tiếng Việt',
    PageAmount: scan.pages ?? 0,
    Description: scan.file_name ?? '',
    InforSign: cut(
      scan.confirmed_at ? `${scan.confirmed_name ?? ''}, ${vietnamDay(scan.confirmed_at)}` : '',
      100,
    ),
    Keyword: cut(scan.title, 100),
    Mode: scan.confirmed_at ? 'Chính thức' : 'Chưa đối chiếu',
    Format: 'application/pdf',
  };
}
