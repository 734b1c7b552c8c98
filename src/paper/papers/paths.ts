/** Paths of the pages on which an agency looks after its papers. */
export const PAPERS = '/giay-to-da-cap';

/** The page on which a drafter checks a document. */
export const FORMAT = '/the-thuc';

/** The page on which a leader chooses with what to sign. */
export const MY_SIGNATURE = '/ky-so';

/** The page on which minutes are written, that on which they are signed, and the file between the two signatures. */
export const NEW_MINUTES = '/bien-ban/moi';
export const minutesPath = (id: string): string => `/bien-ban/${id}/ky`;
export const rewritePath = (id: string): string => `/bien-ban/${id}/lap-lai`;
export const dropMinutesPath = (id: string): string => `/bien-ban/${id}/thoi-lap`;
export const correctMinutesPath = (id: string): string => `/bien-ban/${id}/dinh-chinh`;
/** Where another signer is named for a part of minutes, and where they are ended before they are signed. */
export const partPaths = { secretary: 'thu-ky', chair: 'chu-toa' } as const;
export const nameSignerPath = (id: string, part: 'thu-ky' | 'chu-toa'): string =>
  `/bien-ban/${id}/nguoi-ky/${part}`;
export const withdrawMinutesPath = (id: string): string => `/bien-ban/${id}/thoi-trinh-ky`;
export const minutesFilePath = (id: string): string => `${minutesPath(id)}/tep`;

export const paperPath = (id: string): string => `${PAPERS}/${id}`;

/** The closing sheet of a copy, to be printed behind the document. */
export const copySheetPath = (paper: string, copy: string): string => `${paperPath(paper)}/sao/${copy}`;

/** The book of copies, and the page on which a file is copied. */
export const COPIES = '/so-sao';
export const NEW_COPY = `${COPIES}/moi`;

/** An electronic copy before it is signed: the page on which it is decided and signed, where parts are chosen, its pictures and file. */
export const orderPath = (id: string): string => `${COPIES}/de-nghi/${id}`;
export const bandsPath = (id: string): string => `${orderPath(id)}/phan-trich`;
export const shownPagePath = (id: string, page: number | string): string => `${orderPath(id)}/trang/${page}`;
export const orderFilePath = (id: string): string => `${orderPath(id)}/tep`;

/** One electronic copy, and its file. */
export const copyPath = (id: string): string => `${COPIES}/${id}`;
export const copyFilePath = (id: string): string => `${copyPath(id)}/tep`;

/** The page of an act on a paper; acts are nouns. */
export const paperActPath = (
  id: string,
  act: 'thu-hoi' | 'dinh-chinh' | 'ky' | 'phat-hanh' | 'sao' | 'sao-dien-tu' | 'phu-luc' | 'tep' | 'du-lieu',
): string => `${paperPath(id)}/${act}`;
