/** `/tin-nhan/cach-nhan/:kind`: I give my e-mail address or telephone number, and the code that was sent there. */
import { Button, Input, InsetText } from '../../../ground/ui/index.ts';
import { Invalid, NotAllowed, NotFound } from '../../../ground/operate/errors.ts';
import { entered, Faults, Form } from '../../../ground/web/form.tsx';
import { input, optional, text } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import { askProof, enterProof, findProof, isGood, kinds, reachOwner, type Kind } from '../proofs.ts';
import { reachPath, WISHES } from '../paths.ts';
import { reachWords, words } from '../words.ts';
import { homeOf } from './home.ts';

const isKind = (name: string | undefined): name is Kind => kinds.some((kind) => kind === name);

export const reachPage = page({
  path: reachPath(':kind').replace('%3A', ':'),
  who: 'citizen',
  example: reachPath('email'),
  input: input({
    value: optional(text({ label: reachWords.value, max: 300 })),
    code: optional(text({ label: reachWords.code, max: 20 })),
  }),
  gather: async ({ look, params, now }) => {
    const owner = reachOwner(look.by);
    if (owner === null) throw new NotAllowed(reachWords.notForOthers);
    const kind = params['kind'];
    if (!isKind(kind)) throw new NotFound(reachWords.noKind);
    const proof = await findProof(look, owner, kind);
    return { owner, kind, proof: proof && isGood(proof, now) ? proof : null };
  },
  view: ({ kind, proof }, visit, fault) => {
    const { lang, query } = visit;
    const title = reachWords.title[kind];
    const wrong = query['sai'] ? reachWords.wrong[lang] : undefined;
    return {
      title,
      crumbs: [homeOf(visit.by), { text: words.wishes, href: WISHES }],
      body: (
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <Faults
              fault={
                fault ??
                (wrong ? { errors: [{ field: 'code', message: reachWords.wrong }], typed: {} } : null)
              }
              visit={visit}
            />
            <h1 class="govuk-heading-l">{title[lang]}</h1>
            {proof && (
              <>
                <InsetText>
                  <span class="govuk-!-text-break-word">{reachWords.sentTo(proof.value)[lang]}</span>
                </InsetText>
                <Form visit={visit}>
                  <Input
                    id="code"
                    name="code"
                    label={reachWords.codeLabel[lang]}
                    error={wrong}
                    width={10}
                    inputmode="numeric"
                    autocomplete="one-time-code"
                  />
                  <Button preventDoubleClick>{reachWords.confirm[lang]}</Button>
                </Form>
                <h2 class="govuk-heading-m">{reachWords.other[lang]}</h2>
              </>
            )}
            <Form visit={visit}>
              <Input
                {...entered('value', fault, visit)}
                label={reachWords.label[kind][lang]}
                hint={reachWords.hint[lang]}
                type={kind === 'email' ? 'email' : 'tel'}
                autocomplete={kind === 'email' ? 'email' : 'tel'}
              />
              <Button kind={proof ? 'secondary' : 'primary'} preventDoubleClick>
                {reachWords.sendCode[lang]}
              </Button>
            </Form>
          </div>
        </div>
      ),
    };
  },
  act: async (act, { value, code }, { gathered: { owner, kind } }) => {
    const here = reachPath(kind);
    if (code !== null) {
      const ownerKind = act.by.person === owner ? 'person' : 'organisation';
      return (await enterProof(act, { owner, ownerKind }, kind, code))
        ? { to: WISHES, say: reachWords.proved }
        : { to: `${here}?sai=1` };
    }
    if (value === null) throw new Invalid([{ field: 'value', message: reachWords.empty[kind] }]);
    await askProof(act, owner, kind, value);
    return { to: here, say: reachWords.sent };
  },
});
