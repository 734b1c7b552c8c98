/** The fields of a refusal: a ground from the list, words for the person, and the article where sector law has it. */
import { Input, Radios, Textarea } from '../../../ground/ui/index.ts';
import { entered, errorOf, typedIn } from '../../../ground/web/form.tsx';
import { text } from '../../../ground/web/input.ts';
import type { Fault } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { groundsFor, groundWords, type Chosen, type RefusalKind } from '../grounds.ts';

/** What a form with these fields reads; whether they are complete is decided when the refusal is made. */
export const refusalFields = {
  ground: text({ label: groundWords.groundField, max: 40, min: 0 }),
  reason: text({ label: groundWords.explanation, max: 2000, min: 0, lines: true }),
  basis: text({ label: groundWords.basisField, max: 300, min: 0 }),
};

/** What was read from these fields. */
export const chosenIn = ({
  ground,
  reason,
  basis,
}: Readonly<Record<'ground' | 'reason' | 'basis', string>>): Chosen => ({ ground, words: reason, basis });

export function RefusalFields({
  kind,
  procedure,
  fault,
  visit,
}: {
  readonly kind: RefusalKind;
  readonly procedure: string;
  readonly fault: Fault | null;
  readonly visit: Visit;
}) {
  const { lang } = visit;
  return (
    <>
      <Radios
        name="ground"
        idPrefix="ground"
        legend={{ text: groundWords.ground[lang], size: 'm' }}
        error={errorOf(fault, 'ground', visit)}
        value={typedIn(fault, 'ground')}
        items={groundsFor(kind, procedure).map(({ code, name, basis }) => ({
          value: code,
          text: name[lang],
          hint: basis ?? groundWords.toCite[lang],
        }))}
      />
      <Textarea
        {...entered('reason', fault, visit)}
        label={groundWords.explanation[lang]}
        hint={groundWords.explanationHint[lang]}
        rows={4}
      />
      <Input
        {...entered('basis', fault, visit)}
        label={groundWords.basis[lang]}
        hint={groundWords.basisHint[lang]}
      />
    </>
  );
}
