/** `/ho-so/:code/so-hoa`: the digitised papers of a dossier, search in their words, and another scan from the counter. */
import { LARGEST_FILE, type File } from '../../../../ground/files/index.ts';
import { Invalid } from '../../../../ground/operate/errors.ts';
import { Button, FileUpload, InsetText, Input } from '../../../../ground/ui/index.ts';
import type { Language } from '../../../../ground/text/language.ts';
import { entered, errorOf, Faults, Form } from '../../../../ground/web/form.tsx';
import { input, text, type Field } from '../../../../ground/web/input.ts';
import { page } from '../../../../ground/web/page.ts';
import { findIn, listScans, type Found, type Scan } from '../../../../paper/scanning/index.ts';
import { dossierCrumbs } from '../crumbs.ts';
import { hold } from '../../load.ts';
import { getWhole } from '../../queries.ts';
import { mayDigitise } from '../../rules.ts';
import { words as dossierWords } from '../../words.ts';
import { addPaper } from '../../commands/digitise.ts';
import { StateTag } from './facts.tsx';
import { scanPath, scansPath } from './paths.ts';
import { digitiseWords as words, recognisedNames } from './words.ts';

/** A file that was posted; null where none was chosen. */
const posted: Field<File | null> = {
  schema: { type: 'string', format: 'binary' },
  optional: true,
  read: (raw) => ({
    value: typeof raw === 'object' && raw !== null && 'hash' in raw ? (raw as File) : null,
  }),
};

export const scansPage = page({
  path: '/ho-so/:code/so-hoa',
  who: 'officer',
  example: null,
  largest: LARGEST_FILE,
  input: input({ name: text({ label: words.nameField, max: 200 }), scan: posted }),
  gather: async (visit) => {
    const whole = await getWhole(visit.look, visit.params['code'] ?? '');
    const scans = await listScans(visit.look, whole.dossier.id);
    const wanted = (visit.query['tim'] ?? '').replaceAll('\u0000', '').slice(0, 100).trim();
    return { ...whole, scans, wanted, found: wanted ? findIn(scans, wanted) : null };
  },
  view: ({ dossier, scans, wanted, found }, visit, fault) => {
    const { lang } = visit;
    return {
      title: words.title,
      crumbs: dossierCrumbs(dossier),
      body: (
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <Faults fault={fault} visit={visit} />
            <span class="govuk-caption-l">
              {dossier.code} · {dossier.applicant_name}
            </span>
            <h1 class="govuk-heading-l">{words.title[lang]}</h1>
            <p class="govuk-body">{words.hint[lang]}</p>
            {scans.length === 0 ? <InsetText>{words.none[lang]}</InsetText> : null}
            {scans.map((scan) => (
              <Item scan={scan} code={dossier.code} lang={lang} may={mayDigitise(visit.by, dossier)} />
            ))}
            {scans.length > 0 && (
              <form method="get" action={scansPath(dossier.code)} role="search">
                <Input
                  id="tim"
                  name="tim"
                  label={words.search[lang]}
                  hint={words.searchHint[lang]}
                  value={wanted}
                  width={20}
                />
                <Button kind="secondary">{words.find[lang]}</Button>
              </form>
            )}
            {found && <Places found={found} code={dossier.code} lang={lang} />}
            {mayDigitise(visit.by, dossier) && (
              <>
                <h2 class="govuk-heading-m">{words.add[lang]}</h2>
                <Form visit={visit} upload>
                  <Input {...entered('name', fault, visit)} label={words.name[lang]} />
                  <FileUpload
                    id="scan"
                    name="scan"
                    label={words.scan[lang]}
                    hint={words.scanHint[lang]}
                    accept=".pdf,.tif,.tiff,image/*"
                    error={errorOf(fault, 'scan', visit)}
                  />
                  <Button kind="secondary" preventDoubleClick>
                    {words.upload[lang]}
                  </Button>
                </Form>
              </>
            )}
          </div>
        </div>
      ),
    };
  },
  act: async (act, { name, scan }, { gathered: { dossier } }) => {
    if (!scan) throw new Invalid([{ field: 'scan', message: words.scanMissing }]);
    await addPaper(act, await hold(act, dossier.id), name, scan);
    return { to: scansPath(dossier.code), say: dossierWords.done };
  },
});

type ItemProps = {
  readonly scan: Scan;
  readonly code: string;
  readonly lang: Language;
  readonly may: boolean;
};

/** One paper in the list: how far it is, and the way to it. */
const Item = ({ scan, code, lang, may }: ItemProps) => (
  <>
    <h2 class="govuk-heading-s govuk-!-margin-bottom-1">
      {scan.title} <StateTag state={scan.state} lang={lang} />
    </h2>
    <p class="govuk-body">
      {[scan.doc_code, scan.recognised && recognisedNames[scan.recognised][lang], scan.why?.[lang]]
        .filter(Boolean)
        .join(' · ')}
      <br />
      <a class="govuk-link" href={scanPath(code, scan.n)}>
        {(may && scan.state === 'made' ? words.compare : words.view)[lang]}
        <span class="govuk-visually-hidden"> {scan.title}</span>
      </a>
    </p>
  </>
);

type PlacesProps = { readonly found: readonly Found[]; readonly code: string; readonly lang: Language };

/** Where the words were found; each leads to that page of the file. */
const Places = ({ found, code, lang }: PlacesProps) =>
  found.length === 0 ? (
    <p class="govuk-body">{words.notFound[lang]}</p>
  ) : (
    <ul class="govuk-list govuk-list--bullet">
      {found.map(({ n, title, page: number, around }) => (
        <li>
          <a class="govuk-link" href={`${scanPath(code, n)}/tep#page=${number}`}>
            {title}, {words.page(number)[lang]}
          </a>
          : {around}
        </li>
      ))}
    </ul>
  );
