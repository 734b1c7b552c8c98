/** Paths of a draft. */

/** A page of a draft; without one, the check of the answers (which leads to the first open page). */
export const draftPath = (id: string, pageId?: string): string => `/ban-khai/${id}/${pageId ?? 'kiem-tra'}`;

/** Certified copies while the person waits at the counter. */
export const EXPRESS_COPY = '/mot-cua/chung-thuc';

/** Where an officer begins an application for the person who stands there, or for what came by post. */
export const COUNTER = '/mot-cua';
