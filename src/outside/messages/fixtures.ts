/** A matter with its person and its office, for tests. */
import { nobody, type By } from '../../ground/db/act.ts';
import type { TestWorld } from '../../ground/db/testing.ts';
import { newId } from '../../ground/record/index.ts';
import { addContact, registerPerson } from '../../world/people/index.ts';
import type { Site } from './compose.ts';
import type { Matters, Recipient } from './schema.ts';

export const now = new Date('2026-11-20T02:00:00Z');
export const site: Site = {
  name: { vi: 'Tỉnh Sông Lam', en: 'Song Lam Province' },
  origin: 'https://dichvucong.example',
};
export const code = 'H99.18-261120-0001';
const agency = newId(now);

/** The dossier's id, its person (with a telephone and an e-mail address), the officer who has it, and what the rooms above say of it. */
export async function matter(world: TestWorld, about: Partial<Recipient> = {}) {
  const person = await world.as(nobody, now, async (act) => {
    const id = await registerPerson(act, {
      number: '099090000137',
      name: 'Nguyễn Văn Ví Dụ',
      born: '1990-03-14',
      sex: 'male',
      ethnicity: '01',
      nationality: 'VN',
      commune: null,
      address: null,
      died: null,
      source: 'thử',
    });
    const contact = { owner: id, ownerKind: 'person', preferred: true, verifiedAt: now } as const;
    addContact(act, { ...contact, kind: 'email', value: 'vidu@vidu.example' });
    addContact(act, { ...contact, kind: 'phone', value: '0991000137' });
    return id;
  });
  const item = newId(now);
  const citizen: By = {
    ...nobody,
    kind: 'citizen',
    account: newId(now),
    person,
    assurance: 2,
    name: 'Nguyễn Văn Ví Dụ',
  };
  const officer: By = {
    ...nobody,
    kind: 'officer',
    account: newId(now),
    person: newId(now),
    post: newId(now),
    agency,
    powers: [{ role: 'case-officer', agency, unit: null }],
    name: 'Lê Thị Mẫu',
  };
  const matters: Matters = {
    recipientOf: async (_, asked) =>
      asked === item
        ? { person, organisation: null, code, title: 'Đăng ký khai sinh', path: `/ho-so/${code}`, ...about }
        : null,
    findReadable: async ({ by }, asked) =>
      asked === code && (by.person === person || by.agency === agency)
        ? { item, may: (who) => who.agency === agency }
        : null,
    officeOf: async () => ({
      agency,
      unit: null,
      role: 'case-officer',
      holder: null,
      subject: 'Nguyễn Văn Ví Dụ',
    }),
  };
  return { person, item, citizen, officer, matters };
}
