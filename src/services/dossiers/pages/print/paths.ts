/** Paths of the printed forms. */
import type { FormNumber } from '../../forms/forms.ts';
import { dossierPath } from '../../paths.ts';

/** The PDF of a form of a dossier. */
export const formPath = (code: string, form: FormNumber): string => `${dossierPath(code)}/in/${form}`;

/** The register of a one-stop unit, and its PDF. */
export const REGISTER = '/mot-cua/so-theo-doi';
