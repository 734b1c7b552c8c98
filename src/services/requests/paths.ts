/** Paths of this room's pages. */
import { withQuery } from '../../ground/ui/index.ts';

export const RATINGS = '/danh-gia';
export const COMMENTS = `${RATINGS}/y-kien`;

/** The ratings of an agency in a month. */
export const ratingsPath = (agency: string, month: string): string =>
  withQuery(RATINGS, { 'co-quan': agency, thang: month });

/** The comments of the line that has this procedure. */
export const commentsPath = (agency: string, month: string, procedure: string): string =>
  withQuery(COMMENTS, { 'co-quan': agency, thang: month, 'thu-tuc': procedure });
