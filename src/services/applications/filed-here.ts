/** Whether a procedure is filed here at all. */
import type { Text } from '../../ground/text/language.ts';
import type { Procedure } from '../catalogue/index.ts';
import { words } from './words.ts';

/**
 * Why dossiers of a procedure cannot be filed here; null: they can. Where another system keeps the record (hệ thống của bộ giữ hồ sơ), a
 * dossier here would be a second one that nobody there knows: it is only followed.
 */
export const whyNotHere = ({
  form,
  systemOfRecord,
}: Pick<Procedure, 'form' | 'systemOfRecord'>): Text | null =>
  systemOfRecord !== 'us' ? words.filedElsewhere : form === null ? words.noForm : null;
