/** `/quan-tri/thu-tuc/doi-chieu`: where the catalogue here differs from the national one, and the button that compares now. */
import {
  Button,
  EmptyState,
  InsetText,
  KeysetPager,
  SummaryList,
  WideTable,
  WarningText,
  withQuery,
} from '../../../../ground/ui/index.ts';
import { formatTime } from '../../../../ground/text/dates.ts';
import { formatCount } from '../../../../ground/text/money.ts';
import { administrationCrumbs } from '../../../../ground/web/administration.ts';
import { Form } from '../../../../ground/web/form.tsx';
import { input } from '../../../../ground/web/input.ts';
import { page } from '../../../../ground/web/page.ts';
import { beginComparison } from '../../in-step/jobs.ts';
import { countStates, latestComparison, listOpen } from '../../in-step/store.ts';
import { stateWords, troubleWords, words } from '../../in-step/words.ts';
import { isEditor } from '../../rules/states.ts';
import { EDITOR } from './list.tsx';
import { words as editor } from './words.ts';

/** Where the comparison is shown. */
export const IN_STEP = `${EDITOR}/doi-chieu`;

const SIZE = 50;
const states = ['differs', 'new', 'absent', 'unreadable'] as const;

export const inStepPage = page({
  path: IN_STEP,
  who: isEditor,
  example: IN_STEP,
  input: input({}),
  gather: async ({ look, query }) => ({
    latest: await latestComparison(look),
    counts: await countStates(look),
    open: await listOpen(look, query['tu'] ?? null, SIZE),
  }),
  view: ({ latest, counts, open }, visit) => {
    const { lang, query } = visit;
    const shown = open.slice(0, SIZE);
    return {
      title: words.title,
      crumbs: administrationCrumbs({ text: editor.title, href: EDITOR }),
      wide: true,
      body: (
        <>
          <h1 class="govuk-heading-l">{words.title[lang]}</h1>
          <InsetText>{words.hint[lang]}</InsetText>
          {latest?.trouble && <WarningText>{troubleWords[latest.trouble][lang]}</WarningText>}
          {latest ? (
            <SummaryList
              rows={[
                { key: words.last[lang], value: formatTime(latest.at, lang) },
                {
                  key: words.listed[lang],
                  value: latest.listed === null ? '–' : formatCount(latest.listed, lang),
                },
                {
                  key: words.read[lang],
                  value:
                    latest.asked === null
                      ? '–'
                      : `${formatCount(latest.done, lang)} / ${formatCount(latest.asked, lang)}`,
                },
                ...states.map((state) => ({
                  key: stateWords[state][lang],
                  value: formatCount(counts[state] ?? 0, lang),
                })),
              ]}
            />
          ) : (
            <p class="govuk-body">{words.never[lang]}.</p>
          )}
          <Form visit={visit}>
            <Button preventDoubleClick>{words.begin[lang]}</Button>
          </Form>
          {latest && shown.length === 0 && <EmptyState title={words.none[lang]} />}
          {shown.length > 0 && (
            <WideTable
              title={words.title[lang]}
              head={[words.code, words.name, words.state, words.checked].map((one) => ({
                text: one[lang],
              }))}
              rows={shown.map(({ code, name, state, checked_at }) => [
                {
                  text: (
                    <a class="govuk-link" href={`${IN_STEP}/${code}`}>
                      {code}
                    </a>
                  ),
                },
                { text: <span lang="vi">{name}</span> },
                { text: stateWords[state][lang] },
                { text: formatTime(checked_at, lang) },
              ])}
            />
          )}
          <KeysetPager
            by="order"
            before={query['tu'] ? IN_STEP : null}
            after={open.length > SIZE ? withQuery(IN_STEP, { tu: shown.at(-1)!.code }) : null}
          />
        </>
      ),
    };
  },
  act: async (act) => {
    beginComparison(act);
    return { to: IN_STEP, say: words.begun };
  },
});
