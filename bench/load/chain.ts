/** Steps of the record for loaded items, with the product's own chain, so that `doctor` accepts them. */
import { GENESIS, linkHash, newSalt, payloadHash, type Link } from '../../src/ground/record/chain.ts';
import { bornIn } from '../../src/ground/record/ids.ts';
import type { Actor, Applicant } from './province.ts';

/** Who did a step. */
export type Doer = { readonly officer: Actor } | { readonly citizen: Applicant };

export type Step = {
  readonly act: string;
  readonly visible: Link['visible'];
  readonly at: Date;
  readonly by: Doer;
  readonly before?: unknown;
  readonly after: unknown;
};

type Rows = { items: object[]; steps: object[]; payloads: object[] };

const hex = (digits: string): string => `\\x${digits}`;

const byOf = (by: Doer) =>
  'officer' in by
    ? {
        by_kind: 'officer',
        account: by.officer.account,
        person: by.officer.person,
        post: by.officer.post,
        agency: by.officer.agency,
        name: by.officer.name,
      }
    : {
        by_kind: 'citizen',
        account: by.citizen.account,
        person: by.citizen.person,
        post: null,
        agency: null,
        name: by.citizen.name,
      };

/** Adds an item with its whole chain. */
export function recordItem(rows: Rows, tenant: number, id: string, steps: readonly Step[]): void {
  const born = bornIn(id);
  let prev = GENESIS;
  steps.forEach(({ act, visible, at, by, before, after }, i) => {
    const salt = newSalt();
    const seq = i + 1;
    const payload = payloadHash(salt, before, after);
    const link: Link = {
      tenant,
      born,
      item: id,
      seq,
      act,
      visible,
      at,
      ...byOf(by),
      organisation: null,
      unit: null,
      mandate: null,
      reason: null,
      request_id: 'bench',
      payload_hash: payload,
    };
    const hash = linkHash(prev, link);
    rows.steps.push({ ...link, payload_hash: hex(payload), prev: hex(prev), hash: hex(hash) });
    rows.payloads.push({ tenant, born, item: id, seq, salt, before: before ?? null, after });
    prev = hash;
  });
  rows.items.push({ tenant, born, id, kind: 'dossier', seq: steps.length, hash: hex(prev) });
}
