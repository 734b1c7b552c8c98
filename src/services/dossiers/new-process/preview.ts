/**
 * Running dossiers when the process of their procedure has changed: they stay on their version, or the leader lets them go on by the new
 * one after seeing what that changes for each (C2). Only the process changes: form, limit, promise and fees stay those of the acceptance.
 */
import { own, type By, type Look } from '../../../ground/db/act.ts';
import { isId } from '../../../ground/record/index.ts';
import type { Text } from '../../../ground/text/language.ts';
import { migrate, type Definition, type Migration } from '../../../work/process/index.ts';
import { findProcedure, getProcedure, type Procedure } from '../../catalogue/index.ts';
import { getDossier } from '../load.ts';
import { openOpinion } from '../opinions.ts';
import { processOf, wholeOf, type Whole } from '../queries.ts';
import { transitions } from '../rules.ts';
import type { Dossier, DossierTables } from '../schema.ts';

/** So many dossiers are previewed on a page. */
export const PAGE = 50;

/** What would become of a dossier. `why`: it cannot go on by the new process now. */
export type Preview = {
  readonly dossier: Dossier;
  readonly to: Definition;
  readonly migration: Migration;
  readonly why: Text | null;
};

/** The version by whose process a dossier runs. */
export const runsBy = ({
  process_version: later,
  procedure_version: version,
}: Pick<Dossier, 'process_version' | 'procedure_version'>): number => later ?? version;

/** What would become of one running dossier by the process of this version of its procedure. */
export function previewOf({ dossier, procedure, agency, oneStop }: Whole, newest: Procedure): Preview {
  const from = processOf(procedure, agency, oneStop);
  const to = processOf(newest, agency, oneStop);
  const migration: Migration = dossier.process
    ? migrate(dossier.process, from, to)
    : { instance: null, changes: [], effects: [] };
  return { dossier, to, migration, why: whyNot(dossier, migration) };
}

function whyNot(dossier: Dossier, { instance, effects }: Migration): Text | null {
  if (!instance)
    return {
      vi: 'Quy trình mới không có chỗ cho hồ sơ này: để hồ sơ đi tiếp theo quy trình cũ.',
      en: 'The new process has no place for it: it goes on by the old one.',
    };
  if (effects.some((effect) => 'token' in effect && openOpinion(dossier, effect.token)))
    return {
      vi: 'Đang chờ ý kiến của cơ quan khác: chuyển sau khi có ý kiến.',
      en: 'The opinion of another agency is awaited: it can go over once that has come.',
    };
  return null;
}

/** The agencies for which this officer decides it. */
const ledBy = (by: By): readonly string[] =>
  by.powers.filter(({ role }) => role === 'leader').map(({ agency }) => agency);

/** Whether this officer leads anywhere, and so may look for such dossiers. */
export const mayChangeProcess = (by: By): boolean => by.kind === 'officer' && ledBy(by).length > 0;

/** Whether a running dossier of an agency that this officer leads goes by an older process than the version in force. */
export async function isRunningOlder(look: Look, dossier: Dossier): Promise<boolean> {
  const isTheirs = ledBy(look.by).includes(dossier.agency);
  if (!isTheirs || !dossier.process || !transitions['change-process'].from.includes(dossier.state))
    return false;
  const newest = await findProcedure(look, dossier.procedure);
  return newest !== null && runsBy(dossier) < newest.version;
}

/** Running dossiers of the officer's agencies that go by an older process than the newest version; null: they lead nowhere. */
export function olderThan(look: Look, { code, version }: Procedure) {
  const led = ledBy(look.by);
  if (led.length === 0) return null;
  return own<DossierTables>(look.tx)
    .selectFrom('dossiers.dossiers')
    .where('tenant', '=', look.tenant)
    .where('procedure', '=', code)
    .where('agency', 'in', [...led])
    .where('ended_at', 'is', null)
    .where('decided_at', 'is', null)
    .where('process', 'is not', null)
    .where('state', 'in', [...transitions['change-process'].from])
    .where((is) => is(is.fn.coalesce('process_version', 'procedure_version'), '<', version));
}

/** A page of previews; `all`: how many dossiers there are on all pages; `next` is where the following one begins, null at the end. */
export type Previews = {
  readonly newest: Procedure;
  readonly all: number;
  readonly previews: readonly Preview[];
  readonly next: string | null;
};

/** What would become of each of them, the most urgent first, a page behind a place of the list. */
export async function listOlder(look: Look, code: string, after?: string): Promise<Previews> {
  const newest = await getProcedure(look, code);
  const older = olderThan(look, newest);
  if (!older) return { newest, all: 0, previews: [], next: null };
  const { all } = await older.select(({ fn }) => fn.countAll<string>().as('all')).executeTakeFirstOrThrow();
  const place = readPlace(after);
  const behind = place
    ? older.where(({ eb, refTuple, tuple }) => eb(refTuple('due_at', 'id'), '>', tuple(place.at, place.id)))
    : older;
  const rows = await behind
    .select(['id', 'due_at'])
    .orderBy('due_at')
    .orderBy('id')
    .limit(PAGE + 1)
    .execute();
  const shown = rows.slice(0, PAGE);
  const previews: Preview[] = [];
  for (const { id } of shown)
    previews.push(previewOf(await wholeOf(look, await getDossier(look, id)), newest));
  const last = shown.at(-1);
  const next = rows.length > PAGE && last?.due_at ? `${last.due_at.toISOString()}~${last.id}` : null;
  return { newest, all: Number(all), previews, next };
}

/** Where a page begins; null for the first one, also when what came in the address is no place. */
function readPlace(after: string | undefined): { readonly at: Date; readonly id: string } | null {
  const [moment = '', id = ''] = (after ?? '').split('~');
  const at = new Date(moment);
  return isId(id) && !Number.isNaN(at.getTime()) ? { at, id } : null;
}
