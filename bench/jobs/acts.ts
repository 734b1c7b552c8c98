/** What changes something: submission, submission with a file that is read back, acceptance, sign-in. */
import { createHash } from 'node:crypto';
import { pgbench } from '../pgbench.ts';
import { stepLimit, submitLimit } from '../limits.ts';
import { SAMPLE_PASSWORD, sampleCode } from '../../src/world/access/index.ts';
import { csrfOf, SESSION_COOKIE } from '../../src/ground/web/cookies.ts';
import { expect, type Work } from '../drive.ts';
import type { Job, Limit } from '../job.ts';
import { makeDossiers, makeDrafts, type ReadyDossier, type ReadyDraft } from '../supply.ts';
import type { World } from '../world.ts';
import { databaseLimit } from './pages.ts';

const CONNECTIONS = 16;
const CLIENTS = 8;
/** Enough for three rounds of a few seconds; when it runs out, the round ends early and counts what was done. */
const SUPPLY = 4000;

/** Fields as a posted form. */
export const form = (fields: Readonly<Record<string, string>>): string =>
  new URLSearchParams(fields).toString();

/** Submits a draft: checks, code, clock, record, work, event. */
export const submission =
  ({ id, visitor }: ReadyDraft): Work =>
  async (send) =>
    void expect(
      await send({
        method: 'POST',
        path: `/ban-khai/${id}/kiem-tra`,
        cookie: visitor.cookie,
        body: form({ csrf: visitor.csrf, returnWay: 'online' }),
      }),
      303,
    );

/** Accepts a dossier at the counter: promised date, process, next work. */
export const acceptance =
  (world: World, { code, commune }: ReadyDossier): Work =>
  async (send) => {
    const visitor = world.officers.get(commune.counter.account)!;
    expect(
      await send({
        method: 'POST',
        path: `/ho-so/${encodeURIComponent(code)}/tiep-nhan`,
        cookie: visitor.cookie,
        body: form({ csrf: visitor.csrf }),
      }),
      303,
    );
  };

/** Takes from a supply until it is empty. */
export const each = <T>(supply: readonly T[], work: (one: T) => Work): (() => Work | null) => {
  let i = 0;
  return () => {
    const one = supply[i++];
    return one === undefined ? null : work(one);
  };
};

/** The bare statement of a submission. */
export const submitLimitOf = (world: World): Limit =>
  databaseLimit(world, (seconds) =>
    pgbench(world.owner, world.dataDir, 'submit', submitLimit, CLIENTS, seconds),
  );

export const actJobs: readonly Job[] = [
  {
    name: 'submission',
    compared: 'rate',
    target: 0.35,
    connections: CONNECTIONS,
    prepare: async (world) => ({
      next: each(await makeDrafts(world, SUPPLY), submission),
      limit: submitLimitOf(world),
    }),
  },
  {
    name: 'process step (acceptance)',
    compared: 'rate',
    target: 0.45,
    connections: CONNECTIONS,
    prepare: async (world) => ({
      next: each((await makeDossiers(world, SUPPLY)).dossiers, (one) => acceptance(world, one)),
      limit: databaseLimit(world, (seconds) =>
        pgbench(world.owner, world.dataDir, 'step', stepLimit, CLIENTS, seconds),
      ),
    }),
  },
  {
    name: 'sign-in of an officer',
    compared: 'budget',
    // Hashing a password with argon2id costs 6.8 ms on purpose; the rest of the sign-in may cost as much again.
    budgetMs: 13.6,
    target: 1,
    connections: 4,
    prepare: async (world) => {
      // A code of the second factor is good once: each account signs in once.
      const logins = world.province.communes.flatMap(({ counter, caseOfficers, leader, clerk }) => [
        counter,
        ...caseOfficers,
        leader,
        clerk,
      ]);
      return { next: each(logins, ({ login }) => signIn(login)), limit: null };
    },
  },
];

/** Signs an officer in with name, password and the code of this moment. */
const signIn =
  (login: string): Work =>
  async (send) => {
    const token = `v.${createHash('sha256').update(login).digest('base64url').slice(0, 32)}`;
    expect(
      await send({
        method: 'POST',
        path: '/dang-nhap/can-bo',
        cookie: `${SESSION_COOKIE}=${token}`,
        body: form({ csrf: csrfOf(token), login, password: SAMPLE_PASSWORD, code: sampleCode() }),
      }),
      303,
    );
  };
