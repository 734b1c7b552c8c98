/** A question that only some must answer, on the same page as what it depends on. */
import type { Content } from '../../../ground/ui/index.ts';
import type { Language, Text } from '../../../ground/text/language.ts';
import type { Entry } from '../fill.ts';

const onlyIf: Text = { vi: 'Chỉ trả lời nếu:', en: 'Answer only if:' };

export type DependsProps = { readonly entry: Entry; readonly language: Language; readonly children: Content };

/**
 * The question with its condition in words, so that it makes sense without a script; the small script reads `data-show-if`, hides the whole
 * while it does not hold, and takes the words away.
 */
export const Depends = ({ entry, language, children }: DependsProps) => {
  const { hangsOnPage } = entry.node;
  if (!hangsOnPage) return <>{children}</>;
  return (
    <div class="govuk-form-group tt-depends" data-show-if={hangsOnPage.logic} data-path={entry.path}>
      <p class="govuk-hint tt-depends__condition">
        {onlyIf[language]} {hangsOnPage.words[language]}.
      </p>
      {children}
    </div>
  );
};
