import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { setImmediate, setTimeout as pause } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import { BadBody, readBody, type Receive } from './body.ts';
import { passThrough, type Passing } from './passing.ts';
import { problemOf } from './problem.ts';

const MB = 1024 * 1024;

const upload = (size: number): Request => {
  const form = new FormData();
  form.append('act', 'continue');
  form.append('file', new File([new Uint8Array(size)], 'giấy.pdf'));
  return new Request('http://localhost/', { method: 'POST', body: form });
};

/** Gives up in the middle and ends what it reads, as a store does that has a limit. */
const givesUp: Receive = async ({ stream }) => {
  let size = 0;
  for await (const chunk of stream) {
    size += (chunk as Buffer).length;
    await setImmediate();
    if (size > 4 * MB) throw new Error('not more than 4 MB');
  }
};

describe('a body with files', { timeout: 20_000 }, () => {
  it('is read with its fields and files', async () => {
    await passThrough(async (receive, load) => {
      const { act, file } = await load(await readBody(upload(MB), { largest: 2 * MB, receive }));
      assert.equal(act, 'continue');
      const { name, bytes } = file as Passing;
      assert.deepEqual([name, bytes.length, bytes.every((byte) => byte === 0)], ['giấy.pdf', MB, true]);
    });
  });

  it('is refused when it is larger than may be, with the limit', async () => {
    const refused = passThrough(async (receive) =>
      readBody(upload(2 * MB + 1), { largest: 2 * MB, receive }),
    );
    await assert.rejects(refused, (error: unknown) => {
      assert.ok(error instanceof BadBody);
      assert.match(problemOf(error).text.vi, /nhiều nhất 2 MB/);
      return true;
    });
  });

  it('has its large files in memory in turns, those that came first before the others', async () => {
    let [inside, most] = [0, 0];
    const order: number[] = [];
    const one = (n: number) =>
      passThrough(async (receive, load) => {
        await load(await readBody(upload(30 * MB), { largest: 50 * MB, receive }));
        order.push(n);
        most = Math.max(most, ++inside);
        await pause(200);
        inside--;
      });
    await Promise.all([0, 1, 2, 3, 4].map(one));
    assert.ok(most <= 2, `two of 30 MB and no third one, not ${most}`);
    assert.equal(order.length, 5, 'each has its turn');
    assert.equal(
      await passThrough(async (_, load) => (await load({ file: { size: 9 } }))['file'] !== null),
      true,
    );
  });

  it('comes to its end over the wire when whoever takes a file in gives up on it', async () => {
    const server = createServer(
      getRequestListener(async (request) => {
        const problem = await readBody(request, { largest: 100 * MB, receive: givesUp }).catch(String);
        return new Response(String(problem), { status: 422 });
      }),
    );
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const body = new FormData();
    body.append('file', new File([new Uint8Array(20 * MB)], 'giấy.pdf'));
    try {
      const signal = AbortSignal.timeout(15_000);
      const answer = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body, signal });
      assert.equal(answer.status, 422);
      assert.match(await answer.text(), /not more than/);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});
