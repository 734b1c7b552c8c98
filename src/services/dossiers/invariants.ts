/** What must be true of all dossiers at any moment. */
import { rowsThat, type Invariant } from '../../ground/record/invariants.ts';
import { TIMER } from './follow.ts';
import { AWAIT_TIME } from './work.ts';

export const invariants: readonly Invariant[] = [
  {
    name: 'dossiers.accountable',
    holds: 'Every unfinished dossier waits on somebody’s desk, for more than a warning.',
    check: rowsThat(
      'waits for nobody',
      `select d.code as item from dossiers.dossiers d where d.tenant = $1 and d.ended_at is null and d.decided_at is null
         and not exists (select from desk.work w where w.tenant = d.tenant and w.item = d.id and w.closed_at is null
                            and w.kind not in ('warning', 'apologise'))`,
    ),
  },
  {
    name: 'dossiers.clock',
    holds:
      'The clock of a dossier runs while the office has it, stands while the person has it, and has ended when it is over; a date is promised from acceptance on.',
    check: rowsThat(
      'has a clock or a date that does not fit its state',
      `select d.code as item
         from (select *, coalesce(clock, intake_clock)->'intervals'->-1 as last, ended_at is null and decided_at is null as open
                 from dossiers.dossiers where tenant = $1) d
        where open is distinct from (last is not null and last->>'to' is null)
           or (open and last->>'state' is distinct from case when state = 'supplement' or (state = 'payment' and last->>'state' = 'paused') then 'paused' else 'running' end)
           or (accepted_at is not null and intake_clock->'intervals'->-1->>'to' is null)
           or (accepted_at is null) is distinct from (clock is null)
           or (accepted_at is null) is distinct from (due_at is null)`,
    ),
  },
  {
    name: 'dossiers.outcome',
    holds: 'A decided dossier has an outcome, and was decided before it was returned.',
    check: rowsThat(
      'has an outcome or a date of return that does not fit',
      `select d.code as item from dossiers.dossiers d
        where d.tenant = $1 and ((d.decided_at is not null and d.outcome is null) or d.returned_at < d.decided_at
           or (d.returned_at is not null and d.decided_at is null) or (d.state = 'returned') <> (d.returned_at is not null))`,
    ),
  },
  {
    name: 'dossiers.work-of-process',
    holds: 'What waits on a desk for a step of a process is a step at which the process stands.',
    check: rowsThat(
      'has work for a step at which its process does not stand',
      `select w.code as item from desk.work w join dossiers.dossiers d on d.tenant = w.tenant and d.id = w.item
        where w.tenant = $1 and w.room = 'dossiers' and w.closed_at is null and w.ref ~ '^[0-9]+$'
          and not exists (select from jsonb_array_elements(coalesce(d.process->'tokens', '[]')) t where t->>'id' = w.ref)`,
    ),
  },
  {
    name: 'dossiers.timers-ahead',
    holds: 'Whatever waits for a time has an event ahead that lets it go on.',
    check: rowsThat(
      'waits for a time that never comes',
      `select w.code as item from desk.work w
        where w.tenant = $1 and w.room = 'dossiers' and w.kind = '${AWAIT_TIME}' and w.closed_at is null
          and not exists (select from jobs.events e
                           where e.tenant = w.tenant and e.item = w.item and e.name = '${TIMER}'
                             and e.payload->>'token' = w.ref and (not e.sent or greatest(e.due_at, e.written_at) > now() - interval '2 hours'))`,
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
    name: 'dossiers.states-follow',
    holds: 'Every act on a dossier began in the state to which the act before it led.',
    check: rowsThat(
      'has an act that began in another state than the one before it left',
      `select distinct d.code as item
         from (select s.tenant, s.born, s.item, p.before->>'state' as began,
                      lag(p.after->>'state') over (partition by s.tenant, s.born, s.item order by s.seq) as left_in
                 from record.steps s join record.payloads p using (tenant, born, item, seq)
                where s.tenant = $1 and s.act like 'dossier.%' and p.after ? 'state') acts
         join dossiers.dossiers d on d.tenant = acts.tenant and d.born = acts.born and d.id = acts.item
        where acts.left_in is not null and acts.began is distinct from acts.left_in`,
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
