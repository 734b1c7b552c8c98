/**
 * What an officer must still find and write down before the result can be printed (kết quả thẩm tra): told from what the
 * template needs and from what the procedure maps into it, so that no procedure lists it twice. Pure.
 */
import { isDay, parseDay } from '../../ground/text/dates.ts';
import type { FieldError } from '../../ground/operate/errors.ts';
import type { Text } from '../../ground/text/language.ts';
import { bringsOf } from '../../outside/registries/index.ts';
import { findTemplate } from '../../paper/typeset/index.ts';
import type { Procedure } from '../catalogue/index.ts';

/** `file`: the SHA-256 of a scan that the officer makes. */
export type FindingKind = 'text' | 'day' | 'number' | 'file';

/** One thing to find. */
export type Finding = {
  /** As the mapping of the result names it, without `found.`. */
  readonly name: string;
  readonly label: string;
  readonly kind: FindingKind;
};

/** What was found, by name. */
export type Found = Readonly<Record<string, string | number>>;

/** Found by the platform itself, from its own books. */
const ours: ReadonlySet<string> = new Set(['fee']);

type Schema = {
  readonly title?: string;
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
};

/** What officers find for the result of this procedure, in the order of its mapping. */
export function findingsOf({
  results,
  resultData,
  number,
}: Pick<Procedure, 'results' | 'resultData' | 'number'>): readonly Finding[] {
  const template = findTemplate(results.find((one) => one.template !== null)?.template ?? '');
  if (!template) return [];
  const given = new Set([...ours, ...(number ? bringsOf(number.kind) : [])]);
  const found = new Map<string, Finding>();
  for (const [path, source] of Object.entries(resultData)) {
    const [, name, filters = ''] = /^found\.([\w.]+)((?:@[\w+]+)*)$/.exec(source) ?? [];
    if (!name || given.has(name) || found.has(name)) continue;
    const at = schemaAt(template.schema as Schema, path.split('.'));
    const label = labelBeside(resultData, path) ?? at.titles.join(': ');
    found.set(name, { name, label, kind: filters.includes('@day') ? 'day' : kindOf(at.schema) });
  }
  return [...found.values()];
}

/** A labelled fact is called by its label. */
function labelBeside(resultData: Procedure['resultData'], path: string): string | null {
  const label = path.endsWith('.value') ? resultData[path.replace(/value$/, 'label')] : undefined;
  return label?.startsWith('=') ? label.slice(1) : null;
}

function schemaAt(
  root: Schema,
  path: readonly string[],
): { readonly schema: Schema; readonly titles: readonly string[] } {
  const titles: string[] = [];
  let schema: Schema = root;
  for (const step of path) {
    schema = (/^\d+$/.test(step) ? schema.items : schema.properties?.[step]) ?? {};
    if (schema.title) titles.push(schema.title);
  }
  return { schema, titles };
}

function kindOf({ type, format, pattern }: Schema): FindingKind {
  if (pattern === '^[0-9a-f]{64}$') return 'file';
  if (format === 'date') return 'day';
  return type === 'integer' ? 'number' : 'text';
}

/** What was typed, as values. What was left empty is not found; what cannot be read is said for its field. */
export function readFindings(
  findings: readonly Finding[],
  typed: Readonly<Record<string, string>>,
): { readonly found: Found; readonly errors: readonly FieldError[] } {
  const found: Record<string, string | number> = {};
  const errors: FieldError[] = [];
  for (const { name, label, kind } of findings) {
    const text = typed[name]?.trim() ?? '';
    if (text === '') continue;
    const value = kind === 'day' ? dayOf(text) : kind === 'number' ? wholeOf(text) : text;
    if (value === null) errors.push({ field: `found.${name}`, message: wrong(label, kind) });
    else found[name] = value;
  }
  return { found, errors };
}

const dayOf = (text: string): string | null => (isDay(text) ? text : parseDay(text));

const wholeOf = (text: string): number | null => (/^\d{1,12}$/.test(text) ? Number(text) : null);

const wrong = (label: string, kind: FindingKind): Text =>
  kind === 'day'
    ? { vi: `${label}: hãy ghi ngày dạng 21/11/2026.`, en: `${label}: write the day as 21/11/2026.` }
    : { vi: `${label}: hãy ghi số nguyên.`, en: `${label}: write a whole number.` };
