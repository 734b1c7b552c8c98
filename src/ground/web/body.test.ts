import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inMemory, readBody, type Receive } from './body.ts';

const MB = 1024 * 1024;

const upload = (...sizes: readonly number[]): Request => {
  const form = new FormData();
  form.append('act', 'continue');
  for (const size of sizes) form.append('file', new File([new Uint8Array(size)], 'giấy.pdf'));
  return new Request('http://localhost/', { method: 'POST', body: form });
};

/** Gives up at the first bytes, as a store does whose disk is full. */
const givesUp: Receive = async ({ stream }) => {
  for await (const chunk of stream) throw new Error(`not one byte of ${(chunk as Buffer).length}`);
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

  it('comes to its end when whoever takes a file in gives up on it', async () => {
    await assert.rejects(readBody(upload(5 * MB), { largest: 9 * MB, receive: givesUp }), /not one byte/);
    await assert.rejects(readBody(upload(MB, 3 * MB), { largest: 9 * MB, receive: givesUp }), /not one byte/);
  });
});
