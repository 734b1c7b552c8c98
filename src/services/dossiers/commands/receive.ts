/** Submission (nộp hồ sơ): from here on the dossier exists, has a code, and the one-stop unit must answer. */
import { sql } from 'kysely';
import { own, type Act } from '../../../ground/db/act.ts';
import { prepared } from '../../../ground/db/prepared.ts';
import { insert } from '../../../ground/db/writes.ts';
import { announce } from '../../../ground/jobs/index.ts';
import { openItem, step } from '../../../ground/record/index.ts';
import { vietnamDay } from '../../../ground/text/dates.ts';
import { calendarOf, due, startClock } from '../../../work/clock/index.ts';
import { openWork } from '../../../work/desk/index.ts';
import { takeNumber } from '../../../work/numbers/index.ts';
import type { FiledAt } from '../../../outside/exchange/index.ts';
import { hasRoleAt } from '../../../world/mandates/index.ts';
import type { Procedure } from '../../catalogue/index.ts';
import { tieComplaint } from './complaint.ts';
import { keepMatter, matterKeysOf } from '../duplicates.ts';
import { count } from '../figures.ts';
import { findByCode, getDossier } from '../load.ts';
import { dossierCodes, intakeTerm } from '../settings.ts';
import type {
  ChannelNumber,
  Contact,
  DossierComponent,
  DossierTables,
  PostalItem,
  ReturnWay,
} from '../schema.ts';

/** A complete submission. Files and signatures have been checked before; whoever calls answers for that. */
export type Submission = {
  /** Makes the submission happen once, whatever is clicked or retried. */
  readonly key: string;
  readonly procedure: Pick<
    Procedure,
    'code' | 'version' | 'name' | 'field' | 'identifiedBy' | 'aboutDossier'
  >;
  readonly channel: ChannelNumber;
  readonly applicant: {
    readonly person: string | null;
    readonly organisation: string | null;
    readonly name: string;
  };
  readonly filer: {
    readonly person: string;
    readonly relation: string;
    readonly mandate: string | null;
  } | null;
  /** The agency that decides, with the identifier that its codes begin with. */
  readonly agency: { readonly id: string; readonly identifier: string };
  readonly oneStop: string;
  readonly place: string | null;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly contact: Contact;
  /** The postal item that it came as; absent: it did not come by post. */
  readonly postal?: PostalItem | null;
  /** When the applicant consented at the counter that papers were looked for in their vault; absent: nobody asked. */
  readonly vaultConsentAt?: Date | null;
  readonly returnWay: ReturnWay;
  readonly components: readonly Omit<DossierComponent, 'n' | 'matches_by'>[];
  /** Code given by the national portal, when it came from there. */
  readonly nationalCode: string | null;
  /** Where it was filed, when not here. */
  readonly filedAt?: FiledAt;
  /** The first dossier of the request that this one follows from (liên thông); absent: it is a request of its own. */
  readonly linkedTo?: string;
};

/** What a submission came to. `again` is true when this key had been submitted before. */
export type Received = { readonly id: string; readonly code: string; readonly again: boolean };

const submittedAs = prepared((db, { tenant, key }: { tenant: number; key: string }) =>
  own<DossierTables>(db)
    .selectFrom('dossiers.submissions')
    .select('dossier')
    .where('tenant', '=', tenant)
    .where('key', '=', key),
);

/**
 * When a submission reached the one-stop unit: from then on it must answer, whenever somebody came round to entering it. What the post
 * brought on an earlier day counts from the end of that day: nobody knows the hour.
 */
const reachedAt = ({ postal }: Pick<Submission, 'postal'>, now: Date): Date =>
  postal && postal.arrivedOn < vietnamDay(now) ? new Date(`${postal.arrivedOn}T23:59:59+07:00`) : now;

/** The next code of an agency. One that a dossier from elsewhere has already is passed over: otherwise it would stand in the way of all that follow. */
async function newCode(act: Act, agency: string, day: string): Promise<string> {
  for (;;) {
    const { text } = await takeNumber(act, dossierCodes(agency), day, { agency });
    if ((await findByCode(act, text)) === null) return text;
  }
}

/** Receives a submission: row, code, intake clock, step, work item and event in one act. */
export async function receive(act: Act, submission: Submission): Promise<Received> {
  // The same submission sent twice at once waits here for the first, and then finds its dossier.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${act.tenant} ${submission.key}`}, 0))`.execute(
    act.tx,
  );
  const [earlier] = await submittedAs(act.tx, { tenant: act.tenant, key: submission.key });
  if (earlier) {
    const { id, code } = await getDossier(act, earlier.dossier);
    return { id, code, again: true };
  }

  const { procedure, applicant, filer, agency, components } = submission;
  const day = vietnamDay(act.now);
  const code = submission.nationalCode ?? (await newCode(act, agency.identifier, day));
  const intake = startClock(intakeTerm, reachedAt(submission, act.now), {
    cause: { vi: 'Hồ sơ được nộp', en: 'The dossier was submitted' },
    basis: null,
    evidence: null,
  });
  const intakeDue = due(intake, await calendarOf(act, submission.oneStop)).at;
  const head = openItem(act, 'dossier');
  insert(act.writes, 'dossiers.dossiers', {
    tenant: act.tenant,
    born: head.born,
    id: head.id,
    code,
    procedure: procedure.code,
    procedure_version: procedure.version,
    process_version: null,
    title: procedure.name,
    field: procedure.field,
    state: 'submitted',
    channel: submission.channel,
    applicant: applicant.person,
    organisation: applicant.organisation,
    applicant_name: applicant.name,
    filer: filer?.person ?? null,
    filed_for: filer?.relation ?? null,
    mandate: filer?.mandate ?? null,
    entered_by: act.by.kind === 'officer' ? act.by.account : null,
    postal: submission.postal ?? null,
    agency: agency.id,
    one_stop: submission.oneStop,
    place: submission.place,
    answers: submission.answers,
    contact: submission.contact,
    return_way: submission.returnWay,
    submitted_at: act.now,
    intake_clock: intake,
    intake_due_at: intakeDue,
    supplements: 0,
    apologies: 0,
    linked_to: submission.linkedTo ?? null,
  });
  insert(act.writes, 'dossiers.codes', { tenant: act.tenant, code, dossier: head.id });
  insert(act.writes, 'dossiers.submissions', { tenant: act.tenant, key: submission.key, dossier: head.id });
  keepMatter(act, head.id, matterKeysOf(procedure, submission.answers));
  if (procedure.aboutDossier) await tieComplaint(act, { id: head.id, code }, procedure, submission.answers);
  components.forEach((component, i) =>
    insert(act.writes, 'dossiers.components', {
      tenant: act.tenant,
      dossier: head.id,
      n: i + 1,
      ...component,
      added_at: act.now,
    }),
  );
  step(act, head, {
    act: 'dossier.receive',
    visible: 'public',
    after: {
      state: 'submitted',
      procedure: procedure.code,
      version: procedure.version,
      channel: submission.channel,
      files: components.map((one) => one.hash),
      ...(submission.filedAt && { filedAt: submission.filedAt }),
      ...(submission.postal && {
        arrivedOn: submission.postal.arrivedOn,
        postalItem: submission.postal.number,
      }),
      ...(submission.vaultConsentAt && { vaultConsentAt: submission.vaultConsentAt.toISOString() }),
    },
    may: hasRoleAt(submission.oneStop, 'counter'),
  });
  openWork(act, {
    item: head.id,
    room: 'dossiers',
    kind: 'accept',
    agency: submission.oneStop,
    unit: null,
    role: 'counter',
    holder: null,
    party: applicant.person,
    code,
    title: procedure.name,
    subject: applicant.name,
    step: 'Kiểm tra, tiếp nhận hồ sơ',
    ref: null,
    due_at: intakeDue,
    paused_for: null,
  });
  count(act, null, {
    id: head.id,
    agency: agency.id,
    procedure: procedure.code,
    state: 'submitted',
    clock: null,
    due_at: null,
    owed_at: null,
    by_silence: false,
    supplements: 0,
    accepted_at: null,
    decided_at: null,
    returned_at: null,
    ended_at: null,
  });
  announce(act, 'dossier.receive', head.id, { code, state: 'submitted', status: 1 });
  return { id: head.id, code, again: false };
}
