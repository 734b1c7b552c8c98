/** Turns HTML that a fixture gives as a string into nodes: our components take children, never strings of HTML. */
import { h, type VNode } from 'preact';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import type { Attributes, Content, Part } from '../content.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;

function nodeOf(node: Node): VNode | string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  if (!('tagName' in node)) return '';
  const attributes = Object.fromEntries(node.attrs.map((one) => [one.name, one.value]));
  return h(node.tagName, attributes, ...node.childNodes.map(nodeOf));
}

/** The nodes of a piece of HTML. */
export const nodes = (html: string): Content => parseFragment(html).childNodes.map(nodeOf);

/** The first element with this tag, for signs that a fixture brings as part of its expected HTML. */
export function findNode(html: string, tag: string, className: string): Content {
  const search = (list: readonly Node[]): VNode | string | undefined => {
    for (const node of list) {
      if (!('tagName' in node)) continue;
      const names = node.attrs.find((one) => one.name === 'class')?.value.split(/\s+/) ?? [];
      if (node.tagName === tag && names.includes(className)) return nodeOf(node);
      const found = search(node.childNodes);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return search(parseFragment(html).childNodes);
}

/** Words as the published fixtures give them. */
export type Words = {
  readonly text?: string | number;
  readonly html?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
};

/** The content of such words. */
export const content = (words: Words | undefined): Content => (words?.html ? nodes(words.html) : words?.text);

/** Such words as a part of ours, with whatever else they carry under the same name. */
export function part<More extends object>(
  words: (Words & More) | undefined,
): (Part & Omit<More, keyof Words>) | undefined {
  if (!words) return undefined;
  const { text: _text, html: _html, classes, ...more } = words;
  return { ...more, text: content(words), class: classes } as Part & Omit<More, keyof Words>;
}

/** Class and attributes. */
export const look = (
  options: Words | undefined,
): { class?: string | undefined; attributes?: Attributes | undefined } => ({
  class: options?.classes,
  attributes: options?.attributes,
});
