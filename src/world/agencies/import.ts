/** Brings in whole lists: the national identifiers of level 1, and the organisation of a ministry or province as it stands. */
import { own, type Act } from '../../ground/db/act.ts';
import { Invalid } from '../../ground/operate/errors.ts';
import { newId, openItem, step } from '../../ground/record/index.ts';
import { sameWords } from '../../ground/text/fold.ts';
import { same } from '../../ground/text/language.ts';
import { bringInLine, dayAfter, type Brought } from '../law/index.ts';
import { parseIdentifier } from './identifier.ts';
import {
  agencyRow,
  changeRow,
  holdingRow,
  identifierRows,
  officerRow,
  postRow,
  successionRow,
  unitRow,
} from './rows.ts';
import type { Agency, AgencyKind, AgencySuccession, Change, Holding, Officer, Post, Unit } from './schema.ts';
import type { AgencyTables } from './tables.ts';

/** An organisation as it stands: everything this room holds. */
export type Organisation = {
  readonly agencies: readonly Agency[];
  readonly changes: readonly Change[];
  readonly successions: readonly AgencySuccession[];
  readonly units: readonly Unit[];
  readonly posts: readonly Post[];
  readonly officers: readonly Officer[];
  readonly holdings: readonly Holding[];
};

type Part = {
  readonly table: keyof AgencyTables;
  readonly key: readonly string[];
  readonly rows: readonly object[];
};

/** Imports an organisation (nhập cơ cấu tổ chức). Repeating it changes nothing; nothing is removed. */
export async function importOrganisation(act: Act, given: Organisation): Promise<Record<string, Brought>> {
  const { tenant } = act;
  const parts: Part[] = [
    { table: 'agencies.agencies', key: ['id'], rows: given.agencies.map((one) => agencyRow(tenant, one)) },
    {
      table: 'agencies.identifiers',
      key: ['identifier'],
      rows: given.agencies.flatMap((one) => identifierRows(tenant, one)),
    },
    {
      table: 'agencies.changes',
      key: ['agency', 'on_day', 'kind'],
      rows: given.changes.map((one) => changeRow(tenant, one)),
    },
    {
      table: 'agencies.successions',
      key: ['agency', 'successor', 'field', 'place'],
      rows: given.successions.map((one) => successionRow(tenant, one)),
    },
    { table: 'agencies.units', key: ['id'], rows: given.units.map((one) => unitRow(tenant, one)) },
    { table: 'agencies.posts', key: ['id'], rows: given.posts.map((one) => postRow(tenant, one)) },
    {
      table: 'agencies.officers',
      key: ['person'],
      rows: given.officers.map((one) => officerRow(tenant, one)),
    },
    {
      table: 'agencies.holdings',
      key: ['post', 'person', 'valid_from'],
      rows: given.holdings.map((one) => holdingRow(tenant, one)),
    },
  ];
  const brought: Record<string, Brought> = {};
  for (const { table, key, rows } of parts) {
    const held = await own<AgencyTables>(act.tx)
      .selectFrom(table)
      .selectAll()
      .where('tenant', '=', tenant)
      .execute();
    brought[table.split('.')[1]!] = bringInLine(
      act.writes,
      table,
      ['tenant', ...key],
      held,
      rows as readonly Record<string, unknown>[],
    );
  }
  if (Object.values(brought).some(({ added, changed }) => added + changed > 0)) {
    step(act, openItem(act, 'import'), { act: 'agencies.import', visible: 'inside', after: brought });
  }
  return brought;
}

/** One row of the national list of identifiers of level 1 (shape of `agencies.json`). */
type Listed = {
  readonly code: string;
  readonly name: string;
  readonly previous_name?: string;
  readonly status: 'active' | 'reserved' | 'closed';
  readonly province_code?: string;
  readonly successor_code?: string;
  readonly successor_basis?: string;
  readonly legal_source?: string;
};

const kindOfGroup: Readonly<Record<string, AgencyKind>> = {
  A: 'party',
  B: 'presidency',
  C: 'assembly',
  D: 'court',
  E: 'procuracy',
  F: 'audit',
  G: 'ministry',
  H: 'peoples-committee',
  I: 'political-social',
  J: 'social',
  K: 'peoples-council',
};

/** Codes exist since Decision 20/2020/QĐ-TTg came into force; Decision 09/2025/QĐ-TTg changed them on the day it was signed. */
const listedSince = '2020-09-15';
const changedOn = '2025-04-14';
/** The last day of a code that Decision 09/2025 sets aside, and of a province that was merged (Resolution 202/2025/QH15). */
const lastDay = { reserved: '2025-04-13', closed: '2025-06-30' } as const;

/** Reads the national list. Throws Invalid with the row that is at fault. */
export function parseAgencies(json: string): readonly Listed[] {
  let rows: unknown;
  try {
    rows = (JSON.parse(json.replace(/^\uFEFF/, '')) as { agencies?: unknown } | null)?.agencies;
  } catch {
    rows = undefined;
  }
  if (!Array.isArray(rows)) {
    const message = {
      vi: 'Tệp phải là JSON có danh sách agencies.',
      en: 'The file must be JSON with a list «agencies».',
    };
    throw new Invalid([{ field: 'agencies', message }]);
  }
  return rows.map((row: Partial<Listed> | null, i) => {
    const good =
      row !== null &&
      typeof row.code === 'string' &&
      parseIdentifier(row.code) !== null &&
      typeof row.name === 'string' &&
      row.name.trim() !== '' &&
      ['active', 'reserved', 'closed'].includes(row.status ?? '');
    if (good) return row as Listed;
    const field = `agencies[${i}]`;
    const message = {
      vi: `${field}: mã, tên hoặc trạng thái không hợp lệ.`,
      en: `${field}: code, name or status is not valid.`,
    };
    throw new Invalid([{ field, message }]);
  });
}

const basisOf = ({ legal_source: source }: Listed): string => source || '20/2020/QĐ-TTg';

const listedAgency = (row: Listed, id: string): Agency => ({
  id,
  identifier: row.code,
  name: same(row.name.trim()),
  short: row.code,
  kind: kindOfGroup[row.code[0] ?? ''] ?? 'social',
  level: 'HK'.includes(row.code[0] ?? '') ? 'province' : 'central',
  regime: 'HKC'.includes(row.code[0] ?? '') ? 'collective' : 'head',
  parent: null,
  place: row.province_code ?? null,
  headTitle: null,
  established: listedSince,
  abolished: row.status === 'active' ? null : lastDay[row.status],
  basis: basisOf(row),
  phone: null,
  email: null,
  address: null,
});

/** Imports the national list of identifiers of level 1 into this installation; agencies that it knows keep their id. */
export async function importAgencies(act: Act, rows: readonly Listed[]): Promise<Record<string, Brought>> {
  const known = await own<AgencyTables>(act.tx)
    .selectFrom('agencies.identifiers')
    .select(['identifier', 'agency'])
    .where('tenant', '=', act.tenant)
    .execute();
  const ids = new Map(known.map(({ identifier, agency }) => [identifier, agency]));
  for (const { code } of rows) if (!ids.has(code)) ids.set(code, newId(act.now));
  const agencies = rows.map((row) => listedAgency(row, ids.get(row.code)!));
  const renamed = rows.filter(
    (row) => row.previous_name !== undefined && !sameWords(row.previous_name, row.name),
  );
  const changes = renamed.map((row): Change => ({
    agency: ids.get(row.code)!,
    on: changedOn,
    kind: 'renamed',
    nameBefore: same(row.previous_name!),
    parentBefore: null,
    basis: basisOf(row),
  }));
  const successions = rows
    .filter((row) => row.status !== 'active' && ids.has(row.successor_code ?? ''))
    .map((row): AgencySuccession => ({
      agency: ids.get(row.code)!,
      successor: ids.get(row.successor_code!)!,
      field: null,
      place: null,
      began: dayAfter(row.status === 'active' ? listedSince : lastDay[row.status]),
      basis: row.successor_basis ?? basisOf(row),
    }));
  const nobody = { units: [], posts: [], officers: [], holdings: [] };
  return importOrganisation(act, { agencies, changes, successions, ...nobody });
}
