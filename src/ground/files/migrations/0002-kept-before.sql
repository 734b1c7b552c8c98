-- Files that were kept before their content was looked through for marks of secrecy: nobody waits for a look that nobody takes,
-- and officers see that they were not read.
insert into files.verdicts (tenant, hash, kind, verdict, at)
select distinct tenant, hash, 'secrecy', '{"marked": false, "read": "none"}'::jsonb, now() from files.files
on conflict do nothing;

comment on table files.verdicts is 'Results of slow checks (signature, secrecy) and refusals, bound to the hash of the bytes';
