/** Components that only some pages of citizens have. */
import { CharacterCount } from 'govuk-frontend/dist/govuk/components/character-count/character-count.mjs';
import { ExitThisPage } from 'govuk-frontend/dist/govuk/components/exit-this-page/exit-this-page.mjs';
import { PasswordInput } from 'govuk-frontend/dist/govuk/components/password-input/password-input.mjs';
import { ServiceNavigation } from 'govuk-frontend/dist/govuk/components/service-navigation/service-navigation.mjs';
import { Tabs } from 'govuk-frontend/dist/govuk/components/tabs/tabs.mjs';
import { MendedAccordion, MendedFileUpload } from './mended-forms.ts';
import { start } from './browser-start.ts';

/** Starts them. */
export const startForms = (): void =>
  start([
    MendedAccordion,
    CharacterCount,
    ExitThisPage,
    MendedFileUpload,
    PasswordInput,
    ServiceNavigation,
    Tabs,
  ]);
