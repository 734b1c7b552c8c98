/** Dossiers as JSON under `/api/v1/dossiers`: how far by code for anybody, the whole for those who may read it. */
import { api, type Api } from '../../ground/web/api.ts';
import { input, optional, record, text } from '../../ground/web/input.ts';
import { listSteps } from '../../ground/record/index.ts';
import { Conflict, NotFound } from '../../ground/operate/errors.ts';
import { clockState } from '../../work/clock/index.ts';
import {
  awaitedOf,
  broughtData,
  elementOf,
  hearingOf,
  waysBehind,
  type Hearing,
} from './awaited-messages.ts';
import { noteMessage } from './commands/process-events.ts';
import { findByCode, findDossier } from './load.ts';
import { holdNow } from './held-step.ts';
import { listMine } from './mine.ts';
import { noteForeignLook } from './foreign-look.ts';
import { getWhole, listComponents } from './queries.ts';
import { nationalStatus, stateName } from './rules.ts';
import type { Dossier } from './schema.ts';
import { waitingWords } from './waiting-words.ts';
import { stepWords } from './words.ts';

const progress = {
  type: 'object',
  properties: {
    code: { type: 'string' },
    state: { type: 'string' },
    status: { type: 'integer', minimum: 1, maximum: 10 },
    submittedAt: { type: 'string', format: 'date-time' },
    promisedAt: {
      type: ['string', 'null'],
      format: 'date-time',
      description: 'The date that was promised first, by which figures measure.',
    },
    dueAt: {
      type: ['string', 'null'],
      format: 'date-time',
      description:
        'The date by which it is to be decided now; null while the time limit stands still, and once it is over.',
    },
  },
};

const mine = {
  type: 'object',
  properties: {
    code: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer', minimum: 1, maximum: 10 },
    submittedAt: { type: 'string', format: 'date-time' },
    dueAt: { type: ['string', 'null'], format: 'date-time' },
  },
};

const awaitedMessages = {
  type: 'object',
  required: ['code', 'waiting'],
  properties: {
    code: { type: 'string' },
    waiting: {
      type: 'array',
      description: 'The messages that the process of the dossier waits for now; empty when there are none.',
      items: {
        type: 'object',
        required: ['name', 'element', 'ways'],
        properties: {
          name: { type: 'string', description: 'Under which the message is noted.' },
          element: { type: 'string', description: 'What it is called in the drawing of the process.' },
          ways: {
            type: 'array',
            description:
              'The ways on among which the data of the message decide, each with data that lead there; empty where there is one way.',
            items: {
              type: 'object',
              required: ['label', 'data'],
              properties: { label: { type: 'string' }, data: { type: 'object' } },
            },
          },
        },
      },
    },
  },
};

const awaitedIn = (hearing: Hearing) => ({
  code: hearing.dossier.code,
  waiting: hearing.waiting.map((one) => ({
    name: one.message,
    element: elementOf(hearing.definition, one),
    ways: waysBehind(hearing, one).map(({ label, data }) => ({ label, data })),
  })),
});

/** Whether the date holds: it is neither decided nor over, and the clock does not stand. */
const isRunning = ({ clock, decided_at: decided, ended_at: ended }: Dossier): boolean =>
  clock !== null && !decided && !ended && clockState(clock) === 'running';

export const dossierApis: readonly Api[] = [
  {
    method: 'get',
    path: '/dossiers/:code/progress',
    who: 'anyone',
    sought: true,
    says: { vi: 'Hồ sơ đang đến đâu, chỉ cần mã', en: 'How far a dossier is, by its code alone' },
    output: progress,
    read: async ({ look, params, lang }) => {
      const id = await findByCode(look, params['code'] ?? '');
      const dossier = id && (await findDossier(look, id));
      if (!dossier)
        throw new NotFound({ vi: 'Không có hồ sơ nào mang mã này.', en: 'No dossier has this code.' });
      return {
        code: dossier.code,
        state: stateName[dossier.state][lang],
        status: nationalStatus[dossier.state],
        submittedAt: dossier.submitted_at,
        promisedAt: dossier.promised_at,
        dueAt: isRunning(dossier) ? dossier.due_at : null,
      };
    },
  },
  api({
    method: 'get',
    path: '/dossiers',
    who: 'citizen',
    says: { vi: 'Hồ sơ của tôi', en: 'My dossiers' },
    input: input({
      after: optional(text({ label: { vi: 'vị trí', en: 'place' }, max: 100 })),
    }),
    output: {
      type: 'object',
      properties: {
        items: { type: 'array', items: mine },
        next: { type: ['string', 'null'], description: 'Give it as `after` for the page that follows.' },
      },
    },
    read: async ({ look }, { after }) => {
      const { rows, next } = await listMine(look, after ?? undefined);
      const items = rows.map((one) => ({
        code: one.code,
        title: one.title,
        status: nationalStatus[one.state],
        submittedAt: one.submitted_at,
        dueAt: one.due_at,
      }));
      return { items, next };
    },
  }),
  {
    method: 'get',
    path: '/dossiers/:code',
    who: 'signed-in',
    says: { vi: 'Một hồ sơ trọn vẹn, cho người được xem', en: 'A whole dossier, for those who may read it' },
    output: { type: 'object' },
    read: async (visit) => {
      const { look, params, lang } = visit;
      const { dossier, agency, oneStop } = await getWhole(look, params['code'] ?? '');
      await noteForeignLook(visit, dossier, 'Xử lý hồ sơ');
      const steps = await listSteps(look, dossier.id, look.by.kind === 'officer' ? 'inside' : 'party');
      return {
        code: dossier.code,
        procedure: dossier.procedure,
        title: dossier.title,
        status: nationalStatus[dossier.state],
        applicant: dossier.applicant_name,
        agency: agency.name[lang],
        oneStop: oneStop.name[lang],
        submittedAt: dossier.submitted_at,
        acceptedAt: dossier.accepted_at,
        dueAt: dossier.due_at,
        promisedAt: dossier.promised_at,
        answers: dossier.answers,
        components: (await listComponents(look, dossier.id)).map(({ name, manner, hash }) => ({
          name,
          manner,
          hash,
        })),
        steps: steps.map((step) => ({
          at: step.at,
          act: stepWords[step.act]?.[lang] ?? step.act,
          reason: step.reason,
        })),
      };
    },
  },
  {
    method: 'get',
    path: '/dossiers/:code/messages',
    who: 'officer',
    says: {
      vi: 'Các tin mà quy trình của hồ sơ đang chờ, cho người được ghi nhận tin',
      en: 'The messages that the process of a dossier waits for, for those who may note one',
    },
    output: awaitedMessages,
    read: async ({ look, params }) => awaitedIn(await hearingOf(look, params['code'] ?? '')),
  },
  api({
    method: 'post',
    path: '/dossiers/:code/messages',
    who: 'officer',
    says: {
      vi: 'Ghi nhận một tin đã đến mà quy trình của hồ sơ đang chờ, và chuyển tiếp',
      en: 'Note that a message has come for which the process of a dossier waits, and pass on',
    },
    input: input({
      name: text({ label: waitingWords.whichMessageField, max: 500 }),
      from: text({ label: waitingWords.from, max: 200 }),
      said: text({ label: waitingWords.saidField, max: 5000, lines: true }),
      data: optional(
        record(waitingWords.dataField, {
          description:
            'For conditions of the process: names that they ask for, with text, numbers, true or false.',
        }),
      ),
    }),
    output: awaitedMessages,
    act: async (act, { name, from, said, data }, { params }) => {
      const hearing = await hearingOf(act, params['code'] ?? '');
      const come = hearing.waiting.find(({ message }) => message.normalize('NFC') === name);
      if (!come)
        throw new Conflict(
          hearing.waiting.length === 0 ? waitingWords.nothingAwaited : waitingWords.notAwaited(name),
        );
      const brought = broughtData(hearing, come, data ?? {});
      const { held, definition } = await holdNow(act, hearing);
      const after = await noteMessage(act, held, definition, come, {
        from,
        finding: said,
        ...(brought && { data: brought }),
      });
      return awaitedIn({ ...hearing, definition, dossier: after, waiting: awaitedOf(after, definition) });
    },
  }),
];
