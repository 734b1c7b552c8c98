/** How this site names itself to passkeys and authenticator apps. */
import type { Visit } from '../../ground/web/visit.ts';

export const SITE_NAME = 'Toàn Trình';

/** Where the visitor's browser is. */
export const siteOf = ({ origin }: Pick<Visit, 'origin'>) => ({ origin, name: SITE_NAME });
