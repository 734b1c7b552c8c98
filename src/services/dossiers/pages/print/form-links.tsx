/** Links to the forms of a dossier that can be printed now: a part of the dossier page. */
import type { Visit } from '../../../../ground/web/visit.ts';
import { forms, formsOf, type FormState } from '../../forms/forms.ts';
import { formPath } from './paths.ts';

const title = { vi: 'Giấy tờ in được', en: 'Forms to print' } as const;

/** The list with its heading; nothing when there is no form yet. */
export const FormLinks = ({
  dossier,
  visit,
}: {
  readonly dossier: FormState & { readonly code: string };
  readonly visit: Visit;
}) => {
  const numbers = formsOf(dossier, visit.by.kind === 'officer');
  if (numbers.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{title[visit.lang]}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {numbers.map((number) => (
          <li>
            <a class="govuk-link" href={formPath(dossier.code, number)}>
              {forms[number].name[visit.lang]} (PDF)
            </a>
          </li>
        ))}
      </ul>
    </>
  );
};
