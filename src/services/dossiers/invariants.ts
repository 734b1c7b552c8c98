/** What must be true of all dossiers at any moment. */
import { rowsThat, type Invariant } from '../../ground/record/invariants.ts';

export const invariants: readonly Invariant[] = [
  {
    name: 'dossiers.accountable',
    holds: 'Every unfinished dossier waits on somebody’s desk, with a clock that runs or is lawfully paused.',
    check: rowsThat(
      'waits for nobody',
      `select d.code as item from dossiers.dossiers d where d.tenant = $1 and d.ended_at is null and d.decided_at is null
         and not exists (select from desk.work w where w.tenant = d.tenant and w.item = d.id and w.closed_at is null)`,
    ),
  },
  {
    name: 'dossiers.no-orphan-work',
    holds: 'No work waits for a dossier that is finished or does not exist.',
    check: rowsThat(
      'has work though it is finished',
      `select w.code as item from desk.work w left join dossiers.dossiers d on d.tenant = w.tenant and d.id = w.item
        where w.tenant = $1 and w.room = 'dossiers' and w.closed_at is null and (d.id is null or d.ended_at is not null)`,
    ),
  },
  {
    name: 'dossiers.state-is-recorded',
    holds: 'The state of a dossier is what the last step of its record says.',
    check: rowsThat(
      'state differs from its record',
      `select d.code as item from dossiers.dossiers d
         join lateral (select p.after->>'state' as state from record.steps s
                         join record.payloads p using (tenant, born, item, seq)
                        where s.tenant = d.tenant and s.born = d.born and s.item = d.id and p.after ? 'state'
                        order by s.seq desc limit 1) last on true
        where d.tenant = $1 and last.state <> d.state`,
    ),
  },
  {
    name: 'dossiers.codes',
    holds: 'Every dossier has exactly the code by which it is found.',
    check: rowsThat(
      'has no code or another one',
      `select d.code as item from dossiers.dossiers d left join dossiers.codes c on c.tenant = d.tenant and c.code = d.code
        where d.tenant = $1 and c.dossier is distinct from d.id`,
    ),
  },
];
