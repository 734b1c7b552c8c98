/** The table of permissions, compared with what is answered over HTTP (REQUIREMENTS N3; who reads and acts: `permissions.ts`). */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { attribute, elements, newBrowser, textOf, type Browser } from '../src/app/demo/browser.ts';
import { citizen, officer } from '../src/app/demo/people.ts';
import { go } from '../src/app/demo/take.ts';
import type { Step, Walk } from '../src/app/demo/walk.ts';
import { walks } from '../src/app/demo/walks/index.ts';
import { openHouse, type House } from './house.ts';
import { acts, money, parties, people, states, views, type Person, type TriedState } from './permissions.ts';
import { pagesOf, routeOf } from './routes.ts';
import { undone } from './undone.ts';

const birth = walks.find(({ procedure }) => procedure === '1.001193')!;

const permit = walks.find(({ procedure }) => procedure === '1.013225')!;

const upTo = (last: string, ...more: readonly Step[]): Walk => {
  const end = birth.steps.findIndex(({ leaves }) => leaves === last);
  return { ...birth, steps: [...birth.steps.slice(0, end + 1), ...more] };
};

/** A walk that ends in each state. */
const ending: Readonly<Record<TriedState, Walk>> = {
  submitted: upTo('submitted'),
  supplement: upTo('submitted', {
    who: 'counter',
    does: 'asks for a supplement',
    follow: 'Yêu cầu bổ sung',
    press: 'Gửi yêu cầu',
    fill: { defects: 'Giấy chứng sinh mờ' },
    leaves: 'supplement',
  }),
  accepted: upTo('accepted'),
  processing: upTo('processing'),
  decided: upTo('decided'),
  returned: upTo('returned'),
  refused: upTo('submitted', {
    who: 'counter',
    does: 'refuses to accept',
    follow: 'Từ chối tiếp nhận',
    press: 'Từ chối tiếp nhận',
    fill: { ground: 'not-competent', reason: 'Người nộp cư trú ở tỉnh khác' },
    leaves: 'refused',
  }),
  withdrawn: upTo('submitted', {
    who: 'citizen',
    does: 'withdraws',
    follow: 'Rút',
    press: 'Rút hồ sơ',
    leaves: 'withdrawn',
  }),
};

describe('permissions', { timeout: 600_000 }, () => {
  let house: House;
  const codes = new Map<TriedState, string>();
  const browsers = new Map<Person, Browser | null>();

  before(async () => {
    house = await openHouse();
    for (const state of states) codes.set(state, (await go(house.origin, ending[state])).code);
    for (const person of Object.keys(people) as Person[]) browsers.set(person, await signedIn(house, person));
  });
  after(() => house?.close());

  it('are those of the table', async () => {
    const wrong: string[] = [];
    await undone(house, async (ask) => {
      for (const [person, browser] of browsers) {
        const { headers, csrf } = await credentials(house, browser);
        for (const [state, code] of codes) {
          const at = encodeURIComponent(code);
          for (const { name, path, who, when } of views) {
            const answer = await ask(path.replace(':code', at), { headers });
            const is = answer.location?.startsWith('/dang-nhap') ? 'sign in' : String(answer.status);
            const should = expected(person, path.startsWith('/api'), who, when, state, ['200', '404']);
            if (!should.includes(is))
              wrong.push(`${person} sees ${name} when ${state}: ${is}, not ${should.join(' or ')}`);
          }
          for (const { name, path, fill, who, lacking = [], when } of acts) {
            const body = new URLSearchParams({ csrf, ...fill });
            const answer = await ask(`/ho-so/${at}/${path}`, { method: 'POST', headers, body });
            const is = answer.location?.startsWith('/dang-nhap') ? 'sign in' : String(answer.status);
            const done = lacking.includes(person) ? '422' : '303';
            const should = expected(person, false, who, when, state, [done, '409']);
            if (!should.includes(is))
              wrong.push(`${person}: ${name} when ${state}: ${is}, not ${should.join(' or ')}`);
          }
        }
      }
    });
    assert.deepEqual(wrong, []);
  });

  it('are those of the table for money: a leader elsewhere sees nothing of it', async () => {
    const submitted = permit.steps.findIndex(({ leaves }) => leaves === 'submitted');
    const { code } = await go(house.origin, { ...permit, steps: permit.steps.slice(0, submitted + 1) });
    const charge = await chargeOf(browsers.get('father')!, code);
    const wrong: string[] = [];
    await undone(house, async (ask) => {
      for (const [person, browser] of browsers) {
        const { headers } = await credentials(house, browser);
        for (const { name, path, who } of money) {
          const answer = await ask(path.replace(':charge', charge), { headers });
          const is = answer.location?.startsWith('/dang-nhap') ? 'sign in' : String(answer.status);
          const should = person === 'nobody' ? 'sign in' : who.includes(person) ? '200' : '403';
          if (is !== should) wrong.push(`${person} sees ${name}: ${is}, not ${should}`);
        }
      }
    });
    assert.deepEqual(wrong, []);
  });

  it('hold for lists and search: they show what may be read, and nothing else', async () => {
    const wrong: string[] = [];
    for (const [person, browser] of browsers) {
      if (!browser) continue;
      const isCitizen = person === 'father' || person === 'stranger';
      const mayRead = async (code: string): Promise<boolean> =>
        (await browser.open(dossierPath(code))).status === 200;
      const listed = await codesOn(browser, isCitizen ? '/cua-toi' : '/viec');
      for (const [code, link] of listed)
        if ((await browser.open(link)).status !== 200) wrong.push(`${person} is shown ${code}`);
      for (const code of codes.values()) {
        const readable = await mayRead(code);
        if (isCitizen && readable && !listed.has(code)) wrong.push(`${person} is not shown ${code}`);
        if (
          !isCitizen &&
          !readable &&
          (await codesOn(browser, `/viec?q=${encodeURIComponent(code)}`)).has(code)
        )
          wrong.push(`${person} finds ${code}`);
      }
    }
    assert.deepEqual(wrong, []);
  });

  it('are known before a link is shown: no link leads to a page that refuses whoever sees it', async () => {
    const wrong: string[] = [];
    for (const [person, browser] of browsers) {
      const visitor = browser ?? newBrowser(house.origin);
      const seen = new Set<string>();
      const waiting = [
        '/',
        '/tai-khoan',
        ...(person === 'nobody' ? [] : [...codes.values()].map(dossierPath)),
      ];
      for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
        const { status, document } = await visitor.open(at);
        if (status !== 200) continue;
        for (const link of elements(document, 'a')) {
          const href = attribute(link, 'href') ?? '';
          const { origin, pathname, search } = new URL(href, new URL(at, house.origin));
          // One page of each kind; what ends a session or changes the language is no page.
          const kind = routeOf(pagesOf(house.program), pathname)?.path ?? pathname;
          if (origin !== house.origin || seen.has(kind) || /^\/(dang-xuat|ngon-ngu)/.test(pathname)) continue;
          seen.add(kind);
          const answer = await visitor.open(pathname + search);
          if (answer.status >= 400)
            wrong.push(`${person} is led from ${at} to ${pathname}: ${answer.status}`);
          else waiting.push(pathname + search);
        }
      }
    }
    assert.deepEqual(wrong, []);
  });
});

const dossierPath = (code: string): string => `/ho-so/${encodeURIComponent(code)}`;

/** What is owed for a dossier: raised by a job, so it is looked for again until it is there. */
async function chargeOf(payer: Browser, code: string): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const { document } = await payer.open(dossierPath(code));
    const found = elements(document, 'a')
      .map((link) => /^\/thanh-toan\/([^/]+)$/.exec(attribute(link, 'href') ?? '')?.[1])
      .find((id) => id !== undefined);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`Nothing is owed for ${code}.`);
}

/** What the table says may be answered. */
function expected(
  person: Person,
  isApi: boolean,
  who: readonly Person[],
  when: readonly TriedState[],
  state: TriedState,
  [yes, notNow]: readonly [string, string],
): readonly string[] {
  if (person === 'nobody') return [isApi ? '401' : 'sign in'];
  if (who.includes(person)) return [when.includes(state) ? yes : notNow];
  // Who may read the dossier may be told first that nobody can do this now.
  return parties.includes(person) && !when.includes(state) ? ['403', notNow] : ['403'];
}

async function signedIn({ origin }: House, person: Person): Promise<Browser | null> {
  const name = people[person];
  if (name === null) return null;
  return /^[a-z]/.test(name)
    ? (await officer(newBrowser(origin), name)).browser
    : (await citizen(newBrowser(origin), name, '/cua-toi')).browser;
}

/** The cookies of a visitor, and the token of their forms. */
async function credentials({ origin }: House, browser: Browser | null) {
  const own = browser?.cookies().filter(({ host }) => origin.endsWith(host)) ?? [];
  const headers = { cookie: own.map(({ name, value }) => `${name}=${value}`).join('; ') };
  const { document } = browser ? await browser.open('/dang-xuat') : { document: null };
  const field = document && elements(document, 'input').find((one) => attribute(one, 'name') === 'csrf');
  return { headers, csrf: (field && attribute(field, 'value')) ?? '' };
}

/** The codes of dossiers that a page lists, each with where it leads. */
async function codesOn(browser: Browser, path: string): Promise<ReadonlyMap<string, string>> {
  const { document } = await browser.open(path);
  return new Map(
    elements(document, 'a').flatMap((link) => {
      const code = /^H\d[\w.]*-\d{6}-\d{4}/.exec(textOf(link))?.[0];
      return code ? [[code, attribute(link, 'href') ?? ''] as const] : [];
    }),
  );
}
