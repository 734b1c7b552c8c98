import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { rolledBack } from './testing.ts';
import { NotAllowed } from '../operate/errors.ts';
import { faultOf, withoutValues } from '../operate/fault.ts';

const NAME = 'Trần Thị Bịa Đặt';
const NUMBER = '040199012345';

describe('faults in the log', () => {
  it('leaves out quoted values, long numbers and addresses', () => {
    assert.equal(
      withoutValues(`Unexpected token 'ị', "${NAME}" at position 17, tel. 0901 234 567, bia.dat@example.vn`),
      'Unexpected token …, … at position 17, tel. …, …',
    );
    assert.equal(withoutValues(`first line\n${NAME}`), 'first line');
  });

  it('leaves out the texts that we wrote for the person', () => {
    const fault = faultOf(new NotAllowed({ vi: `${NAME} không được ký.`, en: `${NAME} may not sign.` }));
    assert.equal(fault.kind, 'NotAllowed');
    assert.ok(!JSON.stringify(fault).includes(NAME));
    assert.match(fault.stack ?? '', /fault\.test\.ts/);
  });

  it(
    'says of an error of the database which, and not of whom',
    rolledBack(async ({ tx }) => {
      const attempts = [
        sql`select ${`${NAME} ${NUMBER}`}::uuid`,
        sql`select ${NUMBER + NAME}::int`,
        sql`insert into ground.migrations (room, name, hash) values (${NAME}, ${NUMBER}, null)`,
      ];
      for (const attempt of attempts) {
        await sql`savepoint attempt`.execute(tx);
        const error = await attempt.execute(tx).then(
          () => assert.fail('did not fail'),
          (problem: unknown) => problem,
        );
        await sql`rollback to savepoint attempt`.execute(tx);
        const written = JSON.stringify(faultOf(error));
        assert.match(written, /"code":"[0-9A-Z]{5}"/);
        assert.ok(!written.includes(NAME) && !written.includes(NUMBER), written);
      }
    }),
  );
});
