/** RDF Turtle (W3C Recommendation, 2014) of a graph of nodes. Pure. */
import { context, type Node, type Value } from './cpsv-ap.ts';

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
};
const literal = (text: string): string =>
  `"${text.replaceAll(/[\\"\n\r\t\b\f]/g, (letter) => escapes[letter]!)}"`;
/** Characters that may not stand in an IRI. */
const iri = (id: string): string =>
  `<${id.replaceAll(/[\u0000-\u0020<>"{}|^`\\]/g, (letter) => encodeURIComponent(letter))}>`;

/** The object of a triple; nodes are named here and written by themselves. */
function objectOf(value: Value): string {
  if (typeof value === 'string') return literal(value);
  if (typeof value === 'number') return String(value);
  if ('@value' in value && typeof value['@value'] === 'string') {
    const {
      '@value': text,
      '@language': language,
      '@type': type,
    } = value as { '@value': string; '@language'?: string; '@type'?: string };
    return literal(text) + (language ? `@${language}` : type ? `^^${type}` : '');
  }
  return iri((value as { '@id': string })['@id']);
}

const isNode = (value: Value): value is Node =>
  typeof value === 'object' && '@id' in value && '@type' in value && !('@value' in value);

/** Prefix declarations, written once per file. */
export const prefixes = (): string =>
  Object.entries(context)
    .map(([name, address]) => `@prefix ${name}: <${address}> .\n`)
    .join('');

/** The triples of a node and of all nodes below it. */
export function turtleOf(node: Node): string {
  const { '@id': id, '@type': type, ...properties } = node;
  const below: Node[] = [];
  const lines = [`${iri(id)} a ${type}`];
  for (const [property, given] of Object.entries(properties)) {
    const values = (Array.isArray(given) ? given : [given]) as readonly Value[];
    if (values.length === 0) continue;
    below.push(...values.filter(isNode));
    lines.push(`  ${property} ${values.map(objectOf).join(', ')}`);
  }
  return `${lines.join(' ;\n')} .\n${below.map(turtleOf).join('')}`;
}
