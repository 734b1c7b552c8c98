/** XML of registries: read into a plain tree (no document type, no entities of its own), written with everything escaped. */
import { SaxesParser } from 'saxes';
import { Garbled } from '../../../ground/wire/index.ts';

/** An element. Names are local: prefixes are the sender's own choice. */
export type XmlNode = {
  readonly name: string;
  readonly ns: string;
  readonly children: XmlNode[];
  text: string;
};

const DEEPEST = 40;

/** Reads a document. Throws Garbled for anything that is not well-formed, or tries to declare entities. */
export function readXml(xml: string): XmlNode {
  const top: XmlNode = { name: '', ns: '', children: [], text: '' };
  const open: XmlNode[] = [top];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw new Garbled('not XML', { cause: error });
  });
  parser.on('doctype', () => {
    throw new Garbled('a document type is not allowed');
  });
  parser.on('opentag', ({ local, uri }) => {
    if (open.length > DEEPEST) throw new Garbled('nested too deeply');
    const node: XmlNode = { name: local, ns: uri, children: [], text: '' };
    open.at(-1)!.children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => void open.pop());
  const add = (text: string): void => void (open.at(-1)!.text += text);
  parser.on('text', add);
  parser.on('cdata', add);
  parser.write(xml).close();
  return top.children[0]!;
}

/** The first element found by a path of names below a node. */
export const within = (node: XmlNode | undefined, ...path: readonly string[]): XmlNode | undefined =>
  path.reduce<XmlNode | undefined>((at, name) => at?.children.find((child) => child.name === name), node);

/** The trimmed text at a path; null when it is not there or empty. */
export const textAt = (node: XmlNode | undefined, ...path: readonly string[]): string | null =>
  within(node, ...path)
    ?.text.normalize('NFC')
    .trim() || null;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A tree to be written: text, or elements by name; null and undefined are left out, lists repeat the element. */
export type XmlTree =
  string | number | null | undefined | readonly XmlTree[] | { readonly [name: string]: XmlTree };

/** Writes elements; `prefix` stands before every name (`dan:`). */
export function writeXml(tree: XmlTree, prefix = ''): string {
  if (tree === null || tree === undefined) return '';
  if (typeof tree !== 'object') return String(tree).replaceAll(/[&<>"]/g, (sign) => escapes[sign]!);
  if (Array.isArray(tree)) return tree.map((one: XmlTree) => writeXml(one, prefix)).join('');
  return Object.entries(tree)
    .flatMap(([name, value]) =>
      (Array.isArray(value) ? (value as readonly XmlTree[]) : [value]).map((one) =>
        one === null || one === undefined
          ? ''
          : `<${prefix}${name}>${writeXml(one, prefix)}</${prefix}${name}>`,
      ),
    )
    .join('');
}
