/** Paths of registries. */

/** Where a person says that a registry is wrong about them: forms link here beside a value. */
export const wrongPath = (source: string): string => `/du-lieu-sai/${source}`;

/** Where a parent has their children looked for. */
export const CHILDREN = '/tai-khoan/con';

/** Where an officer sees what came of the checks of an item. */
export const checksPath = (item: string): string => `/doi-chieu/${item}`;

/** Where an officer passes a correction on. */
export const correctionPath = (id: string): string => `/yeu-cau-sua/${id}`;

/** Where those who answer for data see every call to a system outside, with purpose and legal basis. */
export const CALLS = '/quan-tri/loi-goi';
