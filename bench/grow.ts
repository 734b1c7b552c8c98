/** The same requests at two sizes of the same province: what every statement touched before and after it has grown. */
import { hotRequests } from './hot.ts';
import { nodesOf, type Explained, type Explainer, type PlanNode } from './growth.ts';
import { makeDrafts } from './supply.ts';
import { freshId, type World } from './world.ts';

/** One statement of one request at the two sizes. */
export type Growth = {
  readonly job: string;
  readonly text: string;
  readonly before: Explained;
  readonly after: Explained;
};

/** Statements by request, in the order in which they ran. */
export type Measured = ReadonlyMap<string, readonly Explained[]>;

/** A row that happens to fill its page costs a few buffers more: of so many rounds the least counts. */
const ROUNDS = 3;

/** Rows of tables that the bulk load leaves empty. */
const FEW = 1000;

/** Asks every hot request a few times and keeps its statements with the least they touched. Throws when one is not answered as it must be. */
export async function measureHot(explainer: Explainer, world: World): Promise<Measured> {
  // A table of one page is read whole, however good its index is.
  await makeDrafts(world, FEW);
  await world.copy(
    'dossiers.matter_keys',
    Array.from({ length: FEW }, () => ({ tenant: world.tenant, key: freshId(), dossier: freshId() })),
  );
  const found = new Map<string, readonly Explained[]>();
  for (let round = 0; round < ROUNDS; round++)
    for (const { job, ask, status } of await hotRequests(world)) {
      const answer = await explainer.ask(ask);
      if (answer.status === 404) continue; // The product does not have the page yet.
      if (answer.status !== status) throw new Error(`${job}: ${answer.status} instead of ${status}`);
      found.set(job, least(found.get(job), answer.statements));
    }
  return found;
}

/** The same statements, each from the round in which it touched less. */
function least(earlier: readonly Explained[] | undefined, now: readonly Explained[]): readonly Explained[] {
  if (!earlier || earlier.length !== now.length) return now;
  return now.map((one, i) => {
    const was = earlier[i]!;
    return was.text === one.text && was.buffers < one.buffers ? was : one;
  });
}

/** Pairs the statements of two measurements by their text. */
export function compare(before: Measured, after: Measured): Growth[] {
  return [...after].flatMap(([job, statements]) => {
    const earlier = [...(before.get(job) ?? [])];
    return statements.flatMap((now): Growth[] => {
      const at = earlier.findIndex(({ text }) => text === now.text);
      if (at < 0) return [];
      const [was] = earlier.splice(at, 1);
      return [{ job, text: now.text, before: was!, after: now }];
    });
  });
}

/** What going down through one index may cost: its levels, and one page that was split. */
const DESCENT = 4;

/** Buffers that are explained at any size: those of the indexes a statement reads by or writes to, and of earlier versions of rows of a roll-up. */
const descents = ({ plan, text }: Explained): number =>
  DESCENT *
  (nodesOf(plan).filter(isIndexScan).length +
    (text.match(/insert into|update |delete from|from "figures"/g) ?? []).length);

/** Rows of the answer, and rows of roll-ups that were summed for it: there are only so many agencies, kinds and buckets. */
const rowsOf = ({ plan, rows }: Explained): number =>
  Math.max(
    rows,
    ...nodesOf(plan)
      .filter((node) => node.Schema === 'figures')
      .map((node) => node['Actual Rows'] * node['Actual Loops']),
  );

/** Whether a statement has grown by more than going down through its indexes and more rows of its answer explain. */
export const hasGrown = ({ before, after }: Growth): boolean =>
  after.buffers > before.buffers + descents(after) + Math.max(0, rowsOf(after) - rowsOf(before));

const isIndexScan = (node: PlanNode): boolean =>
  /Index (Only )?Scan|Bitmap Index Scan/.test(node['Node Type']);

/** Tables without tenant: national data, and what the queue engine keeps. */
const national = /^(places|law|pgboss|pg_)/;

/** Index scans of a statement whose condition does not name the tenant: they would visit every shard. */
export const scansWithoutTenant = (statements: readonly Explained[]): string[] =>
  statements.flatMap(({ plan, text }) =>
    nodesOf(plan)
      .filter(isIndexScan)
      .filter((node) => !national.test(node['Schema'] ?? ''))
      .filter((node) => !/\btenant\b/.test(node['Index Cond'] ?? ''))
      .map(
        (node) => `${node['Index Name']}: ${node['Index Cond'] ?? 'no condition'} in ${text.slice(0, 120)}`,
      ),
  );
