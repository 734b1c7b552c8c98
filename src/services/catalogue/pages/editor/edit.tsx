/** `/quan-tri/thu-tuc/:code/sua`: the local layer as a form. The national layer is not here: nobody in the province changes it. */
import type { VNode } from 'preact';
import { Button, Checkboxes, Input, InsetText, Select, Textarea } from '../../../../ground/ui/index.ts';
import { Invalid, type FieldError } from '../../../../ground/operate/errors.ts';
import { formatDay, vietnamDay } from '../../../../ground/text/dates.ts';
import type { Text } from '../../../../ground/text/language.ts';
import { administrationCrumbs } from '../../../../ground/web/administration.ts';
import { errorOf, Faults, Form } from '../../../../ground/web/form.tsx';
import { day, input, integer, oneOf, optional, several, text } from '../../../../ground/web/input.ts';
import { page, type Fault } from '../../../../ground/web/page.ts';
import type { Visit } from '../../../../ground/web/visit.ts';
import { findDraft, saveDraft } from '../../drafts.ts';
import { getLayers, getVersion, listVersions } from '../../queries.ts';
import { withKinds } from '../../rules/paper-kinds.ts';
import { isEditor } from '../../rules/states.ts';
import type { LocalContent, NationalContent } from '../../schema.ts';
import { lifeEvents, topics } from '../../topics.ts';
import { NotFound } from '../../../../ground/operate/errors.ts';
import { BegunFields, refuseMoved, withBegun } from '../begun.tsx';
import {
  readBarriers,
  readEligibility,
  readFees,
  readKinds,
  writeBarriers,
  writeEligibility,
  writeFees,
  writeKinds,
} from './lines.ts';
import { EDITOR } from './list.tsx';
import { systemWords, unitWords, words } from './words.ts';

const units = ['same-day', 'hour', 'working-hour', 'day', 'working-day', 'month'] as const;
const systems = ['us', 'ministry', 'national-portal'] as const;
const long = (label: Text, max: number) => text({ label, min: 0, max, lines: true });
const short = (label: Text, max = 300) => text({ label, min: 0, max });

const fields = input({
  from: day(words.from),
  cause: text({ label: words.cause, max: 500 }),
  term: optional(integer(words.term, 0, 1000)),
  unit: oneOf(units, words.unit),
  fees: long(words.fees, 20_000),
  decisionNumber: short(words.decisionNumber, 60),
  decisionDate: optional(day(words.decisionDate)),
  decisionSigner: short(words.decisionSigner),
  decisionAgency: short(words.decisionAgency),
  nameEn: short(words.nameEn),
  summaryVi: long(words.summaryVi, 1000),
  summaryEn: long(words.summaryEn, 1000),
  receiving: short(words.receiving, 500),
  supporting: short(words.supporting, 500),
  system: oneOf(systems, words.system),
  transitional: long(words.transitional, 5000),
  topics: several(words.topics),
  lifeEvents: several(words.events),
  barriers: long(words.barriers, 10_000),
  eligibility: long(words.eligibility, 20_000),
  papers: long(words.papers, 100_000),
});

type Typed = Extract<ReturnType<typeof fields.read>, { value: unknown }>['value'];

/** The local layer that was typed, on top of the one before: what the form does not ask stays. Throws Invalid. */
export function localFrom(
  before: LocalContent,
  typed: Typed,
  { groups }: Pick<NationalContent, 'groups'>,
): LocalContent {
  const [fees, barriers, eligibility, papers] = [
    readFees(typed.fees, before.fees),
    readBarriers(typed.barriers),
    readEligibility(typed.eligibility),
    readKinds(typed.papers, groups),
  ];
  const errors: readonly FieldError[] = [fees, barriers, eligibility, papers].flatMap((one) => one.errors);
  if (errors.length > 0) throw new Invalid(errors);
  return {
    ...before,
    term: typed.term === null ? null : { amount: typed.term, unit: typed.unit, when: null },
    fees: fees.items,
    processDecision: typed.decisionNumber
      ? {
          number: typed.decisionNumber,
          date: typed.decisionDate,
          signer: typed.decisionSigner || null,
          agency: typed.decisionAgency || null,
        }
      : null,
    nameEn: typed.nameEn || null,
    summary: typed.summaryVi ? { vi: typed.summaryVi, en: typed.summaryEn || typed.summaryVi } : null,
    receiving: typed.receiving || null,
    supporting: typed.supporting || null,
    systemOfRecord: typed.system,
    transitional: typed.transitional || null,
    topics: typed.topics.filter((code) => topics.some((one) => one.code === code)),
    lifeEvents: typed.lifeEvents.filter((code) => lifeEvents.some((one) => one.code === code)),
    barriers: barriers.items,
    eligibility: eligibility.items,
    papers: papers.items,
  };
}

/** What this page asks for: process and form have editors of their own. */
const askedHere = ({ process: _, form: __, ...rest }: LocalContent) => rest;

/** The layer as it stands, as the texts of the form. */
const shownOf = (
  local: LocalContent,
  groups: NationalContent['groups'],
  from: string,
  cause: string,
): Readonly<Record<string, string>> => ({
  from: formatDay(from),
  cause,
  term: local.term ? String(local.term.amount) : '',
  unit: local.term?.unit ?? 'working-day',
  fees: writeFees(local.fees),
  decisionNumber: local.processDecision?.number ?? '',
  decisionDate: local.processDecision?.date ? formatDay(local.processDecision.date) : '',
  decisionSigner: local.processDecision?.signer ?? '',
  decisionAgency: local.processDecision?.agency ?? '',
  nameEn: local.nameEn ?? '',
  summaryVi: local.summary?.vi ?? '',
  summaryEn: local.summary?.en ?? '',
  receiving: local.receiving ?? '',
  supporting: local.supporting ?? '',
  system: local.systemOfRecord,
  transitional: local.transitional ?? '',
  barriers: writeBarriers(local.barriers ?? []),
  eligibility: writeEligibility(local.eligibility ?? []),
  papers: writeKinds(withKinds(groups, local.papers)),
});

type Asked = {
  readonly name: string;
  readonly label: Text;
  readonly hint?: Text;
  readonly rows?: number;
  readonly options?: Readonly<Record<string, Text>>;
  readonly width?: 10 | 20;
};

const asked: readonly Asked[] = [
  { name: 'from', label: words.from, width: 10 },
  { name: 'cause', label: words.cause },
  { name: 'term', label: words.term, width: 10 },
  { name: 'unit', label: words.unit, options: unitWords },
  { name: 'fees', label: words.fees, hint: words.feesHint, rows: 4 },
  { name: 'decisionNumber', label: words.decisionNumber, width: 20 },
  { name: 'decisionDate', label: words.decisionDate, width: 10 },
  { name: 'decisionSigner', label: words.decisionSigner },
  { name: 'decisionAgency', label: words.decisionAgency },
  { name: 'nameEn', label: words.nameEn },
  { name: 'summaryVi', label: words.summaryVi, rows: 3 },
  { name: 'summaryEn', label: words.summaryEn, rows: 3 },
  { name: 'receiving', label: words.receiving },
  { name: 'supporting', label: words.supporting },
  { name: 'system', label: words.system, options: systemWords },
  { name: 'transitional', label: words.transitional, rows: 3 },
  { name: 'barriers', label: words.barriers, hint: words.barriersHint, rows: 3 },
  { name: 'eligibility', label: words.eligibility, hint: words.eligibilityHint, rows: 5 },
  { name: 'papers', label: words.papers, hint: words.papersHint, rows: 6 },
];

const Question = ({
  one,
  value,
  fault,
  visit,
}: {
  readonly one: Asked;
  readonly value: string;
  readonly fault: Fault | null;
  readonly visit: Visit;
}): VNode => {
  const { lang } = visit;
  const common = {
    id: one.name,
    name: one.name,
    label: one.label[lang],
    hint: one.hint?.[lang],
    error: errorOf(fault, one.name, visit),
  };
  if (one.options)
    return (
      <Select
        {...common}
        value={value}
        items={Object.entries(one.options).map(([code, name]) => ({ value: code, text: name[lang] }))}
      />
    );
  if (one.rows) return <Textarea {...common} value={value} rows={one.rows} />;
  return <Input {...common} value={value} {...(one.width && { width: one.width })} />;
};

const Classes = ({
  name,
  label,
  classes,
  chosen,
  visit,
}: {
  readonly name: string;
  readonly label: Text;
  readonly classes: typeof topics;
  readonly chosen: readonly string[];
  readonly visit: Visit;
}) => (
  <Checkboxes
    name={name}
    small
    legend={{ text: label[visit.lang], size: 's' }}
    items={classes.map((one) => ({
      value: one.code,
      text: one.name[visit.lang],
      checked: chosen.includes(one.code),
    }))}
  />
);

const listOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value : typeof value === 'string' ? [value] : [];

export const editLocalPage = page({
  path: `${EDITOR}/:code/sua`,
  who: isEditor,
  example: `${EDITOR}/1.001193/sua`,
  input: withBegun(fields),
  gather: async ({ look, params }) => {
    const code = params['code'] ?? '';
    const newest = (await listVersions(look, code))[0];
    if (!newest) throw new NotFound({ vi: 'Không có thủ tục này.', en: 'There is no such procedure.' });
    const current = await getVersion(look, code, newest.version);
    const draft = await findDraft(look, code);
    const { national, local } = await getLayers(look, code, newest.version);
    return {
      current,
      national,
      local: draft?.local ?? local,
      from: draft?.valid_from ?? vietnamDay(look.now),
      cause: draft?.cause ?? '',
    };
  },
  view: ({ current, national, local, from, cause }, visit, fault) => {
    const { lang } = visit;
    const shown = shownOf(local, national.groups, from, cause);
    const typed = fault?.typed;
    const valueOf = (name: string): string =>
      typed && typeof typed[name] === 'string' ? typed[name] : typed ? '' : (shown[name] ?? '');
    return {
      title: words.edit,
      crumbs: administrationCrumbs(
        { text: words.title, href: EDITOR },
        { text: { vi: current.code, en: current.code }, href: `${EDITOR}/${current.code}` },
      ),
      body: (
        <>
          <Faults fault={fault} visit={visit} />
          <span class="govuk-caption-l" lang="vi">
            {current.name}
          </span>
          <h1 class="govuk-heading-l">{words.edit[lang]}</h1>
          <InsetText>{words.kept[lang]}</InsetText>
          <Form visit={visit}>
            <BegunFields visit={visit} fault={fault} stored={askedHere(local)} />
            {asked.map((one) => (
              <Question one={one} value={valueOf(one.name)} fault={fault} visit={visit} />
            ))}
            <Classes
              name="topics"
              label={words.topics}
              classes={topics}
              chosen={typed ? listOf(typed['topics']) : local.topics}
              visit={visit}
            />
            <Classes
              name="lifeEvents"
              label={words.events}
              classes={lifeEvents}
              chosen={typed ? listOf(typed['lifeEvents']) : local.lifeEvents}
              visit={visit}
            />
            <Button preventDoubleClick>{words.save[lang]}</Button>
          </Form>
        </>
      ),
    };
  },
  act: async (act, typed, { gathered: { current, national, local } }) => {
    refuseMoved(typed, askedHere(local));
    const draft = { local: localFrom(local, typed, national), from: typed.from, cause: typed.cause };
    await saveDraft(act, current.code, draft, local);
    return { to: `${EDITOR}/${current.code}`, say: words.saved };
  },
});
