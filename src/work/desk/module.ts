/** The desk as the program sees it: one inbox, filled by what rooms contribute. */
import { inboxPage } from './pages/inbox.tsx';
import type { WorkKind } from './schema.ts';

export const deskRoom = (kinds: readonly WorkKind[]) => ({ pages: [inboxPage(kinds)] });
