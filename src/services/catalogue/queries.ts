/** Reading procedures. */
import { sql } from 'kysely';
import { own, type Look, type Tx } from '../../ground/db/act.ts';
import { prepared } from '../../ground/db/prepared.ts';
import { NotFound } from '../../ground/operate/errors.ts';
import { vietnamDay } from '../../ground/text/dates.ts';
import { newKeptContents } from './content.ts';
import { withKinds } from './rules/paper-kinds.ts';
import type { LocalContent, NationalContent, Procedure } from './schema.ts';
import type { CatalogueTables } from './tables.ts';

type Row = CatalogueTables['catalogue.versions'];

/** What of a version may change while its content stays. */
const standingColumns = ['version', 'state', 'origin', 'reviewed_by', 'valid_from', 'valid_to'] as const;

/** Columns that a procedure is made of. */
export const procedureColumns = ['national', 'local', ...standingColumns] as const;

/** A row as a procedure: national layer, then local. */
export const procedureOf = (row: Pick<Row, (typeof procedureColumns)[number]>, today: string): Procedure => ({
  ...row.national,
  // Where the province says nothing of its own, the national words stay.
  ...row.local,
  groups: withKinds(row.national.groups, row.local.papers),
  receiving: row.local.receiving ?? row.national.receiving ?? null,
  supporting: row.local.supporting ?? row.national.supporting,
  version: row.version,
  state: row.state === 'published' && row.valid_to !== null && row.valid_to <= today ? 'replaced' : row.state,
  origin: row.origin,
  reviewed: row.origin === 'written' || row.reviewed_by !== null,
  validFrom: row.valid_from,
  validTo: row.valid_to,
});

const versionsOf = (look: Pick<Look, 'tx' | 'tenant'>, code: string) =>
  own<CatalogueTables>(look.tx)
    .selectFrom('catalogue.versions')
    .where('tenant', '=', look.tenant)
    .where('code', '=', code);

const contents = newKeptContents();

/** Finds one version as a procedure. Its content is fetched only where this process has not got it. */
function finder<Given extends { readonly tenant: number; readonly code: string }>(
  versions: (db: Tx, given: Given) => ReturnType<typeof versionsOf>,
) {
  const standing = (db: Tx, given: Given) => versions(db, given).select([...standingColumns, 'content_hash']);
  const head = prepared(standing);
  // All of it once more, not the content alone: a draft may have changed in between.
  const whole = prepared((db, given: Given) =>
    standing(db, given).select([
      sql<string>`national::text`.as('national'),
      sql<string>`local::text`.as('local'),
    ]),
  );
  return async ({ tx, now }: Look, given: Given): Promise<Procedure | null> => {
    const today = vietnamDay(now);
    const keyOf = (row: Pick<Row, 'version' | 'content_hash'>): string =>
      `${given.tenant} ${given.code} ${row.version} ${row.content_hash}`;
    const [row] = await head(tx, given);
    if (!row) return null;
    const known = contents.find(keyOf(row));
    if (known) return procedureOf({ ...row, ...known }, today);
    const [read] = await whole(tx, given);
    return read ? procedureOf({ ...read, ...contents.keep(keyOf(read), read) }, today) : null;
  };
}

type OnDay = { readonly tenant: number; readonly code: string; readonly day: string };
const inForce = finder((tx, { tenant, code, day }: OnDay) =>
  versionsOf({ tx, tenant }, code)
    .where('state', '=', 'published')
    .where('valid_from', '<=', day)
    .where((is) => is.or([is('valid_to', 'is', null), is('valid_to', '>', day)]))
    .orderBy('valid_from', 'desc')
    .limit(1),
);

type Numbered = { readonly tenant: number; readonly code: string; readonly version: number };
const numbered = finder((tx, { tenant, code, version }: Numbered) =>
  versionsOf({ tx, tenant }, code).where('version', '=', version),
);

/** The version of a procedure that is in force today, or null. */
export const findProcedure = (look: Look, code: string): Promise<Procedure | null> =>
  inForce(look, { tenant: look.tenant, code, day: vietnamDay(look.now) });

/** The version in force today. Throws NotFound. */
export async function getProcedure(look: Look, code: string): Promise<Procedure> {
  const found = await findProcedure(look, code);
  if (!found) throw new NotFound({ vi: 'Không có thủ tục này.', en: 'There is no such procedure.' });
  return found;
}

const complaints = prepared((tx, { tenant, level, day }: { tenant: number; level: string; day: string }) =>
  own<CatalogueTables>(tx)
    .selectFrom('catalogue.versions')
    .select('code')
    .where('tenant', '=', tenant)
    .where('state', '=', 'published')
    .where('valid_from', '<=', day)
    .where((is) => is.or([is('valid_to', 'is', null), is('valid_to', '>', day)]))
    .where(sql<boolean>`local->>'aboutDossier' is not null and national->'levels' ? ${level}`)
    .orderBy('code')
    .limit(1),
);

/** The procedure by which a decision of an agency of this level is complained about (khiếu nại lần đầu), by its code; null: none is worked out here. */
export async function findComplaintProcedure(look: Look, level: string): Promise<string | null> {
  const [row] = await complaints(look.tx, { tenant: look.tenant, level, day: vietnamDay(look.now) });
  return row?.code ?? null;
}

/** One version, whatever its state: dossiers stay with theirs. Throws NotFound. */
export async function getVersion(look: Look, code: string, version: number): Promise<Procedure> {
  const found =
    Number.isSafeInteger(version) && version > 0 && version < 2 ** 31
      ? await numbered(look, { tenant: look.tenant, code, version })
      : null;
  if (!found)
    throw new NotFound({
      vi: 'Không có phiên bản này của thủ tục.',
      en: 'There is no such version of the procedure.',
    });
  return found;
}

/** The layers of a version, each by itself: the local one is changed in a draft. Throws NotFound. */
export async function getLayers(
  look: Look,
  code: string,
  version: number,
): Promise<{ readonly national: NationalContent; readonly local: LocalContent }> {
  const row = await versionsOf(look, code)
    .select(['national', 'local'])
    .where('version', '=', version)
    .executeTakeFirst();
  if (row) return row;
  throw new NotFound({
    vi: 'Không có phiên bản này của thủ tục.',
    en: 'There is no such version of the procedure.',
  });
}

/** The local layer of a version by itself. Throws NotFound. */
export const getLocal = async (look: Look, code: string, version: number): Promise<LocalContent> =>
  (await getLayers(look, code, version)).local;

/** A version in its list. */
export type VersionLine = Pick<Procedure, 'version' | 'state' | 'origin' | 'validFrom' | 'validTo'> & {
  readonly cause: string | null;
  readonly decision: NationalContent['decision'];
};

/** Published versions of a procedure, the latest first; with drafts when `drafts`. */
export async function listVersions(
  look: Look,
  code: string,
  drafts = false,
): Promise<readonly VersionLine[]> {
  const today = vietnamDay(look.now);
  const rows = await versionsOf(look, code)
    .select([...procedureColumns, 'cause'])
    .$if(!drafts, (query) => query.where('state', '=', 'published'))
    .orderBy('version', 'desc')
    .limit(200)
    .execute();
  return rows.map((row) => {
    const { version, state, origin, validFrom, validTo, decision } = procedureOf(row, today);
    return { version, state, origin, validFrom, validTo, decision, cause: row.cause };
  });
}
