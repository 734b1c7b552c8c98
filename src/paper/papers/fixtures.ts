/** A small press for tests: a store and a keyring in a folder of their own, and the draft of a birth certificate. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { nobody, system, type Act, type By } from '../../ground/db/act.ts';
import type { TestWorld } from '../../ground/db/testing.ts';
import { diskStore } from '../../ground/files/index.ts';
import { same } from '../../ground/text/language.ts';
import { establishAgency } from '../../world/agencies/index.ts';
import { findTemplate } from '../typeset/index.ts';
import { attachAnnex } from './annexes/commands.ts';
import { listAnnexes } from './annexes/queries.ts';
import { draftPaper, issuePaper, newCheckCode, noteSignature, numberPaper } from './commands.ts';
import { sampleKeyring } from './keyring.ts';
import type { Press } from './lay-out.ts';
import { numberAndSeal, signAsLeader } from './press.ts';
import { getPaper } from './queries.ts';
import type { Draft, Paper } from './schema.ts';

const id = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** The ward that issues. */
export const ward = id(51);

/** The father whose paper it is. */
export const owner = id(61);

const officer = (n: number, name: string, role: string): By => ({
  ...nobody,
  kind: 'officer',
  account: id(n),
  person: id(n + 20),
  agency: ward,
  powers: [{ role, agency: ward, unit: null }],
  assurance: 2,
  name,
});

export const leader = officer(71, 'Lê Ví Dụ', 'leader');
export const clerk = officer(72, 'Trần Thị Mẫu', 'clerk');

/** A commune of the tests, as it is established. */
export const commune = (identifier: string, name: string): Parameters<typeof establishAgency>[1] => ({
  identifier,
  name: same(name),
  short: 'UBND',
  kind: 'peoples-committee',
  level: 'commune',
  regime: 'collective',
  parent: null,
  place: null,
  headTitle: 'Chủ tịch',
  established: '2020-01-01',
  basis: 'Nghị quyết mẫu',
  phone: null,
  email: null,
  address: null,
});

/** Establishes the ward, for what depends on whether it still exists. */
export const establishWard = (world: TestWorld, now: string): Promise<string> =>
  world.as(system, now, (act) =>
    establishAgency(act, commune('H99.51', 'Ủy ban nhân dân phường Sông Mẫu'), ward),
  );

/** A press in a folder that is removed by `close`; its certificates are from this moment. */
export async function testPress(
  now: string,
): Promise<Press & { readonly keys: string; close(): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'toantrinh-press-'));
  return {
    store: diskStore(path.join(folder, 'files')),
    keyring: sampleKeyring(path.join(folder, 'keys'), () => new Date(now)),
    keys: path.join(folder, 'keys'),
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

/** The draft of a birth certificate, from the sample of its template. */
export const birthDraft = (more: Partial<Draft> = {}): Draft => ({
  item: null,
  template: 'birth-certificate',
  title: 'Giấy khai sinh',
  resultCode: 'KQ.G15.000031',
  agency: ward,
  agencyName: 'Ủy ban nhân dân phường Sông Mẫu',
  owner,
  ownerOrganisation: null,
  ownerName: 'Nguyễn Văn Thí Dụ',
  data: {},
  book: 'birth-certificate',
  validUntil: null,
  ...more,
});

/** Drafts, signs, numbers, seals and issues a paper with its annexes as leader and clerk would. */
export async function issued(
  world: TestWorld,
  press: Press,
  now: string,
  more: Partial<Draft> = {},
  annexes: Readonly<Record<string, Buffer>> = {},
): Promise<Paper> {
  const code = newCheckCode();
  const sample = findTemplate('birth-certificate')?.sample as object;
  const data = { ...sample, check: `https://songlam.example/xac-minh/${code}`, ...more.data };
  const paperId = await world.as(leader, now, async (act: Act) =>
    draftPaper(act, { ...birthDraft(more), data }, code),
  );
  for (const [title, bytes] of Object.entries(annexes)) {
    const file = await press.store.put(bytes);
    await world.as(clerk, now, (act) => attachAnnex(act, paperId, title, file));
  }
  const at = new Date(now);
  const read = (): Promise<Paper> => world.as(leader, now, (act) => getPaper(act, paperId));
  const holder = { id: leader.person ?? '', name: leader.name, organisation: 'Phường Sông Mẫu' };
  const signed = await signAsLeader(press, await read(), holder, at);
  await world.as(leader, now, (act) => noteSignature(act, paperId, signed));
  const { symbol, issued_on, ...numbered } = await world.as(clerk, now, (act) => numberPaper(act, paperId));
  const agency = { id: ward, name: numbered.agency_name, organisation: numbered.agency_name };
  const sealed = await numberAndSeal(
    press,
    { ...numbered, symbol: symbol ?? '', issued_on: issued_on ?? '' },
    await world.as(clerk, now, (act) => listAnnexes(act, paperId)),
    agency,
    at,
  );
  await world.as(clerk, now, (act) => issuePaper(act, paperId, sealed));
  return read();
}
