/** The page of an error: what happened in plain words, and where to go from here. */
import { ErrorPage, errorTitle } from '../../ground/ui/index.ts';
import type { View } from '../../ground/web/page.ts';
import type { Problem } from '../../ground/web/problem.ts';
import type { Visit } from '../../ground/web/visit.ts';
import { dossierPath } from '../../services/dossiers/index.ts';

const words = {
  dossier: { vi: 'Mở hồ sơ', en: 'Open the dossier' },
  again: { vi: 'Mở lại trang này', en: 'Open this page again' },
  acting: (name: string) => ({
    vi: `Bạn đang làm việc thay ${name}, nên chỉ thấy việc của người đó.`,
    en: `You are acting for ${name}, and see only what is theirs.`,
  }),
  change: { vi: 'Làm việc cho chính mình hoặc người khác', en: 'Act for yourself or for somebody else' },
} as const;

/** Where it is seen how things stand: the dossier that something was to be done with, or the page itself. */
function Onward({ path, params, lang }: Visit) {
  const code = path.startsWith('/ho-so/') ? params['code'] : undefined;
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={code ? dossierPath(code) : path}>
        {code ? `${words.dossier[lang]} ${code}` : words.again[lang]}
      </a>
    </p>
  );
}

/** What is one's own is not seen while one acts for another: the way back to oneself. */
const Acting = ({ by: { actingFor }, path, lang }: Visit) =>
  actingFor && (
    <p class="govuk-body">
      {words.acting(actingFor.name)[lang]}{' '}
      <a class="govuk-link" href={`/tai-khoan/thay-mat?${new URLSearchParams({ next: path })}`}>
        {words.change[lang]}
      </a>
    </p>
  );

/** What a visitor sees when something went wrong. */
export const problemView = (problem: Problem, visit: Visit): View => ({
  title: errorTitle(problem.status),
  body: (
    <ErrorPage
      status={problem.status}
      text={problem.text}
      requestId={problem.status === 500 ? visit.requestId : undefined}
    >
      {problem.status === 409 ? (
        <Onward {...visit} />
      ) : problem.status === 403 && visit.by.actingFor ? (
        <Acting {...visit} />
      ) : null}
    </ErrorPage>
  ),
});
