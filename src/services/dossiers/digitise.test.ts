/** From the photo handed in at the counter to the signed PDF/A in the owner's vault (C5). */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import sharp from 'sharp';
import { sampleProcedures } from '../../../sample/procedures/index.ts';
import { sampleId } from '../../../sample/province/ids.ts';
import { readSample } from '../../../sample/province/load.ts';
import { seedProvince } from '../../../sample/province/seed.ts';
import { system, type By } from '../../ground/db/act.ts';
import { bySystem } from '../../ground/db/edge.ts';
import { rolledBack, systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { Conflict } from '../../ground/operate/errors.ts';
import { keepFile } from '../../ground/files/index.ts';
import { announce } from '../../ground/jobs/index.ts';
import { settle } from '../../ground/jobs/testing.ts';
import { testPress } from '../../paper/papers/fixtures.ts';
import {
  remoteIdentity,
  remoteSigning,
  signingService,
  startSigningServiceSimulator,
} from '../../paper/papers/index.ts';
import { papersRoom } from '../../paper/papers/module.ts';
import { openWire } from '../../ground/wire/index.ts';
import { visitorOf } from '../../ground/web/testing.tsx';
import { scanningRoom } from '../../paper/scanning/module.ts';
import { listScans, noteSecrecy, readPrograms } from '../../paper/scanning/index.ts';
import { verifyFile, readCertificate } from '../../paper/signing/index.ts';
import { close as closeTypeset, templates, typeset } from '../../paper/typeset/index.ts';
import { publish } from '../catalogue/index.ts';
import { listItems } from '../vault/index.ts';
import { accept } from './commands/accept.ts';
import { receive } from './commands/receive.ts';
import { caseOfficer, counter, father, pinned, submission } from './fixtures.ts';
import { listeners } from './listeners.ts';
import { hold } from './load.ts';
import { dossiersRoom } from './module.ts';
import { listComponents } from './queries.ts';
import { acceptAt } from './testing.ts';

const home = 'https://mau.example';
const monday = '2026-11-23T02:00:00Z';
const committee = sampleId(
  'agency',
  readSample().agencies.find(({ kind, abolished }) => kind === 'peoples-committee' && !abolished)!.slug,
);
const here = (by: By): By => ({
  ...by,
  agency: committee,
  powers: by.powers.map((power) => ({ ...power, agency: committee })),
});
const paperOf = (dpi: number) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${8.27 * dpi}" height="${11.69 * dpi}"><rect width="100%" height="100%" fill="#fbfbf4"/><text x="${dpi}" y="${2 * dpi}" font-family="Liberation Serif,serif" font-size="${dpi / 4}">Họ và tên mẹ: Nguyễn Thị Ví Dụ</text></svg>`,
    ),
  )
    .jpeg()
    .toBuffer();
/** Who signed a file whose last signature is the archive timestamp over all of it. */
const signersOf = ({ signatures }: Awaited<ReturnType<typeof verifyFile>>) => {
  const [timestamp, ...people] = signatures.map(({ signer }) => signer).toReversed();
  assert.match(timestamp ?? '', /Cấp dấu thời gian/);
  return people;
};
const hasTesseract = readPrograms().tesseract !== null;

describe('papers digitised at intake', () => {
  let press: Awaited<ReturnType<typeof testPress>>;
  before(async () => {
    press = await testPress(monday);
  });
  after(async () => {
    await press.close();
    await closeTypeset();
  });

  /** A dossier with this file as its certificate of birth, received. */
  async function received(world: TestWorld, picture: Buffer) {
    await seedProvince(world, bySystem(world.tenant), () => {});
    const { national, local, from } = sampleProcedures.find((one) => one.national.code === '1.001193')!;
    await world.as(system, monday, (act) => publish(act, national, local, from, 'written'));
    const stored = await press.store.put(picture);
    const component = national.groups[0]!.components[0]!;
    const one = submission('digitise');
    const { id, code } = await world.as(father, monday, async (act) =>
      receive(act, {
        ...one,
        channel: 1,
        agency: { id: committee, identifier: 'H99.18' },
        oneStop: committee,
        components: [
          {
            component: component.key,
            name: 'Giấy chứng sinh',
            manner: 'handed-in',
            file: keepFile(act, stored, 'anh.jpg').id,
            hash: stored.hash,
            pages: null,
            originals: 1,
            copies: 0,
          },
        ],
      }),
    );
    return { id, code, stored };
  }

  /** The same, accepted at the counter, all jobs done. */
  async function accepted(world: TestWorld, picture: Buffer) {
    const { id, code, stored } = await received(world, picture);
    await world.as(here(counter), monday, async (act) => accept(act, await hold(act, id), pinned));
    const room = scanningRoom({ store: press.store, programs: readPrograms() });
    const heard = listeners.filter(({ on }) => on === 'dossier.accept');
    await settle(world, [...heard, ...room.listeners], new Date(monday));
    const scans = () => world.look(systemAt(monday), (look) => listScans(look, id));
    return { id, code, scans, source: stored.hash };
  }

  const visitor = (world: TestWorld, by: By) =>
    visitorOf(
      world,
      dossiersRoom({ press, store: press.store, home, isRated: async () => false }),
      monday,
      by,
    );

  it(
    'become a PDF/A that the counter compares, signs and hands back, and that the vault keeps',
    { skip: !hasTesseract && 'tesseract is not installed' },
    rolledBack(async (world) => {
      const { id, code, scans, source } = await accepted(world, await paperOf(300));
      const [made] = await scans();
      assert.deepEqual([made?.state, made?.recognised, made?.pages], ['made', 'all', 1]);
      assert.match(made!.doc_code, /^[\w.]+_HS_000001_V1$/);
      assert.equal(made!.file_name, `${made!.doc_code}_20261123_giay-chung-sinh.pdf`);

      const officer = visitor(world, here(counter));
      const list = `/ho-so/${code}/so-hoa`;
      const found = await officer.get(`${list}?tim=nguyen+thi+vi+du`);
      assert.match(found.text, /Giấy chứng sinh, trang 1.*Nguyễn Thị Ví Dụ/);
      assert.match((await officer.get(`${list}?tim=khong+co+dau`)).text, /Không thấy/);
      const shown = await officer.get(`${list}/1/tep`);
      assert.equal(shown.response.headers.get('content-type'), 'application/pdf');

      const sign = { choice: 'sign', symbol: '15/GCS', issuedOn: '20/11/2026', issuer: 'Trạm y tế' };
      const unticked = await officer.post(`${list}/1`, sign);
      assert.equal(unticked.status, 422);
      const other = await visitor(world, here(caseOfficer)).post(`${list}/1`, { ...sign, matches: 'yes' });
      assert.equal(other.status, 403, 'who does not have the paper in hand does not confirm');
      const done = await officer.post(`${list}/1`, { ...sign, matches: 'yes', back: 'yes' });
      assert.equal(done.status, 303, done.text);

      const [confirmed] = await scans();
      assert.equal(confirmed?.state, 'confirmed');
      assert.equal(confirmed.confirmed_name, counter.name);
      assert.ok(confirmed.handed_back_at);
      const bytes = await press.store.read(confirmed.hash!);
      const roots = (await press.keyring.roots()).map(readCertificate);
      const verdict = await verifyFile(bytes, { roots, now: new Date(monday) });
      assert.equal(verdict.verdict, 'valid');
      assert.deepEqual(signersOf(verdict), [counter.name], 'and an archive timestamp');
      const data = JSON.parse(await (await officer.get(`${list}/1/du-lieu`)).response.text());
      assert.deepEqual(
        [data.DocCode, data.CodeNumber, data.CodeNotation, data.IssuedDate, data.OrganName, data.PageAmount],
        [made!.doc_code, '15', 'GCS', '2026-11-20', 'Trạm y tế', 1],
      );
      const [component] = await world.look(systemAt(monday), (look) => listComponents(look, id));
      assert.equal(component?.matches_by, counter.account);
      const kept = await world.look({ ...systemAt(monday), by: father }, (look) => listItems(look));
      assert.deepEqual(
        kept
          .filter(({ origin }) => origin === code)
          .map(({ hash, type, symbol, issuer, issued_on }) => [hash, type, symbol, issuer, issued_on]),
        [[confirmed.hash, 'application/pdf', '15/GCS', 'Trạm y tế', '2026-11-20']],
        'one item, the digitised one, as the officer read it off the paper',
      );
      assert.notEqual(source, confirmed.hash);
      const renewed = { former: confirmed.hash, hash: 'f'.repeat(64), size: 9 };
      await world.as(system, monday, async (act) => announce(act, 'scan.renewed', id, renewed));
      await settle(world, listeners, new Date(monday));
      const later = await world.look({ ...systemAt(monday), by: father }, (look) => listItems(look));
      assert.deepEqual(
        later.filter(({ origin }) => origin === code).map(({ hash, size }) => [hash, size]),
        [[renewed.hash, renewed.size]],
        'with the newer evidence in its place',
      );
      const twice = await officer.post(`${list}/1`, { ...sign, matches: 'yes' });
      assert.notEqual(twice.status, 303);
    }),
  );

  it(
    'are not accepted before their last page was looked through for marks of secrecy',
    rolledBack(async (world) => {
      const { pdf } = await typeset(templates.namedDocument, templates.namedDocument.sample as never, {
        date: '2026-11-20',
      });
      const { id, stored } = await received(world, Buffer.from(pdf));
      const pages = { marked: false, read: 'some', rest: { from: 12, whole: true } } as const;
      await world.as(system, monday, async (act) => noteSecrecy(act, id, stored.hash, pages));
      const now = new Date(monday);
      await assert.rejects(acceptAt(world, id, now), (error: unknown) => {
        assert.ok(error instanceof Conflict);
        assert.match(error.text.vi, /Giấy chứng sinh.*các trang sau|Giấy chứng sinh.*Các trang sau/);
        return true;
      });
      const room = scanningRoom({ store: press.store, programs: readPrograms() });
      await settle(world, room.listeners, now);
      await acceptAt(world, id, now);
    }),
  );

  it(
    'are not confirmed below the prescribed resolution, and say when they cannot be read',
    rolledBack(async (world) => {
      const { code, scans } = await accepted(world, await paperOf(100));
      assert.equal((await scans())[0]?.dpi, 100);
      const officer = visitor(world, here(counter));
      assert.match((await officer.get(`/ho-so/${code}/so-hoa/1`)).text, /100 điểm trên inch.*quét lại/);
      const reply = await officer.post(`/ho-so/${code}/so-hoa/1`, { choice: 'sign', matches: 'yes' });
      assert.equal(reply.status, 422);
    }),
  );

  it(
    'that cannot be read say why',
    rolledBack(async (world) => {
      const { code, scans } = await accepted(world, (await paperOf(200)).subarray(0, 5_000));
      assert.equal((await scans())[0]?.state, 'refused');
      const page = await visitor(world, here(counter)).get(`/ho-so/${code}/so-hoa`);
      assert.match(page.text, /Không số hóa được.*Hãy quét hoặc chụp lại/);
    }),
  );

  it(
    'are confirmed on the phone by who signs there: asked once, locked meanwhile, nothing typed is lost',
    rolledBack(async (world) => {
      const client = { id: 'thu', secret: 'bi-mat' };
      const account = 'mot-cua';
      const simulator = await startSigningServiceSimulator({
        client,
        identityOf: (name) => remoteIdentity(press.keys, name, counter.name, new Date(monday)),
      });
      simulator.faults.async = false;
      try {
        const { code, scans } = await accepted(world, await paperOf(300));
        const service = signingService(openWire({ edge: world, key: Buffer.from('k') }), {
          address: simulator.address,
          client: client.id,
          secret: client.secret,
        });
        const remote = remoteSigning(world, world.tenant, service, 0);
        const byPhone = { ...press, keyring: { ...press.keyring, remote } };
        const own = visitorOf(world, papersRoom({ ...byPhone, service }), monday, here(counter));
        assert.equal((await own.post('/ky-so', { choice: 'connect', account })).status, 303);

        const rooms = dossiersRoom({ press: byPhone, store: press.store, home, isRated: async () => false });
        const officer = visitorOf(world, rooms, monday, here(counter));
        const path = `/ho-so/${code}/so-hoa/1`;
        const sign = { choice: 'sign', symbol: '15/GCS', matches: 'yes', back: 'yes' };
        for (const _ of ['asked', 'still waiting']) {
          const waits = await officer.post(path, sign);
          assert.match(waits.text, /xác nhận trên điện thoại, rồi bấm ký lần nữa/);
          assert.equal(waits.status, 422);
          assert.match(waits.html, /value="15\/GCS"/);
          assert.equal(waits.html.match(/type="checkbox"[^>]* checked/g)?.length, 2);
        }
        assert.equal((await scans())[0]?.state, 'made');
        assert.equal(simulator.rung(), 1);
        const phone = await (await fetch(simulator.phone)).text();
        assert.match(phone, /<h2>Giấy chứng sinh<\/h2>/);
        simulator.answer(/name="handle" value="([^"]+)"/.exec(phone)?.[1] ?? '', true);
        assert.equal((await officer.post(path, sign)).status, 303);

        const [confirmed] = await scans();
        assert.equal(confirmed?.state, 'confirmed');
        const roots = (await press.keyring.roots()).map(readCertificate);
        const bytes = await press.store.read(confirmed.hash!);
        const verdict = await verifyFile(bytes, { roots, now: new Date(monday) });
        assert.equal(verdict.verdict, 'valid');
        assert.deepEqual(signersOf(verdict), [counter.name]);
        assert.equal(await remote.waiting(confirmed.id), null, 'nothing of it waits any more');
      } finally {
        await simulator.close();
      }
    }),
  );
});
