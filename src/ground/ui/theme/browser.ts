/**
 * The script of a page. Every page works without it; it only eases. What is on nearly every form is here, the rest
 * comes in two parts, each fetched when a page has something for it. (Imports are by file: from the index of the package
 * every component would end up in the first part.)
 */
import { Button } from 'govuk-frontend/dist/govuk/components/button/button.mjs';
import { Checkboxes } from 'govuk-frontend/dist/govuk/components/checkboxes/checkboxes.mjs';
import { ErrorSummary } from 'govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs';
import { NotificationBanner } from 'govuk-frontend/dist/govuk/components/notification-banner/notification-banner.mjs';
import { SkipLink } from 'govuk-frontend/dist/govuk/components/skip-link/skip-link.mjs';
import { start } from './browser-start.ts';
import { focusFirst } from './focus-first.ts';
import { MendedRadios } from './mended-radios.ts';

/** Modules of `browser-forms.ts` and of `browser-casework.ts`. */
const forms = [
  'accordion',
  'character-count',
  'exit-this-page',
  'file-upload',
  'password-input',
  'service-navigation',
  'tabs',
];
const casework = ['moj-alert', 'moj-button-menu', 'tt-date', 'tt-list', 'tt-keys'];

const isHere = (modules: readonly string[]): boolean =>
  document.querySelector(modules.map((name) => `[data-module="${name}"]`).join()) !== null;

// The style sheet shows what needs script only under these classes.
document.body.classList.add('js-enabled', 'govuk-frontend-supported');
start([Button, Checkboxes, ErrorSummary, NotificationBanner, MendedRadios, SkipLink]);

if (isHere(forms.map((name) => `govuk-${name}`))) {
  void import('./browser-forms.ts').then(({ startForms }) => {
    startForms();
    focusFirst();
  });
} else focusFirst();
if (isHere(casework)) {
  // Who knows the keys presses them before their part has come: they are done then.
  const early: KeyboardEvent[] = [];
  const keep = (event: KeyboardEvent): void => void early.push(event);
  document.addEventListener('keydown', keep);
  void import('./browser-casework.ts').then(({ startCasework }) => {
    document.removeEventListener('keydown', keep);
    startCasework();
    for (const event of early) event.target?.dispatchEvent(new KeyboardEvent('keydown', event));
  });
}
