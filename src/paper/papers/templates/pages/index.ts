export { mayReadTemplates, TEMPLATES } from './one-template.ts';
export { templatePreviewAnswer } from './preview.ts';
import { editTemplatePage } from './edit.tsx';
import { templatesPage } from './list.tsx';
import { publishTemplatePage } from './publish.tsx';

/** The pages on which administrators look after templates. */
export const templatePages = [templatesPage, editTemplatePage, publishTemplatePage];
