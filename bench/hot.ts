/** The hot pages and acts, each as one request of a signed-in person: what growth and buffers are counted for. */
import type { Ask } from './wire.ts';
import { makeDossiers, makeDrafts, PROCEDURE } from './supply.ts';
import type { World } from './world.ts';

/** A request by the name of the job that measures it. */
export type Hot = { readonly job: string; readonly ask: Ask; readonly status: number };

const form = (fields: Readonly<Record<string, string>>): string => new URLSearchParams(fields).toString();

/** Makes one request for each hot job. */
export async function hotRequests(world: World): Promise<Hot[]> {
  const [draft] = await makeDrafts(world, 1);
  const { dossiers } = await makeDossiers(world, 1);
  const [dossier] = dossiers;
  const officer = busiest(world);
  const counter = world.officers.get(dossier!.commune.counter.account)!;
  const path = `/ho-so/${encodeURIComponent(dossier!.code)}`;
  const read = (job: string, where: string, cookie: string): Hot => ({
    job,
    ask: { path: where, cookie },
    status: 200,
  });
  return [
    read('service page, uncached', `/thu-tuc/${PROCEDURE}`, world.citizens[0]!.cookie),
    read('my page', '/cua-toi', world.citizens[0]!.cookie),
    read('inbox', '/viec', officer.cookie),
    read('inbox, mine', '/viec?xem=cua-toi', officer.cookie),
    read('inbox, to be taken', '/viec?xem=cho-nhan', officer.cookie),
    read('inbox, late', '/viec?tre=1', officer.cookie),
    read('inbox, of one kind', '/viec?loai=dossiers.appraise', officer.cookie),
    read('inbox, by words', `/viec?q=${encodeURIComponent('dụ')}`, officer.cookie),
    read('month figures and live tiles', '/so-lieu', officer.cookie),
    read('dossier page', path, counter.cookie),
    {
      job: 'submission',
      status: 303,
      ask: {
        method: 'POST',
        path: `/ban-khai/${draft!.id}/kiem-tra`,
        cookie: draft!.visitor.cookie,
        body: form({ csrf: draft!.visitor.csrf, returnWay: 'online' }),
      },
    },
    {
      job: 'process step (acceptance)',
      status: 303,
      ask: {
        method: 'POST',
        path: `${path}/tiep-nhan`,
        cookie: counter.cookie,
        body: form({ csrf: counter.csrf }),
      },
    },
  ];
}

/** A case officer of the commune that most dossiers go to. */
function busiest(world: World) {
  const [first] = world.province.communes;
  return world.officers.get(first!.caseOfficers[0]!.account)!;
}
