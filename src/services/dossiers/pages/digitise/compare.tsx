/** `/ho-so/:code/so-hoa/:n`: the officer compares a digitised paper with its original, signs, and hands the original back. */
import { Invalid, NotFound } from '../../../../ground/operate/errors.ts';
import { Button, Checkboxes, InsetText, Input } from '../../../../ground/ui/index.ts';
import { errorOf, Faults, Form, typedIn } from '../../../../ground/web/form.tsx';
import { day, flag, input, oneOf, optional, text } from '../../../../ground/web/input.ts';
import { page, type Fault } from '../../../../ground/web/page.ts';
import type { Visit } from '../../../../ground/web/visit.ts';
import { signDigitalCopy, type Press } from '../../../../paper/papers/index.ts';
import { listScans, obstacle, type Scan } from '../../../../paper/scanning/index.ts';
import { dossierCrumbs } from '../crumbs.ts';
import { hold } from '../../load.ts';
import { dossierPath } from '../../paths.ts';
import { getWhole, type Whole } from '../../queries.ts';
import { mayDigitise } from '../../rules.ts';
import { words as dossierWords } from '../../words.ts';
import { confirmScan, guardDigitising, handBack } from '../../commands/digitise.ts';
import { ScanFacts, StateTag } from './facts.tsx';
import { scanPath, scansPath } from './paths.ts';
import { digitiseWords as words } from './words.ts';

/** The paper of the path, for those who may read the dossier. Throws NotFound. */
export async function scanAt(visit: Visit): Promise<Whole & { readonly scan: Scan }> {
  const whole = await getWhole(visit.look, visit.params['code'] ?? '');
  const scans = await listScans(visit.look, whole.dossier.id);
  const scan = scans.find(({ n }) => String(n) === visit.params['n']);
  if (!scan) throw new NotFound({ vi: 'Không có bản số hóa này.', en: 'There is no such digitised copy.' });
  return { ...whole, scan };
}

export const comparePage = (press: Press) =>
  page({
    path: '/ho-so/:code/so-hoa/:n',
    who: 'officer',
    example: null,
    input: input({
      choice: oneOf(['sign', 'hand-back'], dossierWords.choice),
      symbol: text({ label: words.symbolField, max: 42, min: 0 }),
      issuedOn: optional(day(words.issuedOnField)),
      issuer: text({ label: words.issuerField, max: 200, min: 0 }),
      matches: flag(),
      back: flag(),
    }),
    gather: scanAt,
    view: ({ dossier, scan }, visit, fault) => {
      const { lang } = visit;
      const may = mayDigitise(visit.by, dossier);
      const wrong = obstacle(scan);
      return {
        title: words.title,
        crumbs: [...(dossierCrumbs(dossier) ?? []), { text: words.title, href: scansPath(dossier.code) }],
        body: (
          <div class="govuk-grid-row">
            <div class="govuk-grid-column-two-thirds">
              <Faults fault={fault} visit={visit} />
              <span class="govuk-caption-l">
                {dossier.code} · {dossier.applicant_name}
              </span>
              <h1 class="govuk-heading-l">{scan.title}</h1>
              <p class="govuk-body">
                <StateTag state={scan.state} lang={lang} />
              </p>
              {scan.why && <InsetText>{scan.why[lang]}</InsetText>}
              <ScanFacts scan={scan} lang={lang} />
              <ul class="govuk-list">
                {scan.hash && (
                  <li>
                    <a class="govuk-link" href={`${scanPath(dossier.code, scan.n)}/tep`}>
                      {words.open[lang]}
                    </a>
                  </li>
                )}
                <li>
                  <a class="govuk-link" href={`${dossierPath(dossier.code)}/tep/${scan.n}`}>
                    {words.source[lang]}
                  </a>
                </li>
                <li>
                  <a class="govuk-link" href={`${scanPath(dossier.code, scan.n)}/du-lieu`}>
                    {words.data[lang]}
                  </a>
                </li>
              </ul>
              {may && scan.state === 'made' && wrong && <InsetText>{wrong[lang]}</InsetText>}
              {may && !wrong && <CompareForm visit={visit} fault={fault} />}
              {may && scan.state === 'confirmed' && !scan.handed_back_at && (
                <Form visit={visit}>
                  <Button name="choice" value="hand-back" preventDoubleClick>
                    {words.handBack[lang]}
                  </Button>
                </Form>
              )}
            </div>
          </div>
        ),
      };
    },
    prepare: async (visit, { choice, matches }, { dossier, oneStop, scan }) => {
      if (choice !== 'sign') return null;
      guardDigitising(visit, dossier);
      if (!matches) throw new Invalid([{ field: 'matches', message: words.matchesMissing }]);
      const wrong = obstacle(scan);
      if (wrong || !scan.hash) throw new Invalid(wrong ? [{ field: '', message: wrong }] : []);
      const officer = { id: visit.by.person ?? '', name: visit.by.name, organisation: oneStop.name.vi };
      return signDigitalCopy(press, { id: scan.id, title: scan.title, hash: scan.hash }, officer, visit.now);
    },
    act: async (
      act,
      { choice, symbol, issuedOn, issuer, back },
      { gathered: { dossier, scan }, prepared },
    ) => {
      const held = await hold(act, dossier.id);
      if (choice === 'hand-back') handBack(act, held, scan);
      else if (prepared)
        await confirmScan(act, held, scan, prepared, {
          facts: { symbol, issuedOn, issuer },
          handedBack: back,
        });
      return { to: scansPath(dossier.code), say: dossierWords.done };
    },
  });

/** What the officer says of the paper, and signs. */
function CompareForm({ visit, fault }: { readonly visit: Visit; readonly fault: Fault | null }) {
  const { lang } = visit;
  const field = (name: 'symbol' | 'issuedOn' | 'issuer') => ({
    id: name,
    name,
    label: words[name][lang],
    value: typedIn(fault, name),
    error: errorOf(fault, name, visit),
  });
  return (
    <Form visit={visit}>
      <InsetText>{words.compareHint[lang]}</InsetText>
      <Input {...field('symbol')} hint={words.symbolHint[lang]} width={10} />
      <Input {...field('issuedOn')} hint={dossierWords.dayHint[lang]} width={10} />
      <Input {...field('issuer')} />
      <Checkboxes
        name="matches"
        error={errorOf(fault, 'matches', visit)}
        items={[{ value: 'yes', text: words.matches[lang], checked: typedIn(fault, 'matches') === 'yes' }]}
      />
      <Checkboxes
        name="back"
        items={[{ value: 'yes', text: words.back[lang], checked: typedIn(fault, 'back') === 'yes' }]}
      />
      <Button name="choice" value="sign" preventDoubleClick>
        {words.sign[lang]}
      </Button>
    </Form>
  );
}
