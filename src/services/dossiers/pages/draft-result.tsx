/** `/ho-so/:code/du-thao/:token`: the case officer proposes the result; the paper is drafted from the answers. */
import { Button, Radios, SummaryList, Textarea } from '../../../ground/ui/index.ts';
import { vietnamDay } from '../../../ground/text/dates.ts';
import { Invalid } from '../../../ground/operate/errors.ts';
import { errorOf, Faults, Form, typedIn } from '../../../ground/web/form.tsx';
import { input, oneOf, text } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import { findUnit } from '../../../world/places/index.ts';
import { getAgency } from '../../../world/agencies/index.ts';
import { draftPaper, newCheckCode } from '../../../paper/papers/index.ts';
import { dataErrors, findTemplate } from '../../../paper/typeset/index.ts';
import { propose } from '../commands/steps.ts';
import { hold } from '../load.ts';
import { dossierPath } from '../paths.ts';
import { getWhole, processOf, type Whole } from '../queries.ts';
import { fitting, headOf, linesOf, mapped, shownAnswers, signerOf } from '../result.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import type { Dossier } from '../schema.ts';
import { words } from '../words.ts';
import { dossierCrumbs } from './crumbs.ts';
import { workAt } from './work-at.ts';

type Head = ReturnType<typeof headOf>;

/** Who issues, where: the head of every paper of this agency. */
async function headFor({ agency }: Whole, { look }: Visit): Promise<Head> {
  const commune = agency.place ? await findUnit(look, 'commune', agency.place) : null;
  const superior = agency.parent ? await getAgency(look, agency.parent) : null;
  return headOf(agency, superior?.name.vi ?? null, commune?.name ?? agency.name.vi);
}

/** The paper that would be issued, as far as it is known before the signature. */
function paperOf({ dossier, procedure, agency }: Whole, head: Head, visit: Visit, code: string) {
  const result = procedure.results.find((one) => one.template !== null);
  if (!result?.template) return null;
  const today = vietnamDay(visit.now);
  const template = findTemplate(result.template);
  if (!template) return null;
  const data = fitting(template.schema, {
    ...head,
    notation: 'UBND',
    ...mapped(procedure.resultData, {
      answers: dossier.answers,
      shown: shownAnswers(procedure.form, dossier.answers, today),
      found: dossier.process?.data ?? {},
      dossier: { code: dossier.code, applicant: dossier.applicant_name },
      issuer: { agency: agency.name.vi },
      today,
    }),
    check: `${visit.origin}/xac-minh/${code}`,
  });
  return {
    template: result.template,
    schema: template.schema,
    title: result.name,
    resultCode: result.code,
    data,
  };
}

/** What is missing before the paper can be typeset; the signer is added at the signature. */
function wantingIn(paper: NonNullable<ReturnType<typeof paperOf>>) {
  const template = findTemplate(paper.template);
  return template
    ? dataErrors(template, { ...paper.data, signer: signerOf(['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], 'Người ký') })
    : [];
}

export const draftResultPage = page({
  path: '/ho-so/:code/du-thao/:token',
  who: 'officer',
  example: null,
  input: input({
    kind: oneOf(['grant', 'refuse'], words.decisionField),
    reason: text({ label: words.reasonField, max: 5000, min: 0, lines: true }),
  }),
  gather: async (visit) => {
    const whole = workAt(await getWhole(visit.look, visit.params['code'] ?? ''), visit);
    const code = newCheckCode();
    const head = await headFor(whole, visit);
    return { ...whole, code, head, paper: paperOf(whole, head, visit, code) };
  },
  view: ({ dossier, paper }, visit, fault) => {
    const { lang } = visit;
    const wanting = paper ? wantingIn(paper) : [];
    return {
      title: words.proposeTitle,
      crumbs: dossierCrumbs(dossier),
      body: (
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <Faults
              fault={
                fault ??
                (wanting.length > 0
                  ? { errors: wanting.map((one) => ({ field: '', message: one.message })), typed: {} }
                  : null)
              }
              visit={visit}
            />
            <span class="govuk-caption-l">{dossier.title}</span>
            <h1 class="govuk-heading-l">{words.proposeTitle[lang]}</h1>
            {paper && (
              <>
                <h2 class="govuk-heading-m">{words.preview[lang]}</h2>
                <SummaryList
                  rows={linesOf(paper.schema, paper.data).map(([key, value]) => ({ key, value }))}
                />
              </>
            )}
            <Form visit={visit}>
              <Radios
                name="kind"
                idPrefix="kind"
                legend={{ text: words.decision[lang], size: 'm' }}
                error={errorOf(fault, 'kind', visit)}
                items={[
                  { value: 'grant', text: words.grant[lang], checked: typedIn(fault, 'kind') !== 'refuse' },
                  { value: 'refuse', text: words.refuse[lang], checked: typedIn(fault, 'kind') === 'refuse' },
                ]}
              />
              <Textarea
                id="reason"
                name="reason"
                label={words.reason[lang]}
                value={typedIn(fault, 'reason')}
                error={errorOf(fault, 'reason', visit)}
                rows={3}
              />
              <Button preventDoubleClick>{words.propose[lang]}</Button>
            </Form>
          </div>
        </div>
      ),
    };
  },
  act: async (
    act,
    { kind, reason },
    { gathered: { dossier, procedure, agency, oneStop, at, head, paper, code } },
  ) => {
    if (kind === 'refuse' && !reason)
      throw new Invalid([
        {
          field: 'reason',
          message: { vi: 'Hãy nêu rõ lý do từ chối.', en: 'State the reason for the refusal.' },
        },
      ]);
    const held = await hold(act, dossier.id);
    if (kind === 'grant' && paper) {
      const wanting = wantingIn(paper);
      if (wanting.length > 0) throw new Invalid(wanting.map((one) => ({ field: '', message: one.message })));
    }
    const drafted = kind === 'grant' && paper ? paper : refusalPaper(dossier, head, reason);
    const id = draftPaper(
      act,
      {
        item: dossier.id,
        template: drafted.template,
        title: drafted.title,
        resultCode: drafted.resultCode,
        agency: agency.id,
        agencyName: agency.name.vi,
        owner: dossier.applicant,
        ownerOrganisation: dossier.organisation,
        ownerName: dossier.applicant_name,
        data: drafted.data,
        book: drafted.template,
        validUntil: null,
      },
      code,
    );
    await propose(act, held, processOf(procedure, agency, oneStop), Number(at.ref), {
      kind,
      data: drafted.data,
      reason: reason || null,
      paper: id,
    });
    return { to: dossierPath(dossier.code), say: words.done };
  },
});

/** A refusal to settle is a paper of its own, signed like a result: a notice with the lawful reason. */
const refusalPaper = (dossier: Dossier, head: Head, reason: string) => ({
  template: 'named-document',
  title: `Thông báo từ chối giải quyết: ${dossier.title}`,
  resultCode: null,
  data: {
    ...head,
    notation: 'TB-UBND',
    type: 'Thông báo',
    abstract: `Về việc từ chối giải quyết hồ sơ ${dossier.code}`,
    body: [
      {
        kind: 'paragraph',
        text: `Hồ sơ ${dossier.code} của ${dossier.applicant_name} về việc “${dossier.title}” không đủ điều kiện giải quyết.`,
      },
      { kind: 'paragraph', text: `Lý do: ${reason}` },
    ],
    recipients: [dossier.applicant_name, 'Lưu: VT'],
  },
});
