/** A dossier about a tree that waits for a message: its officers note that it has come. */
import { scenarioOf } from '../sample/procedures/answers.ts';
import { treeFelling } from '../sample/procedures/tree-felling.ts';
import { go } from '../src/app/demo/take.ts';
import { accepted, submitted } from '../src/app/demo/walks/parts.ts';
import { TENANT } from '../src/app/wiring.ts';
import { bySystem } from '../src/ground/db/edge.ts';
import { vietnamDay } from '../src/ground/text/dates.ts';
import { publish } from '../src/services/catalogue/index.ts';
import type { Definition } from '../src/work/process/index.ts';
import { FATHER } from './errands.ts';
import type { House } from './house.ts';

const FIRST = 'cho-tin';

/** The process with a receive task before its first step. */
function waiting(process: Definition): Definition {
  const start = process.nodes.find(({ kind, scope }) => kind === 'start' && scope === null)!;
  const office = { role: null, unit: null, limit: null, output: null, act: null, form: null };
  const receive = { id: FIRST, name: 'Chờ công an xác nhận', scope: null, lane: null, note: '' };
  const flow = { id: `${FIRST}-di`, name: '', scope: null, condition: null };
  return {
    ...process,
    nodes: [...process.nodes, { ...receive, kind: 'receive', office, message: 'Công an xác nhận' }],
    flows: process.flows.flatMap((one) =>
      one.from === start.id
        ? [
            { ...one, to: FIRST },
            { ...flow, from: FIRST, to: one.to },
          ]
        : one,
    ),
  };
}

/** Has an application accepted that then waits for a message. Its code. */
export async function awaitMessage({ origin, program: { edge } }: House): Promise<string> {
  const { national, local } = treeFelling;
  const process = waiting(local.process!);
  await edge.act(bySystem(TENANT), (act) =>
    publish(act, national, { ...local, process }, vietnamDay(new Date()), 'written'),
  );
  const { code } = await go(origin, {
    procedure: national.code,
    name: 'A tree about which the police must write',
    people: { citizen: FATHER, counter: 'mot-cua.song-mau' },
    steps: [...submitted(scenarioOf(national.code).answers), accepted],
    result: 'Giấy phép',
  });
  return code;
}
