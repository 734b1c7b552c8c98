/**
 * Running dossiers when the process of their procedure has changed: they stay on their version, or the leader lets them go on by the new
 * one after seeing what that changes for each (C2). Only the process changes: form, limit, promise and fees stay those of the acceptance.
 */
import { own, type By, type Look } from '../../ground/db/act.ts';
import type { Text } from '../../ground/text/language.ts';
import { migrate, type Definition, type Migration } from '../../work/process/index.ts';
import { findProcedure, getProcedure, type Procedure } from '../catalogue/index.ts';
import { getDossier } from './load.ts';
import { openOpinion } from './opinions.ts';
import { processOf, wholeOf, type Whole } from './queries.ts';
import { transitions } from './rules.ts';
import type { Dossier, DossierTables } from './schema.ts';

/** So many dossiers are previewed and moved at once. */
export const MOST_MOVED = 50;

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

/** Running dossiers of the officer's agencies that go by an older process than the newest version, the most urgent first, each with what would change. */
export async function listOlder(
  look: Look,
  code: string,
): Promise<{ readonly newest: Procedure; readonly previews: readonly Preview[] }> {
  const newest = await getProcedure(look, code);
  const led = ledBy(look.by);
  if (led.length === 0) return { newest, previews: [] };
  const rows = await own<DossierTables>(look.tx)
    .selectFrom('dossiers.dossiers')
    .select('id')
    .where('tenant', '=', look.tenant)
    .where('procedure', '=', code)
    .where('agency', 'in', [...led])
    .where('ended_at', 'is', null)
    .where('decided_at', 'is', null)
    .where('process', 'is not', null)
    .where('state', 'in', [...transitions['change-process'].from])
    .where((is) => is(is.fn.coalesce('process_version', 'procedure_version'), '<', newest.version))
    .orderBy('due_at')
    .limit(MOST_MOVED)
    .execute();
  const previews: Preview[] = [];
  for (const { id } of rows)
    previews.push(previewOf(await wholeOf(look, await getDossier(look, id)), newest));
  return { newest, previews };
}
