import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rolledBack } from '../../../ground/db/testing.ts';
import { Unavailable } from '../../../ground/operate/errors.ts';
import { openWire } from '../../../ground/wire/index.ts';
import { connected, mother, representative, why } from '../fixtures.ts';
import { openPorts, sampleAccounts } from './open.ts';

describe('registries over HTTP', () => {
  it(
    'tell who somebody is',
    rolledBack((world) =>
      connected(world, async ({ simulators, wire, look }) => {
        const { population, civilStatus, business, insurance, land } = openPorts(
          wire,
          sampleAccounts(simulators.addresses),
        );
        const citizen = await population!.find(look, mother, why);
        assert.deepEqual(
          [citizen?.name, citizen?.born, citizen?.sex, citizen?.spouse?.name, citizen?.residence?.commune],
          ['Trần Thị Làm Mẫu', '1992-08-21', 'female', 'Nguyễn Văn Ví Dụ', 'SL001'],
        );
        assert.equal(
          await population!.find(look, { ...mother, name: 'Lê Ví Dụ' }, why),
          null,
          'number and name must belong together',
        );
        const { marriages, births } = await civilStatus!.find(look, mother.number, why);
        assert.equal(marriages[0]!.wife.number, mother.number);
        assert.deepEqual(
          births.map(({ child }) => child.name),
          ['Trần Thị Làm Mẫu', 'Nguyễn Minh Ví Dụ'],
        );
        const enterprise = await business!.find(look, '9900000019', why);
        assert.deepEqual(
          [enterprise?.name, enterprise?.representative?.number],
          ['Công ty TNHH Thí Dụ Xanh', representative.number],
        );
        assert.equal(await business!.find(look, '0000000000', why), null);
        assert.equal(
          (await insurance!.find(look, mother.number, why))?.insuranceCode,
          mother.number.slice(-10),
        );
        const [birth] = await insurance!.listNotified(look, mother.number, why);
        assert.deepEqual(
          [birth?.childName, birth?.sex, birth?.father?.name],
          ['Nguyễn An Ví Dụ', 'female', 'Nguyễn Văn Ví Dụ'],
        );
        assert.equal((await land!.list(look, representative.number, why)).length, 1);
      }),
    ),
  );

  it(
    'slow, down, wrong and broken answers are no answers; partial ones are part of one',
    rolledBack((world) =>
      connected(world, async ({ simulators, look }) => {
        const port = () =>
          openPorts(openWire({ edge: world, key: Buffer.alloc(32) }), sampleAccounts(simulators.addresses));
        const { faults, addresses } = simulators;
        for (const fault of [{ slowMs: 1500 }, { down: true }, { wrong: true }, { garbled: true }]) {
          Object.assign(faults.population, fault);
          Object.assign(faults.business, fault);
          await assert.rejects(
            port().population!.find(look, mother, why),
            Unavailable,
            JSON.stringify(fault),
          );
          await assert.rejects(
            port().business!.find(look, '9900000019', why),
            Unavailable,
            JSON.stringify(fault),
          );
          Object.assign(faults.population, { slowMs: 0, down: false, wrong: false, garbled: false });
          Object.assign(faults.business, { slowMs: 0, down: false, wrong: false, garbled: false });
        }
        const set = await fetch(addresses.control, {
          method: 'PUT',
          body: '{"population":{"partial":true}}',
        });
        assert.equal(set.status, 200);
        const partial = await port().population!.find(look, mother, why);
        assert.deepEqual(
          [partial?.name, partial?.born, partial?.residence],
          ['Trần Thị Làm Mẫu', null, null],
        );
        for (const body of ['{"population":{"partial":1}}', '{"khac":{}}', '{"population":{"la":true}}']) {
          assert.equal((await fetch(addresses.control, { method: 'PUT', body })).status, 400, body);
        }
        assert.equal(faults.population.partial, true);
      }),
    ),
  );

  it(
    'the population database lets nobody in with a wrong secret, client or old time stamp',
    rolledBack((world) =>
      connected(world, async ({ simulators, wire, look }) => {
        const accounts = sampleAccounts(simulators.addresses);
        for (const wrong of [{ secret: 'x' }, { client: 'VN/GOV/X/Y' }, { apiKey: 'x' }, { user: 'x' }]) {
          const { population } = openPorts(wire, { population: { ...accounts.population!, ...wrong } });
          await assert.rejects(population!.find(look, mother, why), Unavailable, JSON.stringify(wrong));
        }
      }),
    ),
  );
});
