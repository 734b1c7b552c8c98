/** Paths of the annexes of a paper. */

/** The page on which annexes are attached. */
export const annexesPath = (paper: string): string => `/giay-to-da-cap/${paper}/phu-luc`;

/** The file of an annex. */
export const annexFilePath = (paper: string, n: number | string): string => `${annexesPath(paper)}/${n}`;
