/** A small office for tests: a leader and two counter officers with accounts, and work that waits for them. */
import { nobody, system, type Act, type By } from '../../ground/db/act.ts';
import { settleWrites } from '../../ground/db/edge.ts';
import type { TestWorld } from '../../ground/db/testing.ts';
import { openItem, step } from '../../ground/record/index.ts';
import { same } from '../../ground/text/language.ts';
import { openOfficerAccount } from '../../world/access/index.ts';
import { addPost, appoint, establishAgency, putOfficer, type Role } from '../../world/agencies/index.ts';
import { grantMandate } from '../../world/mandates/index.ts';
import { registerPerson } from '../../world/people/index.ts';
import { openWork } from './commands.ts';
import type { NewWork } from './schema.ts';

/** For the tests of rooms above: there a page does it. */
export { giveBack, takeWork } from './assign.ts';

/** Friday 20 November 2026, 09:00 in Vietnam. */
export const now = '2026-11-20T02:00:00Z';

/** An officer of the office: as one who acts, and the post held. */
export type Seated = { readonly by: By; readonly post: string };

export type Office = {
  readonly agency: string;
  readonly leader: Seated;
  readonly first: Seated;
  readonly second: Seated;
};

const lasting = { from: '2020-01-01', to: null } as const;

/** Registers a person of whom only the name is known. */
export const aPerson = (act: Act, name: string): Promise<string> =>
  registerPerson(act, {
    number: null,
    name,
    born: null,
    sex: '2',
    ethnicity: null,
    nationality: 'VN',
    commune: null,
    address: null,
    died: null,
    source: 'mẫu',
  });

/** Gives somebody new a post in an agency, with an account: the head where the roles say leader. */
export async function seat(
  act: Act,
  agency: string,
  name: string,
  login: string,
  roles: readonly Role[],
): Promise<Seated> {
  const person = await aPerson(act, name);
  await settleWrites(act);
  const post = await addPost(act, {
    ...lasting,
    agency,
    unit: null,
    fields: null,
    title: same(roles.includes('leader') ? 'Giám đốc' : 'Công chức một cửa'),
    rank: roles.includes('leader') ? 'head' : 'staff',
    roles,
  });
  await putOfficer(act, { person, name, sex: null, staffNumber: null, phone: null, email: null });
  await settleWrites(act);
  await appoint(act, { ...lasting, post, person, kind: 'appointed', basis: null });
  const { id } = await openOfficerAccount(act, { person, login, name });
  await settleWrites(act);
  const powers = roles.map((role) => ({ role, agency, unit: null }));
  return { post, by: { ...nobody, kind: 'officer', account: id, person, post, agency, powers, name } };
}

/** Opens the office. */
export const anOffice = (world: TestWorld): Promise<Office> =>
  world.as(system, now, async (act) => {
    const agency = await establishAgency(act, {
      identifier: 'X07',
      name: same('Trung tâm Mẫu'),
      short: 'TTM',
      kind: 'department',
      level: 'province',
      regime: 'head',
      parent: null,
      place: null,
      headTitle: 'Giám đốc',
      established: '2020-01-01',
      basis: 'QĐ',
      phone: null,
      email: null,
      address: null,
    });
    await settleWrites(act);
    return {
      agency,
      leader: await seat(act, agency, 'Võ Văn Ước Lệ', 'vo.uocle', ['leader']),
      first: await seat(act, agency, 'Đinh Thị Ví Dụ', 'dinh.vidu', ['counter']),
      second: await seat(act, agency, 'Lý Văn Mẫu', 'ly.mau', ['counter']),
    };
  });

/** Puts somebody in for a post from the week of `now` until this day. */
export const substitute = (
  world: TestWorld,
  agency: string,
  absent: Seated,
  present: Seated,
  to = '2026-11-27',
): Promise<unknown> =>
  world.as(system, now, (act) =>
    grantMandate(act, {
      kind: 'substitution',
      form: null,
      agent: { kind: 'person', id: present.by.person! },
      principal: { kind: 'post', id: absent.post },
      grantedBy: absent.by.person,
      agency,
      roles: [],
      acts: null,
      procedures: null,
      fields: null,
      documents: null,
      resultsTo: 'agent',
      under: null,
      redelegable: false,
      from: '2026-11-16',
      to,
      basis: 'Đơn nghỉ phép (mẫu)',
    }),
  );

/** Opens a matter with one work item for the counter of the office. Returns the id of the work item. */
export const aWork = (world: TestWorld, agency: string, more: Partial<NewWork> = {}): Promise<string> =>
  world.as(system, now, async (act) => {
    const head = openItem(act, 'test');
    step(act, head, { act: 'test.begin', visible: 'inside' });
    return openWork(act, {
      item: head.id,
      room: 'test',
      kind: 'do',
      agency,
      unit: null,
      role: 'counter',
      holder: null,
      code: 'X07-261120-0001',
      title: 'Việc thử',
      subject: 'Nguyễn Văn Ví Dụ',
      step: 'Kiểm tra',
      ref: null,
      due_at: new Date('2026-11-25T02:00:00Z'),
      paused_for: null,
      ...more,
    });
  });
