/**
 * Two people at once, over HTTP on the running program: exactly one of them does what both asked for, the other reads what has happened
 * meanwhile, and what was done stands once — one number, one receipt, one decision on money.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { scenarioOf } from '../sample/procedures/answers.ts';
import { sampleId } from '../sample/province/ids.ts';
import { attribute, elements, newBrowser, type Browser } from '../src/app/demo/browser.ts';
import { citizen, officer } from '../src/app/demo/people.ts';
import { contributed, TENANT } from '../src/app/wiring.ts';
import { send } from '../src/ground/db/connect.ts';
import { bySystem } from '../src/ground/db/edge.ts';
import { examine } from '../src/ground/record/invariants.ts';
import { getProcedure } from '../src/services/catalogue/index.ts';
import { receive } from '../src/services/dossiers/index.ts';
import { openHouse, type House } from './house.ts';

const CODE = '1.013225';
const [FATHER, COUNTER, OTHER_COUNTER] = ['Nguyễn Văn Ví Dụ', 'mot-cua.song-mau', 'mot-cua-2.song-mau'];
const [CHAIR, DEPUTY, CLERK] = ['chu-tich.song-mau', 'pho-chu-tich-2.song-mau', 'van-thu.song-mau'];
const [HEAD, SURVEYOR] = ['truong-phong-kinh-te.song-mau', 'dia-chinh.song-mau'];
const people = [FATHER, COUNTER, OTHER_COUNTER, CHAIR, DEPUTY, CLERK, HEAD, SURVEYOR];
/** So often that the second comes before, while and after the first is at it. */
const TIMES = 6;

type Session = { readonly cookie: string; readonly csrf: string };
type Fill = Readonly<Record<string, string>>;
type Said = { readonly status: number; readonly text: string };

describe('two people at once', { timeout: 400_000 }, () => {
  let house: House;
  const sessions = new Map<string, Session>();
  let filed = 0;

  before(async () => {
    house = await openHouse();
    for (const name of people) {
      const browser = newBrowser(house.origin);
      await (/^[a-z]/.test(name) ? officer(browser, name) : citizen(browser, name, '/cua-toi'));
      sessions.set(name, await sessionOf(house, browser));
    }
  });
  after(() => house?.close());

  const rows = <T>(text: string, ...values: unknown[]): Promise<T[]> =>
    send<T>(house.program.connection.db, text, values);

  /** Answers of our own and answers that lead on. */
  async function post(who: string, path: string, fill: Fill = {}): Promise<Said> {
    const { cookie, csrf } = sessions.get(who)!;
    const body = new URLSearchParams({ csrf, ...fill });
    const init: RequestInit = { method: 'POST', redirect: 'manual', headers: { cookie }, body };
    const answer = await fetch(house.origin + path, init);
    return { status: answer.status, text: await answer.text() };
  }

  async function submitted(): Promise<{ readonly id: string; readonly path: string }> {
    const { id, code } = await house.program.edge.act(bySystem(TENANT), async (act) =>
      receive(act, {
        key: `at once ${(filed += 1)}`,
        procedure: await getProcedure(act, CODE),
        channel: 2,
        applicant: { person: sampleId('person', 'nguyen-van-vi-du'), organisation: null, name: FATHER },
        filer: null,
        agency: { id: sampleId('agency', 'ubnd-song-mau'), identifier: 'H99.61' },
        oneStop: sampleId('agency', 'ttpvhcc-song-mau'),
        place: 'SL001',
        answers: scenarioOf(CODE).answers,
        contact: { phone: null, email: null, address: null },
        returnWay: 'online',
        components: [],
        nationalCode: null,
      }),
    );
    return { id, path: `/ho-so/${encodeURIComponent(code)}` };
  }

  const tokenAt = async (id: string, kind: string): Promise<string> => {
    const open = 'select ref from desk.work where item = $1 and kind = $2 and closed_at is null';
    const [work] = await rows<{ ref: string }>(open, id, kind);
    assert.ok(work, `no ${kind}`);
    return work.ref;
  };

  /** What is owed for a dossier: a job raises it. */
  async function chargeOf(id: string): Promise<string> {
    for (let tries = 0; tries < 200; tries++) {
      const [charge] = await rows<{ id: string }>('select id from payments.charges where item = $1', id);
      if (charge) return charge.id;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('Nothing is owed.');
  }

  const isDone = ({ status }: Said): boolean => status === 303;
  /** Whoever came too late is told so in words, and never that something is wrong with what they sent. */
  const areTold = (said: readonly Said[]): void => {
    for (const { status, text } of said.filter((one) => !isDone(one)))
      assert.ok(status === 409 && /Lúc này không làm được/.test(text), `${status}: ${text.slice(0, 200)}`);
  };

  async function isHealthy(): Promise<void> {
    const wrong: string[] = [];
    await house.program.edge.look(bySystem(TENANT), (look) =>
      examine(look, contributed(house.program.rooms, 'invariants'), ({ name, findings }) => {
        for (const { item, what } of findings) wrong.push(`${name}: ${item} ${what}`);
      }),
    );
    assert.deepEqual(wrong, []);
  }

  it('an applicant withdraws what the counter accepts: withdrawn it is, accepted before or not', async () => {
    for (let n = 0; n < TIMES; n++) {
      const { id, path } = await submitted();
      const said = await Promise.all([
        post(COUNTER, `${path}/tiep-nhan`),
        post(FATHER, `${path}/rut`, { reason: '' }),
        post(OTHER_COUNTER, `${path}/tiep-nhan`),
      ]);
      areTold(said);
      assert.ok(isDone(said[1]!), 'nobody is kept from withdrawing');
      assert.ok([said[0]!, said[2]!].filter(isDone).length <= 1);
      const [{ state } = { state: '' }] = await rows<{ state: string }>(
        'select state from dossiers.dossiers where id = $1',
        id,
      );
      assert.equal(state, 'withdrawn');
    }
    await isHealthy();
  });

  it('several finish the same step, sign and seal: each is done once, with one number', async () => {
    const { id, path } = await submitted();
    await post(COUNTER, `${path}/tiep-nhan`);
    const sign = { choice: 'sign', reason: '', annexes: '' };
    const once = async (kind: string, screen: string, who: readonly string[], fill: Fill): Promise<void> => {
      const token = await tokenAt(id, kind);
      const said = await Promise.all(who.map((one) => post(one, `${path}/${screen}/${token}`, fill)));
      areTold(said);
      assert.equal(said.filter(isDone).length, 1, kind);
    };
    const finding = { finding: 'Phù hợp.' };
    await once('assign', 'buoc', [CHAIR, DEPUTY, CHAIR], finding);
    await once('appraise', 'buoc', [HEAD, SURVEYOR], finding);
    await once('inspect', 'buoc', [SURVEYOR, HEAD, SURVEYOR], finding);
    await once('draft', 'du-thao', [HEAD, SURVEYOR, HEAD], { kind: 'grant' });
    await once('sign', 'ky', [CHAIR, DEPUTY, DEPUTY], sign);
    await once('seal', 'phat-hanh', [CLERK, CLERK, CLERK], {});
    const papers = await rows<{ n: number; least: number; most: number }>(
      'select count(*)::int as n, min(number) as least, max(number) as most from papers.papers where item = $1',
      id,
    );
    assert.equal(papers[0]?.n, 1);
    const [{ last } = { last: 0 }] = await rows<{ last: number }>(
      `select last from numbers.books where book = (select book || ' ' || agency from papers.papers where item = $1)`,
      id,
    );
    assert.equal(papers[0]?.most, last, 'no number was taken in vain');
    await isHealthy();
  });

  it('two counters take the money, and two leaders decide what becomes of it: once each, and not both ways', async () => {
    for (let n = 0; n < TIMES; n++) {
      const { id, path } = await submitted();
      const charge = await chargeOf(id);
      const taken = await Promise.all(
        [COUNTER, OTHER_COUNTER].map((who) => post(who, `/thanh-toan/${charge}/tien-mat`, { act: 'take' })),
      );
      areTold(taken);
      assert.equal(taken.filter(isDone).length, 1);
      assert.ok(isDone(await post(FATHER, `${path}/rut`, { reason: '' })));
      const waits = `select c.id from payments.credits c join desk.work w on w.item = c.id and w.closed_at is null where c.charge = $1`;
      let money: { id: string } | undefined;
      for (let tries = 0; tries < 200 && !money; tries++) {
        [money] = await rows<{ id: string }>(waits, charge);
        if (!money) await new Promise((resolve) => setTimeout(resolve, 50));
      }
      const decide = (who: string, choice: string) =>
        post(who, `/thanh-toan/tien/${money!.id}`, { choice, why: 'Đã xem', evidence: '' });
      const decided = await Promise.all([
        decide(CHAIR, 'keep'),
        decide(DEPUTY, 'back'),
        decide(DEPUTY, 'keep'),
      ]);
      areTold(decided);
      assert.equal(decided.filter(isDone).length, 1);
      const [{ refunds } = { refunds: -1 }] = await rows<{ refunds: number }>(
        'select count(*)::int as refunds from payments.refunds where charge = $1',
        charge,
      );
      assert.equal(refunds, isDone(decided[1]!) ? 1 : 0);
    }
    await isHealthy();
  });
});

async function sessionOf({ origin }: House, browser: Browser): Promise<Session> {
  const own = browser.cookies().filter(({ host }) => origin.endsWith(host));
  const cookie = own.map(({ name, value }) => `${name}=${value}`).join('; ');
  const { document } = await browser.open('/dang-xuat');
  const field = elements(document, 'input').find((one) => attribute(one, 'name') === 'csrf');
  return { cookie, csrf: (field && attribute(field, 'value')) ?? '' };
}
