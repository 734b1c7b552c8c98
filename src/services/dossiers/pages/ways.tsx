/** The part of a page on which an officer decides the way on from a step. */
import { Radios } from '../../../ground/ui/index.ts';
import { errorOf, typedIn } from '../../../ground/web/form.tsx';
import { optional, text } from '../../../ground/web/input.ts';
import type { Fault } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import type { Choice } from '../../../work/process/index.ts';
import { waitingWords } from '../waiting-words.ts';

/** The way that was chosen; nothing where there is only one. */
export const wayField = optional(text({ label: waitingWords.wayOnField, max: 2000 }));

type Props = { readonly ways: readonly Choice[]; readonly fault: Fault | null; readonly visit: Visit };

export const Ways = ({ ways, fault, visit }: Props) =>
  ways.length === 0 ? null : (
    <Radios
      name="way"
      idPrefix="way"
      legend={{ text: waitingWords.wayOn[visit.lang], size: 'm' }}
      error={errorOf(fault, 'way', visit)}
      items={ways.map(({ key, label }) => ({
        value: key,
        text: label,
        checked: typedIn(fault, 'way') === key,
      }))}
    />
  );
