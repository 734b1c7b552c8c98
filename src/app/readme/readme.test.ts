import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { blocksOf } from './blocks.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const blocks = blocksOf(readFileSync(path.join(root, 'README.md'), 'utf8'));
const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

describe('README.md', () => {
  it('has blocks that a shell can read', () => {
    assert.ok(blocks.length > 0);
    for (const block of blocks) assert.equal(spawnSync('sh', ['-n', '-c', block]).status, 0, block);
  });

  it('names only npm scripts that exist', () => {
    const text = readFileSync(path.join(root, 'README.md'), 'utf8');
    for (const [, name = ''] of text.matchAll(/npm run (?:-s )?([\w:-]+)/g))
      assert.ok(Object.hasOwn(scripts, name), `npm run ${name}`);
  });
});
