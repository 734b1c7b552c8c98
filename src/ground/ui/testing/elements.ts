/** HTML as a flat list of elements, for tests that look for something in a page. */
import { parse, type DefaultTreeAdapterTypes } from 'parse5';

/** One element: its name, attributes and all text inside it with single spaces. */
export type Found = {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
};

type Node = DefaultTreeAdapterTypes.ChildNode;

const textOf = (node: Node): string => {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
};

/** All elements of a document or a piece of one, in document order. */
export function elements(html: string): Found[] {
  const found: Found[] = [];
  const walk = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      if (!('tagName' in node)) continue;
      const attributes = Object.fromEntries(node.attrs.map((one) => [one.name, one.value]));
      found.push({ tag: node.tagName, attributes, text: textOf(node).replaceAll(/\s+/g, ' ').trim() });
      walk(node.childNodes);
    }
  };
  walk(parse(html).childNodes);
  return found;
}

/** Whether an element has this class. */
export const hasClass = (element: Found, name: string): boolean =>
  (element.attributes['class'] ?? '').split(/\s+/).includes(name);
