import assert from 'node:assert/strict';
import { it } from 'node:test';
import { nobody } from '../db/act.ts';
import { rolledBack } from '../db/testing.ts';
import { freePort } from '../operate/free-port.ts';
import { serveRoom } from './testing.tsx';

it(
  'a room that is served for tests keeps idle connections as long as the program: a test that stands still is not cut off',
  rolledBack(async (world) => {
    const { visit, close } = serveRoom(world, {}, await freePort());
    try {
      assert.equal((await visit(nobody, '/khong-co')).headers.get('keep-alive'), 'timeout=75');
    } finally {
      await close();
    }
  }),
);
