/** By which version of its procedure a draft is checked: the one in force now, not the one of the day on which it was begun (C1). */
import type { Look } from '../../ground/db/act.ts';
import type { Text } from '../../ground/text/language.ts';
import { findProcedure, getVersion, type Channel, type Procedure } from '../catalogue/index.ts';
import { channelOf } from './counter.ts';
import { changesBetween } from './changes.ts';
import type { Draft } from './drafts.ts';

/** Ways of filing as the catalogue names them. */
const channels: Readonly<Record<1 | 2 | 3, Channel>> = { 1: 'in-person', 2: 'online', 3: 'post' };

/** The version by which a draft is checked, and what is different since it was begun. */
export type VersionNow = {
  readonly procedure: Procedure;
  /** What another version has changed for the applicant. */
  readonly changes: readonly Text[];
  /** No version is in force any more: it cannot be submitted. */
  readonly isOver: boolean;
};

/**
 * The version in force. An answer to a request for supplement stays on the version of its dossier, and what was submitted on the one it
 * was submitted by.
 */
export async function versionNow(
  look: Look,
  draft: Pick<Draft, 'procedure' | 'version' | 'answers_to' | 'dossier' | 'by_post'>,
): Promise<VersionNow> {
  const begunBy = () => getVersion(look, draft.procedure, draft.version);
  const isFixed = draft.answers_to !== null || draft.dossier !== null;
  const inForce = isFixed ? null : await findProcedure(look, draft.procedure);
  if (!inForce) return { procedure: await begunBy(), changes: [], isOver: !isFixed };
  if (inForce.version === draft.version) return { procedure: inForce, changes: [], isOver: false };
  const channel = channels[channelOf(look.by, draft)];
  return {
    procedure: inForce,
    changes: changesBetween(await begunBy(), inForce, channel),
    isOver: false,
  };
}
