import type { Link } from './chain.ts';

/** Tables of the record, as the room's queries see them. */
export type RecordTables = {
  'record.items': { tenant: number; born: number; id: string; kind: string; seq: number; hash: Buffer };
  'record.steps': Omit<Link, 'payload_hash'> & { payload_hash: Buffer; prev: Buffer; hash: Buffer };
  'record.payloads': {
    tenant: number;
    born: number;
    item: string;
    seq: number;
    salt: string | null;
    before: unknown;
    after: unknown;
    erased_at: Date | null;
  };
  'record.looks': {
    tenant: number;
    year: number;
    id: string;
    at: Date;
    subject: string;
    item: string | null;
    purpose: string;
    by_kind: string;
    account: string | null;
    person: string | null;
    post: string | null;
    agency: string | null;
    name: string;
    request_id: string;
  };
  'record.seals': {
    tenant: number;
    day: string;
    steps: number;
    digest: Buffer;
    prev: Buffer;
    sealed_at: Date;
  };
};
