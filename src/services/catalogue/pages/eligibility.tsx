/** `/thu-tuc/:code/dieu-kien`: the questions before sign-in, one at a time; the answers stand in the address and are kept nowhere. */
import { Button, InsetText, Panel, Radios } from '../../../ground/ui/index.ts';
import { page } from '../../../ground/web/page.ts';
import { getProcedure } from '../queries.ts';
import { eligibility, readAnswers } from '../rules/eligibility.ts';
import { nameOf } from './service/shown.ts';
import { Start } from './service/start.tsx';
import { words as service } from './service/words.ts';

const words = {
  title: { vi: 'Bạn có dùng dịch vụ này được không?', en: 'Is this service for you?' },
  question: { vi: 'Câu', en: 'Question' },
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
  next: { vi: 'Tiếp tục', en: 'Continue' },
  may: { vi: 'Bạn dùng được dịch vụ này', en: 'You can use this service' },
  mayHint: {
    vi: 'Đây là trả lời sơ bộ theo những gì bạn vừa chọn; cơ quan quyết định khi xem hồ sơ.',
    en: 'This follows from what you chose; the agency decides on the dossier.',
  },
  not: { vi: 'Dịch vụ này không dành cho trường hợp của bạn', en: 'This service is not for your case' },
  basis: { vi: 'Căn cứ', en: 'Basis' },
  instead: { vi: 'Xem dịch vụ phù hợp', en: 'See the service that fits' },
  again: { vi: 'Trả lời lại', en: 'Start again' },
} as const;

/** The page of the questions. */
export const eligibilityPage = page({
  path: '/thu-tuc/:code/dieu-kien',
  who: 'anyone',
  example: '/thu-tuc/1.001193/dieu-kien',
  gather: async ({ look, params }) => getProcedure(look, params['code'] ?? ''),
  view: (procedure, visit) => {
    const { lang, query } = visit;
    const base = `/thu-tuc/${procedure.code}`;
    const answers = [...readAnswers(query['tra-loi']), ...readAnswers(query['cau'])];
    const now = eligibility(procedure.eligibility ?? [], answers);
    return {
      title: words.title,
      crumbs: [
        { text: service.services, href: '/thu-tuc' },
        { text: nameOf(procedure), href: base },
      ],
      part: '/thu-tuc',
      body: (
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <span class="govuk-caption-l" lang={procedure.nameEn ? undefined : 'vi'}>
              {nameOf(procedure)[lang]}
            </span>
            {now.kind === 'ask' && (
              <form method="get">
                <input type="hidden" name="tra-loi" value={answers.join(',')} />
                <Radios
                  name="cau"
                  legend={{
                    text: now.question.question[lang],
                    class: 'govuk-fieldset__legend--l',
                    isPageHeading: true,
                  }}
                  hint={{
                    text: `${words.question[lang]} ${now.number}/${(procedure.eligibility ?? []).length}`,
                  }}
                  inline
                  items={[
                    { value: 'yes', text: words.yes[lang] },
                    { value: 'no', text: words.no[lang] },
                  ]}
                />
                <Button>{words.next[lang]}</Button>
              </form>
            )}
            {now.kind === 'may' && (
              <>
                <Panel title={words.may[lang]} />
                <p class="govuk-body">{words.mayHint[lang]}</p>
                <Start procedure={procedure} visit={visit} />
              </>
            )}
            {now.kind === 'not' && (
              <>
                <h1 class="govuk-heading-l">{words.not[lang]}</h1>
                <InsetText>
                  <p class="govuk-body">{now.question.because[lang]}</p>
                  <p class="govuk-body govuk-!-margin-bottom-0">
                    {words.basis[lang]}: <span lang="vi">{now.question.basis}</span>
                  </p>
                </InsetText>
                {now.question.instead && (
                  <Button href={`/thu-tuc/${now.question.instead}`}>{words.instead[lang]}</Button>
                )}
              </>
            )}
            {now.kind !== 'ask' && (
              <p class="govuk-body">
                <a class="govuk-link" href={`${base}/dieu-kien`}>
                  {words.again[lang]}
                </a>
              </p>
            )}
          </div>
        </div>
      ),
    };
  },
});
