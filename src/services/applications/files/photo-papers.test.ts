import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import sharp from 'sharp';
import { diskStore, sniff, type File } from '../../../ground/files/index.ts';
import { close } from '../../../paper/typeset/index.ts';
import type { FileReference } from '../../../work/forms/index.ts';
import type { Attached } from './attached.ts';
import { settledState } from './fresh-states.ts';
import { photoPapers } from './photo-papers.ts';
import { turnedPage, uprightPage } from './upright-page.ts';

/** A photo with one dark corner, so that it can be told which side is up. */
const photo = (width: number, height: number): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#eee' } })
    .composite([
      { input: { create: { width: 200, height: 200, channels: 3, background: '#111' } }, left: 0, top: 0 },
    ])
    .jpeg()
    .toBuffer();

describe('photos of a paper', () => {
  let folder: string;
  before(() => void (folder = mkdtempSync(path.join(tmpdir(), 'toantrinh-photos-'))));
  after(async () => {
    rmSync(folder, { recursive: true, force: true });
    await close();
  });

  const reference = async (id: string, bytes: Buffer, more: Partial<FileReference> = {}) => ({
    id,
    name: `${id}.jpg`,
    size: bytes.length,
    state: 'checked' as const,
    page: (await diskStore(folder).put(await uprightPage(bytes))).hash,
    ...more,
  });
  const attached = (component: string, file: FileReference): Attached => ({
    component,
    name: component === 'a' ? 'Giấy chứng sinh' : 'Hợp đồng',
    path: component,
    file,
  });
  const row = (id: string): File => ({
    id,
    hash: id,
    size: 1,
    type: 'image/jpeg',
    name: id,
    owner: null,
    at: new Date('2026-11-20T20:00:00Z'),
    scan: 'clean',
  });
  it('become one PDF for each component, upright, in their order, with the same bytes each time', async () => {
    const store = diskStore(folder);
    const lying = await sharp(await photo(1000, 700))
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const all = [
      attached('a', await reference('p1', await photo(700, 1000))),
      attached('b', await reference('p2', await photo(700, 1000), { turned: 90 })),
      attached('a', await reference('p3', lying)),
      attached('a', await reference('p4', await photo(1000, 700))),
      attached('a', await reference('p5', await photo(700, 1000), { state: 'refused' })),
      attached('b', { id: 'd1', name: 'hop-dong.pdf', size: 1, state: 'received' }),
    ];
    const rows = all.map(({ file }) => row(file.id));
    const papers = await photoPapers(store, all, rows);
    assert.deepEqual(
      papers.map(({ component, name, pages }) => [component, name, pages]),
      [
        ['a', 'Giấy chứng sinh', 3],
        ['b', 'Hợp đồng', 1],
      ],
    );
    for (const { stored } of papers) assert.equal(sniff(await store.read(stored.hash)), 'application/pdf');
    assert.deepEqual(
      (await photoPapers(store, all, rows)).map(({ stored }) => stored.hash),
      papers.map(({ stored }) => stored.hash),
    );
  });
});

describe('a page of a photo', () => {
  const sizeOf = async (bytes: Buffer): Promise<readonly unknown[]> => {
    const { width, height } = await sharp(bytes).metadata();
    const { channels } = await sharp(bytes)
      .extract({ left: 0, top: 0, width: 50, height: 50 })
      .toBuffer()
      .then((one) => sharp(one).stats());
    return [width, height, channels[0]!.mean < 60 ? 'dark corner' : 'light corner'];
  };

  it('stands upright as the camera says, and is turned to the right by hand', async () => {
    const lying = await sharp(await photo(1000, 700))
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const page = await uprightPage(lying);
    assert.deepEqual(await sizeOf(page), [700, 1000, 'light corner']);
    assert.deepEqual(await sizeOf(await turnedPage(page, 270)), [1000, 700, 'dark corner']);
    assert.equal(await turnedPage(page, 0), page);
  });

  it('is no larger than print needs', async () => {
    assert.deepEqual((await sizeOf(await uprightPage(await photo(4000, 3000)))).slice(0, 2), [2480, 1860]);
  });
});

describe('the state of a file after its slow checks', () => {
  const received = { state: 'received' } as const;
  const pdf = 'application/pdf';
  const cases = [
    [
      'waits for the virus scan',
      received,
      { scan: 'waiting', type: pdf },
      { verdict: 'unsigned' },
      undefined,
    ],
    ['waits for the check of signatures', received, { scan: 'clean', type: pdf }, undefined, undefined],
    ['is checked', received, { scan: 'clean', type: pdf }, { verdict: 'unsigned' }, 'checked'],
    [
      'is checked without a scanner',
      received,
      { scan: 'unscanned', type: pdf },
      { verdict: 'valid' },
      'checked',
    ],
    [
      'is refused for a broken signature',
      received,
      { scan: 'clean', type: pdf },
      { verdict: 'invalid' },
      'refused',
    ],
    [
      'is refused for malware, also when it was checked',
      { state: 'checked' },
      { scan: 'infected', type: 'image/jpeg' },
      undefined,
      'refused',
    ],
    [
      'is checked when it is no PDF and clean',
      received,
      { scan: 'clean', type: 'text/plain' },
      undefined,
      'checked',
    ],
    ['stays refused', { state: 'refused' }, { scan: 'clean', type: pdf }, { verdict: 'valid' }, undefined],
  ] as const;
  for (const [name, file, found, verdict, expected] of cases)
    it(name, () => {
      const settled = settledState(file, found, undefined, verdict);
      assert.equal(settled?.state, expected);
      assert.equal(settled?.state === 'refused', settled?.reason !== undefined);
    });
});
