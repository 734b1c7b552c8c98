/** Where messages are opened from: one's own page, or the desk. */
import type { By } from '../../../ground/db/act.ts';
import type { Text } from '../../../ground/text/language.ts';
import { words } from '../words.ts';

/** The page above all messages, for whoever reads them. */
export const homeOf = ({ kind }: By): { readonly text: Text; readonly href: string } =>
  kind === 'officer' ? { text: words.desk, href: '/viec' } : { text: words.mine, href: '/cua-toi' };
