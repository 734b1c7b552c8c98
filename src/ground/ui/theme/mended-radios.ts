import { Radios } from 'govuk-frontend/dist/govuk/components/radios/radios.mjs';

/** Radios that reveal questions, without `aria-expanded`, which the role of a radio button does not have. */
export class MendedRadios extends Radios {
  override syncConditionalRevealWithInputState(input: HTMLInputElement): void {
    super.syncConditionalRevealWithInputState(input);
    input.removeAttribute('aria-expanded');
  }
}
