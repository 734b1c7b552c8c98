/** The part of a step's page on which an officer writes down what was found, and what reads it. */
import type { Act } from '../../../ground/db/act.ts';
import type { File } from '../../../ground/files/index.ts';
import { Invalid } from '../../../ground/operate/errors.ts';
import { FileUpload, Input } from '../../../ground/ui/index.ts';
import { formatDay } from '../../../ground/text/dates.ts';
import { errorOf, typedIn } from '../../../ground/web/form.tsx';
import { text, type Input as PageInput, type Raw } from '../../../ground/web/input.ts';
import type { Fault } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { addScan, noteFindings } from '../commands/find.ts';
import { readFindings, type Finding } from '../findings.ts';
import type { Held } from '../load.ts';
import type { Dossier } from '../schema.ts';
import { words } from '../words.ts';

/** What was posted of findings: texts by name, and scans. */
export type PostedFindings = {
  readonly texts: Readonly<Record<string, string>>;
  readonly scans: Readonly<Record<string, File>>;
};

const PREFIX = 'found.';
const line = text({ label: words.foundField, max: 1000, min: 0 });

/** An input with findings beside its own fields. */
export const withFindings = <T extends object>(
  base: PageInput<T>,
): PageInput<T & { readonly posted: PostedFindings }> => ({
  schema: base.schema,
  read: (raw) => {
    const own = base.read(raw);
    const posted = readPosted(raw);
    const errors = [own, posted].flatMap((one) => ('errors' in one ? one.errors : []));
    return 'value' in own && 'value' in posted && errors.length === 0
      ? { value: { ...own.value, posted: posted.value } }
      : { errors };
  },
});

function readPosted(raw: Raw): ReturnType<PageInput<PostedFindings>['read']> {
  const texts: Record<string, string> = {};
  const scans: Record<string, File> = {};
  for (const [field, value] of Object.entries(raw)) {
    if (!field.startsWith(PREFIX)) continue;
    const name = field.slice(PREFIX.length);
    if (isFile(value)) scans[name] = value;
    else if (value !== null) {
      const read = line.read(value, field);
      if ('errors' in read) return read;
      texts[name] = read.value;
    }
  }
  return { value: { texts, scans } };
}

const isFile = (value: unknown): value is File =>
  typeof value === 'object' && value !== null && 'hash' in value;

/** Writes down what was posted. Throws Invalid for what cannot be read. */
export async function takeFindings(
  act: Act,
  held: Held,
  findings: readonly Finding[],
  { texts, scans }: PostedFindings,
): Promise<Held> {
  const { found, errors } = readFindings(findings, texts);
  if (errors.length > 0) throw new Invalid(errors);
  const hashes: Record<string, string> = {};
  for (const { name, label, kind } of findings) {
    const scan = kind === 'file' ? scans[name] : undefined;
    if (!scan) continue;
    hashes[name] = scan.hash;
    await addScan(act, held, label, scan);
  }
  return noteFindings(act, held, { ...found, ...hashes });
}

type Props = {
  readonly findings: readonly Finding[];
  readonly dossier: Pick<Dossier, 'found'>;
  readonly fault: Fault | null;
  readonly visit: Visit;
};

/** The fields, filled with what was found already; nothing where the result needs no findings. */
export const FindingFields = ({ findings, dossier, fault, visit }: Props) =>
  findings.length === 0 ? null : (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{words.found[visit.lang]}</legend>
      {findings.map(({ name, label, kind }) => {
        const id = `${PREFIX}${name}`;
        const error = errorOf(fault, id, visit);
        if (kind === 'file')
          return (
            <FileUpload
              id={id}
              name={id}
              label={words.scanOf[visit.lang]}
              hint={dossier.found[name] ? words.scanKept[visit.lang] : label}
              error={error}
            />
          );
        return (
          <Input
            id={id}
            name={id}
            label={label}
            hint={kind === 'day' ? words.dayHint[visit.lang] : undefined}
            width={kind === 'text' ? undefined : 10}
            value={typedIn(fault, id) ?? shown(dossier.found[name], kind)}
            error={error}
          />
        );
      })}
    </fieldset>
  );

const shown = (value: unknown, kind: Finding['kind']): string =>
  value === undefined ? '' : kind === 'day' ? formatDay(String(value)) : String(value);
