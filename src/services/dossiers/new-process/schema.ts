/** An order of a leader that running dossiers go on by the newest process of their procedure (C2). */
import type { By } from '../../../ground/db/act.ts';
import type { Text } from '../../../ground/text/language.ts';

export type ProcessMove = {
  readonly id: string;
  readonly procedure: string;
  readonly account: string;
  readonly by_officer: By;
  readonly reason: string;
  readonly asked_at: Date;
};

export type MoveState = 'waiting' | 'done' | 'failed';

export type ProcessMoveItem = {
  readonly dossier: string;
  readonly state: MoveState;
  /** Why it could not go over, for the leader. */
  readonly problem: Text | null;
  readonly at: Date | null;
};

export type ProcessMoveTables = {
  'dossiers.process_moves': ProcessMove & { tenant: number };
  'dossiers.process_move_items': ProcessMoveItem & { tenant: number; move: string };
};
