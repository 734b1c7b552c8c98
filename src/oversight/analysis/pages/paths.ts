/** Paths of process analysis. */
export const ANALYSIS = '/chi-dao/quy-trinh';

/** The analysis of one procedure. */
export const analysisPath = (code: string): string => `${ANALYSIS}/${encodeURIComponent(code)}`;
