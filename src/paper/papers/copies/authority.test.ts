/** Who may decide on copies on a day: the head, and whom the authority was given (Decree 30/2020, art. 13 and 27). */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { system } from '../../../ground/db/act.ts';
import { settleWrites } from '../../../ground/db/edge.ts';
import { rolledBack, systemAt } from '../../../ground/db/testing.ts';
import { Invalid } from '../../../ground/operate/errors.ts';
import { same } from '../../../ground/text/language.ts';
import { aPerson, seat } from '../../../work/desk/fixtures.ts';
import { addPost, appoint, putOfficer } from '../../../world/agencies/index.ts';
import { grantMandate } from '../../../world/mandates/index.ts';
import { establishWard, ward } from '../fixtures.ts';
import { getAuthorised, listAuthorised } from './authority.ts';

const now = '2026-11-20T09:00:00+07:00';
const lasting = { from: '2020-01-01', to: null } as const;

describe('authority over copies', () => {
  it(
    'is that of the head and, for its time and its documents, of whom it was given',
    rolledBack(async (world) => {
      await establishWard(world, now);
      const head = await world.as(system, now, (act) =>
        seat(act, ward, 'Lê Ví Dụ', 'le.vidu.giao', ['leader']),
      );
      /** The head of an office in the ward, to whom signing by order is given for these documents and days. */
      const ordered = (name: string, documents: readonly string[], to: string): Promise<string> =>
        world.as(system, now, async (act) => {
          const person = await aPerson(act, name);
          await settleWrites(act);
          const post = await addPost(act, {
            ...lasting,
            agency: ward,
            unit: null,
            fields: null,
            title: same('Chánh Văn phòng'),
            rank: 'unit-head',
            roles: [],
          });
          await putOfficer(act, { person, name, sex: null, staffNumber: null, phone: null, email: null });
          await settleWrites(act);
          await appoint(act, { ...lasting, post, person, kind: 'appointed', basis: null });
          await grantMandate(act, {
            kind: 'signing',
            form: 'TL',
            agent: { kind: 'post', id: post },
            principal: { kind: 'post', id: head.post },
            grantedBy: head.by.person!,
            agency: ward,
            roles: [],
            acts: null,
            procedures: null,
            fields: null,
            documents: [...documents],
            resultsTo: 'agent',
            under: null,
            redelegable: false,
            from: '2026-01-01',
            to,
            basis: 'quyết định mẫu',
          });
          return person;
        });
      const given = await ordered('Phạm Thị Giả Định', ['copy-statement'], '2026-12-31');
      const ended = await ordered('Vũ Văn Mẫu', ['copy-statement'], '2026-11-19');
      const others = await ordered('Đỗ Thị Thí Dụ', ['thong-bao'], '2026-12-31');
      await world.look(systemAt(now), async (look) => {
        assert.deepEqual(
          (await listAuthorised(look, ward)).map(({ person, as }) => [person, as.split(' / ').at(-1)]),
          [
            [head.by.person, 'CHỦ TỊCH'],
            [given, 'CHÁNH VĂN PHÒNG'],
          ],
        );
        const refused = async (person: string): Promise<string> =>
          getAuthorised(look, ward, person).then(
            () => 'allowed',
            (error: unknown) => (error instanceof Invalid ? error.text.vi : String(error)),
          );
        assert.equal(await refused(given), 'allowed');
        assert.match(await refused(ended), /đã hết hạn/);
        assert.match(await refused(others), /nằm ngoài phạm vi được giao ký/);
      });
      await world.look(systemAt('2027-01-01T09:00:00+07:00'), async (look) => {
        await assert.rejects(getAuthorised(look, ward, given), Invalid, 'its time is over');
      });
    }),
  );
});
