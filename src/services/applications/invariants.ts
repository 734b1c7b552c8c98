/** What must be true of applications at any moment. */
import { rowsThat, type Invariant } from '../../ground/record/invariants.ts';

export const invariants: readonly Invariant[] = [
  {
    name: 'applications.submitted',
    holds: 'A draft that was submitted has become a dossier.',
    check: rowsThat(
      'was submitted and is no dossier',
      `select a.id as item from applications.drafts a
        where a.tenant = $1 and a.dossier is not null
          and not exists (select from dossiers.dossiers d where d.tenant = a.tenant and d.id = a.dossier)`,
    ),
  },
  {
    name: 'applications.in-force',
    holds: 'The version of the procedure that a draft is made for exists.',
    check: rowsThat(
      'is made for a version that does not exist',
      `select a.id as item from applications.drafts a
        where a.tenant = $1 and not exists (
          select from catalogue.versions v where v.tenant = a.tenant and v.code = a.procedure and v.version = a.version)`,
    ),
  },
];
