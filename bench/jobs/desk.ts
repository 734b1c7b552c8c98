/** What officers do all day: their inbox with each filter, a dossier, the figures. */
import { pgbench } from '../pgbench.ts';
import { dossierLimit, figuresLimit, inboxLimit, LIMIT_ITEMS } from '../limits.ts';
import type { Job } from '../job.ts';
import type { Visitor, World } from '../world.ts';
import { databaseLimit, get, has } from './pages.ts';

const CONNECTIONS = 16;
const CLIENTS = 8;

/** Sessions of those who hold this post. */
const those = (
  world: World,
  pick: (commune: World['province']['communes'][number]) => readonly { account: string }[],
): Visitor[] =>
  world.province.communes.flatMap(pick).flatMap(({ account }) => world.officers.get(account) ?? []);

const caseOfficers = (world: World): Visitor[] => those(world, ({ caseOfficers }) => caseOfficers);

/** The inbox under one filter, against the bare statement by the covering index. */
const inbox = (name: string, query: string): Job => ({
  name,
  compared: 'rate',
  target: 0.25,
  connections: CONNECTIONS,
  prepare: async (world) => {
    const officers = caseOfficers(world);
    const path = `/viec${query}`;
    if (!officers[0] || !(await has(world, { path, cookie: officers[0].cookie }))) return null;
    const [known] = await world.sql<{ n: number }>('select count(*)::int as n from bench.officers');
    let i = 0;
    return {
      next: () => get({ path, cookie: officers[i++ % officers.length]!.cookie }),
      limit: databaseLimit(world, (seconds) =>
        pgbench(world.owner, world.dataDir, 'inbox', inboxLimit(known?.n ?? 1), CLIENTS, seconds),
      ),
    };
  },
});

/** The page of one dossier, by an officer who may read it: the look is recorded. */
const dossier: Job = {
  name: 'dossier page',
  compared: 'rate',
  target: null,
  connections: CONNECTIONS,
  prepare: async (world) => {
    const rows = await world.sql<{ code: string; one_stop: string }>(
      `select code, one_stop from dossiers.dossiers where tenant = $1 order by submitted_at desc limit 500`,
      [world.tenant],
    );
    const counters = new Map(
      world.province.communes.map(({ oneStop, counter }) => [oneStop, counter.account]),
    );
    const readable = rows.flatMap(({ code, one_stop }) => {
      const visitor = world.officers.get(counters.get(one_stop) ?? '');
      return visitor ? [{ path: `/ho-so/${encodeURIComponent(code)}`, cookie: visitor.cookie }] : [];
    });
    if (!readable[0] || !(await has(world, readable[0]))) return null;
    let i = 0;
    return {
      next: () => get(readable[i++ % readable.length]!),
      limit: databaseLimit(world, (seconds) =>
        pgbench(world.owner, world.dataDir, 'dossier', dossierLimit(LIMIT_ITEMS), CLIENTS, seconds),
      ),
    };
  },
};

/** The figures of this month by agency and by procedure. */
const figures: Job = {
  name: 'month figures and live tiles',
  compared: 'rate',
  target: null,
  connections: CONNECTIONS,
  prepare: async (world) => {
    const officers = caseOfficers(world);
    if (!officers[0] || !(await has(world, { path: '/so-lieu', cookie: officers[0].cookie }))) return null;
    let i = 0;
    return {
      next: () => get({ path: '/so-lieu', cookie: officers[i++ % officers.length]!.cookie }),
      limit: databaseLimit(world, (seconds) =>
        pgbench(world.owner, world.dataDir, 'figures', figuresLimit, CLIENTS, seconds),
      ),
    };
  },
};

export const deskJobs: readonly Job[] = [
  inbox('inbox', ''),
  inbox('inbox, mine', '?xem=cua-toi'),
  inbox('inbox, to be taken', '?xem=cho-nhan'),
  inbox('inbox, late', '?tre=1'),
  inbox('inbox, of one kind', '?loai=dossiers.appraise'),
  inbox('inbox, by words', `?q=${encodeURIComponent('dụ')}`),
  dossier,
  figures,
];
