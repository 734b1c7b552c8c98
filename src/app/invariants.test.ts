/** The doctor on the sample province: nothing is wrong, and what somebody breaks in the database is found. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tmpdir } from 'node:os';
import { birthRegistration } from '../../sample/procedures/birth-registration.ts';
import { sampleId } from '../../sample/province/ids.ts';
import { seedProvince } from '../../sample/province/seed.ts';
import { send } from '../ground/db/connect.ts';
import { rolledBack, systemAt, type TestWorld } from '../ground/db/testing.ts';
import { readConfig } from '../ground/operate/config.ts';
import { publish } from '../services/catalogue/index.ts';
import { acceptedDossier } from '../services/dossiers/fixtures.ts';
import { nowhere } from './outside.ts';
import { contributed, wire } from './wiring.ts';

const now = '2026-11-23T08:00:00+07:00';
const child = sampleId('person', 'nguyen-van-vi-du');
const parent = sampleId('person', 'tran-thi-lam-mau');
const divided = sampleId('agency', 'ubnd-huyen-hoa-thu');
const oneStop = sampleId('agency', 'ttpvhcc-song-mau');
const [one, two, three] = [1, 2, 3].map((n) => `01900000-0000-7000-8000-00000000000${n}`);

const paper = (id: string, more: Readonly<Record<string, string>> = {}): string => {
  const columns = {
    tenant: '1',
    id: `'${id}'`,
    code: `'mau-${id.slice(-1)}'`,
    template: `'x'`,
    template_version: `'1'`,
    title: `'Mẫu'`,
    state: `'draft'`,
    agency: `'${oneStop}'`,
    agency_name: `'Mẫu'`,
    owner_name: `'Mẫu'`,
    data: `'{}'`,
    book: `'qd'`,
    created_at: 'now()',
    ...more,
  };
  return `insert into papers.papers (${Object.keys(columns).join()}) values (${Object.values(columns).join()})`;
};

const copy = (id: string): string =>
  `insert into papers.copies (tenant, id, paper, kind, code, number, symbol, reason, hash, agency, agency_name, by_name, made_on, made_at)
   values (1, '${id}', '${three}', 'full-copy', 'mau-${id.slice(-1)}', 1, '01/SY', 'x', 'x', '${oneStop}', 'Mẫu', 'Mẫu', now(), now())`;

const draft = (more: { readonly version: string; readonly dossier: string }): string =>
  `insert into applications.drafts (tenant, id, account, procedure, version, answers, provenance, edition, created_at, updated_at, dossier)
   values (1, '${one}', '${two}', '1.001193', ${more.version}, '{}', '{}', 1, now(), now(), ${more.dossier})`;

const request = (kind: string, state: string): string =>
  `insert into privacy.requests (tenant, id, code, person, name, kind, about, wish, agency, state, opened_at, due_at)
   values (1, '${one}', 'DL-1', '${child}', 'Mẫu', '${kind}', 'Mẫu', 'Mẫu', '${oneStop}', '${state}', now(), now())`;

/** What somebody does to the database behind the back of the program, by the invariant that it breaks. */
const breaks: Readonly<Record<string, readonly string[]>> = {
  'law.one-a-day': [
    `insert into law.codes (list, code, valid_from, vi, en, basis, place)
     select list, code, valid_from + 1, 'Khác', 'Other', basis, place from law.codes
      where list = 'gender' and code = 'male' limit 1`,
  ],
  'law.replaced': [`update law.texts set replaced_by = 'X' where number = '118/2025/NĐ-CP'`],
  'people.numbers': [`update people.persons set born = '1970-01-01' where tenant = 1 and id = '${child}'`],
  'people.parents': [
    `update people.persons set number = null, born = '2020-01-01' where tenant = 1 and id = '${parent}'`,
    `insert into people.relationships (tenant, person, relative, kind, source) values (1, '${parent}', '${child}', 'parent', 'mẫu')`,
  ],
  'desk.items': [`update desk.work set item = '${one}' where tenant = 1`],
  'desk.heirs': [`update desk.work set agency = '${divided}' where tenant = 1`],
  'desk.holders': [
    `insert into access.accounts (tenant, id, kind, login, name, created_at, closed_at)
     values (1, '${one}', 'officer', 'mau', 'Mẫu', '2026-01-01', '2026-11-01')`,
    `update desk.work set holder = '${one}' where tenant = 1`,
  ],
  'papers.issued-whole': [paper(one!, { issued_at: 'now()', state: `'issued'` })],
  'papers.numbers': [
    paper(one!, { number: '7', symbol: `'7/QĐ'` }),
    paper(two!, { number: '7', symbol: `'7/QĐ'` }),
  ],
  'papers.superseded': [paper(one!, { state: `'superseded'` })],
  'papers.annexes-signed': [
    paper(one!, { issued_at: 'now()', state: `'issued'` }),
    `insert into papers.annexes (tenant, paper, n, title, source, size, by_name, added_at)
     values (1, '${one}', 1, 'Mẫu', 'x', 1, 'Mẫu', now())`,
  ],
  'papers.copy-numbers': [copy(one!), copy(two!)],
  'applications.submitted': [draft({ version: '1', dossier: `'${three}'` })],
  'applications.in-force': [draft({ version: '99', dossier: 'null' })],
  'requests.once': [`insert into requests.rated (tenant, mark) values (1, 'x')`],
  'privacy.on-desk': [request('correction', 'open')],
  'privacy.carried-out': [request('restriction', 'granted')],
};

async function seeded(world: TestWorld): Promise<void> {
  await seedProvince(world, systemAt(now));
  const { national, local, from } = birthRegistration;
  await world.act(systemAt(now), (act) => publish(act, national, local, from, 'written'));
  await acceptedDossier(world, now, 'khoe', { oneStop });
}

describe('invariants', () => {
  it(
    'hold in the sample province; each names what breaks it',
    rolledBack(async (world) => {
      await seeded(world);
      const connection = { db: world.tx, pool: null as never, close: async () => {} };
      const { rooms } = wire(readConfig({ DATA_DIR: tmpdir() }), connection, nowhere);
      const all = contributed(rooms, 'invariants');
      const look = { ...systemAt(now), tx: world.tx };
      for (const { name, check } of all) assert.deepEqual(await check(look), [], name);
      for (const [name, statements] of Object.entries(breaks)) {
        const { check } = all.find((each) => each.name === name) ?? assert.fail(`no invariant ${name}`);
        await send(world.tx, 'savepoint whole');
        for (const statement of statements) await send(world.tx, statement);
        assert.notDeepEqual(await check(look), [], name);
        await send(world.tx, 'rollback to savepoint whole');
      }
    }),
  );
});
