/** What must be true of the store: every file that is named is there, whole in size. */
import type { Look } from '../db/act.ts';
import { send } from '../db/connect.ts';
import type { Finding, Invariant } from '../record/invariants.ts';
import type { Store } from './store.ts';

const PAGE = 500;
/** Questions to the store at a time: an object store answers in milliseconds, one after the other would take hours. */
const AT_ONCE = 32;
const MOST_FINDINGS = 100;

type Row = { readonly id: string; readonly hash: string; readonly size: number };

/** The invariant of the files of this store. */
export const filesAreThere = (store: Store): Invariant => ({
  name: 'files.there',
  holds: 'The bytes of every file lie in the store, in their full length.',
  check: async (look) => {
    const findings: Finding[] = [];
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const rows = await listAfter(look, after);
      for (let i = 0; i < rows.length; i += AT_ONCE)
        findings.push(...(await lookFor(store, rows.slice(i, i + AT_ONCE))));
      const last = rows.at(-1);
      if (!last || findings.length >= MOST_FINDINGS) return findings.slice(0, MOST_FINDINGS);
      after = last.id;
    }
  },
});

const listAfter = (look: Look, after: string): Promise<Row[]> =>
  send<Row>(
    look.tx,
    `select id, hash, size from files.files f where tenant = $1 and id > $2
        and not exists (select from files.verdicts v where v.tenant = f.tenant and v.hash = f.hash and v.kind = 'refused')
      order by id limit ${PAGE}`,
    [look.tenant, after],
  );

const lookFor = async (store: Store, rows: readonly Row[]): Promise<Finding[]> =>
  (
    await Promise.all(
      rows.map(async ({ id, hash, size }) => {
        const found = await store.sizeOf(hash);
        if (found === size) return [];
        return [
          { item: id, what: found === null ? 'is not in the store' : 'has another length in the store' },
        ];
      }),
    )
  ).flat();
