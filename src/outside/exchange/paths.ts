/** Paths of the room. */

/** Comparison with the national portal. */
export const SYNC = '/quan-tri/dong-bo';
/** Dossiers of other systems, for follow-up. */
export const FOLLOWED = '/ho-so-he-thong-khac';
/** Their figures, beside those of our own. */
export const MIRRORED_FIGURES = '/so-lieu/he-thong-khac';

/** Under `/api/v1`: where dossiers filed elsewhere arrive, and where other systems tell of their own. */
export const ARRIVALS = '/lien-thong/ho-so';
export const MIRRORED = '/lien-thong/ho-so-he-thong-khac';
