/** A steady stream of submissions from people who try again: what was acknowledged must be there, once. */
import { setTimeout as sleep } from 'node:timers/promises';
import { openLine, type Line } from '../wire.ts';
import type { ReadyDraft } from '../supply.ts';
import type { World } from '../world.ts';

/** What the people saw. */
export type Seen = {
  sent: number;
  /** Codes that were acknowledged, by draft. */
  readonly codes: Map<string, string>;
  /** Each acknowledged submission: when it was asked for, and when the answer came. */
  readonly successes: { readonly asked: number; readonly answered: number }[];
  failures: number;
};

export type Stream = { readonly seen: Seen; stop(): Promise<Seen> };

const TRIES = 400;
const PAUSE_MS = 50;

/** Lets so many people submit one draft after the other, at whichever web process answers, until it is stopped. */
export function openStream(ports: readonly number[], drafts: readonly ReadyDraft[], people: number): Stream {
  const seen: Seen = { sent: 0, codes: new Map(), successes: [], failures: 0 };
  const end = new AbortController();
  let at = 0;
  const person = async (n: number): Promise<void> => {
    const lines = ports.map((port) => openLine(port));
    for (let draft = drafts[at++]; !end.signal.aborted && draft; draft = drafts[at++]) {
      seen.sent += 1;
      const code = await submitAtLast(draft, lines, n, seen);
      if (code) seen.codes.set(draft.id, code);
    }
    for (const line of lines) line.close();
  };
  const all = Promise.all(Array.from({ length: people }, (_, n) => person(n)));
  return {
    seen,
    stop: async () => {
      end.abort();
      await all;
      return seen;
    },
  };
}

/** Submits until it is acknowledged, each time at the next web process, always the same draft. */
async function submitAtLast(
  { id, visitor }: ReadyDraft,
  lines: readonly Line[],
  first: number,
  seen: Seen,
): Promise<string | null> {
  const body = new URLSearchParams({ csrf: visitor.csrf, returnWay: 'online' }).toString();
  for (let i = first; i < first + TRIES; i++) {
    const asked = performance.now();
    const reply = await lines[i % lines.length]!.ask({
      method: 'POST',
      path: `/ban-khai/${id}/kiem-tra`,
      cookie: visitor.cookie,
      body,
    }).catch(() => null);
    const code = /\r\nlocation: \/ho-so\/([^\r?]+)/i.exec(reply?.head ?? '')?.[1];
    if (reply?.status === 303 && code) {
      seen.successes.push({ asked, answered: performance.now() });
      return decodeURIComponent(code);
    }
    seen.failures += 1;
    await sleep(PAUSE_MS);
  }
  return null;
}

/** What became of it: acknowledged dossiers that are not there, and drafts that became two. */
export async function accountOf(
  world: World,
  seen: Seen,
): Promise<{ arrived: number; lost: number; doubled: number }> {
  const rows = await world.sql<{ key: string; code: string; n: number }>(
    `select s.key, min(d.code) as code, count(*)::int as n
       from dossiers.submissions s join dossiers.dossiers d on d.tenant = s.tenant and d.id = s.dossier
      where s.tenant = $1 and s.key = any($2) group by s.key`,
    [world.tenant, [...seen.codes.keys()].map((id) => `draft ${id}`)],
  );
  const there = new Map(rows.map((row) => [row.key, row]));
  const lost = [...seen.codes].filter(([id, code]) => there.get(`draft ${id}`)?.code !== code).length;
  return { arrived: rows.length, lost, doubled: rows.filter(({ n }) => n > 1).length };
}
