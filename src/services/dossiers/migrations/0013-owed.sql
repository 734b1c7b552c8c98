-- Figures measure against what was promised, not against the new date of an apology.
alter table dossiers.dossiers add column owed_at timestamptz;
comment on column dossiers.dossiers.owed_at is 'Due date without what an apology put off, by which figures measure; null: the due date itself';
update dossiers.dossiers d set owed_at = (
  select (p.before->>'due_at')::timestamptz from record.steps s join record.payloads p using (tenant, born, item, seq)
   where s.tenant = d.tenant and s.born = d.born and s.item = d.id and s.act = 'dossier.apologise' order by s.seq desc limit 1)
 where d.apologies > 0 and d.decided_at is null and d.ended_at is null;
