/** A leader signs many papers in one act (ký lô): each has its own result, and an interrupted batch goes on where it stopped. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Holder } from './holder.ts';
import { paperToSign, type Press, type Printed } from './lay-out.ts';
import { signAsLeader } from './press.ts';
import { askPhone, notSigned, phoneOf, signOnPhone } from './remote/on-phone.ts';
import type { Signed } from './schema.ts';

/** One paper of a batch. */
export type SigningTask = Printed;

/** What came of one paper: its signature, or why there is none; the others are signed all the same. */
export type SigningOutcome =
  { readonly paper: string; readonly signed: Signed } | { readonly paper: string; readonly problem: unknown };

/**
 * Signs papers one after the other and hands each over as soon as it is signed, so that the caller notes it in an act of
 * its own (`noteSignature`) and can show how far it is. A leader who signs on a phone confirms once for all of them.
 * What was handed over is done; a batch that breaks off is simply begun again with the papers that are still drafts, and
 * those that the phone has confirmed already need no second confirmation.
 */
export async function* signMany(
  press: Press,
  papers: readonly SigningTask[],
  leader: Holder,
  now: Date,
): AsyncGenerator<SigningOutcome> {
  const phone = await phoneOf(press, leader);
  const toSign = (paper: SigningTask) => paperToSign(press, paper, leader, now);
  const problems = phone ? await askPhone(phone, papers.map(toSign)) : new Map<string, unknown>();
  // While the leader has not confirmed the first one, waiting again for each of the others would only take time.
  let patience = phone?.remote.patienceMs ?? 0;
  for (const paper of papers) {
    if (problems.has(paper.id)) {
      yield { paper: paper.id, problem: problems.get(paper.id) };
      continue;
    }
    try {
      if (phone) {
        const { stored, result } = await signOnPhone(phone, toSign(paper), patience);
        yield { paper: paper.id, signed: { stored, ...result } };
      } else yield { paper: paper.id, signed: await signAsLeader(press, paper, leader, now) };
    } catch (problem) {
      patience = 0;
      yield { paper: paper.id, problem };
    }
  }
}

/** Between two looks whether the leader has confirmed. */
const PAUSE_MS = 500;

/**
 * Asks the phone of a leader once for all of these papers, and returns when it has confirmed; each is then signed by
 * itself (`signAsLeader`) without another word to the phone. A leader who signs otherwise is not asked. Throws Invalid when
 * the leader has refused, or not confirmed in time; what cannot be prepared is told of when it is signed.
 */
export async function confirmMany(
  press: Press,
  papers: readonly SigningTask[],
  leader: Holder,
  now: Date,
): Promise<void> {
  const phone = await phoneOf(press, leader);
  if (!phone) return;
  const problems = await askPhone(
    phone,
    papers.map((paper) => paperToSign(press, paper, leader, now)),
  );
  for (const { id } of papers) {
    if (problems.has(id)) continue;
    for (;;) {
      const { state } = await phone.remote.collect(leader, phone.credential, id);
      if (state === 'signed') break;
      if (state !== 'waiting') throw notSigned(state);
      await pause(PAUSE_MS);
    }
  }
}
