import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { send } from './connect.ts';
import { rolledBack } from './testing.ts';

/** Schemas of PostgreSQL and of the queue engine: not ours to shape. */
const foreign = `'pg_catalog', 'information_schema', 'pg_toast', 'pgboss', 'public'`;
/** National data have no tenant: places, laws and code lists are the same for every ministry and province. */
const national = ['ground', 'places', 'law'];
const tables = `
  select c.oid, n.nspname as schema, c.relname as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not in (${foreign})
     and n.nspname not like 'pg_temp%' and n.nspname not like 'pg_toast%'`;

const ask = (text: string, expected: readonly string[] = []) =>
  rolledBack(async ({ tx }) => {
    const rows = await send<{ what: string }>(tx, text);
    assert.deepEqual(rows.map(({ what }) => what).toSorted(), [...expected].toSorted());
  });

/** What Citus 14 and YugabyteDB need to distribute by tenant, and what the record needs to be trusted. */
describe('schema', () => {
  it(
    'has the tenant first in the primary key of every table that is not national',
    ask(`with t as (${tables})
      select t.schema || '.' || t.name as what from t
        left join pg_index i on i.indrelid = t.oid and i.indisprimary
        left join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
       where t.schema <> all (array[${national.map((one) => `'${one}'`).join()}]) and a.attname is distinct from 'tenant'`),
  );

  it(
    'has the tenant in every unique index beside it, and first in every other index by which one item is found',
    ask(`with t as (${tables})
      select i.indexrelid::regclass::text as what from t join pg_index i on i.indrelid = t.oid
       where t.schema <> all (array[${national.map((one) => `'${one}'`).join()}]) and i.indisunique
         and not exists (select from pg_attribute a where a.attrelid = t.oid and a.attnum = any(i.indkey) and a.attname = 'tenant')`),
  );

  it(
    'has the tenant in every reference from one table to another, unless that is national',
    ask(`with t as (${tables})
      select t.schema || '.' || t.name || ' ' || k.conname as what
        from t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f' and k.conparentid = 0
        join pg_class c on c.oid = k.confrelid join pg_namespace n on n.oid = c.relnamespace
       where n.nspname <> all (array[${national.map((one) => `'${one}'`).join()}])
         and not exists (select from pg_attribute a
                          where a.attrelid = t.oid and a.attnum = any(k.conkey) and a.attname = 'tenant')`),
  );

  it(
    'explains every table, and every column whose name does not say what it is',
    ask(`with t as (${tables})
      select t.schema || '.' || t.name as what from t where obj_description(t.oid, 'pg_class') is null`),
  );

  it(
    'counts with books of its own: no serial, no identity, no sequence',
    ask(`select n.nspname || '.' || c.relname as what from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where c.relkind = 'S' and n.nspname not in (${foreign})`),
  );

  it(
    'has no exclusion constraint and no trigger, which distributed engines do not take',
    ask(`select conrelid::regclass::text || ' ' || conname as what from pg_constraint c join pg_namespace n on n.oid = c.connamespace
          where contype = 'x' and n.nspname not in (${foreign})
         union all
         select tgrelid::regclass::text || ' ' || tgname from pg_trigger t
           join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
          where not tgisinternal and n.nspname not in (${foreign})`),
  );

  it(
    'has GIN indexes over one column each',
    ask(`select i.indexrelid::regclass::text as what from pg_index i
           join pg_class c on c.oid = i.indexrelid join pg_am m on m.oid = c.relam
           join pg_namespace n on n.oid = c.relnamespace
          where m.amname = 'gin' and i.indnatts > 1 and n.nspname not in (${foreign})`),
  );

  it(
    'does not let the program change or remove a step, a seal, a look or a line of the security log',
    ask(
      `select table_schema || '.' || table_name || ' ' || lower(privilege_type) as what
         from information_schema.role_table_grants
        where grantee = 'toantrinh' and privilege_type <> 'SELECT' and privilege_type <> 'INSERT'
          and (table_schema = 'record' or (table_schema = 'access' and table_name = 'security_log'))`,
      // The head of a chain moves on with each step; nothing of the record is ever removed.
      ['record.items update'],
    ),
  );

  it(
    'gives the program no table of its own, and no superuser',
    ask(`select schemaname || '.' || tablename as what from pg_tables where tableowner = 'toantrinh'
         union all select rolname::text from pg_roles where rolname = 'toantrinh' and rolsuper`),
  );
});
