/**
 * HTML as comparable lines: one per element and text, in document order. What a browser does not show a difference
 * for is levelled: order of attributes and classes, runs of white space, white space at the edges of blocks.
 */
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Elements that do not break a line of text: a space before or inside them is seen. */
const inline = new Set(['a', 'abbr', 'b', 'code', 'em', 'i', 'kbd', 'small', 'span', 'strong', 'sub', 'sup']);
const verbatim = new Set(['pre', 'textarea']);

const value = (name: string, text: string): string =>
  name === 'class' ? [...new Set(text.split(/\s+/).filter(Boolean))].sort().join(' ') : text;

const attributesOf = (element: Element): string =>
  element.attrs
    .map((one) => ({ name: one.name, value: value(one.name, one.value) }))
    .filter((one) => one.name !== 'class' || one.value)
    .map((one) => ` ${one.name}=${JSON.stringify(one.value)}`)
    .sort()
    .join('');

/** A link that looks like a button is a box of its own. */
const isButton = (element: Element): boolean =>
  element.attrs.some((one) => one.name === 'role' && one.value === 'button');

const isText = (node: Node): node is DefaultTreeAdapterTypes.TextNode => node.nodeName === '#text';
const isElement = (node: Node): node is Element => 'tagName' in node;

/** The lines of a piece of HTML. */
export function canonical(html: string): string[] {
  const lines: string[] = [];
  let atEdge = true;
  let spaceWaits = false;

  const addText = (text: string, depth: string): void => {
    if (/^\s/.test(text) && !atEdge) spaceWaits = true;
    const words = text.trim().replaceAll(/\s+/g, ' ');
    if (!words) return;
    lines.push(`${depth}"${spaceWaits ? ' ' : ''}${words}"`);
    atEdge = false;
    spaceWaits = /\s$/.test(text);
  };

  const walk = (node: Node, depth: string): void => {
    if (isText(node)) return addText(node.value, depth);
    if (!isElement(node)) return;
    lines.push(`${depth}<${node.tagName}${attributesOf(node)}>`);
    const breaks = !inline.has(node.tagName) || isButton(node);
    const edge = (): void => {
      if (breaks) [atEdge, spaceWaits] = [true, false];
    };
    edge();
    for (const child of node.childNodes) {
      if (verbatim.has(node.tagName) && isText(child)) lines.push(`${depth}  ${JSON.stringify(child.value)}`);
      else walk(child, `${depth}  `);
    }
    edge();
  };

  for (const node of parseFragment(html).childNodes) walk(node, '');
  return lines;
}
