/**
 * A small town for random walks: an agency that decides, its one-stop unit with an officer who is away and one who
 * stands in, an agency that is asked for opinions, and every shipped procedure with such an opinion beside its draft.
 */
import { sampleProcedures } from '../../../../sample/procedures/index.ts';
import { system, type Act, type By } from '../../../ground/db/act.ts';
import { settleWrites } from '../../../ground/db/edge.ts';
import type { TestWorld } from '../../../ground/db/testing.ts';
import { same } from '../../../ground/text/language.ts';
import type { Press } from '../../../paper/papers/index.ts';
import { anOffice, seat, substitute } from '../../../work/desk/fixtures.ts';
import type { BatchAct } from '../../../work/desk/index.ts';
import { consulting, type Definition } from '../../../work/process/index.ts';
import { establishAgency } from '../../../world/agencies/index.ts';
import { countedTerm, getProcedure, publish, type Channel } from '../../catalogue/index.ts';
import { dossierBatches } from '../batch.ts';
import { caseOfficer, clerk, stranger2 } from '../fixtures.ts';

/** The town, and who works there. */
export type Town = {
  readonly agency: { readonly id: string; readonly identifier: string };
  readonly oneStop: string;
  /** The agency that is asked for opinions. */
  readonly asked: string;
  /** Of the one-stop unit; away until `lastDayAway`, when `substitute` does this work. */
  readonly counter: By;
  readonly substitute: By;
  readonly lastDayAway: string;
  readonly caseOfficer: By;
  readonly leader: By;
  readonly clerk: By;
  readonly adviser: By;
  readonly batches: readonly BatchAct[];
  /** Processes of the shipped procedures, by code. */
  readonly processes: ReadonlyMap<string, Definition>;
  /** Procedures whose term is the same whichever way a dossier comes. */
  readonly sameTerm: ReadonlySet<string>;
};

const ASKED = 'Sở Thí Dụ';
const LAST_DAY_AWAY = '2026-12-31';
const ways: readonly Channel[] = ['in-person', 'online', 'post'];

const establish = async (act: Act, identifier: string, name: string): Promise<string> => {
  const id = await establishAgency(act, {
    identifier,
    name: same(name),
    short: identifier,
    kind: 'department',
    level: 'province',
    regime: 'head',
    parent: null,
    place: null,
    headTitle: 'Giám đốc',
    established: '2020-01-01',
    basis: 'QĐ',
    phone: null,
    email: null,
    address: null,
  });
  await settleWrites(act);
  return id;
};

const at = (by: By, agency: string): By => ({
  ...by,
  agency,
  powers: by.powers.map((power) => ({ ...power, agency })),
});

/** The process with an opinion of the other agency asked for beside its draft. */
function asking(process: Definition): Definition {
  const draft = process.nodes.find((node) => 'office' in node && node.office.act === 'draft');
  if (!draft) return process;
  const opinion = { id: 'y-kien', name: 'Lấy ý kiến', unit: ASKED, position: 'Chuyên viên', hours: 8 };
  return consulting(process, draft.id, [opinion]);
}

/** Opens the town and publishes its procedures. */
export async function openTown(world: TestWorld, now: Date, press: Press): Promise<Town> {
  const office = await anOffice(world);
  await substitute(world, office.agency, office.first, office.second, LAST_DAY_AWAY);
  const [deciding, asked] = await world.as(system, now, async (act) => [
    await establish(act, 'X08', 'Ủy ban nhân dân Mẫu'),
    await establish(act, 'X09', ASKED),
  ]);
  // Whoever signs must hold the post that may.
  const { by: leader } = await world.as(system, now, (act) =>
    seat(act, deciding!, 'Võ Thị Ước Mơ', 'vo.uocmo', ['leader']),
  );
  const processes = new Map<string, Definition>();
  const sameTerm = new Set<string>();
  for (const { national, local, from } of sampleProcedures) {
    if (!local.process) continue;
    const process = asking(local.process);
    processes.set(national.code, process);
    const procedure = await world.as(system, now, async (act) => {
      // No act waits for a fee here: that has tests of its own.
      await publish(act, national, { ...local, process, feesBefore: null }, from, 'written');
      await settleWrites(act);
      return getProcedure(act, national.code);
    });
    const terms = ways.map((way) => JSON.stringify(countedTerm(procedure, way)));
    if (new Set(terms).size === 1 && terms[0] !== 'null') sameTerm.add(national.code);
  }
  return {
    agency: { id: deciding!, identifier: 'X08' },
    oneStop: office.agency,
    asked: asked!,
    counter: office.first.by,
    substitute: office.second.by,
    lastDayAway: LAST_DAY_AWAY,
    caseOfficer: at(caseOfficer, deciding!),
    leader,
    clerk: at(clerk, deciding!),
    adviser: at(stranger2, asked!),
    batches: dossierBatches(press, world),
    processes,
    sameTerm,
  };
}
