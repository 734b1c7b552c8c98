/** `/xac-minh/ngoai-tuyen`: how a device checks a square code without network, tried here on what the code says; and the keys for it. */
import { Button, Textarea, WarningText } from '../../../ground/ui/index.ts';
import { page } from '../../../ground/web/page.ts';
import type { Answer } from '../../../ground/web/page.ts';
import { keySet, listKeys } from '../check/keys.ts';
import { checkStatement, readSquareCode } from '../check/statement.ts';
import { words } from '../check/words.ts';
import { CheckedStatement } from './checked.tsx';

export const offlinePage = page({
  path: '/xac-minh/ngoai-tuyen',
  who: 'anyone',
  example: '/xac-minh/ngoai-tuyen',
  gather: async ({ look, query }) => {
    const typed = query['doc'] ?? '';
    const read = readSquareCode(typed);
    return {
      typed,
      // Only the published keys are used here, as on a phone: the paper itself is not looked up.
      found: read?.statement ? checkStatement(read.code, read.statement, await listKeys(look)) : null,
    };
  },
  view: ({ typed, found }, { lang }) => ({
    title: words.offline,
    crumbs: [{ text: words.title, href: '/xac-minh' }],
    body: (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">{words.offline[lang]}</h1>
          {found && <CheckedStatement found={found} lang={lang} />}
          {typed !== '' && !found && <WarningText>{words.noStatement[lang]}</WarningText>}
          <p class="govuk-body">{words.offlineLead[lang]}</p>
          <p class="govuk-body">{words.offlineHow[lang]}</p>
          <form method="get">
            <Textarea
              id="doc"
              name="doc"
              label={words.read[lang]}
              hint={words.readHint[lang]}
              value={typed}
              rows={4}
            />
            <Button>{words.check[lang]}</Button>
          </form>
          <p class="govuk-body">
            <a class="govuk-link" href="/xac-minh/khoa">
              {words.keys[lang]}
            </a>
          </p>
        </div>
      </div>
    ),
  }),
});

/** `/xac-minh/khoa`: the public keys, for any program that checks. */
export const keysAnswer: Answer = {
  path: '/xac-minh/khoa',
  who: 'anyone',
  example: '/xac-minh/khoa',
  respond: async ({ look }) =>
    Response.json(keySet(await listKeys(look)), {
      headers: {
        'cache-control': 'public, max-age=3600',
        'content-type': 'application/jwk-set+json',
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
      },
    }),
};
