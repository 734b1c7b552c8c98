/**
 * What follows from a granted dossier (thủ tục liên thông, Decree 63/2024; C2): the other procedures of the same request are
 * filed by the same way as any draft, with what the person has answered already and what the first dossier found.
 */
import type { Act } from '../../ground/db/act.ts';
import { vietnamDay } from '../../ground/text/dates.ts';
import { listener, type Listener } from '../../ground/jobs/index.ts';
import { fill, formOf } from '../../work/forms/index.ts';
import { getProcedure } from '../catalogue/index.ts';
import { listFollowing, type Following } from '../dossiers/index.ts';
import { destinationOf } from './destination.ts';
import { handIn } from './submit.ts';

/** Files one procedure of a joint request; twice is once. Throws where no agency can be found: the job waits and is seen. */
async function fileFollowing(
  act: Act,
  { first, procedure: code, given, components }: Following,
): Promise<void> {
  const procedure = await getProcedure(act, code);
  if (!procedure.form) throw new Error(`Procedure ${code} is linked to and has no form`);
  const form = formOf(procedure.form);
  const { answers } = fill(form, { ...first.answers, ...given }, { today: vietnamDay(act.now) });
  const owner = { person: first.applicant, organisation: first.organisation };
  const destination = await destinationOf(act, procedure, answers, owner);
  if (!destination) throw new Error(`No agency decides ${code} for what follows from ${first.code}`);
  // What was handed in for the other procedure was checked with the request.
  const own = new Set(procedure.groups.flatMap((group) => group.components.map(({ key }) => key)));
  const { filer, filed_for: relation, mandate } = first;
  await handIn(
    act,
    {
      ...owner,
      answers,
      key: `linked ${first.id} ${code}`,
      channel: first.channel,
      filer: filer && relation ? { person: filer, relation, mandate } : null,
      returnWay: first.return_way,
      linkedTo: first.id,
      components: components
        .filter(({ component }) => own.has(component))
        .map(({ n: _, matches_by: __, ...one }) => one),
    },
    procedure,
    destination,
  );
}

export const linkedListener: Listener = listener({
  on: 'dossier.decide',
  name: 'applications.file-linked',
  does: {
    vi: 'Lập hồ sơ cho các việc liên thông sau khi việc đầu tiên có kết quả',
    en: 'File the linked procedures once the first result is issued',
  },
  act: async (act, { item }) => {
    for (const following of await listFollowing(act, item)) await fileFollowing(act, following);
  },
});
