/** `/so-sao/moi`: the clerk, or who decides, prepares an electronic copy of a paper document that was scanned, or of a signed file that was received. */
import { Button, DatePicker, FileUpload, Input, Select } from '../../../../ground/ui/index.ts';
import { Invalid } from '../../../../ground/operate/errors.ts';
import { vietnamDay } from '../../../../ground/text/dates.ts';
import { entered, errorOf, Faults, Form } from '../../../../ground/web/form.tsx';
import { day, input, optional, text } from '../../../../ground/web/input.ts';
import { page, type Fault, type Page } from '../../../../ground/web/page.ts';
import type { Visit } from '../../../../ground/web/visit.ts';
import { actingAgency, getAgency, type Agency } from '../../../../world/agencies/index.ts';
import { passingFile } from '../../pages/passing.ts';
import { COPIES, NEW_COPY } from '../../paths.ts';
import { copyAgencies, mayCopy } from '../../rules.ts';
import { listAuthorised, type Authorised } from '../authority.ts';
import { electronicKinds } from '../electronic-rules.ts';
import { prepareCopy } from '../orders/commands.ts';
import { keepSource } from '../prepare.ts';
import { FILE_FIELD, sourceOfFile, type Desk } from '../source.ts';
import { WishFields, wishFields } from './fields.tsx';
import { onward } from './onward.ts';
import { words } from './words.ts';

const LARGEST = 30 * 1024 * 1024;

/** The agencies for which this officer prepares copies, those that took over in the place of those that ended, with who may decide there. */
async function copierOf({ look, by }: Visit) {
  const all = await Promise.all(
    copyAgencies(by).map(async (id) => actingAgency(look, await getAgency(look, id))),
  );
  const agencies = [...new Map(all.map((agency) => [agency.id, agency])).values()];
  const authorised = new Map<string, Authorised>();
  for (const { id } of agencies)
    for (const one of await listAuthorised(look, id)) authorised.set(one.person, one);
  return { agencies, authorised: [...authorised.values()] };
}

type DocumentProps = {
  readonly agencies: readonly Agency[];
  readonly fault: Fault | null;
  readonly visit: Visit;
};

/** The file, and what the clerk knows of the document in it. */
const DocumentFields = ({ agencies, fault, visit }: DocumentProps) => {
  const { lang } = visit;
  const at = (name: string) => entered(name, fault, visit);
  return (
    <>
      {agencies.length > 1 ? (
        <Select
          {...at('agency')}
          label={words.agency[lang]}
          items={agencies.map(({ id, name }) => ({ value: id, text: name[lang] }))}
        />
      ) : (
        <input type="hidden" name="agency" value={agencies[0]?.id} />
      )}
      <FileUpload
        id={FILE_FIELD}
        name={FILE_FIELD}
        label={words.file[lang]}
        hint={words.fileHint[lang]}
        error={errorOf(fault, FILE_FIELD, visit)}
        accept=".pdf,.jpg,.jpeg,.png,.tif,.tiff"
      />
      <fieldset class="govuk-fieldset">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{words.document[lang]}</legend>
        <Input {...at('title')} label={words.titleOf[lang]} hint={words.titleHint[lang]} />
        <Input {...at('symbol')} label={words.symbolOf[lang]} width={20} />
        <Input {...at('issuer')} label={words.issuer[lang]} />
        <DatePicker {...at('issuedOn')} label={words.issuedOn[lang]} />
      </fieldset>
    </>
  );
};

export const copyOfFilePage = (desk: Desk): Page =>
  page({
    path: NEW_COPY,
    who: mayCopy,
    example: NEW_COPY,
    largest: LARGEST,
    // What is found unfit is not kept.
    passing: true,
    input: input({
      agency: text({ label: words.agencyField, max: 40 }),
      [FILE_FIELD]: passingFile(words.noFile),
      title: text({ label: words.titleField, max: 500 }),
      symbol: optional(text({ label: words.symbolField, max: 60 })),
      issuer: text({ label: words.issuerField, max: 200 }),
      issuedOn: optional(day(words.issuedOnField)),
      ...wishFields,
    }),
    gather: copierOf,
    view: ({ agencies, authorised }, visit, fault) => {
      const { lang } = visit;
      return {
        title: words.make,
        crumbs: [{ text: words.book, href: COPIES }],
        body: (
          <div class="govuk-grid-row">
            <div class="govuk-grid-column-two-thirds">
              <Faults fault={fault} visit={visit} />
              <h1 class="govuk-heading-l">{words.make[lang]}</h1>
              <p class="govuk-body">{words.makeLead[lang]}</p>
              <Form visit={visit} action={NEW_COPY} upload>
                <DocumentFields agencies={agencies} fault={fault} visit={visit} />
                <WishFields kinds={electronicKinds} authorised={authorised} fault={fault} visit={visit} />
                <Button preventDoubleClick>{words.prepare[lang]}</Button>
              </Form>
            </div>
          </div>
        ),
      };
    },
    prepare: async (
      { look, now },
      { agency: chosen, title, symbol, issuer, issuedOn, ...wish },
      { agencies },
    ) => {
      const agency = agencies.find(({ id }) => id === chosen);
      if (!agency) throw new Invalid([{ field: 'agency', message: words.notYours }]);
      const meta = { title, author: agency.name.vi, keywords: symbol ?? '', date: vietnamDay(now) };
      const source = await sourceOfFile(desk, look, wish[FILE_FIELD].bytes, meta);
      const original = { title, symbol, issuer, issuedOn };
      return keepSource(desk, look, source, { ...wish, agency, original, paper: null });
    },
    act: async (act, _, { prepared }) => onward(prepared, await prepareCopy(act, prepared)),
  });
