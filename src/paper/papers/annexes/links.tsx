/** The annexes of a paper as links to their files, wherever the paper itself can be had. */
import type { Language } from '../../../ground/text/language.ts';
import { annexName } from './names.ts';
import type { Annex } from '../schema.ts';
import { words } from './words.ts';

type Props = {
  readonly annexes: readonly Annex[];
  /** Where the file of an annex lies for this reader. */
  readonly pathOf: (annex: Annex) => string;
  readonly lang: Language;
};

/** A heading and a list; nothing where the paper has no annexes. */
export const AnnexLinks = ({ annexes, pathOf, lang }: Props) =>
  annexes.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">{words.title[lang]}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {annexes.map((annex) => (
          <li>
            <a class="govuk-link" href={pathOf(annex)}>
              {annexName(annex, annexes.length)[lang]}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
