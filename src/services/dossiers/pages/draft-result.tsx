/** `/ho-so/:code/du-thao/:token`: the case officer proposes the result; the paper is drafted from the answers. */
import { Button, InsetText, Radios, SummaryList, Textarea } from '../../../ground/ui/index.ts';
import { formatTime } from '../../../ground/text/dates.ts';
import { Invalid } from '../../../ground/operate/errors.ts';
import { errorOf, Faults, Form, typedIn } from '../../../ground/web/form.tsx';
import { input, oneOf, text } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import { findRequest } from '../../../outside/registries/index.ts';
import { draftPaper, newCheckCode } from '../../../paper/papers/index.ts';
import { findTemplate } from '../../../paper/typeset/index.ts';
import { awaitNumber, mustAskNumber } from '../commands/number.ts';
import { propose } from '../commands/steps.ts';
import { hold } from '../load.ts';
import { besidesNumber, waitingFor } from '../number.ts';
import { receiverOf } from '../party.ts';
import { dossierPath } from '../paths.ts';
import { getWhole, processOf } from '../queries.ts';
import { linesOf } from '../result.ts';
import {
  composeRefusal,
  composeResult,
  draftOf,
  factsOf,
  foundFor,
  headFor,
  lacking,
} from '../result-paper.ts';
import { words } from '../words.ts';
import { dossierCrumbs } from './crumbs.ts';
import { workAt } from './work-at.ts';

export const draftResultPage = page({
  path: '/ho-so/:code/du-thao/:token',
  who: 'officer',
  example: null,
  input: input({
    kind: oneOf(['grant', 'refuse'], words.decisionField),
    reason: text({ label: words.reasonField, max: 5000, min: 0, lines: true }),
  }),
  gather: async (visit) => {
    const whole = await workAt(await getWhole(visit.look, visit.params['code'] ?? ''), visit);
    const code = newCheckCode();
    const check = `${visit.origin}/xac-minh/${code}`;
    const head = await headFor(visit.look, whole);
    const facts = factsOf(whole, await foundFor(visit.look, whole.dossier), visit.now);
    const { number } = whole.procedure;
    const request = number ? await findRequest(visit.look, whole.dossier.id, number.kind) : null;
    const paper = composeResult(whole, facts, head, check);
    const wanting = paper ? besidesNumber(lacking(paper), whole.procedure) : [];
    return { ...whole, code, check, head, facts, request, paper, wanting };
  },
  view: ({ dossier, paper, wanting, request }, visit, fault) => {
    const { lang } = visit;
    const waits = request && ['asked', 'waiting'].includes(request.state);
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
            {waits && (
              <InsetText>
                {waitingFor(request.kind)[lang]}, {words.since(formatTime(request.asked_at, lang))[lang]}.{' '}
                {words.goesOnByItself[lang]}
              </InsetText>
            )}
            {request?.state === 'rejected' && (
              <InsetText>
                {words.numberRefused[lang]}: {request.reason}
              </InsetText>
            )}
            {paper && (
              <>
                <h2 class="govuk-heading-m">{words.preview[lang]}</h2>
                <SummaryList
                  rows={linesOf(findTemplate(paper.template)?.schema ?? {}, paper.data).map(
                    ([key, value]) => ({ key, value }),
                  )}
                />
              </>
            )}
            {!waits && (
              <Form visit={visit}>
                <Radios
                  name="kind"
                  idPrefix="kind"
                  legend={{ text: words.decision[lang], size: 'm' }}
                  error={errorOf(fault, 'kind', visit)}
                  items={[
                    { value: 'grant', text: words.grant[lang], checked: typedIn(fault, 'kind') !== 'refuse' },
                    {
                      value: 'refuse',
                      text: words.refuse[lang],
                      checked: typedIn(fault, 'kind') === 'refuse',
                    },
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
            )}
          </div>
        </div>
      ),
    };
  },
  act: async (act, { kind, reason }, { gathered: whole }) => {
    const { dossier, procedure, agency, oneStop, at, head, paper, wanting, facts, code, check } = whole;
    if (kind === 'refuse' && !reason)
      throw new Invalid([
        {
          field: 'reason',
          message: { vi: 'Hãy nêu rõ lý do từ chối.', en: 'State the reason for the refusal.' },
        },
      ]);
    const held = await hold(act, dossier.id);
    if (kind === 'grant') {
      if (!paper) throw new Invalid([{ field: 'kind', message: words.noTemplate }]);
      if (wanting.length > 0) throw new Invalid(wanting.map(({ message }) => ({ field: '', message })));
      const need = procedure.number;
      if (need && (await mustAskNumber(act, dossier, need))) {
        await awaitNumber(act, held, { work: at, need, unit: agency.identifier, facts, code, check });
        return { to: dossierPath(dossier.code), say: waitingFor(need.kind) };
      }
    }
    const drafted = kind === 'grant' && paper ? paper : composeRefusal(dossier, head, reason);
    const receiver = await receiverOf(act, dossier);
    await propose(act, held, processOf(procedure, agency, oneStop), Number(at.ref), {
      kind,
      data: drafted.data,
      reason: reason || null,
      paper: draftPaper(act, draftOf(whole, drafted, receiver), code),
    });
    return { to: dossierPath(dossier.code), say: words.done };
  },
});
