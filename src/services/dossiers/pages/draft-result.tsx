/** `/ho-so/:code/du-thao/:token`: the case officer proposes the result; the paper is drafted from the answers. */
import { LARGEST_FILE } from '../../../ground/files/index.ts';
import { Button, Details, InsetText, Radios, SummaryList } from '../../../ground/ui/index.ts';
import { formatTime } from '../../../ground/text/dates.ts';
import { Conflict } from '../../../ground/operate/errors.ts';
import { errorOf, Faults, Form, typedIn } from '../../../ground/web/form.tsx';
import { input, oneOf } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import { findRequest } from '../../../outside/registries/index.ts';
import { newCheckCode } from '../../../paper/papers/index.ts';
import { findTemplate } from '../../../paper/typeset/index.ts';
import { proposeGrant, proposeRefusal, resultNow } from '../commands/result.ts';
import { findingsOf } from '../findings.ts';
import { refusalOf } from '../grounds.ts';
import { holdStep } from '../held-step.ts';
import { isOpen, stillWaiting, waitingFor } from '../number.ts';
import { dossierPath } from '../paths.ts';
import { getWhole } from '../queries.ts';
import { linesOf } from '../result.ts';
import { words } from '../words.ts';
import { dossierCrumbs } from './crumbs.ts';
import { Duplicates, duplicatesOf } from '../told-duplicates.tsx';
import { FindingFields, takeFindings, withFindings } from './findings.tsx';
import { chosenIn, RefusalFields, refusalFields } from './grounds.tsx';
import { workAt } from './work-at.ts';

export const draftResultPage = page({
  path: '/ho-so/:code/du-thao/:token',
  who: 'officer',
  example: null,
  largest: LARGEST_FILE,
  input: withFindings(
    input({
      kind: oneOf(['grant', 'refuse'], words.decisionField),
      ...refusalFields,
    }),
  ),
  gather: async (visit) => {
    const whole = await workAt(await getWhole(visit.look, visit.params['code'] ?? ''), visit, 'du-thao');
    const code = newCheckCode();
    const check = `${visit.origin}/xac-minh/${code}`;
    const findings = findingsOf(whole.procedure);
    const { number } = whole.procedure;
    const request = number ? await findRequest(visit.look, whole.dossier.id, number.kind) : null;
    const duplicates = await duplicatesOf(visit, whole);
    return {
      ...whole,
      code,
      check,
      request,
      findings,
      duplicates,
      ...(await resultNow(visit.look, whole, check)),
    };
  },
  view: ({ dossier, paper, wanting, request, findings, duplicates }, visit, fault) => {
    const { lang } = visit;
    const waits = request && isOpen(request);
    return {
      title: words.proposeTitle,
      crumbs: dossierCrumbs(dossier),
      body: (
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <Faults
              fault={
                fault ??
                (wanting.length > 0 && findings.length === 0
                  ? { errors: wanting.map((one) => ({ field: '', message: one.message })), typed: {} }
                  : null)
              }
              visit={visit}
            />
            <span class="govuk-caption-l">{dossier.title}</span>
            <h1 class="govuk-heading-l">{words.proposeTitle[lang]}</h1>
            <Duplicates duplicates={duplicates} visit={visit} />
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
              <Form visit={visit} upload={findings.some((one) => one.kind === 'file')}>
                <FindingFields findings={findings} dossier={dossier} fault={fault} visit={visit} />
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
                <Details summary={words.whenRefusing[lang]} open={typedIn(fault, 'kind') === 'refuse'}>
                  <RefusalFields
                    kind="settlement"
                    procedure={dossier.procedure}
                    fault={fault}
                    visit={visit}
                  />
                </Details>
                <Button preventDoubleClick>{words.propose[lang]}</Button>
              </Form>
            )}
          </div>
        </div>
      ),
    };
  },
  act: async (act, { kind, posted, ...said }, { gathered: whole }) => {
    const { at, findings, request, code, check } = whole;
    const refusal =
      kind === 'refuse' ? refusalOf('settlement', whole.dossier.procedure, chosenIn(said)) : null;
    if (request && isOpen(request)) throw new Conflict(stillWaiting(request.kind));
    const { held: before } = await holdStep(act, whole, at);
    const held = await takeFindings(act, before, findings, posted);
    await (refusal
      ? proposeRefusal(act, held, whole, at, { refusal, code })
      : proposeGrant(act, held, whole, at, { code, check }));
    return { to: dossierPath(held.dossier.code), say: words.done };
  },
});
