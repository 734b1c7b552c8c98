/**
 * Renewal of evidence (B-LTA, issue 5 point 4): what is signed is valid for decades, the certificates that prove its signatures are not.
 * Long before the newest archive timestamp of a file runs out, it gets a new one over all it holds.
 */
import type { Act, Look } from '../../../ground/db/act.ts';
import type { Stored } from '../../../ground/files/index.ts';
import { announce, listener, type Event, type Listener, type Timed } from '../../../ground/jobs/index.ts';
import { log } from '../../../ground/operate/log.ts';
import { lockItem } from '../../../ground/record/index.ts';
import { noteOwn } from '../../scanning/index.ts';
import { evidenceEnds, lifetimesVersion, renewPdf, verifyFile } from '../../signing/index.ts';
import type { Press } from '../lay-out.ts';
import { keptVerdict, noteSignatureVerdict, trustOf, type SignatureVerdict } from '../signature-check.ts';
import {
  findSignedFile,
  listEnding,
  listNotedOtherwise,
  listSignedFiles,
  noteEvidence,
  replaceSigned,
  type SignedFile,
  type WhichFile,
} from './signed-files.ts';

/** How long before the end a file is renewed: a year leaves time to mend what stands in the way. */
const AHEAD = 365 * 86_400_000;
/** Files that one night takes on. */
const MOST = 2000;

const isDue = ({ evidence_until: until }: SignedFile, now: Date): boolean =>
  until !== null && until.getTime() <= now.getTime() + AHEAD;

/** Announces `evidence.renew` for every file whose evidence ends within a year: one job each. */
async function renewDue(act: Act): Promise<void> {
  for (const { kind, record, id, n } of await listEnding(act, new Date(act.now.getTime() + AHEAD), MOST))
    announce(act, 'evidence.renew', record, { kind, id, n });
}

/** Announces `evidence.note` for what has files whose end was computed with another table of algorithms, or never. */
async function noteAnew(act: Act): Promise<void> {
  const files = await listNotedOtherwise(act, lifetimesVersion, MOST);
  for (const record of new Set(files.map((file) => file.record))) announce(act, 'evidence.note', record);
}

/** At night: files are read whole and stamped. */
export const renewalTimed: readonly Timed[] = [
  { name: 'papers.note-evidence-anew', cron: '0 1 * * *', act: noteAnew },
  { name: 'papers.renew', cron: '30 2 * * *', act: renewDue },
];

const whichFile = ({ payload }: Event): WhichFile => ({
  kind: payload['kind'] as SignedFile['kind'],
  id: String(payload['id']),
  n: Number(payload['n']),
});

type Renewed = {
  readonly former: SignedFile;
  readonly stored: Stored;
  readonly until: Date;
  readonly verdict: SignatureVerdict;
};

/** The file with newer evidence, and what a verifier says of it; null where it is not due (any more). Slow; stands outside of acts. */
async function renewed({ store, keyring }: Press, look: Look, which: WhichFile): Promise<Renewed | null> {
  const former = await findSignedFile(look, which);
  if (!former || !isDue(former, look.now)) return null;
  const pdf = await renewPdf(await store.read(former.hash), keyring);
  const until = evidenceEnds(pdf);
  if (!until || !former.evidence_until || until <= former.evidence_until) {
    // An authority that ends as soon as the last one proves nothing for longer: whoever runs the platform must change it.
    log.warn('evidence not renewed', { ...which, until: until?.toISOString() ?? null });
    return null;
  }
  const verdict = keptVerdict(await verifyFile(pdf, await trustOf(keyring, look.now)));
  return { former, stored: await store.put(pdf), until, verdict };
}

async function noteRenewal(act: Act, { former, stored, until, verdict }: Renewed): Promise<void> {
  const head = await lockItem(act, former.record);
  // Renewed meanwhile: the same file is not stamped twice.
  if ((await findSignedFile(act, former))?.hash !== former.hash) return;
  replaceSigned(act, head, former, stored, { evidence_until: until, evidence_table: lifetimesVersion });
  noteSignatureVerdict(act, stored.hash, verdict);
  noteOwn(act, stored.hash);
}

/** Until when the files of an item last, where that was not computed with the table of today. */
async function ends({ store }: Press, look: Look, record: string) {
  const files = await listSignedFiles(look, record);
  const noted: { readonly file: SignedFile; readonly until: Date }[] = [];
  for (const file of files.filter((one) => one.evidence_table !== lifetimesVersion))
    // A signature without an archive timestamp gets its first one the next night.
    noted.push({ file, until: evidenceEnds(await store.read(file.hash)) ?? look.now });
  return noted;
}

/** Notes until when signed files last, and renews those that are due. */
export const renewalListeners = (press: Press): readonly Listener[] => [
  ...(['paper.issued', 'copy.signed', 'scan.confirmed', 'evidence.note'] as const).map((on) =>
    listener({
      on,
      name: `papers.note-evidence after ${on}`,
      does: { vi: 'Ghi hạn của bằng chứng chữ ký', en: 'Note until when the evidence of a signature holds' },
      gather: (look, { item }) => ends(press, look, item),
      act: async (act, _, noted) => {
        for (const { file, until } of noted)
          noteEvidence(act, file, { evidence_until: until, evidence_table: lifetimesVersion });
      },
    }),
  ),
  listener({
    on: 'evidence.renew',
    name: 'papers.renew-one',
    does: { vi: 'Gia hạn bằng chứng chữ ký của tệp đã ký', en: 'Renew the evidence of a signed file' },
    gather: (look, event) => renewed(press, look, whichFile(event)),
    act: async (act, _, made) => {
      if (made) await noteRenewal(act, made);
    },
  }),
];
