/** What only officers' pages have. */
import { Alert } from '@ministryofjustice/frontend/moj/components/alert/alert.mjs';
import { ButtonMenu } from '@ministryofjustice/frontend/moj/components/button-menu/button-menu.mjs';
import { start } from './browser-start.ts';
import { startDateButtons } from './date-button.ts';
import { startListKeys } from './list-keys.ts';

/** Starts it. */
export function startCasework(): void {
  start([Alert, ButtonMenu]);
  startDateButtons();
  startListKeys();
}
