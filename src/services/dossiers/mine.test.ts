import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rolledBack, systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { newId } from '../../ground/record/index.ts';
import { receive } from './commands/receive.ts';
import { father, stranger, submission } from './fixtures.ts';
import { listFiledFor, listMine } from './mine.ts';

const at = (minute: number): string => `2026-11-20T02:0${minute}:00Z`;
const submit = async (world: TestWorld, key: string, minute: number): Promise<string> =>
  (await world.as(father, at(minute), (act) => receive(act, submission(key)))).code;

describe('my dossiers', () => {
  it(
    'come page after page, newest first, each once, those of the same moment too',
    rolledBack(async (world) => {
      const oldest = await submit(world, 'a', 1);
      const together = [
        await submit(world, 'b', 2),
        await submit(world, 'c', 2),
        await submit(world, 'd', 2),
      ];
      const newest = await submit(world, 'e', 3);
      const look = { ...systemAt(at(5)), by: father };
      const seen: string[][] = [];
      for (let after: string | undefined; ;) {
        const { rows, next } = await world.look(look, (one) => listMine(one, after, 2));
        seen.push(rows.map(({ code }) => code));
        if (next === null) break;
        after = next;
      }
      assert.deepEqual(
        seen.map(({ length }) => length),
        [2, 2, 1],
      );
      const all = seen.flat();
      assert.deepEqual([all[0], all.at(-1)], [newest, oldest]);
      assert.deepEqual(all.slice(1, 4).toSorted(), together.toSorted());
      const odd = await world.look(look, (one) => listMine(one, 'x~y', 2));
      assert.deepEqual(
        odd.rows.map(({ code }) => code),
        seen[0],
        'what is no place is the beginning',
      );
      const none = await world.look({ ...look, by: stranger }, (one) => listMine(one));
      assert.deepEqual(none, { rows: [], next: null });
    }),
  );

  it(
    'and what I filed for my child stand on my page, not what I filed under a mandate or while I act for another',
    rolledBack(async (world) => {
      const child = { person: newId(new Date(at(1))), organisation: null, name: 'Nguyễn Minh Ví Dụ' };
      const file = (key: string, mandate: string | null) => {
        const filer = { person: father.person!, relation: mandate ? 'mandate' : 'law', mandate };
        return world.as(father, at(1), (act) =>
          receive(act, { ...submission(key), applicant: child, filer }),
        );
      };
      const { code } = await file('child', null);
      await file('mandate', newId(new Date(at(1))));
      await submit(world, 'own', 2);
      const filed = async (by: typeof father) =>
        (await world.look({ ...systemAt(at(5)), by }, listFiledFor)).map((one) => one.code);
      assert.deepEqual(await filed(father), [code]);
      assert.deepEqual(await filed(stranger), []);
      const acting = { ...child, mandate: null } as unknown as typeof father.actingFor;
      assert.deepEqual(await filed({ ...father, actingFor: acting }), []);
    }),
  );
});
