/** Messages as JSON. */
import { api } from '../../ground/web/api.ts';
import { input, integer, optional } from '../../ground/web/input.ts';
import { countUnread, listNotices } from './notices.ts';

const text = {
  type: 'object',
  required: ['vi', 'en'],
  properties: { vi: { type: 'string' }, en: { type: 'string' } },
};
const moment = { type: 'string', format: 'date-time' };

export const messagesApi = api({
  method: 'get',
  path: '/messages',
  who: 'citizen',
  says: { vi: 'Tin nhắn của tôi, mới nhất trước.', en: 'My messages, newest first.' },
  input: input({ limit: optional(integer({ vi: 'số tin', en: 'number of messages' }, 1, 100)) }),
  output: {
    type: 'object',
    required: ['unread', 'items'],
    properties: {
      unread: { type: 'integer' },
      items: {
        type: 'array',
        items: {
          type: 'object',
          required: ['id', 'event', 'title', 'body', 'at'],
          properties: {
            id: { type: 'string', format: 'uuid' },
            event: { type: 'string' },
            code: { type: ['string', 'null'] },
            title: text,
            body: text,
            path: { type: ['string', 'null'] },
            at: moment,
            readAt: { ...moment, type: ['string', 'null'] },
          },
        },
      },
    },
  },
  read: async ({ look }, { limit }) => ({
    unread: await countUnread(look),
    items: (await listNotices(look, limit ?? 50)).map(
      ({ id, event, code, title, body, path, at, read_at: readAt }) => ({
        id,
        event,
        code,
        title,
        body,
        path,
        at,
        readAt,
      }),
    ),
  }),
});
