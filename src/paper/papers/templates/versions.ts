/** Versions of templates: shipped with the program (0), or edited by administrators and published by a second person. */
import { own, type Look } from '../../../ground/db/act.ts';
import type { Edge } from '../../../ground/db/edge.ts';
import { bySystem } from '../../../ground/db/edge.ts';
import { findTemplate, type Template } from '../../typeset/index.ts';
import type { PaperTables, TemplateVersion } from '../schema.ts';

/** The template that papers of a kind are made with now; null: there is no such kind. */
export type TemplateSource = (key: string) => Promise<Template<unknown> | null>;

const rows = (look: Look, key: string) =>
  own<PaperTables>(look.tx)
    .selectFrom('papers.templates')
    .selectAll()
    .where('tenant', '=', look.tenant)
    .where('key', '=', key)
    .orderBy('version', 'desc');

/** All edited versions of a template, newest first; the shipped one is not among them. */
export const listVersions = (look: Look, key: string): Promise<TemplateVersion[]> =>
  rows(look, key).execute();

/** One edited version, or null. */
export const findVersion = async (
  look: Look,
  key: string,
  version: number,
): Promise<TemplateVersion | null> =>
  (await rows(look, key).where('version', '=', version).executeTakeFirst()) ?? null;

/** The shipped template with the source of an edited version. */
export const edited = (
  shipped: Template<unknown>,
  { source, version }: Pick<TemplateVersion, 'source' | 'version'>,
): Template<unknown> => ({ ...shipped, source, version: String(version) });

/**
 * The template in use at a moment: the version published last before it, else the shipped one; null: there is no such
 * template. What was printed once is printed again with the template of its own moment, whatever was published since.
 */
export async function currentTemplate(
  look: Look,
  key: string,
  at: Date = look.now,
): Promise<Template<unknown> | null> {
  const shipped = findTemplate(key);
  const published =
    shipped && (await rows(look, key).where('published_at', '<=', at).limit(1).executeTakeFirst());
  return published ? edited(shipped, published) : shipped;
}

/** The templates in use, for work outside of an act. */
export const templatesOf =
  (edge: Edge, tenant: number): TemplateSource =>
  (key) =>
    edge.look(bySystem(tenant), (look) => currentTemplate(look, key));

/** For each template the newest published version and whether a draft lies there. */
export async function listStandings(
  look: Look,
): Promise<ReadonlyMap<string, { readonly version: number; readonly draft: boolean }>> {
  const all = await own<PaperTables>(look.tx)
    .selectFrom('papers.templates')
    .select(['key', 'version', 'published_at'])
    .where('tenant', '=', look.tenant)
    .orderBy('version')
    .execute();
  const found = new Map<string, { version: number; draft: boolean }>();
  for (const { key, version, published_at: published } of all) {
    const before = found.get(key) ?? { version: 0, draft: false };
    found.set(key, published ? { ...before, version } : { ...before, draft: true });
  }
  return found;
}
