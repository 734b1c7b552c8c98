/** What must be true of the catalogue at any moment. */
import { sql } from 'kysely';
import type { Look } from '../../ground/db/act.ts';
import type { Finding, Invariant } from '../../ground/record/invariants.ts';
import { vietnamDay } from '../../ground/text/dates.ts';
import { allProcedures } from './export/answers.ts';
import { notLonger } from './rules/terms.ts';

const findings = (look: Look, query: ReturnType<typeof sql<Finding>>): Promise<readonly Finding[]> =>
  query.execute(look.tx).then(({ rows }) => rows);

/** Limits of the province that are longer than the nation's. */
async function longLimits(look: Look): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  for await (const { code, term, methods } of allProcedures(look)) {
    const longer = term !== null && methods.some(({ terms }) => terms.some((one) => !notLonger(term, one)));
    if (
      longer &&
      found.push({ item: code, what: 'the limit of the province is longer than the national one' }) >= 100
    )
      break;
  }
  return found;
}

export const catalogueInvariants: readonly Invariant[] = [
  {
    name: 'catalogue.one-in-force',
    holds: 'No two published versions of a procedure are in force on the same day.',
    check: (look) =>
      findings(
        look,
        sql<Finding>`select a.code as item, 'versions ' || a.version || ' and ' || b.version || ' are in force together' as what
          from catalogue.versions a join catalogue.versions b on b.tenant = a.tenant and b.code = a.code and b.version > a.version and b.state = 'published'
          where a.tenant = ${look.tenant} and a.state = 'published'
            and daterange(a.valid_from, greatest(a.valid_to, a.valid_from)) && daterange(b.valid_from, greatest(b.valid_to, b.valid_from)) limit 100`,
      ),
  },
  {
    name: 'catalogue.listed',
    holds: 'Every published version that is in force or to come is in the listing, with the same days.',
    check: (look) =>
      findings(
        look,
        sql<Finding>`select v.code as item, 'version ' || v.version || ' is not listed as it is in force' as what
          from catalogue.versions v left join catalogue.listing l using (tenant, code, version)
          where v.tenant = ${look.tenant} and v.state = 'published' and (v.valid_to is null or v.valid_to > ${vietnamDay(look.now)})
            and (l.code is null or l.valid_from <> v.valid_from or l.valid_to is distinct from v.valid_to) limit 100`,
      ),
  },
  {
    name: 'catalogue.four-eyes',
    holds: 'Who wrote a version neither reviewed nor published it.',
    check: (look) =>
      findings(
        look,
        sql<Finding>`select code as item, 'version ' || version || ' was reviewed or published by its writer' as what from catalogue.versions
          where tenant = ${look.tenant} and based_on is not null and state = 'published' and created_by in (reviewed_by, published_by) limit 100`,
      ),
  },
  { name: 'catalogue.shorter-only', holds: 'The province has only shortened limits.', check: longLimits },
];
