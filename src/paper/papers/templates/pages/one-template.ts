/** Where the pages of templates lie, who may open them, and the template that a path names. */
import { hasRole, type By } from '../../../../ground/db/act.ts';
import { NotFound } from '../../../../ground/operate/errors.ts';
import { ADMINISTRATION, administrationCrumbs } from '../../../../ground/web/administration.ts';
import type { Visit } from '../../../../ground/web/visit.ts';
import { findTemplate } from '../../../typeset/index.ts';
import { edited, findVersion } from '../versions.ts';
import { templateWords as words } from './words.ts';

export const TEMPLATES = `${ADMINISTRATION}/mau-van-ban`;
export const templatePath = (key: string): string => `${TEMPLATES}/${key}`;
export const publicationPath = (key: string): string => `${templatePath(key)}/ban-hanh`;
export const previewPath = (key: string, version: number | string): string =>
  `${templatePath(key)}/xem-thu/${version}`;

/** Every administrator may read templates; who may change them stands in `mayEdit`. */
export const mayReadTemplates = (by: By): boolean => by.kind === 'officer' && hasRole(by, 'it-admin');

/** The shipped template that the path names. Throws NotFound. */
export function shippedAt({ params }: Visit) {
  const template = findTemplate(params['key'] ?? '');
  if (!template) throw new NotFound(words.missing);
  return template;
}

/** The version of the template that the path names; 0 is the shipped one. Throws NotFound. */
export async function versionAt(visit: Visit) {
  const shipped = shippedAt(visit);
  const asked = visit.params['version'] ?? '';
  if (asked === '0') return shipped;
  const version = /^\d{1,6}$/.test(asked) ? await findVersion(visit.look, shipped.key, Number(asked)) : null;
  if (!version) throw new NotFound(words.missing);
  return edited(shipped, version);
}

export const templateCrumbs = administrationCrumbs({ text: words.title, href: TEMPLATES });
