/** Whether an edited template may be kept: it becomes a document, within its limits, and leaves the places that signers need. */
import { Invalid, type FieldError } from '../../../ground/operate/errors.ts';
import { typeset, type Template } from '../../typeset/index.ts';

/** Milliseconds that the sample may take: papers are typeset in batches of hundreds. */
const LIMIT = 5000;
/** The day on which samples are typeset: a preview is the same whenever it is looked at. */
const DAY = '2026-01-05';

/** The sample of a template as PDF. Throws Invalid with what is wrong in the template. */
export const preview = (template: Template<unknown>) =>
  typeset(template, template.sample, { date: DAY, limit: LIMIT });

const field = 'source';

/**
 * Throws Invalid unless the template becomes PDF/A with its sample data. It sees no files but its own, has no network and
 * is stopped when it runs long (`typeset`). Places for number, date, signature and seal that the shipped template has
 * must be in the edited one, else a leader could not sign the paper (Decree 30/2020, annex I, II.7–8).
 */
export async function refuseUnsound(template: Template<unknown>, shipped: Template<unknown>): Promise<void> {
  const made = await preview(template).catch((error: unknown) => {
    throw error instanceof Invalid ? new Invalid(error.errors.map(atSource)) : error;
  });
  const { places } = await preview(shipped);
  const lost = Object.keys(places).filter((name) => !(name in made.places));
  if (lost.length > 0)
    throw new Invalid([
      {
        field,
        message: {
          vi: `Mẫu không còn chỗ cho: ${lost.join(', ')}. Người ký và văn thư cần những chỗ này.`,
          en: `The template has lost the places for: ${lost.join(', ')}. Signers and clerks need them.`,
        },
      },
    ]);
}

const atSource = ({ message }: FieldError): FieldError => ({ field, message });
