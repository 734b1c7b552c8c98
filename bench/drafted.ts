/** Dossiers whose result is drafted and waits for the leader's signature. Made before the clock runs, by the product's own acts. */
import { connect } from '../src/ground/db/connect.ts';
import { edgeOn, type Caller } from '../src/ground/db/edge.ts';
import { nobody } from '../src/ground/db/act.ts';
import { newCheckCode } from '../src/paper/papers/index.ts';
import { findTemplate } from '../src/paper/typeset/index.ts';
import { takeToLeader } from '../src/services/dossiers/fixtures.ts';
import { powersOf } from '../src/world/mandates/index.ts';
import { makeDossiers } from './supply.ts';
import type { Actor, Commune } from './load/province.ts';
import type { World } from './world.ts';

const AT_ONCE = 8;

/** Submits, accepts and drafts so many birth registrations of one commune. Returns their codes. */
export async function makeDrafted(world: World, n: number, commune: Commune): Promise<readonly string[]> {
  const { dossiers } = await makeDossiers(world, n, [commune]);
  const connection = connect(world.owner, AT_ONCE);
  const edge = edgeOn(connection.db);
  const callerOf = async ({ account, person, post, agency, name }: Actor): Promise<Caller> => {
    const caller = { tenant: world.tenant, by: nobody, requestId: 'bench', now: new Date() };
    const powers = await edge.look(caller, (look) => powersOf(look, person));
    const officer = { account, person, post, agency, name, powers, kind: 'officer', assurance: 2 } as const;
    return { ...caller, by: { ...nobody, ...officer } };
  };
  const officers = {
    counter: await callerOf(commune.counter),
    caseOfficer: await callerOf(commune.caseOfficers[0]!),
  };

  let started = 0;
  const one = async (): Promise<void> => {
    for (let i = started++; i < n; i = started++) {
      const mark = newCheckCode();
      const data = certificateData(i, mark);
      await takeToLeader(edge, officers, dossiers[i]!.code, { data, mark });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  await connection.close();
  return dossiers.map(({ code }) => code);
}

/** A certificate like all others but for the name of the child and its check code. */
function certificateData(index: number, mark: string): Readonly<Record<string, unknown>> {
  const sample = findTemplate('birth-certificate')!.sample as { readonly child: object };
  const child = { ...sample.child, name: `Nguyễn Thị Thí Dụ Số ${index}` };
  return { ...sample, child, check: `https://songlam.example/xac-minh/${mark}` };
}
