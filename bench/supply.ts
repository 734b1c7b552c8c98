/** Things to work on: drafts that are complete, and dossiers that wait to be accepted. Made before the clock runs. */
import { connect } from '../src/ground/db/connect.ts';
import { edgeOn } from '../src/ground/db/edge.ts';
import { nobody } from '../src/ground/db/act.ts';
import { receive } from '../src/services/dossiers/index.ts';
import { scenarioOf } from '../sample/procedures/answers.ts';
import { freshId, type World } from './world.ts';
import type { Applicant, Commune } from './load/province.ts';

/** The procedure of the drafts: birth registration, without file when the notification is known. */
export const PROCEDURE = '1.001193';

/** A name that no other child has: letters that say a number. */
let children = Math.floor(Math.random() * 1e9);
function nextName(): string {
  const letters = [...(children++).toString()].map((digit) => 'abcdeghikl'[Number(digit)]).join('');
  return `Nguyễn An ${letters[0]!.toUpperCase()}${letters.slice(1)}`;
}

/** Complete answers of a father whose commune is this one, each about a child of its own: no two births are the same. */
function answersFor(commune: Commune): Record<string, unknown> {
  const { answers } = scenarioOf(PROCEDURE);
  const born = new Date(Date.now() - 5 * 86_400_000).toISOString().slice(0, 10);
  const mother = answers['mother'] as { residence: Record<string, unknown> };
  return {
    ...answers,
    childName: nextName(),
    childBorn: born,
    mother: { ...mother, residence: { ...mother.residence, commune: commune.place } },
  };
}

/** A draft that only has to be submitted. */
export type ReadyDraft = { readonly id: string; readonly visitor: World['citizens'][number] };

/** Makes so many complete drafts, spread over communes and people. */
export async function makeDrafts(world: World, n: number): Promise<ReadyDraft[]> {
  const [version] = await world.sql<{ version: number }>(
    `select max(version) as version from catalogue.versions where tenant = $1 and code = $2 and state = 'published'`,
    [world.tenant, PROCEDURE],
  );
  const { communes } = world.province;
  const drafts = Array.from({ length: n }, (_, i) => ({
    id: freshId(),
    visitor: world.citizens[i % world.citizens.length]!,
    commune: communes[i % communes.length]!,
  }));
  await world.copy(
    'applications.drafts',
    drafts.map(({ id, visitor, commune }) => ({
      tenant: world.tenant,
      id,
      account: visitor.applicant.account,
      person: visitor.applicant.person,
      procedure: PROCEDURE,
      version: version!.version,
      answers: answersFor(commune),
      provenance: {},
      edition: 1,
      created_at: new Date(),
      updated_at: new Date(),
    })),
  );
  return drafts;
}

/** A dossier that waits at the counter of a commune. */
export type ReadyDossier = { readonly code: string; readonly commune: Commune };

/** Submits so many dossiers in these communes through the product's own act, eight at a time. Returns them with how many a second went in. */
export async function makeDossiers(
  world: World,
  n: number,
  communes: readonly Commune[] = world.province.communes,
): Promise<{ dossiers: ReadyDossier[]; perSecond: number }> {
  const connection = connect(world.owner, 8);
  const edge = edgeOn(connection.db);
  const dossiers: ReadyDossier[] = [];
  const began = performance.now();
  const signed = communes.filter(({ counter }) => world.officers.has(counter.account));
  let started = 0;
  const one = async (): Promise<void> => {
    for (let i = started++; i < n; i = started++) {
      const commune = signed[i % signed.length]!;
      const applicant = world.province.applicants[i % world.province.applicants.length]!;
      const { code } = await edge.act(callerOf(world, applicant), (act) =>
        receive(act, {
          key: `bench supply ${freshId()}`,
          procedure: { code: PROCEDURE, version: 1, name: 'Đăng ký khai sinh', field: 'ho-tich' },
          channel: 2,
          applicant: { person: applicant.person, organisation: null, name: applicant.name },
          filer: null,
          agency: { id: commune.agency, identifier: commune.identifier },
          oneStop: commune.oneStop,
          place: commune.place,
          answers: answersFor(commune),
          contact: { phone: null, email: null, address: null },
          returnWay: 'online',
          components: [],
          nationalCode: null,
        }),
      );
      dossiers.push({ code, commune });
    }
  };
  await Promise.all(Array.from({ length: 8 }, one));
  await connection.close();
  return { dossiers, perSecond: (n * 1000) / (performance.now() - began) };
}

const callerOf = (world: World, { account, person, name }: Applicant) => ({
  tenant: world.tenant,
  by: { ...nobody, kind: 'citizen' as const, account, person, name, assurance: 2 as const },
  requestId: 'bench',
  now: new Date(),
});
