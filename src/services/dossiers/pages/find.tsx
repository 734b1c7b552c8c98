/** `/tra-cuu`: by the code alone one sees only how far a dossier is; names and units need sign-in. */
import { Button, Facts, InsetText, Input } from '../../../ground/ui/index.ts';
import { formatTime } from '../../../ground/text/dates.ts';
import { page } from '../../../ground/web/page.ts';
import { getVersion } from '../../catalogue/index.ts';
import { listParts } from '../linked.ts';
import { findByCode, findDossier } from '../load.ts';
import { dossierPath } from '../paths.ts';
import { stateName } from '../rules.ts';
import { usualFromHere, usualWords } from '../usual.ts';
import { words } from '../words.ts';
import { partState } from './joint-request.tsx';
import { runningDue } from './standing.tsx';

export const findPage = page({
  path: '/tra-cuu',
  who: 'anyone',
  example: '/tra-cuu',
  sought: 'ma',
  gather: async ({ look, query }) => {
    const code = query['ma']?.replaceAll('\u0000', '').slice(0, 60).trim();
    if (!code) return { code: '', dossier: null, usual: null, parts: [] };
    // Codes of ours are in capitals; those of the portal are kept as they came.
    const id = (await findByCode(look, code)) ?? (await findByCode(look, code.toUpperCase()));
    const dossier = id ? await findDossier(look, id) : null;
    const usual = dossier && (await usualFromHere(look, dossier));
    const procedure = dossier && (await getVersion(look, dossier.procedure, dossier.procedure_version));
    const parts = dossier ? await listParts(look, dossier, procedure?.linked ?? []) : [];
    return { code, dossier, usual: usual && usualWords(usual), parts };
  },
  view: ({ code, dossier, usual, parts }, visit) => {
    const { lang, by } = visit;
    return {
      title: words.findTitle,
      body: (
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <h1 class="govuk-heading-l">{words.findTitle[lang]}</h1>
            <form method="get" action="/tra-cuu" role="search">
              <Input
                id="ma"
                name="ma"
                label={words.code[lang]}
                hint={words.codeHint[lang]}
                value={code}
                error={code && !dossier ? words.notFound[lang] : undefined}
                width={30}
                autocapitalize="characters"
                spellcheck={false}
              />
              <Button>{words.find[lang]}</Button>
            </form>
            {dossier && (
              <>
                <Facts
                  items={[
                    { label: words.state[lang], value: stateName[dossier.state][lang] },
                    { label: words.submitted[lang], value: formatTime(dossier.submitted_at, lang) },
                    runningDue(dossier, visit),
                    usual && { label: words.usual[lang], value: usual.value[lang], note: usual.note[lang] },
                    // What it is about is not told: codes can be guessed.
                    ...parts.map((part, i) => ({
                      label: words.part(i + 1)[lang],
                      value: partState(part)[lang],
                    })),
                  ]}
                />
                <InsetText>
                  {(by.kind === 'nobody' ? words.signInForMore : words.openWhole)[lang]}{' '}
                  <a href={dossierPath(dossier.code)}>{dossier.code}</a>
                </InsetText>
              </>
            )}
          </div>
        </div>
      ),
    };
  },
});
