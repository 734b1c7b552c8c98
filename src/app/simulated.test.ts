import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { simulate } from '../ground/wire/index.ts';
import { startSimulated } from './simulated.ts';

/** Says these bytes to a port and waits until the other side, or a moment, has ended it. */
const say = (port: number, bytes: string, hangUp: boolean): Promise<void> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(bytes);
      if (hangUp) setTimeout(() => socket.resetAndDestroy(), 20);
    });
    socket.on('data', () => {});
    socket.on('error', () => {});
    socket.on('close', () => resolve());
    setTimeout(() => socket.destroy(), 300);
  });

const post = (path: string, body: string, length = body.length): string =>
  `POST ${path} HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n${body}`;

/** Requests that a simulator never expects. The test fails when one of them leaves an error that nobody catches. */
const broken: readonly (readonly [what: string, bytes: string, hangUp: boolean])[] = [
  ['no HTTP at all', '\u0000\u0001\u0002 nothing\r\n\r\n', false],
  ['a target that is no address', 'GET //[ HTTP/1.1\r\nhost: a\r\n\r\n', false],
  ['no JSON', post('/payplat', '{'), false],
  ['JSON of another kind', post('/TraCuuGiayTo', 'null'), false],
  ['a list where an object belongs', post('/csc/v2/credentials/list', '[1]'), false],
  ['a body that breaks off', post('/payplat', '{"a":', 5000), true],
  ['a sign-in that never began', 'GET /chon/khong-co HTTP/1.1\r\nhost: a\r\n\r\n', true],
  ['a posted choice that breaks off', post('/chon/khong-co', 'id=', 9000), true],
  ['an authorisation without a word', 'GET /auth?%00=%ff HTTP/1.1\r\nhost: a\r\n\r\n', false],
  ['faults of another kind', 'PUT /faults HTTP/1.1\r\nhost: a\r\ncontent-length: 4\r\n\r\nnull', false],
];

describe('the simulators of the outside', { timeout: 120_000 }, () => {
  it('outlive every broken request, and start again at the same addresses', async () => {
    const keys = await mkdtemp(path.join(tmpdir(), 'toantrinh-simulated-'));
    const origin = 'http://127.0.0.1:3000';
    try {
      const first = await startSimulated('127.0.0.1', origin, keys);
      assert.equal(new Set(first.ports).size, 8);
      for (const [, bytes, hangUp] of broken)
        await Promise.all(first.ports.map((port) => say(port, bytes, hangUp)));
      for (const port of first.ports)
        assert.ok((await fetch(`http://127.0.0.1:${port}/khong-co`)).status >= 200, String(port));
      await first.close();
      const second = await startSimulated('127.0.0.1', origin, keys, first.ports);
      assert.deepEqual([second.ports, second.outside], [first.ports, first.outside]);
      await second.close();
    } finally {
      await rm(keys, { recursive: true, force: true });
    }
  });

  it('that failed in the middle of an answer breaks it off and serves on', async () => {
    const { base, close } = await simulate({ host: '127.0.0.1' }, ({ url, response }) => {
      response.writeHead(200).write('half');
      if (url.pathname === '/hong') throw new Error('in the middle');
      response.end();
    });
    try {
      await assert.rejects(fetch(`${base}/hong`).then((answer) => answer.text()));
      assert.equal(await (await fetch(`${base}/lanh`)).text(), 'half');
    } finally {
      await close();
    }
  });
});
