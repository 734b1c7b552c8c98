/** What must be true of papers at any moment. */
import { rowsThat, type Invariant } from '../../ground/record/invariants.ts';

export const invariants: readonly Invariant[] = [
  {
    name: 'papers.issued-whole',
    holds: 'Every issued paper has its bytes, its number and its day.',
    check: rowsThat(
      'is issued without bytes, number or day',
      `select code as item from papers.papers
        where tenant = $1 and issued_at is not null and (hash is null or symbol is null or issued_on is null)`,
    ),
  },
  {
    name: 'papers.numbers',
    holds: 'No two papers of an agency have the same number in a book and a year.',
    check: rowsThat(
      'has a number that another paper has, too',
      `select max(code) as item from papers.papers
        where tenant = $1 and number is not null
        group by agency, book, symbol, extract(year from issued_on) having count(*) > 1`,
    ),
  },
  {
    name: 'papers.superseded',
    holds: 'A paper is superseded exactly when it says by which.',
    check: rowsThat(
      'is superseded by nothing, or stands although another replaced it',
      `select code as item from papers.papers
        where tenant = $1 and (state = 'superseded') <> (replaced_by is not null)`,
    ),
  },
  {
    name: 'papers.annexes-signed',
    holds: 'Every annex of an issued paper is signed by the agency.',
    check: rowsThat(
      'is issued with an annex that nobody signed',
      `select p.code as item from papers.papers p join papers.annexes a on a.tenant = p.tenant and a.paper = p.id
        where p.tenant = $1 and p.issued_at is not null and a.hash is null`,
    ),
  },
  {
    name: 'papers.evidence',
    holds:
      'The evidence of every signed file that is kept lasts for half a year at least: it is renewed a year before it ends.',
    check: rowsThat(
      'has signatures whose evidence ends soon, or has ended, and was not renewed',
      `select kind || ' ' || record || case when n > 0 then ' ' || n else '' end as item from papers.signed_files
        where tenant = $1 and evidence_until <= $2::timestamptz + interval '180 days' order by evidence_until`,
    ),
  },
  {
    name: 'papers.evidence-records',
    holds:
      'Every evidence record lasts for half a year at least, and is made within a day after its file was taken in.',
    check: rowsThat(
      'has an evidence record that is missing, ends soon, or has ended',
      `select 'file ' || hash as item from papers.evidence_records
        where tenant = $1 and case when file is null then asked_at <= $2::timestamptz - interval '1 day'
          else evidence_until <= $2::timestamptz + interval '180 days' end
        order by coalesce(evidence_until, asked_at)`,
    ),
  },
  {
    name: 'papers.data-stamped',
    holds: 'All signed data of papers carries a timestamp a day after it was signed.',
    check: rowsThat(
      'has signed data without a timestamp',
      `select p.code || ' ' || d.form as item from papers.signed_data d join papers.papers p on p.tenant = d.tenant and p.id = d.paper
        where d.tenant = $1 and d.stamped_at is null and d.signed_at <= $2::timestamptz - interval '1 day'`,
    ),
  },
  {
    name: 'papers.copy-numbers',
    holds: 'No two copies of an agency have the same number and kind in a year.',
    check: rowsThat(
      'has a number that another copy has, too',
      `select max(code) as item from papers.copies
        where tenant = $1 and number is not null
        group by agency, symbol, extract(year from made_on) having count(*) > 1`,
    ),
  },
];
