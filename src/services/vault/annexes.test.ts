/** Annexes in files of their own go into the vault with their paper. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, describe, it } from 'node:test';
import { rolledBack, systemAt } from '../../ground/db/testing.ts';
import { settle } from '../../ground/jobs/testing.ts';
import { visitorOf } from '../../ground/web/testing.tsx';
import { issued, testPress } from '../../paper/papers/fixtures.ts';
import { listAnnexes } from '../../paper/papers/index.ts';
import { close as closeTypeset, templates, typeset } from '../../paper/typeset/index.ts';
import { readPrograms, secrecyDoor } from '../../paper/scanning/index.ts';
import { father, stranger } from './fixtures.ts';
import { listItems } from './items.ts';
import { vaultRoom } from './module.ts';
import { share } from './shares.ts';

const now = '2026-11-20T09:00:00+07:00';

describe('annexes in the vault', () => {
  const press = testPress(now);
  after(async () => {
    await (await press).close();
    await closeTypeset();
  });

  it(
    'holds a paper with its annexes, for its owner and whom it is shared with',
    rolledBack(async (world) => {
      const { store } = await press;
      const room = vaultRoom({ press: await press, secrecy: secrecyDoor(store, readPrograms()) });
      const sample = templates.namedDocument.sample;
      const { pdf } = await typeset(templates.namedDocument, sample, { date: '2026-11-20', author: 'x' });
      const paper = await issued(world, await press, now, {}, { 'Danh sách kèm theo': Buffer.from(pdf) });
      const [annex] = await world.look(systemAt(now), (look) => listAnnexes(look, paper.id));
      await settle(world, room.listeners, new Date(now));
      const [item] = await world.look({ ...systemAt(now), by: father }, (look) => listItems(look));
      const path = `/kho/${item?.id}`;
      const asOwner = visitorOf(world, room, now, father);
      const shown = await asOwner.get(path);
      assert.match(shown.text, /Phụ lục: Danh sách kèm theo/);
      assert.match(shown.html, new RegExp(`href="${path}/phu-luc/1"`));
      const { response } = await asOwner.get(`${path}/phu-luc/1`);
      const hash = createHash('sha256')
        .update(Buffer.from(await response.arrayBuffer()))
        .digest('hex');
      assert.equal(hash, annex?.hash, 'the file that the agency signed');
      assert.equal((await asOwner.get(`${path}/phu-luc/2`)).status, 404);
      assert.equal((await visitorOf(world, room, now, stranger).get(`${path}/phu-luc/1`)).status, 404);
      const token = await world.as(father, now, (act) =>
        share(act, item?.id ?? '', { reader: 'Trường Mẫu', purpose: 'Nhập học', days: 1 }),
      );
      const reader = visitorOf(world, room, now);
      assert.match((await reader.get(`/kho/chia-se/${token}`)).text, /Phụ lục: Danh sách kèm theo/);
      assert.equal((await reader.get(`/kho/chia-se/${token}/phu-luc/1`)).status, 200);
      assert.equal((await reader.get(`/kho/chia-se/${token}x/phu-luc/1`)).status, 404);
    }),
  );
});
