/** `/quan-tri/thu-tuc/:code/quy-trinh/ve`: draws the process of a procedure in the browser, or takes in a BPMN file. */
import { Button, FileUpload, Input, InsetText, LinkRow } from '../../../../ground/ui/index.ts';
import { Invalid, type FieldError } from '../../../../ground/operate/errors.ts';
import type { Language } from '../../../../ground/text/language.ts';
import { administrationCrumbs } from '../../../../ground/web/administration.ts';
import type { Passing } from '../../../../ground/web/passing.ts';
import { errorOf, Faults, Form, typedIn } from '../../../../ground/web/form.tsx';
import { input, oneOf, optional, text, type Field } from '../../../../ground/web/input.ts';
import { page, type Fault, type Page } from '../../../../ground/web/page.ts';
import type { Visit } from '../../../../ground/web/visit.ts';
import {
  Board,
  BOARD_SCRIPT,
  differences,
  DrawnField,
  findingAnchor,
  fromBoard,
  inOrderOf,
  publishable,
  read,
  toBoard,
  unknownServices,
  type Definition,
  type Finding,
  type ServiceName,
} from '../../../../work/process/index.ts';
import { processInFile } from '../../process/from-file.ts';
import { editedProcess, storeProcess } from '../../process/store.ts';
import { processWords as words } from '../../process/words.ts';
import { aboutElement } from '../../rules/local-layer.ts';
import { isEditor } from '../../rules/states.ts';
import { BegunFields, isMoved, refuseMoved, withBegun } from '../begun.tsx';
import { EDITOR } from './list.tsx';
import { processEditorPath } from './process.tsx';

const drawPath = (code: string): string => `${processEditorPath(code)}/ve`;

/** Bytes that are taken in: a drawing of a hundred steps has about 100,000, in a form three times as many. */
const LARGEST = 4 * 1024 * 1024;

const passing: Field<Passing> = {
  schema: { type: 'string', format: 'binary' },
  read: (raw, name) =>
    typeof raw === 'object' && raw !== null && 'bytes' in raw
      ? { value: raw as Passing }
      : { errors: [{ field: name, message: words.chooseFile }] },
};

const fields = withBegun(
  input({
    way: oneOf(['draw', 'file'], words.drawing),
    xml: optional(text({ label: words.drawing, max: LARGEST, lines: true })),
    file: optional(passing),
    cause: text({ label: words.causeField, max: 500 }),
  }),
);

/** A sentence about an element of the drawing. */
type Found = Pick<Finding, 'element' | 'severity' | 'message'>;

const named = (finding: Finding): Found => {
  const { element, severity } = finding;
  return { element, severity, message: aboutElement(finding) };
};

/** What the person is told of a definition: what is still missing, and what of its file was not understood or is only kept. */
async function findingsOf(
  definition: Definition,
  services: readonly ServiceName[],
): Promise<readonly Found[]> {
  const reading = definition.source === null ? null : await read(definition.source);
  const warnings = reading?.findings.filter(({ severity }) => severity === 'warning') ?? [];
  return [...publishable(definition), ...unknownServices(definition, services), ...warnings].map(named);
}

async function gather({ look, params }: Visit, services: readonly ServiceName[]) {
  const edited = await editedProcess(look, params['code'] ?? '');
  const [xml, findings] = await Promise.all([
    toBoard(edited.definition),
    findingsOf(edited.definition, services),
  ]);
  return { ...edited, xml, findings };
}

const ANCHOR = findingAnchor('');

/** Findings about what was sent, as faults of a form: each leads to its sentence beside the drawing. */
const faultsOf = (findings: readonly Finding[]): readonly FieldError[] =>
  findings.map(named).map(({ element, message }) => ({ field: findingAnchor(element), message }));

/** The same back from the faults; null when nothing was wrong with the drawing itself. */
function sentFindings(fault: Fault | null): readonly Found[] | null {
  const about = fault?.errors.filter(({ field }) => field.startsWith(ANCHOR)) ?? [];
  // What only differs from another version is not wrong.
  const severity: Finding['severity'] = isMoved(fault) ? 'warning' : 'error';
  const found = about.map(({ field, message }) => ({
    element: field.slice(ANCHOR.length),
    severity,
    message,
  }));
  return found.length > 0 ? found : null;
}

const Cause = ({
  id,
  visit,
  fault,
  value,
}: {
  id: string;
  visit: Visit;
  fault: Fault | null;
  value: string;
}) => (
  <Input
    id={id}
    name="cause"
    label={words.cause[visit.lang]}
    value={typedIn(fault, 'cause') ?? value}
    error={errorOf(fault, 'cause', visit)}
  />
);

/** The drawing as it was sent, to keep: nothing of it is stored. */
const Mine = ({ xml, code, lang }: { xml: string; code: string; lang: Language }) => (
  <p class="govuk-body">
    <a
      class="govuk-link"
      href={`data:application/xml;base64,${Buffer.from(xml).toString('base64')}`}
      download={`${code}.bpmn`}
    >
      {words.mine[lang]}
    </a>
  </p>
);

type UploadProps = {
  readonly visit: Visit;
  readonly fault: Fault | null;
  readonly isSent: boolean;
  readonly cause: string;
  readonly stored: unknown;
};

const Upload = ({ visit, fault: any, isSent, cause, stored }: UploadProps) => {
  const fault = isSent ? any : null;
  const lang: Language = visit.lang;
  return (
    <Form visit={visit} upload>
      <h2 class="govuk-heading-m">{words.file[lang]}</h2>
      <input type="hidden" name="way" value="file" />
      <BegunFields visit={visit} fault={any} stored={stored} sent={isSent} />
      <FileUpload
        id="file"
        name="file"
        label={words.fileField[lang]}
        hint={words.fileHint[lang]}
        accept=".bpmn,.xml"
        error={errorOf(fault, 'file', visit)}
      />
      <Cause id="cause-file" visit={visit} fault={fault} value={cause} />
      <Button kind="secondary" preventDoubleClick>
        {words.import[lang]}
      </Button>
    </Form>
  );
};

export const drawProcessPage = (services: readonly ServiceName[]): Page =>
  page({
    path: `${EDITOR}/:code/quy-trinh/ve`,
    who: isEditor,
    example: drawPath('1.001193'),
    input: fields,
    largest: LARGEST,
    passing: true,
    gather: (visit) => gather(visit, services),
    view: ({ base, procedure, xml, findings }, visit, fault) => {
      const { lang } = visit;
      const isUpload = typedIn(fault, 'way') === 'file';
      const sent = isUpload ? undefined : typedIn(fault, 'xml');
      const stored = base.local.process;
      return {
        title: words.draw,
        crumbs: [
          ...administrationCrumbs({
            text: { vi: procedure.name, en: procedure.nameEn ?? procedure.name },
            href: `${EDITOR}/${procedure.code}`,
          }),
          { text: words.title, href: processEditorPath(procedure.code) },
        ],
        wide: true,
        scripts: [BOARD_SCRIPT],
        body: (
          <>
            <Faults fault={fault} visit={visit} />
            <span class="govuk-caption-l" lang="vi">
              {procedure.name}
            </span>
            <h1 class="govuk-heading-l">{words.draw[lang]}</h1>
            <InsetText>
              {(base.isDraft ? words.draft : words.inForce)(base.version)[lang]}. {words.stays[lang]}
            </InsetText>
            <Board lang={lang} findings={sentFindings(fault) ?? findings} services={services} />
            <div data-board-shown hidden>
              <Form visit={visit}>
                <input type="hidden" name="way" value="draw" />
                <BegunFields visit={visit} fault={fault} stored={stored} sent={!isUpload}>
                  {sent !== undefined && <Mine xml={fromBoard(sent)} code={procedure.code} lang={lang} />}
                </BegunFields>
                <DrawnField xml={sent ?? xml} />
                <Cause id="cause" visit={visit} fault={isUpload ? null : fault} value={base.cause} />
                <Button preventDoubleClick>{words.save[lang]}</Button>
              </Form>
            </div>
            <Upload visit={visit} fault={fault} isSent={isUpload} cause={base.cause} stored={stored} />
            <LinkRow
              items={[
                { href: processEditorPath(procedure.code), text: words.stepTable[lang] },
                { href: `${processEditorPath(procedure.code)}/bpmn`, text: words.export[lang] },
              ]}
            />
          </>
        ),
      };
    },
    prepare: async (_, { way, xml, file }, { definition }) => {
      const sent = way === 'draw' ? xml && fromBoard(xml) : file?.bytes;
      if (!sent) throw new Invalid([{ field: 'file', message: words.chooseFile }]);
      const brought = await processInFile(sent, { preferred: definition.id });
      if ('refused' in brought) throw new Invalid(faultsOf(brought.refused));
      if ('choices' in brought)
        throw new Invalid([{ field: 'file', message: words.several(brought.choices.join(', ')) }]);
      return way === 'draw' ? inOrderOf(brought.definition, definition) : brought.definition;
    },
    act: async (act, typed, { gathered: { base, procedure, definition }, prepared }) => {
      refuseMoved(typed, base.local.process, () => faultsOf(differences(prepared, definition)));
      await storeProcess(act, procedure.code, prepared, { cause: typed.cause, onto: base.local });
      return { to: drawPath(procedure.code), say: words.saved };
    },
  });
