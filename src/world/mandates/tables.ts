/** Tables of this room, as its queries see them. */
import type { Role } from '../agencies/index.ts';
import type { Agent, GrantedForm, MandateKind, Principal } from './schema.ts';

export type MandateRow = {
  tenant: number;
  id: string;
  kind: MandateKind;
  form: GrantedForm | null;
  agent_kind: Agent['kind'];
  agent: string;
  principal_kind: Principal['kind'];
  principal: string;
  granted_by: string | null;
  agency: string | null;
  roles: readonly Role[];
  acts: readonly string[] | null;
  procedures: readonly string[] | null;
  fields: readonly string[] | null;
  documents: readonly string[] | null;
  results_to: 'agent' | 'principal';
  under: string | null;
  redelegable: boolean;
  valid_from: string;
  valid_to: string | null;
  basis: string;
  revoked_from: string | null;
  revoked_by: string | null;
  revocation_reason: string | null;
};

export type MandateTables = { 'mandates.mandates': MandateRow };
