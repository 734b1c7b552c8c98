/** The part of a work item's page about conflict of interest: why one may not handle it, who declared one, declaring one's own. */
import { Button, Details, Input, InsetText, Textarea } from '../../../ground/ui/index.ts';
import { formatTime } from '../../../ground/text/dates.ts';
import type { Text } from '../../../ground/text/language.ts';
import { errorOf, Form, typedIn } from '../../../ground/web/form.tsx';
import type { Fault } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { mayAssign, type DeclaredInterest, type Work } from '../schema.ts';
import { words } from '../words.ts';

type Props = {
  readonly work: Work;
  /** Why the one who looks may not handle it; null: they may. */
  readonly interest: Text | null;
  readonly declared: readonly DeclaredInterest[];
  readonly visit: Visit;
  readonly fault: Fault | null;
};

/** Shown to everybody who sees the work item. */
export function Interest({ work, interest, declared, visit, fault }: Props) {
  const { lang, by } = visit;
  const lifts = mayAssign(by, work);
  return (
    <>
      <h2 class="govuk-heading-m">{words.interest[lang]}</h2>
      {interest && <InsetText>{interest[lang]}</InsetText>}
      {declared.map((one) => (
        <>
          <p class="govuk-body">
            <strong>{words.declaredBy(one.name)[lang]}</strong> ({formatTime(one.at, lang)}): {one.reason}
          </p>
          {lifts && one.person !== by.person && (
            <Form visit={visit}>
              <input type="hidden" name="person" value={one.person} />
              <Input
                id={`note-${one.person}`}
                name="note"
                label={words.liftReason[lang]}
                error={errorOf(fault, 'note', visit)}
              />
              <Button kind="secondary" name="choice" value="lift" preventDoubleClick>
                {words.lift(one.name)[lang]}
              </Button>
            </Form>
          )}
        </>
      ))}
      {!interest && (
        <Details summary={words.declare[lang]} open={errorOf(fault, 'interest', visit) !== undefined}>
          <p class="govuk-body">{words.interestHint[lang]}</p>
          <Form visit={visit}>
            <Textarea
              id="interest"
              name="interest"
              label={words.interestReason[lang]}
              value={typedIn(fault, 'interest')}
              error={errorOf(fault, 'interest', visit)}
              rows={2}
            />
            <Button kind="secondary" name="choice" value="declare" preventDoubleClick>
              {words.declare[lang]}
            </Button>
          </Form>
        </Details>
      )}
    </>
  );
}
