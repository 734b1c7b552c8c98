/** The first page of signing in: who are you? */
import { Button } from '../../../ground/ui/index.ts';
import { page } from '../../../ground/web/page.ts';
import { safeBack } from '../rules.ts';
import { words } from '../words.ts';

export const choosePage = page({
  path: '/dang-nhap',
  who: 'anyone',
  example: '/dang-nhap',
  gather: async (visit) => safeBack(visit.query['next']),
  view: (back, { lang }) => ({
    title: words.signIn,
    body: (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-xl">{words.signIn[lang]}</h1>
          <h2 class="govuk-heading-m">{words.citizens[lang]}</h2>
          <p class="govuk-body">{words.identityHint[lang]}</p>
          <Button href={`/dang-nhap/vneid?next=${encodeURIComponent(back)}`} start>
            {words.withIdentity[lang]}
          </Button>
          <h2 class="govuk-heading-m">{words.officers[lang]}</h2>
          <p class="govuk-body">
            <a class="govuk-link" href={`/dang-nhap/can-bo?next=${encodeURIComponent(back)}`}>
              {words.officerSignIn[lang]}
            </a>
          </p>
        </div>
      </div>
    ),
  }),
});
