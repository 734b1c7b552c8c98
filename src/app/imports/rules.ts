/** The rules of who may import whom, as a table; the order of the rooms is that of `src/architecture.ts`. */
import { rooms } from '../../architecture.ts';
import type { Import } from './read.ts';

/** Something that a rule forbids, told to the developer. */
export type Fault = { readonly place: string; readonly why: string };

type Rule = { readonly why: string; readonly broken: (one: Import) => boolean };

const order = rooms.map(({ path }) => `src/${path}/`);
const roomOf = (file: string): number => order.findIndex((folder) => file.startsWith(folder));
const inGround = (file: string) => file.startsWith('src/ground/');
const inApp = (file: string) => file.startsWith('src/app/');

const isTest = (file: string) => /[.]test[.]tsx?$/.test(file) || /^(e2e|bench)\//.test(file);
const isForTests = (file: string) => /\/(fixtures|testing)([.]tsx?$|\/)/.test(file);
/** `queries.ts`, or the folder that it has grown into. */
const isPart = (name: string) => new RegExp(`/(${name})([.]tsx?$|/)`);
const isDoor = (file: string) => /^src\/[^/]+\/[^/]+\/index[.]tsx?$/.test(file);
const isAppDoor = (file: string) => /^src\/[^/]+\/[^/]+\/module[.]tsx?$/.test(file);

const network =
  /^(node:)?(net|tls|http|https|http2|dgram|dns)(\/|$)|^(nodemailer|aws4fetch|openid-client)(\/|$)/;
const outsideWorld =
  /^(node:)?(fs|child_process|worker_threads|timers)(\/|$)|^(pg|pg-boss|kysely|hono|@hono\/.*)$/;
const mechanisms = /^src\/ground\/(db|record|jobs|files|wire|web)\//;

const rules: readonly Rule[] = [
  {
    why: 'a room imports only rooms that stand before it in src/architecture.ts; upward it speaks by events',
    broken: ({ from, to }) => roomOf(from) >= 0 && roomOf(to) > roomOf(from),
  },
  {
    why: 'another room is entered by its index.ts (the app and tests also by module.ts, tests by fixtures.ts)',
    broken: ({ from, to }) => {
      if (roomOf(to) < 0 || roomOf(to) === roomOf(from) || inGround(to) || inApp(to) || isDoor(to))
        return false;
      if (isAppDoor(to)) return !inApp(from) && !isTest(from);
      return !(isForTests(to) && (isTest(from) || isForTests(from)));
    },
  },
  {
    why: 'fixtures and what is made for testing are for tests',
    broken: ({ from, to }) => isForTests(to) && !isTest(from) && !isForTests(from),
  },
  {
    why: 'rules decide on what they are given: no database, no network, no files, no clock',
    broken: ({ from, to, typeOnly }) =>
      isPart('rules').test(from) &&
      !typeOnly &&
      !isTest(from) &&
      [network, outsideWorld, mechanisms, isPart('queries|commands|pages|api|jobs|listeners|gateway')].some(
        (kind) => kind.test(to),
      ),
  },
  {
    why: 'queries read; they know no commands, jobs or pages',
    broken: ({ from, to }) =>
      isPart('queries').test(from) && !isTest(from) && isPart('commands|jobs|pages').test(to),
  },
  {
    why: 'pages are shown by the module of their room and imported by nobody else',
    broken: ({ from, to }) =>
      roomOf(to) >= 0 && /\/pages\//.test(to) && !/\/pages\/|\/module[.]tsx?$/.test(from) && !isTest(from),
  },
  {
    why: 'furniture has no database',
    broken: ({ from, to, typeOnly }) => from.startsWith('src/ground/ui/') && !typeOnly && mechanisms.test(to),
  },
  {
    why: 'only the gateway of a room speaks to the network',
    broken: ({ from, to, typeOnly }) =>
      roomOf(from) >= 0 &&
      !inGround(from) &&
      !inApp(from) &&
      !typeOnly &&
      !isTest(from) &&
      !isForTests(from) &&
      !/\/gateway(\/|[.]ts$)/.test(from) &&
      network.test(to),
  },
];

/** Imports that break a rule. */
export const brokenRules = (imports: readonly Import[]): readonly Fault[] =>
  imports.flatMap((one) =>
    rules
      .filter(({ broken }) => broken(one))
      .map(({ why }) => ({ place: `${one.from} imports ${one.to}`, why })),
  );

/** Files whose name says nothing, and source folders that are no room. */
export const badPlaces = (files: readonly string[]): readonly Fault[] =>
  files.flatMap((place) => [
    ...(/\/(utils?|helpers?|common|shared|misc|types)([.]tsx?$|\/)/.test(place)
      ? [{ place, why: 'name a file after what it holds' }]
      : []),
    ...(/^src\/.+\//.test(place) && roomOf(place) < 0
      ? [{ place, why: 'every room stands in src/architecture.ts' }]
      : []),
  ]);

/** Rings of files that import each other while the program runs, each told once. */
export const cycles = (imports: readonly Import[]): readonly Fault[] => {
  const next = Map.groupBy(
    imports.filter(({ typeOnly }) => !typeOnly),
    ({ from }) => from,
  );
  const done = new Set<string>();
  const faults: Fault[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) {
      faults.push({
        place: [...path.slice(start), file].join(' → '),
        why: 'files import each other in a ring',
      });
      return;
    }
    if (done.has(file)) return;
    for (const { to } of next.get(file) ?? []) visit(to, [...path, file]);
    done.add(file);
  };
  for (const file of next.keys()) visit(file, []);
  return faults;
};
