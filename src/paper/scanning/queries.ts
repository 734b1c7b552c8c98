/** Reading digitised documents. Who may see them is the policy of the room whose item they belong to. */
import { own, type Look } from '../../ground/db/act.ts';
import { NotFound } from '../../ground/operate/errors.ts';
import { fold } from '../../ground/text/fold.ts';
import type { Scan, ScanTables } from './schema.ts';

const scans = (look: Look) =>
  own<ScanTables>(look.tx).selectFrom('scanning.scans').selectAll().where('tenant', '=', look.tenant);

/** Digitised documents of an item in their order. */
export const listScans = (look: Look, item: string): Promise<Scan[]> =>
  scans(look).where('item', '=', item).orderBy('n').execute();

/** The scan of this id. Throws NotFound. */
export async function getScan(look: Look, id: string): Promise<Scan> {
  const found = await scans(look).where('id', '=', id).executeTakeFirst();
  if (!found)
    throw new NotFound({ vi: 'Không có bản số hóa này.', en: 'There is no such digitised document.' });
  return found;
}

/** A place where words were found: which document, which page, and the words around. */
export type Found = {
  readonly n: number;
  readonly title: string;
  readonly page: number;
  readonly around: string;
};

const AROUND = 60;
const MOST = 50;

/** Finds words in digitised documents, whatever their case and marks: recognition often misses a mark. Pure. */
export function findIn(documents: readonly Pick<Scan, 'n' | 'title' | 'texts'>[], words: string): Found[] {
  const wanted = fold(words);
  if (wanted.length < 2) return [];
  return documents
    .flatMap(({ n, title, texts }) =>
      texts.flatMap((text, i) => {
        const line = text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
        // Folding keeps the number of letters of composed text, so places in both agree.
        const at = fold(line).indexOf(wanted);
        if (at < 0) return [];
        const [from, until] = [Math.max(0, at - AROUND), at + wanted.length + AROUND];
        const around = `${from > 0 ? '… ' : ''}${line.slice(from, until)}${until < line.length ? ' …' : ''}`;
        return [{ n, title, page: i + 1, around }];
      }),
    )
    .slice(0, MOST);
}
