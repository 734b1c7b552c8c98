/** Work at fixed times: foreseeing lateness, opinions that did not come, approval by silence. */
import { own, type Act } from '../../ground/db/act.ts';
import { send } from '../../ground/db/connect.ts';
import type { Timed } from '../../ground/jobs/index.ts';
import { getVersion } from '../catalogue/index.ts';
import { escalate } from './commands/escalate.ts';
import { approveBySilence, foresee } from './commands/lateness.ts';
import { noteSilence } from './commands/steps.ts';
import { findDossier, hold } from './load.ts';
import { processOf, wholeOf } from './queries.ts';
import type { DossierTables } from './schema.ts';

/** How long before the due date lateness counts as foreseeable while nothing is on the leader's desk yet. */
const FORESEEN_HOURS = 60;
const BATCH = 200;

/** Running dossiers whose date comes near and for which no apology was drafted; at most a batch. */
const nearing = (act: Act): Promise<{ id: string }[]> =>
  send(
    act.tx,
    `select d.id from dossiers.dossiers d
      where d.tenant = $1 and d.ended_at is null and d.due_at between $2 and $3 and d.apologies = 0
        and d.state in ('accepted', 'processing')
        and not exists (select from desk.work w where w.tenant = d.tenant and w.item = d.id and w.closed_at is null
                           and w.kind in ('apologise', 'sign', 'seal', 'return'))
      limit ${BATCH}`,
    [act.tenant, act.now, new Date(act.now.getTime() + FORESEEN_HOURS * 3_600_000)],
  );

/** Drafts the apology for dossiers that will hardly be in time. */
export async function watch(act: Act): Promise<void> {
  for (const { id } of await nearing(act)) {
    const dossier = await findDossier(act, id);
    if (dossier) await foresee(act, dossier);
  }
}

/** Approves what the agency was silent about, where the procedure takes silence as approval. */
async function hearSilence(act: Act): Promise<void> {
  const late = await own<DossierTables>(act.tx)
    .selectFrom('dossiers.dossiers')
    .select(['id', 'procedure', 'procedure_version'])
    .where('tenant', '=', act.tenant)
    .where('ended_at', 'is', null)
    .where('due_at', '<', act.now)
    .where('state', 'in', ['accepted', 'processing'])
    .limit(BATCH)
    .execute();
  for (const { id, procedure, procedure_version } of late) {
    const { silence } = await getVersion(act, procedure, procedure_version);
    if (silence === 'approval') await approveBySilence(act, await hold(act, id));
  }
}

/** Goes on without the opinions whose time is over. */
export async function hearNoAnswer(act: Act): Promise<void> {
  const waiting = await own<DossierTables>(act.tx)
    .selectFrom('dossiers.dossiers')
    .select('id')
    .where('tenant', '=', act.tenant)
    .where('ended_at', 'is', null)
    .where('decided_at', 'is', null)
    .where('opinion_due_at', '<', act.now)
    .limit(BATCH)
    .execute();
  for (const { id } of waiting) {
    const held = await hold(act, id);
    const over = held.dossier.opinions.find(
      ({ outcome, dueAt }) => outcome === 'open' && dueAt !== null && new Date(dueAt) < act.now,
    );
    const { procedure, agency, oneStop } = await wholeOf(act, held.dossier);
    // One at a time: the next run takes the next one of the same dossier.
    if (over) await noteSilence(act, held, processOf(procedure, agency, oneStop), over.token);
  }
}

export const timed: readonly Timed[] = [
  { name: 'dossiers.watch', cron: '*/30 * * * *', act: watch },
  { name: 'dossiers.escalate', cron: '*/15 * * * *', act: escalate },
  { name: 'dossiers.no-answer', cron: '*/10 * * * *', act: hearNoAnswer },
  { name: 'dossiers.silence', cron: '10 * * * *', act: hearSilence },
];
