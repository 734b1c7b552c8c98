/** How letters of a Word file look: defaults, styles that rest on each other, and what a run says itself (ECMA-376 part 1, §17.7). */

export type Letter = {
  /** Points. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly capitals: boolean;
  readonly font: string | null;
  /** Six digits; null: black. */
  readonly colour: string | null;
};

/** The letters of a paragraph, and how its lines stand. Distances are twentieths of a point, `line` is in parts of 240. */
export type Standing = Letter & {
  readonly align: string | null;
  readonly firstLine: number;
  readonly before: number;
  readonly after: number;
  readonly line: number;
  /** Whether `line` counts lines; else it is a fixed distance. */
  readonly byLines: boolean;
};

export type Styles = {
  /** A paragraph of this style, or of the usual one. */
  readonly paragraph: (id: string | null) => Standing;
  readonly run: (id: string, from: Letter) => Letter;
  readonly theme: string | null;
};

export const childrenOf = (parent: Element): readonly Element[] =>
  Array.from(parent.childNodes).filter((node): node is Element => node.nodeType === 1);

/** The first child of this name. */
export const first = (parent: Element | null | undefined, name: string): Element | null =>
  (parent && childrenOf(parent).find(({ localName }) => localName === name)) ?? null;

export const valueOf = (element: Element | null): string | null => element?.getAttribute('w:val') || null;

/** A property that is on where it is named, unless it says that it is off; null: not named. */
const toggled = (properties: Element | null, name: string): boolean | null => {
  const element = first(properties, name);
  return element && !['0', 'false', 'off'].includes(valueOf(element) ?? '');
};

function fontIn(properties: Element | null, theme: string | null): string | null {
  const fonts = first(properties, 'rFonts');
  if (!fonts) return null;
  if (fonts.getAttribute('w:asciiTheme')) return theme;
  return fonts.getAttribute('w:ascii') || fonts.getAttribute('w:hAnsi') || null;
}

function colourIn(properties: Element | null): string | null {
  const stated = valueOf(first(properties, 'color'));
  if (stated === 'auto') return '000000';
  return stated && /^[\da-f]{6}$/i.test(stated) ? stated : null;
}

/** What the properties of a paragraph change in how it is set (ECMA-376 part 1, §17.3.1). */
export function settingIn(from: Standing, properties: Element | null): Standing {
  const spacing = first(properties, 'spacing');
  const number = (name: string, otherwise: number): number => {
    const stated = spacing?.getAttribute(`w:${name}`);
    return stated && !Number.isNaN(Number(stated)) ? Number(stated) : otherwise;
  };
  const rule = spacing?.getAttribute('w:lineRule');
  return {
    ...from,
    align: valueOf(first(properties, 'jc')) ?? from.align,
    before: number('before', from.before),
    after: number('after', from.after),
    line: number('line', from.line),
    byLines: rule ? rule === 'auto' : from.byLines,
  };
}

/** What properties of letters change. */
function changed<L extends Letter>(from: L, properties: Element | null, theme: string | null): L {
  const size = Number(valueOf(first(properties, 'sz')) ?? Number.NaN) / 2;
  return {
    ...from,
    size: Number.isNaN(size) ? from.size : size,
    bold: toggled(properties, 'b') ?? from.bold,
    italic: toggled(properties, 'i') ?? from.italic,
    capitals: toggled(properties, 'caps') ?? from.capitals,
    font: fontIn(properties, theme) ?? from.font,
    colour: colourIn(properties) ?? from.colour,
  };
}

/** The letters of a run inside a paragraph. */
export function letterOf(properties: Element | null, paragraph: Letter, styles: Styles): Letter {
  const style = valueOf(first(properties, 'rStyle'));
  return changed(style ? styles.run(style, paragraph) : paragraph, properties, styles.theme);
}

/** What Word takes where a file says nothing: Times New Roman of 10 points. */
const plain: Standing = {
  size: 10,
  bold: false,
  italic: false,
  capitals: false,
  font: 'Times New Roman',
  colour: null,
  align: null,
  firstLine: 0,
  before: 0,
  after: 0,
  line: 240,
  byLines: true,
};

/** Styles rest on styles, but not endlessly. */
const deepest = 20;

export function readStyles(styles: Document | null, theme: Document | null): Styles {
  const root = styles?.documentElement ?? null;
  const minor = theme && Array.from(theme.getElementsByTagNameNS('*', 'minorFont'))[0];
  const themeFont = first(minor, 'latin')?.getAttribute('typeface') || null;
  const defaults = first(root, 'docDefaults');
  const named = new Map(
    (root ? childrenOf(root) : []).map((style) => [style.getAttribute('w:styleId') ?? '', style]),
  );
  const usual = [...named.values()].find(
    (style) => style.getAttribute('w:type') === 'paragraph' && style.getAttribute('w:default') === '1',
  );
  const standing = (from: Standing, paragraph: Element | null, letters: Element | null): Standing => ({
    ...settingIn(changed(from, letters, themeFont), paragraph),
    firstLine: Number(first(paragraph, 'ind')?.getAttribute('w:firstLine') || from.firstLine),
  });
  const base = standing(
    plain,
    first(first(defaults, 'pPrDefault'), 'pPr'),
    first(first(defaults, 'rPrDefault'), 'rPr'),
  );
  const applied = (style: Element | undefined, from: Standing, depth = 0): Standing => {
    if (!style || depth > deepest) return from;
    const below = valueOf(first(style, 'basedOn'));
    const under = below ? applied(named.get(below), from, depth + 1) : from;
    return standing(under, first(style, 'pPr'), first(style, 'rPr'));
  };
  return {
    paragraph: (id) => applied((id && named.get(id)) || usual, base),
    run: (id, from) => applied(named.get(id), { ...plain, ...from }),
    theme: themeFont,
  };
}
