/** Jobs of the post room: tell, send, take in, follow parcels. None fails because the other side is down. */
import type { Look } from '../../ground/db/act.ts';
import type { Store } from '../../ground/files/index.ts';
import { listener, type Listener } from '../../ground/jobs/index.ts';
import { Unavailable } from '../../ground/operate/errors.ts';
import { checkSignatures, pagesIn, signatureFaults, type SignatureCheck } from '../../paper/papers/index.ts';
import type { Text } from '../../ground/text/language.ts';
import { aboutFile, secretInFile } from '../../ground/text/secret.ts';
import type { Secrecy, SecrecyDoor } from '../../paper/scanning/index.ts';
import { ARRIVED, noteWaits, takeArrival } from './commands/arrive.ts';
import { askParcel, noteParcel, PARCEL, type PostSays } from './commands/parcel.ts';
import { noteSent, rests, SEND, tellPortal, type Sent } from './commands/tell.ts';
import type { NationalPortal, PublicPost } from './gateway/port.ts';
import { readArrival, type Arrival } from './portal/arrival.ts';
import { findArrived, findNext, findParcel } from './queries.ts';
import { waitsForFiles } from './rules.ts';
import type { Arrived, ArrivedFile, Envelope, Fetched, ItemSource, MissingFile } from './schema.ts';

/** What taking in needs: where files lie, who checks their signatures, the room that gets the dossier. */
type Taking = {
  readonly store: Store;
  readonly check: SignatureCheck;
  readonly secrecy: SecrecyDoor;
  readonly source: ItemSource;
};

type Parts = Taking & {
  readonly portal: NationalPortal | null;
  readonly post: PublicPost | null;
};

/** Acts on a dossier that the portal is told of. */
const told = [
  'receive',
  'accept',
  'ask-supplement',
  'answer-supplement',
  'refuse-intake',
  'do-step',
  'await-number',
  'propose',
  'ask-payment',
  'pay',
  'sign',
  'decide',
  'return',
  'withdraw',
  'discontinue',
  'apologise',
  'redate',
  'approve-by-silence',
  'issue-notice',
  'correct-result',
  'revoke-result',
].map((act) => `dossier.${act}`);

/** No answer is no error: null. */
async function unless<T>(asking: Promise<T>): Promise<T | null> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof Unavailable) return null;
    throw error;
  }
}

export function exchangeListeners({ portal, post, ...taking }: Parts): readonly Listener[] {
  return [
    ...(portal ? told.map((on) => telling(on, taking.source)) : []),
    ...(portal ? [sending(portal), takingIn(portal, taking)] : []),
    ...(post ? [...posting(taking.source), following(post)] : []),
  ];
}

const telling = (on: string, source: ItemSource): Listener =>
  listener({
    on,
    name: `exchange.tell-${on.slice('dossier.'.length)}`,
    does: {
      vi: 'Báo tình trạng hồ sơ lên Cổng quốc gia',
      en: 'Tell the national portal the state of a dossier',
    },
    act: (act, event) => tellPortal(act, source, event.item, event.id),
  });

type Sending = { readonly envelope: Envelope; readonly sent: Sent } | null;

const sending = (portal: NationalPortal): Listener =>
  listener<Sending>({
    on: SEND,
    name: 'exchange.send',
    does: { vi: 'Gửi lên Cổng dịch vụ công quốc gia', en: 'Send to the national portal' },
    gather: async (look, { item }) => {
      if (await rests(look, item)) return null;
      const envelope = await findNext(look, 'national-portal', item);
      return envelope && { envelope, sent: await unless(portal.send(look, envelope)) };
    },
    act: async (act, _, gathered) => {
      if (gathered) await noteSent(act, gathered.envelope, gathered.sent);
    },
  });

type Arriving = {
  readonly arrived: Arrived;
  readonly arrival: Arrival;
  readonly fetched: Fetched;
} | null;

const takingIn = (portal: NationalPortal, { store, source, check, secrecy }: Taking): Listener =>
  listener<Arriving>({
    on: ARRIVED,
    name: 'exchange.take-in',
    does: {
      vi: 'Nhận hồ sơ từ Cổng dịch vụ công quốc gia',
      en: 'Take in a dossier from the national portal',
    },
    gather: async (look, { item }) => {
      const arrived = await findArrived(look, item);
      if (arrived?.state !== 'received') return null;
      const read = readArrival(arrived.body);
      if ('errors' in read) return null;
      return {
        arrived,
        arrival: read.arrival,
        fetched: await fetchAll(portal, { store, check, secrecy }, look, read.arrival),
      };
    },
    act: async (act, _, gathered) => {
      if (!gathered) return;
      const { arrived, arrival, fetched } = gathered;
      if (fetched.awaited.length > 0 && waitsForFiles(arrived.received_at, act.now))
        noteWaits(act, arrived, fetched.awaited);
      else await takeArrival(act, source, arrived, arrival, fetched);
    },
  });

const silent: Text = { vi: 'Cổng quốc gia không trả lời', en: 'the national portal does not answer' };

/** A file that cannot be had is not waited for: the officer sees that it is missing and asks for it. */
async function fetchAll(
  portal: NationalPortal,
  { store, check, secrecy }: Omit<Taking, 'source'>,
  look: Look,
  { files }: Arrival,
): Promise<Fetched> {
  const got: Omit<ArrivedFile, 'pages'>[] = [];
  const missing: MissingFile[] = [];
  const awaited: MissingFile[] = [];
  for (const file of files) {
    const { component, name } = file;
    const answer = (await unless(portal.fetchFile(look, file, store))) ?? { why: silent, lasting: false };
    if ('stored' in answer) got.push({ component, name, stored: answer.stored });
    else (answer.lasting ? missing : awaited).push({ name, why: answer.why });
  }
  const kept = got.map(({ name, stored: { type, hash } }) => ({ name, type, hash }));
  const looked = new Map<string, Secrecy>();
  for (const { hash, type } of kept) looked.set(hash, await secrecy.now(look, { hash, type }));
  const secret = kept.filter(({ hash }) => looked.get(hash)?.marked);
  if (secret.length > 0)
    return {
      files: [],
      missing,
      awaited,
      faults: secret.map(({ name }) => ({ field: '', message: aboutFile(name, secretInFile) })),
      looked,
    };
  const verdicts = await checkSignatures(check, kept, look.now);
  return {
    files: got.map((one) => ({ ...one, pages: pagesIn(verdicts, one.stored.hash) })),
    missing,
    awaited,
    faults: signatureFaults(kept, verdicts),
    looked,
  };
}

/** The national status of a dossier that is decided and not returned yet. */
const DECIDED = 9;

/** A decided dossier whose result goes by post becomes a parcel, when there is one and nothing is owed for it any more. */
const posting = (source: ItemSource): readonly Listener[] =>
  (['dossier.decide', 'dossier.issue-notice', 'payment.paid', 'payment.dropped'] as const).map((on) =>
    listener({
      on,
      name: on === 'dossier.decide' ? 'exchange.post-result' : `exchange.post-result-after-${on}`,
      does: { vi: 'Gửi kết quả qua bưu chính', en: 'Send a result by post' },
      act: async (act, { item }) => {
        const facts = await source.facts(act, item);
        if (facts?.returnWay !== 'post' || facts.status !== DECIDED || facts.owing) return;
        // What silence approved has no paper before its notice is sealed.
        if (facts.results.length === 0) return;
        const { address, phone } = facts.contact;
        if (address) await askParcel(act, item, facts.code, { name: facts.applicant.name, address, phone });
      },
    }),
  );

const following = (post: PublicPost): Listener =>
  listener<PostSays | null>({
    on: PARCEL,
    name: 'exchange.parcel',
    does: { vi: 'Theo dõi bưu gửi', en: 'Follow a parcel' },
    gather: async (look, event) => {
      const parcel = await findParcel(look, String(event.payload['parcel']));
      if (!parcel) return null;
      return unless(parcel.state === 'asked' ? post.order(look, parcel) : post.find(look, parcel));
    },
    act: (act, event, says) => noteParcel(act, String(event.payload['parcel']), says),
  });
