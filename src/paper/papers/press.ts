/** Making the bytes of a paper: typeset, sign, number, seal. Slow and without a transaction. */
import type { Stored } from '../../ground/files/index.ts';
import { signPdf } from '../signing/index.ts';
import type { Place } from '../typeset/index.ts';
import { signAnnexes, type SignedAnnex } from './annexes/sign.ts';
import { signData, type SignedData } from './signed-data/sign.ts';
import type { Holder } from './holder.ts';
import { layOut, leaderPlan, paperToSign, type Press, type Printed } from './lay-out.ts';
import { phoneOf, signOnPhone } from './remote/on-phone.ts';
import type { Annex, Paper, Signed } from './schema.ts';

/**
 * Typesets a draft and signs it as the leader: the first signature certifies the file and lets the clerk number and
 * the agency seal it later, nothing else. A leader who signs on a phone is asked there; until the answer has come this
 * throws Invalid with what to do, and calling it again goes on with the very same bytes.
 */
export async function signAsLeader(press: Press, paper: Printed, leader: Holder, now: Date): Promise<Signed> {
  const { store, keyring } = press;
  const phone = await phoneOf(press, leader);
  if (phone) {
    const { stored, result } = await signOnPhone(phone, paperToSign(press, paper, leader, now));
    return { stored, ...result };
  }
  const { prepared, result } = await layOut(press, paper, now);
  const { signer, picture } = await keyring.person(leader);
  const signed = await signPdf(prepared, leaderPlan(now, picture), signer, {
    timestamp: keyring.timestamp,
    level: 'B-T',
  });
  return { stored: await store.put(signed), ...result };
}

/** A sealed paper with the annexes in files of their own that were signed with it, and its signed data. */
export type Sealed = Stored & { readonly annexes: readonly SignedAnnex[]; readonly data: SignedData };

/**
 * Writes number and date into their places and seals as the agency, with everything that makes the signature last; then signs the
 * annexes of the paper, which carry its number, and its data, which names all these files.
 */
export async function numberAndSeal(
  press: Press,
  paper: Paper & { readonly symbol: string; readonly issued_on: string },
  annexes: readonly Annex[],
  agency: Holder,
  now: Date,
): Promise<Sealed> {
  const { store, keyring } = press;
  const bytes = await store.read(paper.hash!);
  const { signer, picture } = await keyring.agency(agency);
  const fills = fillsOf(paper);
  const sealed = await signPdf(
    bytes,
    // Number and day stand for good: whoever fills them anew breaks the seal.
    { field: 'seal', time: now, appearance: { kind: 'picture', picture }, fills, locks: Object.keys(fills) },
    signer,
    { timestamp: keyring.timestamp, evidence: keyring.evidence, level: 'B-LTA' },
  );
  const stored = await store.put(sealed);
  const signedAnnexes = await signAnnexes(press, annexes, paper, agency, now);
  const told = {
    ...paper,
    hash: stored.hash,
    annexes: signedAnnexes.map(({ n, stored: { hash } }) => ({ n, hash })),
  };
  const data = await signData(press, 'json', told, { signer, name: agency.name }, now);
  return { ...stored, annexes: signedAnnexes, data };
}

/** A digit and a space of Times, as parts of the size of the letters. */
const [DIGIT, SPACE] = [0.5, 0.25];

/** Digits that end where their place ends, close before the notation: words are written from the left edge. */
function atRightEdge(digits: string, place: Place | undefined): string {
  if (!place?.text) return digits;
  const free = place.width / place.text.size - digits.length * DIGIT;
  return digits.padStart(digits.length + Math.max(0, Math.floor(free / SPACE)), ' ');
}

/** Words of the clerk: number, and the day in its three gaps. */
function fillsOf(paper: {
  readonly number: number | null;
  readonly issued_on: string;
  readonly places: Paper['places'];
}): Record<string, string> {
  const [year = '', month = '', day = ''] = paper.issued_on.split('-');
  // Days below ten and the months January and February are written with two digits (Decree 30/2020, annex I, II.4).
  const words: Record<string, string> = {
    number: atRightEdge(String(paper.number ?? '').padStart(2, '0'), paper.places?.['number']),
    day,
    month: Number(month) <= 2 ? month : String(Number(month)),
    year,
  };
  return Object.fromEntries(Object.entries(words).filter(([name]) => paper.places && name in paper.places));
}
