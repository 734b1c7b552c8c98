/** Between rows of the table and the type of the room. */
import type { Mandate } from './schema.ts';
import type { MandateRow } from './tables.ts';

export const mandateOf = (row: MandateRow): Mandate => ({
  id: row.id,
  kind: row.kind,
  form: row.form,
  agent: { kind: row.agent_kind, id: row.agent },
  principal: { kind: row.principal_kind, id: row.principal },
  grantedBy: row.granted_by,
  agency: row.agency,
  roles: row.roles,
  acts: row.acts,
  procedures: row.procedures,
  fields: row.fields,
  documents: row.documents,
  resultsTo: row.results_to,
  under: row.under,
  redelegable: row.redelegable,
  from: row.valid_from,
  to: row.valid_to,
  basis: row.basis,
  revokedFrom: row.revoked_from,
});

export const mandateRow = (
  tenant: number,
  mandate: Mandate,
): Omit<MandateRow, 'revoked_from' | 'revoked_by' | 'revocation_reason'> => ({
  tenant,
  id: mandate.id,
  kind: mandate.kind,
  form: mandate.form,
  agent_kind: mandate.agent.kind,
  agent: mandate.agent.id,
  principal_kind: mandate.principal.kind,
  principal: mandate.principal.id,
  granted_by: mandate.grantedBy,
  agency: mandate.agency,
  roles: mandate.roles,
  acts: mandate.acts,
  procedures: mandate.procedures,
  fields: mandate.fields,
  documents: mandate.documents,
  results_to: mandate.resultsTo,
  under: mandate.under,
  redelegable: mandate.redelegable,
  valid_from: mandate.from,
  valid_to: mandate.to,
  basis: mandate.basis,
});
