/** Paths of the digitised papers of a dossier. */
import { dossierPath } from '../../paths.ts';

/** All digitised papers of a dossier. */
export const scansPath = (code: string): string => `${dossierPath(code)}/so-hoa`;

/** One of them: comparing and handing back. */
export const scanPath = (code: string, n: number): string => `${scansPath(code)}/${n}`;
