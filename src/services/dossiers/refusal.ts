/** A refusal to settle (từ chối giải quyết) as the record has it: what the person is told of it, once it is issued. Pure. */
import type { Text } from '../../ground/text/language.ts';
import { lastStep, noted, type RecordedStep } from './forms/facts.ts';
import { reasonText } from './grounds.ts';
import type { Dossier } from './schema.ts';

/** Ground with explanation, article, and who proposed it. */
export type SettlementRefusal = {
  readonly reason: Text;
  readonly basis: string | null;
  readonly proposedBy: string;
};

/** Why it was refused to settle; null: it was not, or nobody is told yet. */
export function settlementRefusal(
  { outcome, decided_at: decided }: Pick<Dossier, 'outcome' | 'decided_at'>,
  steps: readonly RecordedStep[],
): SettlementRefusal | null {
  if (outcome !== 'refused' || decided === null) return null;
  const proposed = lastStep({ steps }, 'propose');
  const reason = noted(proposed?.after, 'reason');
  const basis = noted(proposed?.after, 'basis');
  if (!proposed || typeof reason !== 'string') return null;
  return {
    reason: reasonText(reason, noted(proposed.after, 'ground')),
    basis: typeof basis === 'string' ? basis : null,
    proposedBy: proposed.name,
  };
}
