/** The form of a procedure as its draft has it, and saving it there: the builder never touches what is in force. */
import type { Act, Look } from '../../../../ground/db/act.ts';
import { own } from '../../../../ground/db/act.ts';
import { Invalid, NotFound } from '../../../../ground/operate/errors.ts';
import { vietnamDay } from '../../../../ground/text/dates.ts';
import { definitionFaults, type Definition, type Field } from '../../../../work/forms/index.ts';
import { findDraft, saveDraft } from '../../drafts.ts';
import { getLocal, getVersion, listVersions } from '../../queries.ts';
import type { LocalContent, Procedure } from '../../schema.ts';
import type { CatalogueTables } from '../../tables.ts';
import { words } from './words.ts';

/** What the builder works on. */
export type DraftForm = {
  readonly current: Procedure;
  readonly local: LocalContent;
  readonly form: Definition | null;
  readonly from: string;
  readonly cause: string;
};

/** The draft of a procedure, or (where there is none) what is in force. Throws NotFound. */
export async function getDraftForm(look: Look, code: string): Promise<DraftForm> {
  const newest = (await listVersions(look, code))[0];
  if (!newest) throw new NotFound({ vi: 'Không có thủ tục này.', en: 'There is no such procedure.' });
  const draft = await findDraft(look, code);
  const local = draft?.local ?? (await getLocal(look, code, newest.version));
  return {
    current: await getVersion(look, code, newest.version),
    local,
    form: local.form,
    from: draft?.valid_from ?? vietnamDay(look.now),
    cause: draft?.cause || words.cause.vi,
  };
}

/** The form of a draft. Throws NotFound where there is none. */
export function formIn({ form }: DraftForm): Definition {
  if (form === null) throw new NotFound(words.none);
  return form;
}

/** Saves the form into the draft that it was read from, as the version after the one in force. Throws Invalid with everything that is wrong. */
export async function saveForm(
  act: Act,
  { current, local, from, cause }: DraftForm,
  form: Definition,
): Promise<void> {
  const numbered = { ...form, version: (current.form?.version ?? 0) + 1 };
  const faults = definitionFaults(numbered);
  if (faults.length > 0) throw new Invalid(faults);
  const today = vietnamDay(act.now);
  const draft = { local: { ...local, form: numbered }, from: from < today ? today : from, cause };
  await saveDraft(act, current.code, draft, local);
}

/** A first form: who applies, and one question for each paper of the law. */
export function firstForm({ code, name, groups }: Procedure): Definition {
  const components = groups.flatMap((group) => group.components).filter(({ form }) => form === null);
  const files = [...new Map(components.map((one) => [one.key, one])).values()].map((one, i): Field => {
    const label = (one.name || `Giấy tờ ${i + 1}`).slice(0, 300);
    return { id: `paper${i + 1}`, type: 'files', label: { vi: label, en: label }, component: one.key };
  });
  const page = (id: string, vi: string, en: string, fields: readonly Field[]) => ({
    id,
    title: { vi, en },
    pages: [{ id: `${id}-1`, title: { vi, en }, fields }],
  });
  const applicant: Field = {
    id: 'applicantName',
    type: 'personName',
    label: { vi: 'Họ, chữ đệm, tên', en: 'Full name' },
    source: { registry: 'account', path: 'name' },
    personalData: 'basic',
  };
  return {
    id: `form-${code.replaceAll('.', '-')}`,
    version: 1,
    title: { vi: name.slice(0, 200), en: name.slice(0, 200) },
    sections: [
      page('applicant', 'Người nộp', 'Applicant', [applicant]),
      ...(files.length > 0 ? [page('papers', 'Giấy tờ', 'Papers', files)] : []),
    ],
  };
}

/** The forms in force, for what they take from where. */
export async function listForms(look: Look): Promise<readonly Definition[]> {
  const rows = await own<CatalogueTables>(look.tx)
    .selectFrom('catalogue.versions as v')
    .innerJoin('catalogue.listing as l', (join) =>
      join
        .onRef('l.tenant', '=', 'v.tenant')
        .onRef('l.code', '=', 'v.code')
        .onRef('l.version', '=', 'v.version'),
    )
    .select('v.local')
    .where('v.tenant', '=', look.tenant)
    .where('l.worked_out', '=', true)
    .where('l.valid_to', 'is', null)
    .limit(500)
    .execute();
  return rows.flatMap(({ local }) => (local.form ? [local.form] : []));
}
