/**
 * Signing on the signer's phone, in two phases (E2): asked for with the hash of a paper whose bytes are fixed from then on,
 * collected when the signer has confirmed. Both phases use the network, so they stand outside of acts.
 */
import { nobody, type By, type Look } from '../../../ground/db/act.ts';
import { bySystem, type Caller, type Edge } from '../../../ground/db/edge.ts';
import { Unavailable } from '../../../ground/operate/errors.ts';
import type { SignaturePlan } from '../../signing/index.ts';
import type { Holder } from '../holder.ts';
import type { Signing, SigningService } from '../gateway/signing-service.ts';
import type { RemoteCredential, WaitingSignature } from '../schema.ts';
import { findCredential } from './credentials.ts';
import {
  endWaiting,
  findWaiting,
  keepResponse,
  keepValue,
  keepWaiting,
  listRequest,
  waitsUntil,
} from './waiting.ts';
import { newId } from '../../../ground/record/index.ts';
import { createHash } from 'node:crypto';

/** What came of looking whether the signer has confirmed. */
export type Collected =
  | { readonly state: 'waiting' | 'refused' | 'over' | 'wrong-pin' | 'expired' }
  | { readonly state: 'signed'; readonly value: Buffer };

/** A document that its signer is asked for on the phone: a paper, or the digitised copy of one. */
export type ToSign<Result extends object> = {
  readonly id: string;
  readonly title: string;
  /** What its bytes are made from: the same words stand for the same document. */
  readonly madeFrom: string;
  /** B-LTA keeps the evidence in the file now, under a timestamp over all of it; B-T leaves that to a later signature. */
  readonly level: 'B-T' | 'B-LTA';
  /** Makes the bytes before the signature. `result` is kept while it waits, and given back with the signed file. */
  readonly make: () => Promise<{
    readonly pdf: Buffer;
    readonly plan: SignaturePlan;
    readonly result: Result;
  }>;
};

/** A document whose bytes are prepared: what is kept of it while it waits. */
export type Piece = Pick<
  WaitingSignature,
  'paper' | 'fingerprint' | 'prepared' | 'hole' | 'to_sign' | 'result'
>;

/** Remote signing as the press uses it. */
export type RemoteSigning = {
  /** How long a page waits for the phone before it tells the leader to press again. */
  readonly patienceMs: number;
  /** The credential of this person; null: signs with what the keyring has. */
  readonly credentialOf: (holder: Holder) => Promise<RemoteCredential | null>;
  readonly waiting: (paper: string) => Promise<WaitingSignature | null>;
  /** Asks the phone once for all these papers; from now on they wait, unless the credential has ended. */
  readonly ask: (
    holder: Holder,
    credential: RemoteCredential,
    pieces: readonly Piece[],
    about: string,
  ) => Promise<'asked' | 'expired'>;
  /** Looks whether the signer has confirmed. A refusal and a lapse end the waiting of all papers of the request. */
  readonly collect: (holder: Holder, credential: RemoteCredential, paper: string) => Promise<Collected>;
  /** A paper that was changed while it waited waits no more. */
  readonly forget: (paper: string) => Promise<void>;
};

const hashOf = ({ to_sign: text }: Pick<Piece, 'to_sign'>): Buffer =>
  createHash('sha256').update(Buffer.from(text, 'base64')).digest();

/** Remote signing on the program's own tables. */
export function remoteSigning(
  edge: Edge,
  tenant: number,
  service: SigningService,
  patienceMs = 8000,
): RemoteSigning {
  const callerOf = (holder: Holder): Caller => {
    const by: By = { ...nobody, kind: 'officer', person: holder.id, name: holder.name };
    return { ...bySystem(tenant), by };
  };
  const looking = <T>(holder: Holder, work: (look: Look) => Promise<T>): Promise<T> =>
    edge.look(callerOf(holder), work);

  async function valuesOf(
    holder: Holder,
    credential: RemoteCredential,
    rows: readonly WaitingSignature[],
  ): Promise<Exclude<Collected['state'], 'signed'> | readonly Buffer[]> {
    const [first] = rows;
    if (!first) return 'over';
    const { response } = first;
    if (response) return valuesIn(await looking(holder, (look) => service.poll(look, response, rows.length)));
    const confirmation = first.sad
      ? ({ state: 'confirmed', sad: first.sad } as const)
      : await looking(holder, (look) => service.confirmation(look, first.handle ?? ''));
    if (confirmation.state !== 'confirmed') return confirmation.state;
    const signing = await looking(holder, (look) =>
      service.sign(look, {
        credential: { id: credential.credential, algorithm: credential.algorithm },
        hashes: rows.map(hashOf),
        about: '',
        sad: confirmation.sad,
      }),
    );
    if (signing.state === 'pending') {
      // The confirmation is spent: whoever goes on from here, also after a break, must know where the values come from.
      await edge.act(callerOf(holder), async (act) => {
        for (const { paper } of rows) keepResponse(act, paper, signing.response);
      });
    }
    return valuesIn(signing);
  }

  const valuesIn = (signing: Signing): 'waiting' | 'over' | readonly Buffer[] =>
    signing.state === 'signed' ? signing.values : signing.state === 'pending' ? 'waiting' : 'over';

  return {
    patienceMs,
    credentialOf: (holder) => looking(holder, (look) => findCredential(look, holder.id)),
    waiting: (paper) => edge.look(bySystem(tenant), (look) => findWaiting(look, paper)),
    forget: (paper) => edge.act(bySystem(tenant), async (act) => endWaiting(act, paper)),

    ask: async (holder, credential, pieces, about) => {
      const asked = await looking(holder, (look) =>
        service.ask(look, {
          credential: { id: credential.credential, algorithm: credential.algorithm },
          hashes: pieces.map(hashOf),
          about,
        }),
      );
      if (asked === 'expired') return asked;
      const { handle, sad, seconds } = asked;
      await edge.act(callerOf(holder), async (act) => {
        const until = new Date(act.now.getTime() + seconds * 1000);
        const shared = {
          request: newId(act.now),
          person: holder.id,
          handle,
          sad,
          response: null,
          value: null,
          until,
        };
        keepWaiting(
          act,
          pieces.map((piece) => ({ ...piece, ...shared, asked_at: act.now })),
        );
      });
      return 'asked';
    },

    collect: async (holder, credential, paper) => {
      const found = await looking(holder, (look) => findWaiting(look, paper));
      if (!found) return { state: 'over' };
      if (found.value) return { state: 'signed', value: Buffer.from(found.value, 'base64') };
      const rows = await looking(holder, (look) => listRequest(look, found.request));
      const over = waitsUntil(found) <= Date.now();
      const values = over
        ? 'over'
        : await valuesOf(holder, credential, rows).catch(async (error: unknown) => {
            // Two windows may collect at once; what the other one got is as good.
            const again = await looking(holder, (look) => findWaiting(look, paper));
            if (error instanceof Unavailable && again?.value) return [];
            if (error instanceof Unavailable && again?.response && !found.response) return 'waiting';
            throw error;
          });
      if (values === 'waiting') return { state: 'waiting' };
      await edge.act(callerOf(holder), async (act) => {
        for (const [i, row] of rows.entries()) {
          if (typeof values === 'string') endWaiting(act, row.paper);
          else if (values[i]) keepValue(act, row.paper, values[i]);
        }
      });
      if (typeof values === 'string') return { state: values };
      const value = values[rows.findIndex((row) => row.paper === paper)];
      if (value) return { state: 'signed', value };
      const kept = (await looking(holder, (look) => findWaiting(look, paper)))?.value;
      return kept ? { state: 'signed', value: Buffer.from(kept, 'base64') } : { state: 'over' };
    },
  };
}
