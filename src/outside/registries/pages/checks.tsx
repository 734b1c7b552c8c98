/**
 * `/doi-chieu/:item`: what registries were asked for a dossier, also while it was still a draft, and what the checks of it against them
 * found; for the officer who has it (B4).
 */
import { Button, InsetText, WideTable } from '../../../ground/ui/index.ts';
import { NotFound } from '../../../ground/operate/errors.ts';
import { isId } from '../../../ground/record/index.ts';
import type { Language } from '../../../ground/text/language.ts';
import { Form } from '../../../ground/web/form.tsx';
import { nothing } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import { listCallsFor } from '../../../ground/wire/index.ts';
import { closeWork, listWorkOf, mayDo } from '../../../work/desk/index.ts';
import { CallsTable, withNames } from '../calls/table.tsx';
import { isRegistry, words as callWords } from '../calls/words.ts';
import { listChecks, type Check } from '../checks/check-later.ts';
import { LOOK } from '../checks/tell-officer.ts';
import { stateWords, words } from '../checks/words.ts';
import { facts } from '../corrections/words.ts';
import { checksPath } from '../paths.ts';
import { registries } from '../registry.ts';
import type { RegistryId } from '../schema.ts';
import { shownValue } from './wrong.tsx';

/** A value in words; one that has parts, part by part. */
const shown = (value: unknown): string =>
  shownValue(value) ??
  (typeof value === 'object' && value !== null
    ? Object.values(value)
        .map(shown)
        .filter((part) => part !== '')
        .join('; ')
    : String(value ?? ''));

const Outcome = ({ check, lang }: { readonly check: Check; readonly lang: Language }) => (
  <section>
    <h2 class="govuk-heading-m">{registries[check.source as RegistryId].name[lang]}</h2>
    <p class="govuk-body">{stateWords[check.state][lang]}</p>
    {check.differences && (
      <WideTable
        title={registries[check.source as RegistryId].name[lang]}
        head={[words.fact, words.said, words.found].map((one) => ({ text: one[lang] }))}
        rows={check.differences.map(({ path, said, found }) => [
          { text: facts[check.source]?.[path]?.[lang] ?? path },
          { text: shown(said) },
          { text: shown(found) },
        ])}
      />
    )}
  </section>
);

export const checksPage = page({
  path: checksPath(':item'),
  who: 'officer',
  example: null,
  input: nothing,
  gather: async ({ look, by, params }) => {
    const item = params['item'] ?? '';
    // Only those on whose desk the dossier lies.
    const mine = isId(item) && (await listWorkOf(look, item)).some((work) => mayDo(by, work));
    if (!mine) throw new NotFound(words.none);
    const [checks, calls] = await Promise.all([listChecks(look, item), listCallsFor(look, item)]);
    const asked = calls.filter(({ destination }) => isRegistry(destination));
    return { item, checks, calls: await withNames(look, asked) };
  },
  view: ({ checks, calls }, visit) => {
    const { lang } = visit;
    const checked = checks.length > 0;
    return {
      title: checked ? words.title : callWords.forDossier,
      crumbs: [{ text: { vi: 'Bàn làm việc', en: 'My desk' }, href: '/viec' }],
      body: (
        <>
          {checked ? (
            <div class="govuk-grid-row">
              <div class="govuk-grid-column-two-thirds">
                <h1 class="govuk-heading-l">{words.title[lang]}</h1>
                <InsetText>{words.intro[lang]}</InsetText>
                {checks.map((check) => (
                  <Outcome check={check} lang={lang} />
                ))}
                <h2 class="govuk-heading-m">{callWords.forDossier[lang]}</h2>
              </div>
            </div>
          ) : (
            <h1 class="govuk-heading-l">{callWords.forDossier[lang]}</h1>
          )}
          <p class="govuk-body">{callWords.forDossierHint[lang]}</p>
          {calls.length === 0 ? (
            <p class="govuk-body">{callWords.noneForDossier[lang]}</p>
          ) : (
            <CallsTable calls={calls} lang={lang} />
          )}
          {checked && (
            <Form visit={visit}>
              <Button preventDoubleClick>{words.seen[lang]}</Button>
            </Form>
          )}
        </>
      ),
    };
  },
  act: async (act, _, { gathered: { item } }) => {
    await closeWork(act, item, { kind: LOOK });
    return { to: '/viec', say: words.noted };
  },
});
