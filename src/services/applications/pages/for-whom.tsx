/** Says on every page of an application for whom it is, when it is not for oneself (requirement B14; at the counter C1). */
import { InsetText } from '../../../ground/ui/index.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { holderOf, nameOf, type Applicant } from '../applicant.ts';
import { words } from '../words.ts';

/** The name of whom an officer enters it for; null where people apply themselves. */
export const enteredForWhom = async ({ by, look }: Visit, applicant: Applicant): Promise<string | null> =>
  by.kind === 'officer' ? nameOf(await holderOf(look, applicant), by) : null;

/** `enteredFor`: whom an officer enters it for. */
export const ForWhom = ({
  visit: { by, lang },
  enteredFor = null,
}: {
  readonly visit: Visit;
  readonly enteredFor?: string | null;
}) =>
  enteredFor ? (
    <p class="govuk-body">
      {words.enteringFor[lang]} <strong>{enteredFor}</strong>
    </p>
  ) : (
    by.actingFor && (
      <InsetText>
        {words.actingFor(by.actingFor.name)[lang]}{' '}
        <a class="govuk-link" href="/tai-khoan/thay-mat">
          {words.change[lang]}
        </a>
      </InsetText>
    )
  );
