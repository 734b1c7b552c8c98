/** The catalogue over the API: list, search, read, versions, CPSV-AP. */
import { NotFound } from '../../ground/operate/errors.ts';
import type { Text } from '../../ground/text/language.ts';
import { api, type Api } from '../../ground/web/api.ts';
import { input, integer, oneOf, optional, text } from '../../ground/web/input.ts';
import { answersSchema } from '../../work/forms/index.ts';
import { jsonLd } from './export/cpsv-ap.ts';
import { listProcedures, type ListLine } from './lists.ts';
import { getProcedure, getVersion, listVersions } from './queries.ts';
import { serviceLevel } from './rules/level.ts';
import { search } from './search/find.ts';
import { readPlace, writePlace } from './place.ts';
import { audiences, levels } from './words.ts';

const label = (vi: string, en: string): Text => ({ vi, en });

const listInput = input({
  q: optional(text({ label: label('từ khóa', 'words'), min: 0, max: 1000, lines: true })),
  audience: optional(oneOf(audiences, label('đối tượng', 'audience'))),
  level: optional(oneOf(levels, label('cấp', 'level'))),
  domain: optional(text({ label: label('lĩnh vực', 'domain') })),
  topic: optional(text({ label: label('chủ đề', 'topic'), max: 60 })),
  lifeEvent: optional(text({ label: label('sự kiện', 'event of life'), max: 60 })),
  publisher: optional(text({ label: label('bộ công bố', 'publisher') })),
  agency: optional(text({ label: label('cơ quan', 'agency') })),
  limit: optional(integer(label('số dòng', 'limit'), 1, 100)),
  after: optional(text({ label: label('vị trí', 'place'), max: 600 })),
});

const lineSchema = {
  type: 'object',
  required: ['code', 'name', 'domain', 'levels', 'audience', 'online'],
  properties: {
    code: { type: 'string' },
    name: { type: 'string' },
    nameEn: { type: ['string', 'null'] },
    version: { type: 'integer' },
    domain: { type: 'string' },
    publisher: { type: 'string' },
    agency: { type: 'string' },
    levels: { type: 'array', items: { type: 'string', enum: levels } },
    audience: { type: 'array', items: { type: 'string', enum: audiences } },
    online: { type: 'boolean' },
    workedOut: { type: 'boolean' },
    reviewed: { type: 'boolean' },
  },
};

const listOutput = {
  type: 'object',
  required: ['items', 'next'],
  properties: {
    items: { type: 'array', items: lineSchema },
    next: { type: ['string', 'null'], description: 'Give it as `after` for the page that follows.' },
    mended: {
      type: ['string', 'null'],
      description: 'The query as it was understood, when typing errors were mended.',
    },
  },
};

type Listed = {
  readonly items: readonly ListLine[];
  readonly next: string | null;
  readonly mended: string | null;
};

const PAGE = 20;

/** Operations of the catalogue. */
export const catalogueApis: readonly Api[] = [
  api({
    method: 'get',
    path: '/procedures',
    who: 'anyone',
    shared: true,
    says: label('Danh sách và tìm kiếm thủ tục', 'List and search procedures'),
    input: listInput,
    output: listOutput,
    read: async ({ look }, { q, limit, after, ...filter }): Promise<Listed> => {
      const size = limit ?? PAGE;
      const place = readPlace(after);
      if (!q) {
        const page = await listProcedures(look, filter, place?.kind === 'name' ? place : null, size);
        return {
          items: page.items,
          next: page.next && writePlace({ kind: 'name', ...page.next }),
          mended: null,
        };
      }
      const from = place?.kind === 'rank' ? place.from : 0;
      const { items, mended } = await search(look, q, filter);
      return {
        items: items.slice(from, from + size),
        next: items.length > from + size ? writePlace({ kind: 'rank', from: from + size }) : null,
        mended,
      };
    },
  }),
  api({
    method: 'get',
    path: '/procedures/:code',
    who: 'anyone',
    shared: true,
    says: label('Một thủ tục đang có hiệu lực, cả hai lớp', 'A procedure in force, both layers'),
    output: { type: 'object' },
    read: async ({ look, params }) => {
      const procedure = await getProcedure(look, params['code'] ?? '');
      return { ...procedure, serviceLevel: serviceLevel(procedure) };
    },
  }),
  api({
    method: 'get',
    path: '/procedures/:code/versions',
    who: 'anyone',
    shared: true,
    says: label('Các phiên bản đã công bố của một thủ tục', 'Published versions of a procedure'),
    output: { type: 'object', properties: { items: { type: 'array', items: { type: 'object' } } } },
    read: async ({ look, params }) => {
      const items = await listVersions(look, params['code'] ?? '');
      if (items.length === 0)
        throw new NotFound(label('Không có thủ tục này.', 'There is no such procedure.'));
      return { items };
    },
  }),
  api({
    method: 'get',
    path: '/procedures/:code/versions/:version',
    who: 'anyone',
    shared: true,
    says: label('Một phiên bản đã công bố', 'One published version'),
    output: { type: 'object' },
    read: async ({ look, params }) => {
      const found = await getVersion(look, params['code'] ?? '', Number(params['version']));
      if (found.state === 'draft' || found.state === 'reviewed')
        throw new NotFound(
          label('Không có phiên bản này của thủ tục.', 'There is no such version of the procedure.'),
        );
      return found;
    },
  }),
  api({
    method: 'get',
    path: '/procedures/:code/form',
    who: 'anyone',
    shared: true,
    says: label(
      'Biểu mẫu của thủ tục: định nghĩa và JSON Schema của câu trả lời',
      'The form of a procedure: its definition, and the JSON Schema of the answers',
    ),
    output: {
      type: 'object',
      required: ['version', 'definition', 'answers'],
      properties: {
        version: { type: 'integer', description: 'Version of the procedure.' },
        definition: { type: 'object' },
        answers: { type: 'object', description: 'JSON Schema 2020-12.' },
      },
    },
    read: async ({ look, params }) => {
      const { form, version } = await getProcedure(look, params['code'] ?? '');
      if (form === null)
        throw new NotFound(
          label('Thủ tục này chưa có biểu mẫu điện tử.', 'This procedure has no interactive form.'),
        );
      return { version, definition: form, answers: answersSchema(form) };
    },
  }),
  api({
    method: 'get',
    path: '/procedures/:code/cpsv-ap',
    who: 'anyone',
    shared: true,
    says: label('Một thủ tục theo CPSV-AP (JSON-LD)', 'A procedure as CPSV-AP (JSON-LD)'),
    output: { type: 'object' },
    read: async ({ look, params, origin }) => jsonLd(await getProcedure(look, params['code'] ?? ''), origin),
  }),
];
