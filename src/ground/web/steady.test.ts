import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { h } from 'preact';
import { connect } from '../db/connect.ts';
import { edgeOn } from '../db/edge.ts';
import { api } from './api.ts';
import { newLimiter } from './limits.ts';
import { webApp } from './server.ts';

describe('the limits by address', () => {
  it('do not shut anybody out when the clock of the machine is put back', async (context) => {
    const { db } = connect('postgresql://nobody@127.0.0.1:1/nowhere'); // nothing is asked of it
    const app = webApp({
      db,
      edge: edgeOn(db),
      sessions: { find: async () => null },
      tenant: 1,
      origin: 'http://localhost:3000',
      title: 'Notes',
      pages: [],
      answers: [],
      apis: [
        api({
          method: 'get',
          path: '/note',
          who: 'anyone',
          says: { vi: 'Ghi chú', en: 'Note' },
          output: {},
          read: async () => 'written',
        }),
      ],
      limiter: newLimiter(),
      frame: () => '',
      problemView: ({ text }) => ({ title: text, body: h('p', null, text.vi) }),
      signIn: () => '/dang-nhap',
      receive: () => async () => null,
      early: () => {},
      now: () => new Date(),
    });
    const ask = async (): Promise<number> => (await app.request('/api/v1/note')).status;
    assert.equal(await ask(), 200);
    const before = Date.now() - 3_600_000;
    context.mock.method(Date, 'now', () => before);
    assert.equal(await ask(), 200);
  });
});
