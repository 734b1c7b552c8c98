/**
 * Renewal of evidence (B-LTA, issue 5 point 4): papers are valid for decades, the certificates that prove their signatures
 * are not. Long before the newest archive timestamp runs out, a paper gets a new one over all it holds.
 */
import { own, type Act, type Look } from '../../ground/db/act.ts';
import { insert, update } from '../../ground/db/writes.ts';
import type { Stored } from '../../ground/files/index.ts';
import { announce, listener, type Listener, type Timed } from '../../ground/jobs/index.ts';
import { log } from '../../ground/operate/log.ts';
import { lockItem, step } from '../../ground/record/index.ts';
import { evidenceEnds, lifetimesVersion, renewPdf } from '../signing/index.ts';
import type { Press } from './lay-out.ts';
import { getPaper } from './queries.ts';
import type { Paper, PaperTables } from './schema.ts';

/** How long before the end a paper is renewed: a year leaves time to mend what stands in the way. */
const AHEAD = 365 * 86_400_000;
/** Papers that one night takes on. */
const MOST = 2000;

const isDue = ({ evidence_until: until }: Pick<Paper, 'evidence_until'>, now: Date): boolean =>
  until !== null && until.getTime() <= now.getTime() + AHEAD;

/** Announces `paper.renew` for every issued paper whose evidence ends within a year: one job each. */
async function renewDue(act: Act): Promise<void> {
  const rows = await own<PaperTables>(act.tx)
    .selectFrom('papers.papers')
    .select('id')
    .where('tenant', '=', act.tenant)
    .where('issued_at', 'is not', null)
    .where('evidence_until', '<=', new Date(act.now.getTime() + AHEAD))
    .orderBy('evidence_until')
    .limit(MOST)
    .execute();
  for (const { id } of rows) announce(act, 'paper.renew', id);
}

/** Announces `paper.note-evidence` for issued papers whose end was computed with another table of algorithms, or never. */
async function noteAnew(act: Act): Promise<void> {
  const rows = await own<PaperTables>(act.tx)
    .selectFrom('papers.papers')
    .select('id')
    .where('tenant', '=', act.tenant)
    .where('issued_at', 'is not', null)
    // Two ranges instead of “another one”: the index finds them however many papers there are.
    .where((is) =>
      is.or([
        is('evidence_table', 'is', null),
        is('evidence_table', '<', lifetimesVersion),
        is('evidence_table', '>', lifetimesVersion),
      ]),
    )
    .limit(MOST)
    .execute();
  for (const { id } of rows) announce(act, 'paper.note-evidence', id);
}

/** At night: papers are read whole and stamped. */
export const renewalTimed: readonly Timed[] = [
  { name: 'papers.note-evidence-anew', cron: '0 1 * * *', act: noteAnew },
  { name: 'papers.renew', cron: '30 2 * * *', act: renewDue },
];

/** A paper has a file with newer evidence: nothing of what was signed is touched, so the former file stays good. */
async function noteRenewal(act: Act, id: string, { stored, until }: Renewed): Promise<void> {
  const head = await lockItem(act, id);
  const paper = await getPaper(act, id);
  // Renewed meanwhile: the same paper is not stamped twice.
  if (!isDue(paper, act.now) || !paper.hash) return;
  const [hash, size] = [stored.hash, stored.size];
  update(
    act.writes,
    'papers.papers',
    { tenant: act.tenant, id },
    { hash, size, evidence_until: until, evidence_table: lifetimesVersion },
  );
  insert(act.writes, 'papers.former_files', {
    tenant: act.tenant,
    hash: paper.hash,
    paper: id,
    renewed_at: act.now,
  });
  step(act, head, { act: 'paper.renew', visible: 'inside', before: { hash: paper.hash }, after: { hash } });
  announce(act, 'paper.renewed', id, { hash, size });
}

type Renewed = { readonly stored: Stored; readonly until: Date };

async function renewed({ store, keyring }: Press, look: Look, id: string): Promise<Renewed | null> {
  const paper = await getPaper(look, id);
  if (!isDue(paper, look.now) || !paper.hash) return null;
  const pdf = await renewPdf(await store.read(paper.hash), keyring);
  const until = evidenceEnds(pdf);
  if (!until || !paper.evidence_until || until <= paper.evidence_until) {
    // An authority that ends as soon as the last one proves nothing for longer: whoever runs the platform must change it.
    log.warn('evidence not renewed', { paper: id, until: until?.toISOString() ?? null });
    return null;
  }
  return { stored: await store.put(pdf), until };
}

/** Notes until when an issued paper lasts, and renews those that are due. */
export const renewalListeners = (press: Press): readonly Listener[] => [
  ...(['paper.issued', 'paper.note-evidence'] as const).map((on) =>
    listener({
      on,
      name: `papers.note-evidence after ${on}`,
      does: { vi: 'Ghi hạn của bằng chứng chữ ký', en: 'Note until when the evidence of a signature holds' },
      gather: async (look, { item }) => {
        const { hash } = await getPaper(look, item);
        return hash ? evidenceEnds(await press.store.read(hash)) : null;
      },
      act: async (act, { item }, until) =>
        update(
          act.writes,
          'papers.papers',
          { tenant: act.tenant, id: item },
          { evidence_table: lifetimesVersion, ...(until && { evidence_until: until }) },
        ),
    }),
  ),
  listener({
    on: 'paper.renew',
    name: 'papers.renew-one',
    does: { vi: 'Gia hạn bằng chứng chữ ký của văn bản', en: 'Renew the evidence of a paper’s signature' },
    gather: (look, { item }) => renewed(press, look, item),
    act: async (act, { item }, made) => {
      if (made) await noteRenewal(act, item, made);
    },
  }),
];
