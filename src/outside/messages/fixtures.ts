/** A matter with its person and its office, for tests; and a visitor of the pages. */
import { render } from 'preact-render-to-string';
import { nobody, type By } from '../../ground/db/act.ts';
import type { TestWorld } from '../../ground/db/testing.ts';
import { newId } from '../../ground/record/index.ts';
import { SESSION_COOKIE } from '../../ground/web/cookies.ts';
import { newLimiter } from '../../ground/web/limits.ts';
import type { Page } from '../../ground/web/page.ts';
import { webApp } from '../../ground/web/server.ts';
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
      asked === code && (by.person === person || by.agency === agency) ? item : null,
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

/** Opens and posts pages as this person would, in-process. */
export function surf(world: TestWorld, pages: readonly Page[], by: By) {
  const app = webApp({
    edge: world,
    db: world.tx,
    sessions: { find: async () => ({ id: newId(now), by, signedInAt: now, endsAt: null }) },
    tenant: world.tenant,
    origin: null,
    title: 'thử',
    pages,
    answers: [],
    apis: [],
    limiter: newLimiter(),
    frame: (view, visit) => `<title>${view.title[visit.lang]}</title>${render(view.body)}`,
    problemView: (problem) => ({ title: problem.text, body: null as never }),
    signIn: (back) => back,
    receive: () => async () => null,
    early: () => {},
    now: () => now,
  });
  const headers = { cookie: `${SESSION_COOKIE}=thu` };
  const open = async (path: string) => {
    const response = await app.request(path, { headers });
    return { status: response.status, html: await response.text() };
  };
  return {
    open,
    post: async (path: string, fields: Readonly<Record<string, string>>) => {
      const [, csrf = ''] = /name="csrf" value="([^"]*)"/.exec((await open(path)).html) ?? [];
      const response = await app.request(path, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ ...fields, csrf }).toString(),
      });
      return { status: response.status, html: await response.text(), to: response.headers.get('location') };
    },
  };
}
