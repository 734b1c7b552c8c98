/** Tables of this room, as its queries see them. */
export type LawTables = {
  'law.texts': {
    number: string;
    issuer: string;
    type: string;
    title: string;
    title_en: string;
    issued: string | null;
    valid_from: string;
    valid_to: string | null;
    replaced_by: string | null;
  };
  'law.lists': { list: string; vi: string; en: string; basis: string };
  'law.codes': {
    list: string;
    code: string;
    valid_from: string;
    valid_to: string | null;
    vi: string;
    en: string;
    abbreviation: string | null;
    basis: string;
    place: number;
  };
};
