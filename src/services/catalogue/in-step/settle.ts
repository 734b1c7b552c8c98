/** What an editor does about a difference: takes the nation's words over as a new version, or sets them aside with a reason. */
import type { Act } from '../../../ground/db/act.ts';
import { update } from '../../../ground/db/writes.ts';
import { Conflict, Invalid, NotAllowed } from '../../../ground/operate/errors.ts';
import { step } from '../../../ground/record/index.ts';
import type { NationalRow } from '../gateway/port.ts';
import { bringIn, versionBefore } from '../import/bring-in.ts';
import { isEditor } from '../rules/states.ts';
import { headOf, holdProcedures } from '../versions.ts';
import { readAnswer } from './compare.ts';
import { answersOf, type NationalAnswer } from './store.ts';
import { words } from './words.ts';

/** The open answer that the editor looked at. Throws Conflict when another came, or somebody settled it, since. */
async function holdAnswer(act: Act, code: string, hash: string): Promise<NationalAnswer> {
  if (!isEditor(act.by)) throw new NotAllowed(words.editorsOnly);
  const answer = (await answersOf(act, [code])).get(code);
  if (!answer || answer.state === 'same' || answer.hash !== hash) throw new Conflict(words.movedOn);
  return answer;
}

const settle = (act: Act, { code, hash, state }: NationalAnswer, settled = hash): void =>
  update(
    act.writes,
    'catalogue.national_answers',
    { tenant: act.tenant, code, state, hash },
    { state: 'same', settled },
  );

/**
 * Takes an answer over: a new version from today. Form, process and result stay, parts that were made by hand stay and become
 * doubts of the work list, as with an import. `fetched` is the answer for a procedure that is new here.
 */
export async function takeOver(
  act: Act,
  code: string,
  hash: string,
  fetched: NationalRow | null,
): Promise<number> {
  const answer = await holdAnswer(act, code, hash);
  const held = (await holdProcedures(act, [code])).get(code);
  const before = versionBefore(act, held);
  const row = answer.content ?? fetched;
  const read = row && readAnswer(row, before?.national ?? null);
  if (!read) throw new Invalid([{ field: '', message: words.unreadable }]);
  // The next import of a file must know its own rows again: their hash stays that of the file.
  const { version } = await bringIn(act, held, read, held?.imported ?? read.hash);
  settle(act, answer, read.hash);
  return version;
}

/** Leaves the procedure as it is: this answer is not shown again, another one is. The record of the procedure says why. */
export async function setAside(act: Act, code: string, hash: string, reason: string): Promise<void> {
  const answer = await holdAnswer(act, code, hash);
  if (reason.trim() === '') throw new Invalid([{ field: 'reason', message: words.reasonNeeded }]);
  settle(act, answer);
  const held = (await holdProcedures(act, [code])).get(code);
  if (held)
    step(act, await headOf(act, held), {
      act: 'procedure.keep-ours',
      visible: 'inside',
      before: { state: answer.state },
      after: { answer: hash },
      reason,
    });
}
