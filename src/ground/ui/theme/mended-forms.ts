/** Components of govuk-frontend with what accessibility checkers find wrong in them put right. */
import { Accordion } from 'govuk-frontend/dist/govuk/components/accordion/accordion.mjs';
import { FileUpload } from 'govuk-frontend/dist/govuk/components/file-upload/file-upload.mjs';

/** The button of a section is named by the words on it: a second name that differs confuses people who speak to it. */
export class MendedAccordion extends Accordion {
  override setExpanded(expanded: boolean, section: Element): void {
    super.setExpanded(expanded, section);
    section.querySelector('.govuk-accordion__section-button')?.removeAttribute('aria-label');
  }
}

/** The button that takes files is named by its label and the words on it, with no hidden comma between those. */
export class MendedFileUpload extends FileUpload {
  constructor(root: Element) {
    super(root);
    const button = root.querySelector('.govuk-file-upload-button');
    button?.querySelector(':scope > .govuk-visually-hidden')?.remove();
    button?.setAttribute('aria-labelledby', `${button.id}-label ${button.id}`);
  }
}
