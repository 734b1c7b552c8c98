/** How open dossiers go on when an agency with a part in them ends and its duties are divided (chuyển hồ sơ cho cơ quan kế thừa). */
import { sql } from 'kysely';
import { own, type Look } from '../../ground/db/act.ts';
import { insert, update } from '../../ground/db/writes.ts';
import type { Handover } from '../../work/desk/index.ts';
import { agencyOfPlace, type Agency } from '../../world/agencies/index.ts';
import { getVersion } from '../catalogue/index.ts';
import { countHandover } from './figures.ts';
import { getDossier } from './load.ts';
import type { Dossier, DossierTables } from './schema.ts';

export const dossierHandover: Handover = {
  room: 'dossiers',
  open: async (look, agency, after, limit) => {
    let query = own<DossierTables>(look.tx)
      .selectFrom('dossiers.dossiers')
      .select('id')
      .where('tenant', '=', look.tenant)
      .where('ended_at', 'is', null)
      .where((one) =>
        one.or([
          one('agency', '=', agency),
          one('one_stop', '=', agency),
          sql<boolean>`opinions @> ${JSON.stringify([{ agency, outcome: 'open' }])}::jsonb`,
        ]),
      )
      .orderBy('id')
      .limit(limit);
    if (after !== null) query = query.where('id', '>', after);
    return (await query.execute()).map(({ id }) => id);
  },
  about: async (look, item) => {
    const { code, title, place, procedure, procedure_version: version } = await getDossier(look, item);
    const { field } = await getVersion(look, procedure, version);
    return { code, title, place, field };
  },
  take: async (act, item, from, to) => {
    const dossier = await getDossier(act, item);
    const decided = dossier.agency === from;
    const received = dossier.one_stop === from;
    const after: Dossier = {
      ...dossier,
      agency: decided ? to.id : dossier.agency,
      one_stop: received ? await oneStopOf(act, to) : dossier.one_stop,
      opinions: dossier.opinions.map((one) =>
        one.outcome === 'open' && one.agency === from ? { ...one, agency: to.id } : one,
      ),
    };
    const { agency, one_stop, opinions } = after;
    update(
      act.writes,
      'dossiers.dossiers',
      { tenant: act.tenant, born: dossier.born, id: item },
      { agency, one_stop, opinions },
    );
    if (decided) {
      insert(act.writes, 'dossiers.handovers', {
        tenant: act.tenant,
        dossier: item,
        at: act.now,
        agency: dossier.agency,
      });
      countHandover(act, dossier, after);
    }
    // The counter works in the one-stop unit; everything else waits there only where the agency was nothing but that.
    return ({ role }) => (received && (role === 'counter' || !decided) ? one_stop : to.id);
  },
};

/** The one-stop unit that receives for an agency: that of its place, else the agency itself. */
async function oneStopOf(look: Look, { id, place }: Agency): Promise<string> {
  return (place && (await agencyOfPlace(look, place, 'service-centre'))?.id) || id;
}
