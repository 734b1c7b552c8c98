/** `/ho-so/:code/ky/:token`: the leader reads what will be issued and signs it, or sends it back. */
import { Button, ButtonGroup, InsetText, SummaryList, Textarea } from '../../../ground/ui/index.ts';
import { Conflict, Invalid, NotAllowed } from '../../../ground/operate/errors.ts';
import { entered, Faults, Form } from '../../../ground/web/form.tsx';
import { input, oneOf, text } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import { maySign } from '../../../world/mandates/index.ts';
import {
  annexFilePath,
  AnnexLinks,
  annexWords,
  awaitedOnPhone,
  documentToSign,
  listAnnexes,
  noteSignature,
  signAsLeader,
  WaitsOnPhone,
  type Annex,
  type Press,
} from '../../../paper/papers/index.ts';
import { findTemplate } from '../../../paper/typeset/index.ts';
import { noteNoticeSigned } from '../commands/notice.ts';
import { noteSigned, sendBack } from '../commands/steps.ts';
import { holdStep } from '../held-step.ts';
import { noticeOf, paperToSignAt } from '../notice.ts';
import { noticeWords } from '../notice-words.ts';
import { dossierPath } from '../paths.ts';
import { getWhole } from '../queries.ts';
import { linesOf, signerOf } from '../result.ts';
import { mayRead } from '../rules.ts';
import { words } from '../words.ts';
import { dossierCrumbs } from './crumbs.ts';
import { workAt } from './work-at.ts';

/** Which annexes the leader has before the eyes: nobody changes them between reading and signing. */
const readAnnexes = (annexes: readonly Annex[]): string => annexes.map(({ source }) => source).join(' ');

export const signPage = (press: Press) =>
  page({
    path: '/ho-so/:code/ky/:token',
    who: 'officer',
    example: null,
    input: input({
      choice: oneOf(['sign', 'send-back'], words.choice),
      reason: text({ label: words.reasonField, max: 2000, min: 0, lines: true }),
      annexes: text({ label: annexWords.title, max: 2000, min: 0 }),
    }),
    gather: async (visit) => {
      const whole = await workAt(await getWhole(visit.look, visit.params['code'] ?? ''), visit, 'ky');
      const paper = await paperToSignAt(visit.look, whole.at, whole);
      const document = documentToSign(paper ?? { template: '', data: {} }, whole.procedure.field);
      const authority = await maySign(visit.look, visit.by.person ?? '', whole.agency.id, document);
      const annexes = paper ? await listAnnexes(visit.look, paper.id) : [];
      const waiting = paper ? await awaitedOnPhone(visit.look, paper.id) : null;
      return { ...whole, paper, annexes, authority, waiting };
    },
    view: ({ dossier, paper, annexes, authority, waiting, at }, visit, fault) => {
      const { lang } = visit;
      // Nobody drafted a notice of approval by silence: there is nobody to send it back to.
      const drafted = noticeOf(at) === null;
      return {
        title: words.signTitle,
        crumbs: dossierCrumbs(dossier),
        body: (
          <div class="govuk-grid-row">
            <div class="govuk-grid-column-two-thirds">
              <Faults fault={fault} visit={visit} />
              <span class="govuk-caption-l">
                {dossier.code} · {dossier.applicant_name}
              </span>
              <h1 class="govuk-heading-l">{paper?.title ?? words.signTitle[lang]}</h1>
              {!fault && <WaitsOnPhone waiting={waiting} visit={visit} />}
              {paper && (
                <SummaryList
                  rows={linesOf(findTemplate(paper.template)?.schema ?? {}, paper.data).map(
                    ([key, value]) => ({ key, value }),
                  )}
                />
              )}
              {paper && (
                <AnnexLinks annexes={annexes} pathOf={({ n }) => annexFilePath(paper.id, n)} lang={lang} />
              )}
              <InsetText>
                {authority.may ? (
                  <>
                    {words.signAs[lang]}: <strong>{authority.lines.join(' / ')}</strong>, {visit.by.name}
                  </>
                ) : (
                  authority.reason[lang]
                )}
              </InsetText>
              <Form visit={visit}>
                <input type="hidden" name="annexes" value={readAnnexes(annexes)} />
                {drafted && (
                  <Textarea {...entered('reason', fault, visit)} label={words.reason[lang]} rows={2} />
                )}
                <ButtonGroup>
                  {authority.may && paper && (
                    <Button name="choice" value="sign" preventDoubleClick>
                      {words.sign[lang]}
                    </Button>
                  )}
                  {drafted && (
                    <Button kind="secondary" name="choice" value="send-back">
                      {words.sendBack[lang]}
                    </Button>
                  )}
                </ButtonGroup>
              </Form>
            </div>
          </div>
        ),
      };
    },
    prepare: async (visit, { choice, annexes: read }, { paper, annexes, authority, agency }) => {
      if (choice === 'send-back' || !paper) return null;
      if (read !== readAnnexes(annexes)) throw new Invalid([{ field: '', message: annexWords.changed }]);
      if (!authority.may) throw new NotAllowed(authority.reason);
      const data = { ...paper.data, signer: signerOf(authority.lines, visit.by.name) };
      const leader = { id: visit.by.person ?? '', name: visit.by.name, organisation: agency.name.vi };
      return signAsLeader(press, { ...paper, data }, leader, visit.now);
    },
    act: async (act, { choice, reason }, { gathered: { at, paper, ...whole }, prepared }) => {
      const { dossier } = whole;
      const { held, definition } = await holdStep(act, whole, at);
      const notice = noticeOf(at);
      if (choice === 'send-back') {
        if (notice) throw new Conflict(noticeWords.notSentBack);
        if (!reason)
          throw new Invalid([
            { field: 'reason', message: { vi: 'Hãy nêu lý do trả lại.', en: 'State why it is sent back.' } },
          ]);
        await sendBack(act, held, definition, Number(at.ref), reason);
      } else if (paper && prepared) {
        await noteSignature(act, paper.id, prepared);
        if (notice) await noteNoticeSigned(act, held, notice);
        else await noteSigned(act, held, definition, Number(at.ref));
      }
      // Who signs for another agency has no more part in the dossier afterwards.
      return { to: mayRead(act.by, dossier) ? dossierPath(dossier.code) : '/viec', say: words.done };
    },
  });
