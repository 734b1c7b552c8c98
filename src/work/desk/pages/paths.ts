/** Paths of the desk. */
export const DESK = '/viec';
export const BATCHES = '/viec/hang-loat';
export const KEYS = '/viec/phim-tat';

/** One batch. */
export const batchPath = (id: string): string => `${BATCHES}/${id}`;

/** What can be done with a work item on the desk: assign, ask, comment. */
export const workPath = (id: string): string => `/viec/muc/${id}`;

/** Where an opinion is given. */
export const opinionPath = (id: string): string => `/viec/y-kien/${id}`;

/** Where the heir of an abolished agency is chosen for one matter. */
export const heirPath = (id: string): string => `/viec/ke-thua/${id}`;

export const deskCrumb = { text: { vi: 'Bàn làm việc', en: 'My desk' }, href: DESK };
