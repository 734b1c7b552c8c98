/** «What I need»: every document, and plainly which of them nobody need bring. */
import type { VNode } from 'preact';
import { Details } from '../../../../ground/ui/index.ts';
import { within, type Language } from '../../../../ground/text/language.ts';
import { registries } from '../../../../outside/registries/index.ts';
import type { Component, ComponentGroup, StandIn } from '../../schema.ts';
import { words } from './words.ts';

const sourceName = ({ kind, what }: StandIn, lang: Language): string => {
  if (kind === 'vault') return words.ownVault[lang];
  const registry = Object.values(registries).find(({ id }) => id === what);
  return registry ? within(registry.name)[lang] : what;
};

/** What stands in for a paper, in a sentence. */
function StandsIn({ standIns, lang }: { readonly standIns: readonly StandIn[]; readonly lang: Language }) {
  const ways = standIns.map(
    (one) => `${words.takenFrom[lang]} ${sourceName(one, lang)}${one.when ? ` (${one.when[lang]})` : ''}`,
  );
  return (
    <>
      : <strong>{words.notNeeded[lang]}</strong>, {ways.join('; ')}
    </>
  );
}

const counts = ({ originals, copies }: Component, lang: Language): string | null => {
  const parts = [
    originals > 0 &&
      (lang === 'vi' ? `${originals} bản chính` : `${originals} original${originals > 1 ? 's' : ''}`),
    copies > 0 && (lang === 'vi' ? `${copies} bản sao` : `${copies} ${copies > 1 ? 'copies' : 'copy'}`),
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : null;
};

/** A form of the national catalogue is named by its file («Mẫu số 01.docx»); one of our own is filled in while one applies. */
const formRemark = (form: string, lang: Language): string =>
  form.includes('.') ? `${words.fillIn[lang]}: ${form}` : words.filledInOnline[lang];

const Paper = ({ one, lang }: { readonly one: Component; readonly lang: Language }) => {
  const remarks = [
    counts(one, lang),
    one.manner === 'shown' && words.show[lang],
    one.chain !== null && words.either[lang],
    one.when !== null && words.sometimes[lang],
    one.form && formRemark(one.form, lang),
  ].filter(Boolean);
  return (
    <li>
      <span lang="vi">{one.name || words.unnamed.vi}</span>
      {one.standIns.length > 0 ? <StandsIn standIns={one.standIns} lang={lang} /> : null}
      {remarks.length > 0 && <div class="govuk-hint govuk-!-margin-bottom-0">{remarks.join(' · ')}</div>}
    </li>
  );
};

/** More documents than this are folded away: a case that is not one's own should not bury the page. */
const MOST_OPEN = 8;

const Group = ({
  group,
  lang,
  folded,
}: {
  readonly group: ComponentGroup;
  readonly lang: Language;
  readonly folded: boolean;
}) => {
  const list = (
    <>
      {group.components.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {group.components.map((one) => (
            <Paper one={one} lang={lang} />
          ))}
        </ul>
      )}
      {(group.notes ?? []).length > 0 && (
        <Details summary={words.notes[lang]}>
          {(group.notes ?? []).map((note) => (
            <p class="govuk-body" lang="vi">
              {note}
            </p>
          ))}
        </Details>
      )}
    </>
  );
  if (folded && group.case !== '')
    return <Details summary={<span lang="vi">{group.case.slice(0, 200)}</span>}>{list}</Details>;
  return (
    <>
      {group.case !== '' && (
        <h3 class="govuk-heading-s" lang="vi">
          {group.case}
        </h3>
      )}
      {list}
    </>
  );
};

/** The documents of a procedure by case. */
export function Papers({
  groups,
  lang,
}: {
  readonly groups: readonly ComponentGroup[];
  readonly lang: Language;
}): VNode {
  const shown = groups.filter(({ components, notes }) => components.length > 0 || (notes ?? []).length > 0);
  const many =
    shown.reduce((sum, { components }) => sum + components.length, 0) > MOST_OPEN && shown.length > 1;
  return (
    <section aria-labelledby="can-co">
      <h2 class="govuk-heading-m" id="can-co">
        {words.needed[lang]}
      </h2>
      {shown.length === 0 && <p class="govuk-body">{words.neededNothing[lang]}</p>}
      {shown.map((group) => (
        <Group group={group} lang={lang} folded={many} />
      ))}
    </section>
  );
}
