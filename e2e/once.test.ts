/** One submission makes one dossier, whatever is clicked twice, in however many tabs, and however often it is retried (C1). */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { attribute, elements, newBrowser, type Screen } from '../src/app/demo/browser.ts';
import { arrive } from '../src/app/demo/people.ts';
import { doStep } from '../src/app/demo/take.ts';
import { walks } from '../src/app/demo/walks/index.ts';
import { send } from '../src/ground/db/connect.ts';
import { openHouse, type House } from './house.ts';

const birth = walks.find(({ procedure }) => procedure === '1.001193')!;
const AT_ONCE = 8;

describe('a finished form', { timeout: 300_000 }, () => {
  let house: House;

  before(async () => {
    house = await openHouse();
  });
  after(() => house?.close());

  it('makes one dossier, also when it is sent from two tabs at once and again later', async () => {
    const browser = newBrowser(house.origin);
    const person = await arrive(browser, birth, 'citizen');
    const [begin, answer] = birth.steps;
    const finished = await doStep(browser, await doStep(browser, person.screen, begin!), answer!);
    const tabs = [finished, await browser.open(finished.url.pathname)];
    const before = await countsOf(house);
    const cookie = browser
      .cookies()
      .filter(({ host }) => house.origin.endsWith(host))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
    const submit = (tab: Screen): Promise<string> => submitFrom(tab, cookie);
    const answers = await Promise.all(Array.from({ length: AT_ONCE }, (_, i) => submit(tabs[i % 2]!)));
    answers.push(await submit(finished));
    const [first] = answers;
    assert.match(first ?? '', /^303 \/ho-so\//);
    assert.deepEqual(new Set(answers), new Set([first]), 'each of them is led to the same dossier');
    const after = await countsOf(house);
    assert.deepEqual(
      Object.fromEntries(Object.entries(after).map(([table, n]) => [table, n - (before[table] ?? 0)])),
      { dossiers: 1, codes: 1, submissions: 1, work: 1 },
    );
  });
});

/** Presses “Nộp hồ sơ” of a page; status and where it leads. */
async function submitFrom({ document, url }: Screen, cookie: string): Promise<string> {
  const csrf = elements(document, 'input').find((one) => attribute(one, 'name') === 'csrf');
  const body = new URLSearchParams({
    csrf: (csrf && attribute(csrf, 'value')) ?? '',
    returnWay: 'online',
  });
  const answer = await fetch(url, { method: 'POST', redirect: 'manual', headers: { cookie }, body });
  return `${answer.status} ${answer.headers.get('location')}`;
}

async function countsOf(house: House): Promise<Record<string, number>> {
  const connection = house.open();
  try {
    const [counts] = await send<Record<string, number>>(
      connection.db,
      `select (select count(*) from dossiers.dossiers) as dossiers, (select count(*) from dossiers.codes) as codes,
              (select count(*) from dossiers.submissions) as submissions, (select count(*) from desk.work) as work`,
    );
    return counts!;
  } finally {
    await connection.close();
  }
}
