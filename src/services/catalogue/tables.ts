import type { DoubtKind } from './import/doubt.ts';
import type { LocalContent, NationalContent } from './schema.ts';

/** Tables of the catalogue. */
export type CatalogueTables = {
  'catalogue.procedures': {
    tenant: number;
    code: string;
    item: string;
    imported: string | null;
    hand_made: string[];
  };
  'catalogue.versions': {
    tenant: number;
    code: string;
    version: number;
    state: 'draft' | 'reviewed' | 'published';
    origin: 'written' | 'imported';
    valid_from: string;
    valid_to: string | null;
    name: string;
    domain: string;
    national: NationalContent;
    local: LocalContent;
    /** Computed by the database from the two. */
    content_hash: string;
    hash: string;
    based_on: number | null;
    cause: string | null;
    created_at: Date;
    created_by: string | null;
    reviewed_by: string | null;
    reviewed_at: Date | null;
    published_by: string | null;
    published_at: Date | null;
  };
  'catalogue.listing': {
    tenant: number;
    code: string;
    version: number;
    valid_from: string;
    valid_to: string | null;
    name: string;
    name_en: string | null;
    sort_name: string;
    domain: string;
    publisher: string;
    agency: string;
    levels: string[];
    audience: string[];
    topics: string[];
    life_events: string[];
    online: boolean;
    worked_out: boolean;
    reviewed: boolean;
    words: string;
    terms: string;
  };
  'catalogue.terms': { tenant: number; term: string; docs: number };
  'catalogue.doubts': {
    tenant: number;
    code: string;
    version: number;
    n: number;
    field: string;
    kind: DoubtKind;
    value: string;
    settled_at: Date | null;
    settled_by: string | null;
  };
};
