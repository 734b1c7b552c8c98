/**
 * The limits as SQL: what our acts write and our lists read, as one bare statement each, into a tenant of its own (99) that is
 * emptied afterwards. No sign-in, no policy, no validation, no hashing: this is what the machine could do at most.
 */
import { sumByName } from '../src/ground/db/writes.ts';

/** The tenant that limits write to. */
export const LIMIT_TENANT = 99;

const zero = `decode(repeat('00', 32), 'hex')`;
const agency = `('01900000-0000-7000-8000-' || lpad((:a)::text, 12, '0'))::uuid`;
const step = (id: string, seq: string, act: string): string => `
  s as (insert into record.steps (tenant, born, item, seq, act, visible, at, by_kind, name, request_id, payload_hash, prev, hash)
        select 99, 2026, ${id}, ${seq}, '${act}', 'party', now(), 'citizen', 'Nguyễn Văn Ví Dụ', 'limit', ${zero}, ${zero}, ${zero} from i),
  p as (insert into record.payloads (tenant, born, item, seq, salt, after)
        select 99, 2026, ${id}, ${seq}, md5('x'), '{"state": "submitted", "procedure": "1.001193", "version": 1, "channel": 2, "files": []}'::jsonb from i),
  v as (insert into jobs.events (tenant, id, name, item, payload, at, due_at, sent)
        select 99, gen_random_uuid(), '${act}', ${id}, '{"code": "H99.18-261121-0001", "state": "submitted", "status": 1}'::jsonb, now(), now(), true from i)`;
const work = `insert into desk.work (tenant, id, item, room, kind, agency, role, code, title, subject, step, due_at, opened_at)
        select 99, gen_random_uuid(), i.id, 'dossiers', 'accept', ${agency}, 'counter', 'H99.18', 'Đăng ký khai sinh', 'Nguyễn Văn Ví Dụ', 'Kiểm tra, tiếp nhận hồ sơ', now(), now() from i`;
const plus = sumByName('t.numbers', 'excluded.numbers');
const daily = (kind: string): string => `
  fd as (insert into figures.daily as t (tenant, measure, agency, day, subject, kind, part, n) values (99, 'dossiers', ${agency}, current_date, '1.001193', '${kind}', :part, 1)
         on conflict (tenant, measure, agency, day, subject, kind, part) do update set n = t.n + 1),
  fm as (insert into figures.monthly as t (tenant, measure, month, agency, subject, part, numbers)
         values (99, 'dossiers', date_trunc('month', now())::date, ${agency}, '', 0, '{"${kind}": 1}'),
                (99, 'dossiers', date_trunc('month', now())::date, '00000000-0000-0000-0000-000000000000', '1.001193', :part, '{"${kind}": 1}')
         on conflict (tenant, measure, month, agency, subject, part) do update set numbers = ${plus})`;
const standing = (states: Readonly<Record<string, number>>): string => `
  fs as (insert into figures.standing as t (tenant, measure, agency, numbers) values (99, 'dossiers', ${agency}, '${JSON.stringify(states)}')
         on conflict (tenant, measure, agency) do update set numbers = ${plus})`;
const ledger = `'{"term": {"unit": "working_hour", "amount": 8}, "intervals": [{"to": null, "from": "2026-11-21T02:00:00.000Z", "basis": null, "cause": {"en": "The dossier was submitted", "vi": "Hồ sơ được nộp"}, "state": "running", "evidence": null}]}'::jsonb`;
const answers = `'{${Array.from({ length: 20 }, (_, i) => `"cau-${i}": "Câu trả lời thí dụ số ${i}"`).join(', ')}}'::jsonb`;

/** A submission: every row that ours writes, in one statement. */
export const submitLimit = `
\\set a random(1, 200)
\\set part random(0, 3)
with i as (select gen_random_uuid() as id),
  b as (insert into numbers.books as t (tenant, book, period, last) values (99, 'dossier ' || :a, '2026-11-21', 1)
        on conflict (tenant, book, period) do update set last = t.last + 1 returning last),
  r as (insert into record.items (tenant, born, id, kind, seq, hash) select 99, 2026, id, 'dossier', 1, ${zero} from i),
  d as (insert into dossiers.dossiers (tenant, born, id, code, procedure, procedure_version, title, state, channel, applicant, applicant_name,
          agency, one_stop, place, answers, contact, return_way, submitted_at, intake_clock, intake_due_at)
        select 99, 2026, id, 'L' || :a || '-' || last, '1.001193', 1, 'Đăng ký khai sinh', 'submitted', 2, gen_random_uuid(), 'Nguyễn Văn Ví Dụ',
          ${agency}, ${agency}, 'BM001', ${answers}, '{}'::jsonb, 'online', now(), ${ledger}, now() from i, b),
  c as (insert into dossiers.codes (tenant, code, dossier) select 99, 'L' || :a || '-' || last, id from i, b),
  k as (insert into dossiers.submissions (tenant, key, dossier) select 99, 'draft ' || id, id from i),
  w as (${work}),${step('i.id', '1', 'dossier.receive')},${daily('submitted')},${standing({ submitted: 1 })}
select 1;
`;

/** How many dossiers the step limit works on. */
export const LIMIT_ITEMS = 4000;

/** Dossiers of the limit's tenant, numbered so that pgbench can choose one. */
export const prepareLimits = `
create schema if not exists bench;
create table if not exists bench.items (n int primary key, id uuid not null, work uuid not null);
create table if not exists bench.officers (n int primary key, account uuid not null);
truncate bench.items, bench.officers;
insert into bench.items select n, gen_random_uuid(), gen_random_uuid() from generate_series(1, ${LIMIT_ITEMS}) n;
insert into bench.officers select row_number() over (order by holder), holder
  from (select distinct holder from desk.work where tenant = 1 and holder is not null and closed_at is null) h;
insert into record.items (tenant, born, id, kind, seq, hash) select 99, 2026, id, 'dossier', 1, ${zero} from bench.items;
insert into dossiers.dossiers (tenant, born, id, code, procedure, procedure_version, title, state, channel, applicant_name, agency, one_stop,
    answers, contact, return_way, submitted_at, intake_clock, intake_due_at)
  select 99, 2026, id, 'I' || n, '1.001193', 1, 'Đăng ký khai sinh', 'submitted', 2, 'Nguyễn Văn Ví Dụ', gen_random_uuid(), gen_random_uuid(),
    ${answers}, '{}'::jsonb, 'online', now(), ${ledger}, now() from bench.items;
insert into desk.work (tenant, id, item, room, kind, agency, role, code, title, subject, step, due_at, opened_at)
  select 99, work, id, 'dossiers', 'accept', gen_random_uuid(), 'counter', 'I' || n, 'Đăng ký khai sinh', 'Nguyễn Văn Ví Dụ', 'Tiếp nhận', now(), now()
    from bench.items;
-- Otherwise a tenant of which nothing is known counts as one row, and any index that begins with the tenant as good as its key.
analyze bench.items, bench.officers, record.items, dossiers.dossiers, desk.work;
`;

/** A step: state, clock and process of the dossier, its record, its work, its figures, its event. */
export const stepLimit = `
\\set a random(1, 200)
\\set part random(0, 3)
\\set n random(1, ${LIMIT_ITEMS})
with i as (update record.items t set seq = t.seq + 1, hash = ${zero} from bench.items b
            where b.n = :n and t.tenant = 99 and t.born = 2026 and t.id = b.id returning t.id, t.seq, b.work),
  d as (update dossiers.dossiers t set state = 'accepted', accepted_at = now(), clock = ${ledger}, due_at = now(), promised_at = now(),
          process = '{"tokens": [{"id": 1, "node": "du-thao"}], "data": {}}'::jsonb, intake_clock = ${ledger}
         from i where t.tenant = 99 and t.born = 2026 and t.id = i.id),
  o as (update desk.work t set closed_at = null, closed_by = gen_random_uuid() from i where t.tenant = 99 and t.id = i.work),
  w as (${work}),${step('i.id', 'i.seq', 'dossier.accept')},${daily('accepted')},${standing({ submitted: -1, accepted: 1 })}
select 1;
`;

/** The inbox of one officer: the most urgent open work, by the covering index. */
export const inboxLimit = (officers: number): string => `
\\set n random(1, ${Math.max(1, officers)})
select id, item, room, kind, agency, unit, role, holder, code, title, subject, step, ref, due_at, paused_for, opened_at
  from desk.work where tenant = 1 and holder = (select account from bench.officers where n = :n) and closed_at is null
 order by order_at, id limit 51;
`;

/** The dossier and the work on it, by code. */
export const dossierLimit = (codes: number): string => `
\\set n random(1, ${Math.max(1, codes)})
select d.* from dossiers.codes c join dossiers.dossiers d on d.tenant = c.tenant and d.id = c.dossier and d.born = 2026
 where c.tenant = 99 and c.code = 'I' || :n;
`;

/** Figures of a month by agency. */
export const figuresLimit = `
select agency, numbers from figures.monthly where tenant = 1 and measure = 'dossiers'
   and month = date_trunc('month', now())::date and subject = '';
`;

/** Takes away what limits have written. */
export const clearLimits = `
delete from record.steps where tenant = 99; delete from record.payloads where tenant = 99; delete from record.items where tenant = 99;
delete from dossiers.dossiers where tenant = 99; delete from dossiers.codes where tenant = 99; delete from dossiers.submissions where tenant = 99;
delete from desk.work where tenant = 99; delete from jobs.events where tenant = 99; delete from numbers.books where tenant = 99;
delete from figures.daily where tenant = 99; delete from figures.monthly where tenant = 99; delete from figures.standing where tenant = 99;
drop schema if exists bench cascade;
`;
