import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import { inMemory, readBody, type Receive } from './body.ts';

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
    const { act, file } = await readBody(upload(MB), { largest: 2 * MB, receive: inMemory });
    assert.equal(act, 'continue');
    assert.deepEqual(
      { ...(file as { name: string; bytes: Buffer }), bytes: (file as { bytes: Buffer }).bytes.length },
      { name: 'giấy.pdf', bytes: MB },
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
