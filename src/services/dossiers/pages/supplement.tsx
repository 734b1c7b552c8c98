/** `/ho-so/:code/yeu-cau-bo-sung`: all defects in one request. */
import { Button, Input, Textarea } from '../../../ground/ui/index.ts';
import { entered, errorOf, Faults, Form, typedIn } from '../../../ground/web/form.tsx';
import { input, optional, text } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import { askSupplement } from '../commands/supplement.ts';
import { hold } from '../load.ts';
import { dossierPath } from '../paths.ts';
import { findProposal } from '../queries.ts';
import type { Defect } from '../schema.ts';
import { words } from '../words.ts';
import { dossierCrumbs } from './crumbs.ts';
import { colleagueAt, WithColleague } from './with-colleague.tsx';
import { wholeFor } from './whole-for.ts';

/** One defect a line. */
export const defectsIn = (body: string): Defect[] =>
  body
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((what) => ({ where: '', what }));

export const supplementPage = page({
  path: '/ho-so/:code/yeu-cau-bo-sung',
  who: 'officer',
  example: null,
  input: input({
    defects: text({ label: words.defectsField, max: 5000, lines: true }),
    basis: optional(text({ label: words.basisField, max: 500 })),
  }),
  gather: async (visit) => {
    const whole = await wholeFor(visit, 'ask-supplement');
    const proposal = await findProposal(visit.look, whole.dossier.id);
    const proposed = proposal?.kind === 'supplement' ? (proposal.data['defects'] as readonly Defect[]) : [];
    return { ...whole, proposed, held: await colleagueAt(visit, whole, 'ask-supplement') };
  },
  view: ({ dossier, proposed, held }, visit, fault) => {
    const { lang } = visit;
    return {
      title: words.supplementTitle,
      crumbs: dossierCrumbs(dossier),
      body: (
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <Faults fault={fault} visit={visit} />
            <h1 class="govuk-heading-l">{words.supplementTitle[lang]}</h1>
            {held ? (
              <WithColleague held={held} code={dossier.code} visit={visit} />
            ) : (
              <Form visit={visit} focusFirst={fault === null}>
                <Textarea
                  id="defects"
                  name="defects"
                  label={words.defects[lang]}
                  hint={words.defectsHint[lang]}
                  value={typedIn(fault, 'defects') ?? proposed.map((one) => one.what).join('\n')}
                  error={errorOf(fault, 'defects', visit)}
                  rows={6}
                />
                {(dossier.supplements > 0 || dossier.accepted_at) && (
                  <Input {...entered('basis', fault, visit)} label={words.basis[lang]} />
                )}
                <Button preventDoubleClick>{words.send[lang]}</Button>
              </Form>
            )}
          </div>
        </div>
      ),
    };
  },
  act: async (act, { defects, basis }, { gathered: { dossier } }) => {
    await askSupplement(act, await hold(act, dossier.id), defectsIn(defects), basis);
    return { to: dossierPath(dossier.code), say: words.done };
  },
});
