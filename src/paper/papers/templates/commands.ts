/** The acts on templates: draft, and publish by a second person. Each is a step of the version's own record. */
import type { Act, Look } from '../../../ground/db/act.ts';
import { insert, update } from '../../../ground/db/writes.ts';
import { Conflict, NotAllowed } from '../../../ground/operate/errors.ts';
import { actorName, lockItem, openItem, step } from '../../../ground/record/index.ts';
import { managersOf, manages } from '../../../world/agencies/index.ts';
import type { TemplateVersion } from '../schema.ts';
import { findVersion, listVersions } from './versions.ts';

/** Templates are those of the whole installation: administrators of its top agency change them. */
export const mayEdit = (look: Look): Promise<boolean> => manages(look, null);

/** Throws NotAllowed unless the officer who looks may change templates. */
export async function guardTemplates(look: Look): Promise<void> {
  if (await mayEdit(look)) return;
  throw new NotAllowed({
    vi: 'Mẫu văn bản do người quản trị của cơ quan đứng đầu phụ trách.',
    en: 'Administrators of the top agency look after templates.',
  });
}

/** Keeps a draft: the one that lies there with another source, or a new version. The source is sound already. */
export async function keepDraft(
  act: Act,
  key: string,
  { source, change }: Pick<TemplateVersion, 'source' | 'change'>,
): Promise<number> {
  await guardTemplates(act);
  const [newest] = await listVersions(act, key);
  const may = await managersOf(act, null);
  const by = { drafted_by: act.by.account, drafted_name: actorName(act.by, { may }), drafted_at: act.now };
  if (newest && newest.published_at === null) {
    const head = await lockItem(act, newest.id);
    // Published meanwhile: what papers are made with is never changed.
    if ((await findVersion(act, key, newest.version))?.published_at) throw moved();
    const { version } = newest;
    update(act.writes, 'papers.templates', { tenant: act.tenant, key, version }, { source, change, ...by });
    step(act, head, { act: 'template.change', visible: 'inside', after: { key, version, change }, may });
    return version;
  }
  const version = (newest?.version ?? 0) + 1;
  const head = openItem(act, 'template');
  insert(act.writes, 'papers.templates', {
    tenant: act.tenant,
    key,
    version,
    id: head.id,
    source,
    change,
    ...by,
    published_name: null,
    published_at: null,
  });
  step(act, head, { act: 'template.draft', visible: 'inside', after: { key, version, change }, may });
  return version;
}

/**
 * Publishes a draft: papers signed from now on are made with it. Whoever wrote it does not publish it. `seen` is when the
 * draft that the publisher looked at was written (ISO 8601).
 */
export async function publishVersion(
  act: Act,
  { id, key, version }: TemplateVersion,
  seen: string,
): Promise<void> {
  await guardTemplates(act);
  const head = await lockItem(act, id);
  const draft = await findVersion(act, key, version);
  if (!draft || draft.published_at || draft.drafted_at.toISOString() !== seen) throw moved();
  if (draft.drafted_by === act.by.account)
    throw new NotAllowed({
      vi: 'Người soạn mẫu không tự ban hành. Hãy nhờ người quản trị khác xem và ban hành.',
      en: 'Whoever drafted a template does not publish it. Ask another administrator to look at it and publish it.',
    });
  const may = await managersOf(act, null);
  const published = { published_name: actorName(act.by, { may }), published_at: act.now };
  update(act.writes, 'papers.templates', { tenant: act.tenant, key, version }, published);
  step(act, head, { act: 'template.publish', visible: 'inside', after: { key, version }, may });
}

const moved = (): Conflict =>
  new Conflict({
    vi: 'Bản nháp này vừa được người khác sửa hoặc ban hành. Hãy xem lại.',
    en: 'Somebody else has just changed or published this draft. Look at it again.',
  });
