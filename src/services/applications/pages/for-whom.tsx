/** Says on every page of an application for whom it is, when it is not for oneself (requirement B14). */
import { InsetText } from '../../../ground/ui/index.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { words } from '../words.ts';

export const ForWhom = ({ visit: { by, lang } }: { readonly visit: Visit }) =>
  by.actingFor && (
    <InsetText>
      {words.actingFor(by.actingFor.name)[lang]}{' '}
      <a class="govuk-link" href="/tai-khoan/thay-mat">
        {words.change[lang]}
      </a>
    </InsetText>
  );
