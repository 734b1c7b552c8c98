/** The counter at which an officer sits. */
import type { By } from '../../ground/db/act.ts';
import type { ChannelNumber } from '../dossiers/index.ts';
import type { Draft } from './drafts.ts';

/** The one-stop unit whose counter this officer serves, or null. */
export const counterOf = (by: By): string | null =>
  by.powers.find((power) => power.role === 'counter')?.agency ?? null;

/** How a draft reaches us (KenhThucHien): 1 at the counter, 2 online, 3 by public post. Every way is treated alike; fees may differ. */
export const channelOf = (by: By, { by_post: byPost }: Pick<Draft, 'by_post'>): ChannelNumber =>
  by.kind !== 'officer' ? 2 : byPost ? 3 : 1;
