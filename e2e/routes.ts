/** The route table of the program, as the tests go through it. */
import { contributed, type Program } from '../src/app/wiring.ts';
import type { Who } from '../src/ground/web/page.ts';

/** A route that answers GET with a page. */
export type Route = { readonly path: string; readonly who: Who; readonly example: string | null };

/** All pages of the program. */
export const pagesOf = ({ rooms }: Program): readonly Route[] => contributed(rooms, 'pages');

/** Everything that is asked by GET and answers with something other than a page. */
export const answersOf = ({ rooms }: Program): readonly Route[] => contributed(rooms, 'answers');

/** Whether a path is one of this route: `:name` stands for one part, `:name{pattern}` for one of this pattern. */
export const fits = (route: Pick<Route, 'path'>, path: string): boolean => patternOf(route.path).test(path);

/** Every link of every page is held against every route: each pattern is made once. */
const patterns = new Map<string, RegExp>();

function patternOf(route: string): RegExp {
  const known = patterns.get(route);
  if (known) return known;
  const parts = route
    .replaceAll('.', '\\.')
    .replaceAll(/:\w+(?:\{((?:[^{}]|\{[^}]*\})*)\})?/g, (_, pattern?: string) => pattern ?? '[^/]+');
  const made = new RegExp(`^${parts}$`);
  patterns.set(route, made);
  return made;
}

/** The route that answers this path, or undefined. */
export const routeOf = (routes: readonly Route[], path: string): Route | undefined =>
  routes.find((route) => fits(route, path));
