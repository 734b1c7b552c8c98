/** Secrets of the sample accounts. They exist only with the sample province and are printed at start. */
import { codeAt } from './passwords.ts';

/** One password and one second factor for every sample account of an officer. */
export const SAMPLE_PASSWORD = 'SongLam-mau-2026';
export const SAMPLE_TOTP = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

/** The code of a moment for the sample accounts. */
export const sampleCode = (now = new Date()): string => codeAt(SAMPLE_TOTP, now);
