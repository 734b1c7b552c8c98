/**
 * The comparison with the national database, each night or when an editor asks: first its list, then procedure by procedure in
 * small jobs. A database that is down or slow only delays it; nothing here changes a procedure.
 */
import type { Act, Look } from '../../../ground/db/act.ts';
import { insert, update } from '../../../ground/db/writes.ts';
import { announce, listener, type Listener, type Timed } from '../../../ground/jobs/index.ts';
import { Unavailable } from '../../../ground/operate/errors.ts';
import { newId } from '../../../ground/record/index.ts';
import type { Listed, NationalRow, ProcedureDatabase } from '../gateway/port.ts';
import { differencesOf, isWhole, readAnswer } from './compare.ts';
import { answersOf, findOurs, keepAnswer, listNew, listOurs, type Told } from './store.ts';

const COMPARE = 'catalogue.compare';
const COMPARE_SOME = 'catalogue.compare-some';

/** Procedures read in one job. */
const SOME = 25;
const MOST_TRIES = 6;
const MINUTE = 60_000;

/** Five minutes, ten, twenty …: about five hours in all, so that a night is enough. */
const later = (act: Act, tries: number): Date => new Date(act.now.getTime() + 5 * MINUTE * 2 ** tries);

/** Begins a comparison; jobs do it. */
export function beginComparison(act: Act): string {
  const id = newId(act.now);
  insert(act.writes, 'catalogue.comparisons', {
    tenant: act.tenant,
    id,
    at: act.now,
    by_account: act.by.account,
    listed: null,
    asked: null,
    trouble: null,
  });
  announce(act, COMPARE, id, { tries: 0 });
  return id;
}

/** Each night at twenty past one. */
export const nightly: Timed = {
  name: 'catalogue.in-step',
  cron: '20 1 * * *',
  act: async (act) => void beginComparison(act),
};

async function unlessSilent<T>(asking: Promise<T>): Promise<T | undefined> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof Unavailable) return undefined;
    throw error;
  }
}

const triesIn = (payload: Readonly<Record<string, unknown>>): number => Number(payload['tries'] ?? 0);

/** Hash of «it is only in the list» and of «it is gone», so that an editor can set these aside as well. */
const wordHash = (word: 'new' | 'absent', code: string): string => `${word}:${code}`;

/** First the list: what is new there, what is gone there, and which ones are to be read. */
const listening = (database: ProcedureDatabase): Listener =>
  listener<readonly Listed[] | undefined>({
    on: COMPARE,
    name: COMPARE,
    does: {
      vi: 'So sánh danh mục thủ tục với cơ sở dữ liệu quốc gia',
      en: 'Compare the catalogue with the national database',
    },
    gather: (look) => unlessSilent(database.list(look)),
    act: async (act, { item, payload }, listed) => {
      const key = { tenant: act.tenant, id: item };
      const tries = triesIn(payload);
      if (!listed) {
        if (tries < MOST_TRIES) announce(act, COMPARE, item, { tries: tries + 1 }, later(act, tries));
        return update(act.writes, 'catalogue.comparisons', key, { trouble: 'no-answer' });
      }
      const there = new Map(listed.map((one) => [one.code, one]));
      const ours = new Map((await listOurs(act)).map((one) => [one.code, one]));
      const absent = [...ours.values()].filter(({ code }) => !there.has(code));
      const both = [...ours.keys()].filter((code) => there.has(code));
      const whole = isWhole(ours.size, absent.length);
      const fresh = [...there.values()].filter(({ code }) => !ours.has(code));
      const told: Told[] = [
        ...fresh.map((one): Told => ({
          ...one,
          state: 'new',
          hash: wordHash('new', one.code),
          content: null,
        })),
        ...(whole ? absent : []).map((one): Told => ({
          ...one,
          state: 'absent',
          hash: wordHash('absent', one.code),
          content: null,
        })),
      ];
      const before = await answersOf(
        act,
        told.map(({ code }) => code),
      );
      for (const one of told) keepAnswer(act, item, before.get(one.code), one);
      for (const one of await listNew(act))
        if (!there.has(one.code)) keepAnswer(act, item, one, { ...one, state: 'same' }); // It came and went.
      for (let i = 0; i < both.length; i += SOME)
        announce(act, COMPARE_SOME, item, { codes: both.slice(i, i + SOME), tries: 0 });
      update(act.writes, 'catalogue.comparisons', key, {
        listed: there.size,
        asked: both.length,
        trouble: whole ? null : 'short-list',
      });
    },
  });

/** Holds one answer against the procedure here. */
async function hold(look: Look, code: string, row: NationalRow | null): Promise<Told | null> {
  const ours = await findOurs(look, code);
  if (!ours) return null; // It has ended here since the list was read.
  const { name } = ours;
  if (!row) return { code, name, state: 'absent', hash: wordHash('absent', code), content: null };
  const read = readAnswer(row, ours.national);
  if (!read) return { code, name, state: 'unreadable', hash: null, content: null };
  const state = differencesOf(ours.national, read).length > 0 ? 'differs' : 'same';
  return { code, name: read.national.name, state, hash: read.hash, content: row };
}

type Held = { readonly told: readonly Told[]; readonly unanswered: readonly string[] };

/** Then some procedures at a time. Those without an answer are asked again later, and are named when that has no end. */
const reading = (database: ProcedureDatabase): Listener =>
  listener<Held>({
    on: COMPARE_SOME,
    name: COMPARE_SOME,
    does: { vi: 'Đọc thủ tục từ cơ sở dữ liệu quốc gia', en: 'Read procedures from the national database' },
    gather: async (look, { payload }) => {
      const codes = (payload['codes'] as readonly string[] | undefined) ?? [];
      const told: Told[] = [];
      const unanswered: string[] = [];
      for (const code of codes) {
        const row = await unlessSilent(database.read(look, code));
        if (row === undefined) unanswered.push(code);
        else told.push(...[(await hold(look, code, row)) ?? []].flat());
      }
      return { told, unanswered };
    },
    act: async (act, { item, payload }, { told, unanswered }) => {
      const before = await answersOf(act, [...told.map(({ code }) => code), ...unanswered]);
      for (const one of told) keepAnswer(act, item, before.get(one.code), one);
      if (unanswered.length === 0) return;
      const tries = triesIn(payload);
      if (tries < MOST_TRIES) {
        announce(act, COMPARE_SOME, item, { codes: unanswered, tries: tries + 1 }, later(act, tries));
        return;
      }
      for (const code of unanswered) {
        const name = (await findOurs(act, code))?.name ?? code;
        keepAnswer(act, item, before.get(code), {
          code,
          name,
          state: 'unreadable',
          hash: null,
          content: null,
        });
      }
    },
  });

/** The jobs of a comparison. */
export const inStepListeners = (database: ProcedureDatabase): readonly Listener[] => [
  listening(database),
  reading(database),
];
