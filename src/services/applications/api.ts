/** Applications over the API (B3, B4): check answers, prefill, and the same drafts as on the pages. Files are added on the pages. */
import type { Act, Look } from '../../ground/db/act.ts';
import { Conflict, NotAllowed, NotFound } from '../../ground/operate/errors.ts';
import { vietnamDay } from '../../ground/text/dates.ts';
import type { Text } from '../../ground/text/language.ts';
import { api, type Api } from '../../ground/web/api.ts';
import { input, integer, record, text } from '../../ground/web/input.ts';
import type { Visit } from '../../ground/web/visit.ts';
import {
  firstOpenPage,
  formOf,
  keepStored,
  validate,
  type Answers,
  type Form,
} from '../../work/forms/index.ts';
import { getProcedure, type Procedure } from '../catalogue/index.ts';
import { beginDraft, getDraft, listDrafts, saveDraft, type Draft } from './drafts.ts';
import { askKnown, purposeOf, type KnownSource } from './known.ts';
import { draftPath } from './paths.ts';
import { versionNow, type VersionNow } from './version-now.ts';
import { words } from './words.ts';

const label = (vi: string, en: string): Text => ({ vi, en });

const answersInput = record(words.answers, {
  description:
    'As GET /procedures/{code}/form describes them. Files that are named here are not taken: they are added on the pages.',
});

const textSchema = { type: 'object', properties: { vi: { type: 'string' }, en: { type: 'string' } } };

const faultSchema = {
  type: 'object',
  required: ['field', 'page', 'message'],
  properties: {
    field: { type: 'string', description: 'Path of the answer, as `mother.name` or `children.0.birth`.' },
    page: { type: 'string', description: 'Page of the form on which it is mended.' },
    message: textSchema,
  },
};

const checkedSchema = {
  type: 'object',
  required: ['valid', 'errors', 'answers'],
  properties: {
    valid: { type: 'boolean' },
    errors: { type: 'array', items: faultSchema },
    answers: { type: 'object', description: 'As they would be kept, with what is worked out from them.' },
  },
};

const draftSchema = {
  type: 'object',
  required: [
    'id',
    'procedure',
    'version',
    'changes',
    'edition',
    'answers',
    'provenance',
    'valid',
    'errors',
    'page',
  ],
  properties: {
    ...checkedSchema.properties,
    id: { type: 'string', format: 'uuid' },
    procedure: { type: 'string' },
    version: { type: 'integer', description: 'The version in force, by which the answers are checked.' },
    changes: {
      type: 'array',
      items: textSchema,
      description: 'What is different for the person since the draft was begun, one sentence each.',
    },
    edition: {
      type: 'integer',
      description:
        'Give it back when saving: a draft that was saved elsewhere meanwhile is a conflict (409).',
    },
    provenance: {
      type: 'object',
      description: 'Where each prefilled answer came from, when, and why it may be read.',
    },
    page: {
      type: 'string',
      description:
        'Where the person goes on: the first page that is not finished, or the check of the answers.',
    },
  },
};

type WithForm = { readonly procedure: Procedure; readonly form: Form };

function formIn(procedure: Procedure): WithForm {
  if (procedure.form === null) throw new NotFound(words.noForm);
  return { procedure, form: formOf(procedure.form) };
}

const formNow = async (look: Look, code: string): Promise<WithForm> => formIn(await getProcedure(look, code));

function checkedAnswers(form: Form, answers: unknown, now: Date) {
  const checked = validate(form, answers, { today: vietnamDay(now) });
  const errors = checked.errors.map(({ field, page, message }) => ({ field, page, message }));
  return { valid: errors.length === 0, errors, answers: checked.answers, page: firstOpenPage(checked) };
}

/** A draft as the API shows it. */
function shown(
  draft: Pick<Draft, 'id' | 'answers' | 'edition' | 'provenance'>,
  { procedure: { code: procedure, version }, form, changes }: Omit<OpenDraft, 'draft'>,
  now: Date,
) {
  const { page, ...checked } = checkedAnswers(form, draft.answers, now);
  const { id, edition, provenance } = draft;
  const to = draftPath(id, page ?? undefined);
  return { id, procedure, version, changes, edition, provenance, ...checked, page: to };
}

/** Only a citizen whose identity is known at level 2 begins a draft, and only their own (Decree 69/2024). */
function applicant({ by }: Visit): string {
  if (by.kind !== 'citizen' || by.person === null || by.assurance < 2) throw new NotAllowed(words.level2);
  return by.person;
}

type OpenDraft = WithForm & { readonly draft: Draft } & Pick<VersionNow, 'changes'>;

/** An open draft: what became a dossier is not changed any more. */
async function openDraft(look: Look, id: string): Promise<OpenDraft> {
  const draft = await getDraft(look, id);
  if (draft.dossier !== null) throw new NotFound(words.noDraft);
  const { procedure, changes } = await versionNow(look, draft);
  return { draft, changes, ...formIn(procedure) };
}

/** Saves what was sent, right or wrong, as the pages do; the files of the draft stay. */
function save(act: Act, { draft, ...by }: OpenDraft, sent: Answers) {
  const { answers } = checkedAnswers(by.form, keepStored(by.form, sent, draft.answers), act.now);
  saveDraft(act, draft, answers);
  return shown({ ...draft, answers, edition: draft.edition + 1 }, by, act.now);
}

/** Operations of applications. `sources` are asked for what they know of the person. */
export const applicationApis = (sources: readonly KnownSource[]): readonly Api[] => {
  const known = async (visit: Visit, { procedure }: WithForm) =>
    askKnown(visit.look, procedure.form!, sources, purposeOf(procedure.code, applicant(visit)));
  return [
    api({
      method: 'post',
      path: '/procedures/:code/validate',
      who: 'anyone',
      says: label(
        'Kiểm tra câu trả lời của biểu mẫu; không lưu gì',
        'Check the answers to a form; nothing is kept',
      ),
      input: input({ answers: answersInput }),
      output: checkedSchema,
      read: async ({ look, params, now }, { answers }) => {
        const { form } = await formNow(look, params['code'] ?? '');
        const { page: _, ...checked } = checkedAnswers(form, keepStored(form, answers, {}), now);
        return checked;
      },
    }),
    api({
      method: 'post',
      path: '/procedures/:code/prefill',
      who: 'citizen',
      says: label(
        'Những gì Nhà nước đã biết về người nộp, kèm nguồn và thời điểm',
        'What the state knows of the person already, with source and moment',
      ),
      output: {
        type: 'object',
        required: ['answers', 'provenance'],
        properties: { answers: { type: 'object' }, provenance: draftSchema.properties.provenance },
      },
      read: async (visit) => {
        const { answers, provenance } = await known(
          visit,
          await formNow(visit.look, visit.params['code'] ?? ''),
        );
        return { answers, provenance };
      },
    }),
    api({
      method: 'get',
      path: '/drafts',
      who: 'citizen',
      says: label('Bản khai đang soạn của tôi', 'My drafts'),
      output: { type: 'object', properties: { items: { type: 'array', items: { type: 'object' } } } },
      read: async ({ look }) => ({
        items: (await listDrafts(look)).map(({ id, procedure, version, edition, updated_at: savedAt }) => ({
          id,
          procedure,
          version,
          edition,
          savedAt,
        })),
      }),
    }),
    api({
      method: 'post',
      path: '/drafts',
      who: 'citizen',
      says: label('Bắt đầu một bản khai', 'Begin a draft'),
      input: input({ procedure: text({ label: words.procedureCode, max: 40 }), answers: answersInput }),
      output: draftSchema,
      act: async (act, { procedure: code, answers: sent }, visit) => {
        const { procedure, form } = await formNow(act, code);
        const { answers } = checkedAnswers(form, keepStored(form, sent, {}), act.now);
        const person = applicant(visit);
        const id = beginDraft(
          act,
          procedure,
          { answers, provenance: {} },
          { person, organisation: act.by.organisation },
        );
        const begun = { id, answers, provenance: {}, edition: 1 };
        return shown(begun, { procedure, form, changes: [] }, act.now);
      },
    }),
    api({
      method: 'get',
      path: '/drafts/:id',
      who: 'citizen',
      says: label('Một bản khai của tôi', 'One of my drafts'),
      output: draftSchema,
      read: async ({ look, params, now }) => {
        const { draft, ...by } = await openDraft(look, params['id'] ?? '');
        return shown(draft, by, now);
      },
    }),
    api({
      method: 'put',
      path: '/drafts/:id',
      who: 'citizen',
      says: label('Lưu bản khai', 'Save a draft'),
      input: input({ edition: integer(words.edition, 1, 2_000_000_000), answers: answersInput }),
      output: draftSchema,
      act: async (act, { edition, answers }, { params }) => {
        const open = await openDraft(act, params['id'] ?? '');
        if (open.draft.edition !== edition) throw new Conflict(words.savedElsewhere);
        return save(act, open, answers);
      },
    }),
  ];
};
