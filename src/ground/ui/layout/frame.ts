/** What a whole page needs beside its body. Header and footer are identical on every page (Circular 22/2023/TT-BTTTT). */
import type { VNode } from 'preact';
import type { Language, Text } from '../../text/language.ts';
import type { Content } from '../content.ts';

/** Where the browser finds what a page loads: the paths under which `buildAssets` files are served. */
export type PageAssets = {
  readonly css: string;
  readonly js: string;
  readonly icon: string;
  /** Font files worth fetching at once. */
  readonly preload: readonly string[];
};

/** One entry of the main navigation. */
export type NavigationItem = { readonly href: string; readonly text: Text };

/** One group of links in the footer. */
export type FooterGroup = { readonly title: Text; readonly links: readonly NavigationItem[] };

/** A page: everything that `renderPage` needs. */
export type Frame = {
  readonly lang: Language;
  /** Heading of the page; the document title adds the organisation. */
  readonly title: string;
  /** The way here, without this page. */
  readonly crumbs: readonly { readonly href: string; readonly text: string }[];
  /** The body whose site this is. */
  readonly organisation: Text;
  /** What this site is: "Cổng thông tin và dịch vụ công". */
  readonly subtitle?: Text | undefined;
  /** Lines of the footer: who answers for the content, where, how to reach them. */
  readonly about?: readonly Text[] | undefined;
  readonly navigation: readonly NavigationItem[];
  readonly footer?: readonly FooterGroup[] | undefined;
  /** Name of the person signed in, or null. */
  readonly visitor: string | null;
  /** Path and query of this page: marks the navigation, and the language switch stays on it. */
  readonly path: string;
  readonly body: VNode;
  readonly assets: PageAssets;
  /** Paths of the scripts of interactive parts (islands) that only this page has. */
  readonly scripts?: readonly string[] | undefined;
  /** Paths of style sheets that those bring along. */
  readonly styles?: readonly string[] | undefined;
  /** Wide pages are for officers' lists. */
  readonly wide?: boolean | undefined;
  /** Token of the sign-out form; needed when there is a visitor. */
  readonly csrf?: string | undefined;
  /** Where to sign in, sign out (a POST) and see one's own page. */
  readonly doors?: Partial<Doors> | undefined;
  /** Description for search engines; pages with a visitor are never indexed. */
  readonly description?: string | undefined;
  /** Shown above the body on every page: maintenance, sample data. */
  readonly notice?: Content;
};

/** Paths that the header links to. */
export type Doors = {
  readonly home: string;
  readonly signIn: string;
  readonly signOut: string;
  readonly visitor: string;
};

/** The doors of a page: the defaults of the platform with what the frame says otherwise. */
export const doorsOf = (frame: Frame): Doors => ({
  home: '/',
  signIn: '/dang-nhap',
  signOut: '/dang-xuat',
  visitor: '/cua-toi',
  ...frame.doors,
});

/** The same page with other values in its query; null takes one away. */
export function withQuery(
  path: string,
  values: Readonly<Record<string, string | number | null | undefined>>,
): string {
  const [place = '', query = ''] = path.split('?', 2);
  const params = new URLSearchParams(query);
  for (const [name, value] of Object.entries(values)) {
    if (value === null || value === undefined) params.delete(name);
    else params.set(name, String(value));
  }
  const text = params.toString();
  return text ? `${place}?${text}` : place;
}

/** The one navigation entry that this path lies under: the longest that matches, so that `/` only matches itself. */
export function currentItem(items: readonly NavigationItem[], path: string): NavigationItem | undefined {
  const place = path.split('?', 1)[0] ?? '';
  const lies = (href: string): boolean => place === href || (href !== '/' && place.startsWith(`${href}/`));
  return items.filter((item) => lies(item.href)).sort((a, b) => b.href.length - a.href.length)[0];
}
