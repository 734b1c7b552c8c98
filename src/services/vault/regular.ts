/**
 * Regular synchronisation with the national store (D3; STANDARDS §3.3): once a week for every person who consented to it, besides the button.
 * Consent is given and withdrawn on the page of the vault, for one's own papers only.
 */
import { nobody, type Act, type By, type Look } from '../../ground/db/act.ts';
import { announce, listener, type Listener, type Timed } from '../../ground/jobs/index.ts';
import { Unavailable } from '../../ground/operate/errors.ts';
import { principalOf } from '../../world/mandates/index.ts';
import {
  getPerson,
  giveConsent,
  isRestricted,
  listConsenting,
  listConsents,
  withdrawConsent,
} from '../../world/people/index.ts';
import { fetchNew, keepFetched, type Fetched, type Sources } from './synchronise.ts';

/** What people consent to, as their own data page shows it. */
const WEEKLY = 'Hằng tuần lấy giấy tờ mới từ kho dữ liệu quốc gia';
const BASIS = 'Nghị định 137/2024/NĐ-CP (Kho quản lý dữ liệu điện tử của tổ chức, cá nhân)';
const DUE = 'vault.sync-due';

/** Between the asks of two people, in milliseconds: the store is asked evenly through the night. */
const APART = 500;

/** Whether somebody looks at their own vault, and not at that of whom they act for: only then they decide about it. */
const ownVault = (by: By): string | null =>
  by.kind === 'citizen' && by.person !== null && principalOf(by).person === by.person ? by.person : null;

const consents = async (look: Look, person: string): Promise<boolean> =>
  (await listConsents(look, person)).some((one) => one.purpose === WEEKLY && one.withdrawnAt === null);

/** Whether the vault of the one who looks is synchronised every week; null: it is not theirs to decide. */
export async function isWeekly(look: Look): Promise<boolean | null> {
  const person = ownVault(look.by);
  return person === null ? null : consents(look, person);
}

/** Begins or ends the weekly synchronisation of one's own vault; what is so already stays so. */
export async function setWeekly(act: Act, weekly: boolean): Promise<void> {
  const person = ownVault(act.by);
  if (person === null || (await consents(act, person)) === weekly) return;
  if (weekly) await giveConsent(act, person, WEEKLY, BASIS);
  else await withdrawConsent(act, person, WEEKLY);
}

/** The day of the week (0 to 6) on which a person's turn is: spread evenly, and the same every week. */
const turnOf = (person: string): number => Number.parseInt(person.replaceAll('-', '').slice(-6), 16) % 7;

/** Announces the asks of tonight. */
async function announceTurns(act: Act): Promise<void> {
  const tonight = act.now.getUTCDay();
  const persons = (await listConsenting(act, WEEKLY)).filter((person) => turnOf(person) === tonight);
  for (const [n, person] of persons.entries())
    announce(act, DUE, person, {}, new Date(act.now.getTime() + n * APART));
}

/** By night, when nobody else asks. */
export const regularTimed: Timed = { name: 'vault.synchronise', cron: '10 1 * * *', act: announceTurns };

/** The person whose turn it is, as if they had pressed the button; null: consent or the right to use the data ended meanwhile. */
async function ownerOfTurn(look: Look, person: string): Promise<By | null> {
  if (!(await consents(look, person)) || (await isRestricted(look, person))) return null;
  const { name } = await getPerson(look, person);
  return { ...nobody, kind: 'citizen', person, name };
}

type Turn = { readonly by: By; readonly fetched: readonly Fetched[] };

/** Asks for one person. A store that does not answer is asked again in a week: nothing of anybody waits for it. */
export const regularListener = (sources: Sources): Listener =>
  listener<Turn | null>({
    on: DUE,
    name: 'vault.synchronise',
    does: {
      vi: 'Lấy giấy tờ mới từ kho quốc gia theo lịch',
      en: 'Fetch new papers from the national store by timetable',
    },
    gather: async (look, { item }) => {
      const by = await ownerOfTurn(look, item);
      if (!by) return null;
      try {
        return { by, fetched: await fetchNew({ ...look, by }, sources) };
      } catch (error) {
        if (error instanceof Unavailable) return null;
        throw error;
      }
    },
    act: async (act, _, turn) => {
      if (turn) keepFetched({ ...act, by: turn.by }, turn.fetched);
    },
  });
