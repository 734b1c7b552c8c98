/** A construction permit that is being settled while the process of its procedure changes: it could go over to the newer one. */
import { constructionPermit } from '../sample/procedures/construction-permit.ts';
import { go } from '../src/app/demo/take.ts';
import { walks } from '../src/app/demo/walks/index.ts';
import { TENANT } from '../src/app/wiring.ts';
import { bySystem } from '../src/ground/db/edge.ts';
import { vietnamDay } from '../src/ground/text/dates.ts';
import { publish } from '../src/services/catalogue/index.ts';
import type { House } from './house.ts';

/** The procedure whose process is newer than that of a dossier. */
export const NEWER = constructionPermit.national.code;

/** Has an application accepted, then publishes the process with twice the time for the first step. */
export async function changeProcess({ origin, program: { edge } }: House): Promise<void> {
  const permit = walks.find(({ procedure }) => procedure === NEWER)!;
  const accepted = permit.steps.findIndex(({ leaves }) => leaves === 'processing');
  await go(origin, { ...permit, steps: permit.steps.slice(0, accepted + 1) });
  const { national, local } = constructionPermit;
  const process = local.process!;
  const [first] = process.nodes.flatMap((node) => (node.kind === 'user' && node.office.limit ? node : []));
  const nodes = process.nodes.map((node) =>
    node === first && first.office.limit
      ? {
          ...first,
          office: {
            ...first.office,
            limit: { ...first.office.limit, amount: first.office.limit.amount * 2 },
          },
        }
      : node,
  );
  await edge.act(bySystem(TENANT), (act) =>
    publish(act, national, { ...local, process: { ...process, nodes } }, vietnamDay(new Date()), 'written'),
  );
}
