/** The internal process as a part of the next version of a procedure: stored as a draft, given back as BPMN 2.0. C2. */
import type { Act, Look } from '../../../ground/db/act.ts';
import { NotFound } from '../../../ground/operate/errors.ts';
import { vietnamDay } from '../../../ground/text/dates.ts';
import { carrying, standardProcess, unknownCalls, type Definition } from '../../../work/process/index.ts';
import { findDraft, saveDraft } from '../drafts.ts';
import { findProcedure, getLocal, getVersion, listVersions } from '../queries.ts';
import type { LocalContent, Procedure } from '../schema.ts';

/** The version a change of the process begins from: the open draft, else the newest one. */
type Base = {
  readonly local: LocalContent;
  readonly version: number;
  readonly from: string;
  readonly cause: string;
  readonly isDraft: boolean;
};

/** Finds it. Throws NotFound when there is no such procedure. */
async function baseOf(look: Look, code: string): Promise<Base> {
  const draft = await findDraft(look, code);
  if (draft) {
    const { local, version, valid_from: from, cause } = draft;
    return { local, version, from, cause: cause ?? '', isDraft: true };
  }
  const newest = (await listVersions(look, code))[0];
  if (!newest) throw new NotFound({ vi: 'Không có thủ tục này.', en: 'There is no such procedure.' });
  const local = await getLocal(look, code, newest.version);
  return { local, version: newest.version, from: vietnamDay(look.now), cause: '', isDraft: false };
}

/**
 * Stores a process in the draft of the next version, which is begun if there is none. `onto`: what the change was made
 * from; throws Invalid when another has come in between. Returns the number of the version.
 */
export async function storeProcess(
  act: Act,
  code: string,
  process: Definition,
  words: { readonly from?: string; readonly cause: string; readonly onto?: LocalContent },
): Promise<number> {
  const base = await baseOf(act, code);
  const today = vietnamDay(act.now);
  const from = words.from ?? (base.from < today ? today : base.from);
  const local = { ...base.local, process: await withCatalogue(act, process) };
  return saveDraft(act, code, { local, from, cause: words.cause }, words.onto);
}

/**
 * A process with what it calls of the catalogue: a call may name the code of a procedure, whose process of today goes into the version,
 * so that running dossiers stay on what they began with.
 */
async function withCatalogue(look: Look, process: Definition): Promise<Definition> {
  const known = [...(process.called ?? [])];
  for (let whole = process; ; whole = carrying(process, known)) {
    const found: Definition[] = [];
    for (const id of unknownCalls(whole)) {
      const procedure = await findProcedure(look, id.replace(/^quy-trinh-/, ''));
      if (procedure) found.push({ ...processFor(procedure), id });
    }
    if (found.length === 0) return whole;
    known.push(...found, ...found.flatMap(({ called }) => called ?? []));
  }
}

/** The process of a version: its own, or the usual one of the one-stop mechanism, in general words. */
export const processFor = ({
  code,
  name,
  process,
}: Pick<Procedure, 'code' | 'name' | 'process'>): Definition =>
  process ??
  standardProcess({
    id: `quy-trinh-${code}`,
    name,
    agency: 'Cơ quan có thẩm quyền',
    oneStop: 'Bộ phận một cửa',
    unit: 'Đơn vị chuyên môn',
    signer: 'Lãnh đạo',
    hours: 40,
  });

/** The process that an editor works on: of the open draft, else of the newest version. Throws NotFound. */
export async function editedProcess(look: Look, code: string) {
  const base = await baseOf(look, code);
  const procedure = await getVersion(look, code, base.version);
  return { base, procedure, definition: processFor(procedure) };
}

/** The process of a version of a procedure (the newest, drafts included, by default). Throws NotFound. */
export async function processOfVersion(
  look: Look,
  code: string,
  version: number | null,
): Promise<Definition> {
  const wanted = version ?? (await baseOf(look, code)).version;
  return processFor(await getVersion(look, code, wanted));
}
