/**
 * Bad input: every form, page and API of the route table answers whatever is sent with a clear refusal in our frame (or
 * JSON), never with a failure of ours, and stores nothing half (REQUIREMENTS N3, N4).
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { attribute, elements, untouched, type Cookie, type Screen } from '../src/app/demo/browser.ts';
import { contributed } from '../src/app/wiring.ts';
import { SESSION_COOKIE } from '../src/ground/web/cookies.ts';
import { bodies, segments, texts, values } from './attacks.ts';
import { joinExploration } from './exploration.ts';
import { openHouse, type House } from './house.ts';
import { answersOf, pagesOf } from './routes.ts';
import { undone, type Answered, type Ask } from './undone.ts';
import { visitorsOf } from './visitors.ts';

/** Tables that a refused request may write to: what was tried is kept on purpose, and so is the number that a paper was given. */
const kept = /^(access\.|record\.looks|wire\.|numbers\.)/;
const MOST_FAULTS = 80;
/** A busy machine takes its time. */
const long = { timeout: 600_000 };
/** So many forms are sent every kind of body: it is read before the page is asked. */
const FORMS_OF_EACH_BODY = 6;
const always: ReadonlySet<string> = new Set(['missing', 'too long', 'a zero byte', 'a name of every object']);
/** Fields of a form that are tried one by one. */
const MOST_FIELDS = 12;

describe('bad input', { timeout: 900_000 }, () => {
  let house: House;

  before(async () => void (house = await openHouse()), long);
  after(() => house?.close());

  const faultsOfForms: string[] = [];
  const attacked = new Set<string>();
  const explored = joinExploration((home, go) => {
    const pages = contributed(home.program.rooms, 'pages');
    return undone(home, (ask) =>
      go(async ({ path, screen, cookies }) => {
        if (!pages.find((page) => page.path === path)?.act) return;
        attacked.add(path);
        const attacks = attackForm(patient(ask), screen, headersOf(home, cookies), attacked.size);
        for (const [what, answer] of await attacks)
          faultsOfForms.push(...faultsOf(`POST ${path} (${what})`, answer));
      }),
    );
  });

  it('to forms is refused in words, and nothing is stored half', long, async () => {
    await explored(house);
    assert.deepEqual(faultsOfForms.slice(0, MOST_FAULTS), []);
    assert.ok(attacked.size > 10, `Only ${attacked.size} forms could be attacked.`);
  });

  it('in addresses is refused in words', long, async () => {
    const faults: string[] = [];
    const routes = [...pagesOf(house.program), ...answersOf(house.program)];
    const apis = contributed(house.program.rooms, 'apis').map(({ path }) => ({ path: `/api/v1${path}` }));
    await undone(house, async (ask) => {
      for await (const { name, browser } of visitorsOf(house.origin).kinds())
        for (const { path } of [...routes, ...apis].filter((one) => one.path.includes(':')))
          for (const [what, segment] of Object.entries(segments)) {
            const answer = await ask(path.replaceAll(/:\w+/g, segment), headersOf(house, browser.cookies()));
            faults.push(...faultsOf(`GET ${path} as ${name} (${what})`, answer));
            if (isKeptOut(answer)) break;
          }
    });
    assert.deepEqual(faults.slice(0, MOST_FAULTS), []);
  });

  it('to the API is refused in JSON', long, async () => {
    const faults: string[] = [];
    await undone(house, async (ask) => {
      for await (const { name, browser } of visitorsOf(house.origin).kinds())
        for (const { method, path, input } of contributed(house.program.rooms, 'apis')) {
          const fields = Object.keys(
            (input?.schema as { properties?: object } | undefined)?.properties ?? {},
          );
          const address = `/api/v1${path.replaceAll(/:\w+/g, 'x')}`;
          const own = headersOf(house, browser.cookies());
          for (const [what, value] of [...Object.entries(texts), ...Object.entries(values)]) {
            const given = Object.fromEntries(fields.map((field) => [field, value]));
            const answer =
              method === 'get'
                ? await ask(`${address}?${new URLSearchParams(given as Record<string, string>)}`, own)
                : await ask(address, json(method, own, given));
            faults.push(...faultsOf(`${method} ${address} as ${name} (${what})`, answer));
            if (isKeptOut(answer)) break;
          }
        }
    });
    assert.deepEqual(faults.slice(0, MOST_FAULTS), []);
  });
});

/** Whoever may not come here is told so before anything of what was sent is read: the rest would be answered alike. */
const isKeptOut = ({ status, location }: Answered): boolean =>
  status === 403 || location?.startsWith('/dang-nhap') === true;

/** An outside system that a busy machine keeps from answering in time (503) is asked once more. */
const patient =
  (ask: Ask): Ask =>
  async (...asked) => {
    const answer = await ask(...asked);
    return answer.status === 503 ? ask(...asked) : answer;
  };

type Own = { readonly headers: Readonly<Record<string, string>> };

const headersOf = (house: House, cookies: readonly Cookie[]): Own => ({
  headers: {
    cookie: cookies
      .filter(({ host }) => house.origin.endsWith(host))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; '),
  },
});

const json = (method: string, { headers }: Own, value: unknown): RequestInit => ({
  method: method.toUpperCase(),
  headers: { ...headers, 'content-type': 'application/json' },
  body: JSON.stringify(value),
});

const form = ({ headers }: Own, pairs: readonly (readonly [string, string])[]): RequestInit => ({
  method: 'POST',
  headers: { ...headers },
  body: new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, value])),
});

/**
 * Sends bad things to the form of a page. Each answer with what was sent. What is bad for every form is sent to every
 * form; of the rest, which is read by the same few readers everywhere, each form gets a share and the next one another.
 */
async function attackForm(
  ask: Ask,
  { document, url }: Screen,
  own: Own,
  nth: number,
): Promise<[string, Answered][]> {
  const element = elements(document, 'form').find((one) => attribute(one, 'method') === 'post');
  if (!element) return [];
  const path = url.pathname + url.search;
  const honest = untouched(element);
  const names = [...new Set(honest.map(([name]) => name).concat(namesIn(element)))].filter(
    (name) => name !== 'csrf',
  );
  const csrf = honest.find(([name]) => name === 'csrf')?.[1] ?? '';
  const others = honest.filter(([name]) => name !== 'csrf');
  const all = (value: string): [string, string][] => [
    ['csrf', csrf],
    ...names.map((name): [string, string] => [name, value]),
  ];
  const attack = async (what: string, init: RequestInit, twice?: 'twice'): Promise<[string, Answered]> => [
    what,
    await ask(path, init, twice),
  ];
  const foreign = async (what: string, init: RequestInit): Promise<[string, Answered]> => {
    const answer = await ask(path, init);
    const refused = answer.status === 403 || answer.location?.startsWith('/dang-nhap');
    return [what, refused ? answer : { ...answer, wrote: ['(it was taken)'], status: 599 }];
  };
  const one = (name: string, value: string): RequestInit =>
    form(own, [...honest.filter(([other]) => other !== name), [name, value]]);
  return Promise.all([
    foreign('no token', form(own, others)),
    foreign('a token of another', form(own, [['csrf', 'x'.repeat(csrf.length)], ...others])),
    foreign('a token of other letters', form(own, [['csrf', 'é'.repeat(csrf.length)], ...others])),
    foreign('two tokens', form(own, [['csrf', csrf], ['csrf', csrf], ...others])),
    foreign(
      'a form of another site',
      form({ headers: { ...own.headers, 'sec-fetch-site': 'cross-site' } }, honest),
    ),
    foreign('a forged session', form({ headers: { cookie: `${SESSION_COOKIE}=forged` } }, honest)),
    foreign('no session', form({ headers: {} }, honest)),
    ...(nth <= FORMS_OF_EACH_BODY ? Object.entries(bodies) : []).map(([what, [type, body]]) =>
      attack(what, {
        method: 'POST',
        headers: { ...own.headers, ...(type && { 'content-type': type }) },
        body,
      }),
    ),
    ...Object.entries(texts)
      .filter(([what], i) => always.has(what) || (i + nth) % 3 === 0)
      .map(([what, text]) => attack(`all ${what}`, form(own, all(text)))),
    ...Object.entries(values)
      .filter((_, i) => (i + nth) % 3 === 0)
      .map(([what, value]) =>
        attack(what, json('POST', own, { csrf, ...Object.fromEntries(names.map((name) => [name, value])) })),
      ),
    // Each field for itself, while the others are left as they were.
    ...names.slice(0, MOST_FIELDS).map((name, i) => {
      const [what, text] = Object.entries(texts)[(nth + i) % Object.keys(texts).length]!;
      return attack(`${name}: ${what}`, one(name, text));
    }),
    attack('each twice', form(own, [['csrf', csrf], ...others, ...others])),
    attack('sent twice', form(own, honest), 'twice'),
  ]);
}

const namesIn = (element: Parameters<typeof untouched>[0]): string[] =>
  ['input', 'select', 'textarea', 'button'].flatMap((tag) =>
    elements(element, tag).flatMap((one) => attribute(one, 'name') ?? []),
  );

/** What is wrong with an answer; nothing for a clear one. */
function faultsOf(what: string, { status, kind, text, wrote }: Answered): string[] {
  const faults: string[] = [];
  if (status >= 500) faults.push(`${what}: answered ${status}`);
  const framed = kind.startsWith('text/html') && text.includes('<html lang=') && text.includes('</html>');
  const told = kind.startsWith('application/json') && text.includes('"message"');
  if (status >= 400 && status < 500 && !framed && !told)
    faults.push(`${what}: ${status} without words: ${text.slice(0, 80)}`);
  if (text.includes('<script>alert(1)') || text.includes('<img src=x'))
    faults.push(`${what}: comes back as HTML`);
  const half = wrote.filter((table) => !kept.test(table));
  if (status >= 400 && half.length > 0)
    faults.push(`${what}: refused (${status}), yet wrote to ${half.join(', ')}`);
  return faults;
}
