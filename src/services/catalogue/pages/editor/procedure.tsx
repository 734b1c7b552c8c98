/** `/quan-tri/thu-tuc/:code`: one procedure for the editor: what is in force, the draft and what may be done with it. */
import { Button, ButtonGroup, InsetText, Input, SummaryList } from '../../../../ground/ui/index.ts';
import { Invalid, NotFound } from '../../../../ground/operate/errors.ts';
import { formatDay } from '../../../../ground/text/dates.ts';
import { administrationCrumbs } from '../../../../ground/web/administration.ts';
import { Faults, Form } from '../../../../ground/web/form.tsx';
import { input, oneOf, text } from '../../../../ground/web/input.ts';
import { page, type Page } from '../../../../ground/web/page.ts';
import type { ServiceName } from '../../../../work/process/index.ts';
import { listDoubts } from '../../doubts.ts';
import {
  confirmImported,
  dropDraft,
  findDraft,
  publishDraft,
  returnDraft,
  reviewDraft,
  stateOf,
} from '../../drafts.ts';
import { getVersion, listVersions } from '../../queries.ts';
import { compareVersions } from '../../rules/compare.ts';
import { localProblems, processDoubts } from '../../rules/local-layer.ts';
import { isEditor, possibleActs, refusal } from '../../rules/states.ts';
import { Differences, stateWords } from '../versions.tsx';
import { doubtKinds, fieldWords } from '../../import/doubt.ts';
import { processWords } from '../../process/words.ts';
import { EDITOR } from './list.tsx';
import { actWords, words } from './words.ts';

const acts = ['review', 'return', 'publish', 'confirm', 'drop'] as const;

export const editorProcedurePage = (services: readonly ServiceName[]): Page =>
  page({
    path: `${EDITOR}/:code`,
    who: isEditor,
    example: `${EDITOR}/1.001193`,
    input: input({
      act: oneOf(acts, words.state),
      reason: text({ label: words.reason, min: 0, max: 1000, lines: true }),
    }),
    gather: async ({ look, params }) => {
      const code = params['code'] ?? '';
      const newest = (await listVersions(look, code))[0];
      if (!newest) throw new NotFound({ vi: 'Không có thủ tục này.', en: 'There is no such procedure.' });
      const current = await getVersion(look, code, newest.version);
      const draft = (await findDraft(look, code)) ?? null;
      const drafted = draft && (await getVersion(look, code, draft.version));
      return {
        current,
        draft,
        wanting: draft ? localProblems(draft.national, draft.local) : [],
        toKnow: draft ? processDoubts(draft.local, services) : [],
        changes: drafted ? compareVersions(current, drafted) : [],
        doubts: (await listDoubts(look, { code }, 20)).items,
      };
    },
    view: ({ current, draft, wanting, toKnow, changes, doubts }, visit, fault) => {
      const { lang, by } = visit;
      const possible = draft ? possibleActs(stateOf(draft), by, current.version) : [];
      const next = draft?.state === 'reviewed' ? 'publish' : 'review';
      const whyNot = draft && refusal(next, stateOf(draft), by, current.version);
      return {
        title: { vi: current.name, en: current.nameEn ?? current.name },
        crumbs: administrationCrumbs({ text: words.title, href: EDITOR }),
        wide: true,
        body: (
          <>
            <Faults fault={fault} visit={visit} />
            <h1 class="govuk-heading-l" lang="vi">
              {current.name}
            </h1>
            <SummaryList
              rows={[
                { key: words.code[lang], value: current.code },
                {
                  key: words.inForce[lang],
                  value: `${current.version}: ${formatDay(current.validFrom, lang)}`,
                },
                {
                  key: words.public[lang],
                  value: {
                    text: (
                      <a class="govuk-link" href={`/thu-tuc/${current.code}`}>{`/thu-tuc/${current.code}`}</a>
                    ),
                  },
                },
              ]}
            />
            {!current.reviewed && (
              <Form visit={visit}>
                <InsetText>{words.unreviewed[lang]}</InsetText>
                <Button kind="secondary" name="act" value="confirm">
                  {words.confirm[lang]}
                </Button>
              </Form>
            )}
            {draft && (
              <section>
                <h2 class="govuk-heading-m">
                  {words.draft[lang]} {draft.version}: {stateWords[draft.state][lang]}
                </h2>
                <p class="govuk-body">
                  {words.from[lang]} {formatDay(draft.valid_from, lang)}. {words.cause[lang]}:{' '}
                  <span lang="vi">{draft.cause}</span>
                </p>
                {wanting.length > 0 && (
                  <>
                    <h3 class="govuk-heading-s">{words.wanting[lang]}</h3>
                    <ul class="govuk-list govuk-list--bullet">
                      {wanting.map(({ message }) => (
                        <li>{message[lang]}</li>
                      ))}
                    </ul>
                  </>
                )}
                {toKnow.length > 0 && (
                  <>
                    <h3 class="govuk-heading-s">{words.toKnow[lang]}</h3>
                    <ul class="govuk-list govuk-list--bullet">
                      {toKnow.map((one) => (
                        <li>{one[lang]}</li>
                      ))}
                    </ul>
                  </>
                )}
                {whyNot && (
                  <InsetText>
                    {words.next[lang]}: {actWords[next][lang]}. {whyNot[lang]}
                  </InsetText>
                )}
                <h3 class="govuk-heading-s">{words.changes[lang]}</h3>
                <Differences all={changes} lang={lang} />
                <Form visit={visit}>
                  {possible.includes('return') && <Input name="reason" label={words.reason[lang]} />}
                  <ButtonGroup>
                    {possible
                      .filter((act) => act !== 'edit')
                      .map((act) => (
                        <Button
                          name="act"
                          value={act}
                          kind={act === 'return' ? 'secondary' : 'primary'}
                          preventDoubleClick
                        >
                          {actWords[act][lang]}
                        </Button>
                      ))}
                    {possible.includes('edit') && (
                      <Button name="act" value="drop" kind="warning">
                        {words.drop[lang]}
                      </Button>
                    )}
                  </ButtonGroup>
                </Form>
              </section>
            )}
            {(!draft || possible.includes('edit')) && (
              <p class="govuk-body">
                <a class="govuk-link" href={`${EDITOR}/${current.code}/bieu-mau`}>
                  {words.builder[lang]}
                </a>
              </p>
            )}
            {(!draft || possible.includes('edit')) && (
              <Button href={`${EDITOR}/${current.code}/sua`} kind={draft ? 'secondary' : 'primary'}>
                {words.edit[lang]}
              </Button>
            )}
            <p class="govuk-body">
              <a class="govuk-link" href={`${EDITOR}/${current.code}/quy-trinh`}>
                {processWords.title[lang]}
              </a>
            </p>
            {doubts.length > 0 && (
              <section>
                <h2 class="govuk-heading-m">{words.doubts[lang]}</h2>
                <ul class="govuk-list govuk-list--bullet">
                  {doubts.map(({ field, kind, value }) => (
                    <li>
                      {fieldWords(field)[lang]}: {doubtKinds[kind][lang]}{' '}
                      <span lang="vi">{value.slice(0, 200)}</span>
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </>
        ),
      };
    },
    act: async (act, { act: wanted, reason }, { gathered: { current } }) => {
      const { code } = current;
      const to = `${EDITOR}/${code}`;
      if (wanted === 'confirm') {
        await confirmImported(act, code);
        return { to, say: words.confirmed };
      }
      if (wanted === 'return' && reason === '')
        throw new Invalid([
          { field: 'reason', message: { vi: 'Hãy ghi lý do trả lại.', en: 'Say why it is returned.' } },
        ]);
      if (wanted === 'drop') await dropDraft(act, code);
      if (wanted === 'review') await reviewDraft(act, code);
      if (wanted === 'return') await returnDraft(act, code, reason);
      if (wanted === 'publish') await publishDraft(act, code);
      return { to, say: words.done };
    },
  });
