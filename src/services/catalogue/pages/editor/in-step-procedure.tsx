/** `/quan-tri/thu-tuc/doi-chieu/:code`: one procedure here and there, field by field, and what the editor does about it. */
import { Button, InsetText, Input, SummaryList } from '../../../../ground/ui/index.ts';
import { NotFound } from '../../../../ground/operate/errors.ts';
import { formatTime } from '../../../../ground/text/dates.ts';
import { administrationCrumbs } from '../../../../ground/web/administration.ts';
import { errorOf, Faults, Form, typedIn } from '../../../../ground/web/form.tsx';
import { input, oneOf, text } from '../../../../ground/web/input.ts';
import { page, type Page } from '../../../../ground/web/page.ts';
import type { ProcedureDatabase } from '../../gateway/port.ts';
import { fieldWords } from '../../import/doubt.ts';
import { differencesOf, keptParts, readAnswer } from '../../in-step/compare.ts';
import { setAside, takeOver } from '../../in-step/settle.ts';
import { answersOf, findOurs } from '../../in-step/store.ts';
import { stateWords, words } from '../../in-step/words.ts';
import { isEditor } from '../../rules/states.ts';
import { Differences } from '../versions.tsx';
import { IN_STEP } from './in-step.tsx';
import { EDITOR } from './list.tsx';
import { words as editor } from './words.ts';

const acts = ['take', 'keep'] as const;

/** The page. `database`: of which procedures that are new here are asked. */
export const inStepProcedurePage = (database: ProcedureDatabase): Page =>
  page({
    path: `${IN_STEP}/:code`,
    who: isEditor,
    example: null,
    input: input({
      act: oneOf(acts, words.state),
      hash: text({ label: words.there, max: 100 }),
      reason: text({ label: words.reason, min: 0, max: 1000, lines: true }),
    }),
    gather: async ({ look, params }) => {
      const code = params['code'] ?? '';
      const answer = (await answersOf(look, [code])).get(code);
      if (!answer) throw new NotFound({ vi: 'Chưa đối chiếu thủ tục này.', en: 'It was not compared yet.' });
      const ours = await findOurs(look, code);
      const read = answer.content && ours ? readAnswer(answer.content, ours.national) : null;
      return { answer, ours, read };
    },
    view: ({ answer, ours, read }, visit, fault) => {
      const { lang } = visit;
      const differences = ours && read ? differencesOf(ours.national, read) : [];
      const kept = ours && read ? keptParts(ours.national, read, ours.handMade) : [];
      const open = answer.state !== 'same' && answer.hash !== null;
      const canTake = open && (answer.state === 'new' || differences.length > 0);
      return {
        title: { vi: answer.name, en: answer.name },
        crumbs: administrationCrumbs(
          { text: editor.title, href: EDITOR },
          { text: words.title, href: IN_STEP },
        ),
        wide: true,
        body: (
          <>
            <Faults fault={fault} visit={visit} />
            <h1 class="govuk-heading-l" lang="vi">
              {answer.name}
            </h1>
            <SummaryList
              rows={[
                { key: words.code[lang], value: answer.code },
                { key: words.state[lang], value: stateWords[answer.state][lang] },
                { key: words.checked[lang], value: formatTime(answer.checked_at, lang) },
              ]}
            />
            {answer.state === 'unreadable' && <InsetText>{words.unreadable[lang]}</InsetText>}
            {ours && read && (
              <section>
                <h2 class="govuk-heading-m">
                  {words.here[lang]} · {words.there[lang]}
                </h2>
                <Differences all={differences} lang={lang} />
              </section>
            )}
            {canTake && ours && (
              <InsetText>
                {kept.length > 0 && (
                  <p>{words.kept(kept.map((part) => fieldWords(part)[lang]).join(', '))[lang]}</p>
                )}
                <p>{words.untouched[lang]}</p>
              </InsetText>
            )}
            {canTake && (
              <Form visit={visit}>
                <input type="hidden" name="hash" value={answer.hash ?? ''} />
                <input type="hidden" name="reason" value="" />
                <Button name="act" value="take" preventDoubleClick>
                  {(ours ? words.take : words.add)[lang]}
                </Button>
              </Form>
            )}
            {open && (
              <Form visit={visit}>
                <input type="hidden" name="hash" value={answer.hash ?? ''} />
                <Input
                  name="reason"
                  label={words.reason[lang]}
                  value={typedIn(fault, 'reason')}
                  error={errorOf(fault, 'reason', visit)}
                />
                <Button kind="secondary" name="act" value="keep" preventDoubleClick>
                  {words.aside[lang]}
                </Button>
              </Form>
            )}
          </>
        ),
      };
    },
    prepare: async ({ look }, { act }, { answer }) => {
      if (act !== 'take' || answer.content) return null;
      return database.read(look, answer.code);
    },
    act: async (act, { act: wanted, hash, reason }, { prepared, gathered: { answer } }) => {
      if (wanted === 'keep') {
        await setAside(act, answer.code, hash, reason);
        return { to: IN_STEP, say: words.setAside };
      }
      await takeOver(act, answer.code, hash, prepared);
      return { to: `${EDITOR}/${answer.code}`, say: words.taken };
    },
  });
