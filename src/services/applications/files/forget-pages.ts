/** A photo that was refused leaves its upright page behind, under another name in the store: that goes as well. */
import { own, type Look } from '../../../ground/db/act.ts';
import { FILE_REFUSED, findFile, type Store } from '../../../ground/files/index.ts';
import { listener, type Listener } from '../../../ground/jobs/index.ts';
import type { ApplicationTables } from '../drafts.ts';

/** The page of this file in any value of an answer; null where there is none. */
function pageOf(value: unknown, file: string): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const { id, page } = value as { readonly id?: unknown; readonly page?: unknown };
  if (id === file && typeof page === 'string') return page;
  for (const one of Object.values(value)) {
    const found = pageOf(one, file);
    if (found) return found;
  }
  return null;
}

async function listPages(look: Look, file: string): Promise<readonly string[]> {
  const owner = (await findFile(look, file))?.owner;
  if (!owner) return [];
  const drafts = await own<ApplicationTables>(look.tx)
    .selectFrom('applications.drafts')
    .select('answers')
    .where('tenant', '=', look.tenant)
    .where('account', '=', owner)
    .where('dossier', 'is', null)
    .execute();
  return drafts.flatMap(({ answers }) => pageOf(answers, file) ?? []);
}

export const forgetPages = (store: Store): Listener =>
  listener({
    on: FILE_REFUSED,
    name: 'applications.forget-pages',
    does: {
      vi: 'Xóa trang ảnh của tệp không được phép lưu',
      en: 'Erase the page of a photo that may not be kept',
    },
    gather: async (look, { item }) => {
      for (const page of await listPages(look, item)) await store.remove(page);
    },
    act: async () => {},
  });
