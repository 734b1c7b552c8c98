/** How a draft stands: told on each of its pages before anything else. */
import { Button, InsetText, WarningText } from '../../../ground/ui/index.ts';
import type { Text } from '../../../ground/text/language.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { dossierPath } from '../../dossiers/index.ts';
import { isAsked } from '../answered.ts';
import type { DraftNow } from '../draft-now.ts';
import { changeWords, submittedWords } from '../words.ts';

/** A draft that cannot be sent any more: the dossier it belongs to, and what is to be said. */
type GoneDraft = { readonly code: string; readonly title: Text; readonly says: Text };

/** Where a draft that cannot be sent any more has gone, and what is to be said of it; null while it can be. */
export function goneOf({ submitted, answered }: Pick<DraftNow, 'submitted' | 'answered'>): GoneDraft | null {
  if (submitted) {
    const { code } = submitted;
    return { code, title: submittedWords.title, says: submittedWords.says(code) };
  }
  if (!answered || isAsked(answered)) return null;
  const { code } = answered.dossier;
  return { code, title: submittedWords.notAwaitedTitle, says: submittedWords.notAwaited(code) };
}

type Shown<What> = { readonly of: What; readonly visit: Visit };

/** In place of a draft that cannot be sent any more: what has become of it, and the way there. */
export const Gone = ({ of: { code, title, says }, visit: { lang } }: Shown<GoneDraft>) => (
  <div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      <h1 class="govuk-heading-l">{title[lang]}</h1>
      <p class="govuk-body">{says[lang]}</p>
      <Button href={dossierPath(code)}>{submittedWords.open[lang]}</Button>
    </div>
  </div>
);

/** What a newer version of the procedure changes for the person, or that there is none any more. Nothing where all is as it was. */
export function Changed({
  of: { changes, isOver, procedure },
  visit: { lang },
}: Shown<Pick<DraftNow, 'changes' | 'isOver' | 'procedure'>>) {
  if (isOver)
    return (
      <WarningText>
        {changeWords.over[lang]}{' '}
        <a class="govuk-link" href={`/thu-tuc?${new URLSearchParams({ q: procedure.name })}`}>
          {changeWords.find[lang]}
        </a>
      </WarningText>
    );
  if (changes.length === 0) return null;
  return (
    <InsetText>
      <p class="govuk-body">{changeWords.told(procedure.validFrom)[lang]}</p>
      <ul class="govuk-list govuk-list--bullet">
        {changes.map((change) => (
          <li>{change[lang]}</li>
        ))}
      </ul>
    </InsetText>
  );
}
