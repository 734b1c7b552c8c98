/** A page on which an officer writes down what was found or came in, and decides the way on. */
import type { ComponentChildren } from 'preact';
import { Button, Textarea } from '../../../ground/ui/index.ts';
import type { Text } from '../../../ground/text/language.ts';
import { entered, Faults, Form } from '../../../ground/web/form.tsx';
import { text } from '../../../ground/web/input.ts';
import type { Fault } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import type { Choice } from '../../../work/process/index.ts';
import type { Dossier } from '../schema.ts';
import { words } from '../words.ts';
import { wayField, Ways } from './ways.tsx';

/** What such a page reads. */
export const findingInput = {
  finding: text({ label: words.findingField, max: 5000, lines: true }),
  way: wayField,
};

type Props = {
  readonly dossier: Pick<Dossier, 'title' | 'applicant_name'>;
  readonly heading: string;
  /** What is asked for in words. */
  readonly asks: Text;
  readonly hint?: Text;
  readonly rows: number;
  readonly ways: readonly Choice[];
  readonly button: Text;
  readonly upload?: boolean;
  readonly fault: Fault | null;
  readonly visit: Visit;
  /** What is asked for before that. */
  readonly children: ComponentChildren;
};

export const FindingForm = ({ dossier, heading, asks, hint, ways, button, upload, ...rest }: Props) => {
  const { rows, fault, visit, children } = rest;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <Faults fault={fault} visit={visit} />
        <span class="govuk-caption-l">
          {dossier.title} · {dossier.applicant_name}
        </span>
        <h1 class="govuk-heading-l">{heading}</h1>
        <Form visit={visit} focusFirst={fault === null} upload={upload}>
          {children}
          <Textarea
            {...entered('finding', fault, visit)}
            label={asks[visit.lang]}
            hint={hint?.[visit.lang]}
            rows={rows}
          />
          <Ways ways={ways} fault={fault} visit={visit} />
          <Button preventDoubleClick>{button[visit.lang]}</Button>
        </Form>
      </div>
    </div>
  );
};
