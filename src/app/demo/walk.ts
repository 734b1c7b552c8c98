/** A walk: the story of one dossier as data. Who does what, by which link and button, and how the dossier then stands. */
import type { State } from '../../services/dossiers/index.ts';
import type { Answers } from '../../work/forms/index.ts';
import type { Filling } from './browser.ts';

/** Everybody who has a part in a walk. */
export type Role = 'citizen' | 'counter' | 'case officer' | 'inspector' | 'adviser' | 'leader' | 'clerk';

/** One step of a walk. What a step does not say is not done; what it says is done in this order. */
export type Step = {
  readonly who: Role;
  /** What the person does, as told: “accepts the complete dossier”. */
  readonly does: string;
  /** Opens this page; without it one goes on from the page of the dossier, or where there is none yet, from where one is. */
  readonly open?: string;
  /** Follows the link with these words. */
  readonly follow?: string;
  /** Presses the button with these words, or the first of several that is there; what was filled in goes with it. */
  readonly press?: string | readonly string[];
  readonly fill?: Filling;
  /** Follows this link next: on the check of the answers, the one that changes an answer. */
  readonly change?: string;
  /** Answers the form page by page until the check of the answers. */
  readonly answers?: Answers;
  /** Presses this at the end, on the page to which the others have led. */
  readonly lastly?: string;
  /** Presses it again after a moment as long as the page says this, or one of these. */
  readonly againWhile?: string | readonly string[];
  /** Opens the dossier again until its page says this: somebody outside must answer first. */
  readonly until?: string;
  /** How the dossier stands afterwards; without it there is no dossier yet. */
  readonly leaves?: State;
};

/** A walk from sign-in to the signed result in the vault. */
export type Walk = {
  readonly procedure: string;
  readonly name: string;
  /** Name of the citizen at the national identity, and accounts of the officers. */
  readonly people: Readonly<Record<'citizen', string> & Partial<Record<Role, string>>>;
  readonly steps: readonly Step[];
  /** How the title of the result in the vault begins. */
  readonly result: string;
};
