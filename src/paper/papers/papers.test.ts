import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { system } from '../../ground/db/act.ts';
import { rolledBack, systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { keepFile } from '../../ground/files/index.ts';
import { settle } from '../../ground/jobs/testing.ts';
import { Conflict, Invalid } from '../../ground/operate/errors.ts';
import { listSteps } from '../../ground/record/index.ts';
import { refilled } from '../signing/fixtures.ts';
import { listWorkOf } from '../../work/desk/index.ts';
import { close } from '../typeset/index.ts';
import { agreesWithName, checkFile, findChecked } from './check/check.ts';
import { listKeys } from './check/keys.ts';
import { checkStatement, digestOf, readSquareCode } from './check/statement.ts';
import { attachAnnex, removeAnnex } from './annexes/commands.ts';
import { listAnnexes } from './annexes/queries.ts';
import { draftPaper, endPaper, newCheckCode, numberPaper } from './commands.ts';
import { makeCopy } from './copies/commands.ts';
import { currentPaper, draftCorrection, issueCorrection, signCorrection } from './corrections/commands.ts';
import { birthDraft, clerk, establishWard, issued, leader, testPress } from './fixtures.ts';
import type { Press } from './lay-out.ts';
import { numberAndSeal, signAsLeader } from './press.ts';
import { getPaper } from './queries.ts';
import type { Paper } from './schema.ts';
import { findSignatureVerdicts, mayUse, signatureCheck, signatureListeners } from './signature-check.ts';

const now = '2026-11-20T09:00:00+07:00';
const later = '2026-11-23T09:00:00+07:00';
const looking = <T>(world: TestWorld, work: Parameters<TestWorld['look']>[1], at = later, tenant = 1) =>
  world.look(systemAt(at, tenant), work) as Promise<T>;

/** Asks a tool outside of the project. */
const ask = (tool: string, ...options: readonly string[]): string =>
  execFileSync(tool, options, { stdio: ['ignore', 'pipe', 'ignore'] }).toString();

const has = (tool: string): boolean => {
  try {
    return ask('which', tool) !== '';
  } catch {
    return false;
  }
};

describe('papers', () => {
  const made = testPress(now);
  after(async () => {
    await (await made).close();
    await close();
  });
  const withPaper = (work: (world: TestWorld, paper: Paper, press: Press) => Promise<void>) =>
    rolledBack(async (world) => {
      const press = await made;
      await work(world, await issued(world, press, now), press);
    });

  it(
    'get the number that is printed, close before the notation, on one page',
    { skip: !has('pdftotext') && 'pdftotext is not installed' },
    withPaper(async (_, paper, press) => {
      assert.match(paper.symbol ?? '', /^\d\d+\/2026$/);
      const file = path.join(tmpdir(), `toantrinh-paper-${process.pid}.pdf`);
      await writeFile(file, await press.store.read(paper.hash ?? ''));
      const text = ask('pdftotext', '-layout', file, '-');
      assert.match(text, new RegExp(`Số: +${String(paper.number).padStart(2, '0')} ?/2026`));
      assert.match(ask('pdfinfo', file), /Pages: +1\n/);
    }),
  );

  it(
    'are checked by code without the name of their owner',
    withPaper(async (world, paper) => {
      const checked = await looking<object>(world, (look) => findChecked(look, paper.code.toLowerCase()));
      assert.deepEqual(checked, {
        title: 'Giấy khai sinh',
        issuer: 'Ủy ban nhân dân phường Sông Mẫu',
        symbol: paper.symbol,
        issuedOn: '2026-11-20',
        validUntil: null,
        force: 'in-force',
        endedOn: null,
        replacement: null,
        copy: null,
      });
      assert.equal(JSON.stringify(checked).includes('Thí Dụ'), false);
      assert.equal(await looking(world, (look) => findChecked(look, newCheckCode())), null);
      assert.equal(await looking(world, (look) => findChecked(look, paper.code), later, 2), null);
    }),
  );

  it(
    'agree with the names that stand on them, and no others',
    withPaper(async (world, { code }) => {
      const agrees = (name: string) => looking<boolean>(world, (look) => agreesWithName(look, code, name));
      assert.equal(await agrees('nguyễn thị mai thí dụ'), true);
      assert.equal(await agrees('Nguyễn Văn Thí Dụ'), true);
      assert.equal(await agrees('Lê Ví Dụ'), false, 'the signer is no owner');
    }),
  );

  it(
    'that are revoked in the place of an absent leader name both in the record',
    withPaper(async (world, { id }) => {
      const powers = leader.powers.map((power) => ({ ...power, insteadOf: leader.name }));
      await world.as({ ...clerk, powers }, later, (act) => endPaper(act, id, 'Sai số liệu', null));
      const steps = await looking<{ name: string; act: string }[]>(world, (look) =>
        listSteps(look, id, 'inside'),
      );
      const named = (what: string) => steps.find(({ act }) => act === what)?.name;
      assert.equal(named('paper.end'), `${clerk.name} (làm thay ${leader.name})`);
      assert.equal(named('paper.issue'), clerk.name, 'by a power of their own');
    }),
  );

  it(
    'that are copied, and drafts that get an annex, in the place of an absent colleague name both, in the book as in the record',
    withPaper(async (world, { id }, press) => {
      const powers = clerk.powers.map((power) => ({ ...power, insteadOf: clerk.name }));
      const substitute = { ...leader, powers };
      const both = `${leader.name} (làm thay ${clerk.name})`;
      const wish = { kind: 'full-copy', part: null, ofCopy: null, reason: 'Nộp hồ sơ' } as const;
      const copy = await world.as(substitute, later, (act) => makeCopy(act, id, wish));
      assert.equal(copy.by_name, both);
      const draft = await world.as(clerk, later, async (act) => draftPaper(act, birthDraft()));
      const file = await press.store.put(Buffer.from('%PDF-1.7'));
      await world.as(substitute, later, (act) => attachAnnex(act, draft, 'Danh sách', file));
      const named = async (item: string, what: string) =>
        (
          await looking<{ name: string; act: string }[]>(world, (look) => listSteps(look, item, 'inside'))
        ).find(({ act }) => act === what)?.name;
      assert.equal(await named(id, 'paper.full-copy'), both);
      assert.equal(await named(draft, 'paper.annex'), both);
      const [annex] = await looking<readonly { by_name: string }[]>(world, (look) =>
        listAnnexes(look, draft),
      );
      assert.equal(annex?.by_name, both);
      await world.as(substitute, later, (act) => removeAnnex(act, draft, 1));
      assert.equal(await named(draft, 'paper.annex-remove'), both);
    }),
  );

  it(
    'are told from a file in which one byte was changed',
    withPaper(async (world, { hash, code }, press) => {
      const bytes = await press.store.read(hash ?? '');
      const kind = async (file: Buffer, given: string | null) =>
        (await looking<{ kind: string }>(world, (look) => checkFile(look, file, given))).kind;
      assert.equal(await kind(bytes, null), 'as-issued');
      const changed = Buffer.from(bytes);
      changed[bytes.length >> 1]! ^= 1;
      assert.equal(await kind(changed, code), 'differs');
      assert.equal(await kind(changed, null), 'not-ours');
    }),
  );

  it(
    'carry a statement that the published key proves, with the digest of the attached data',
    { skip: !has('pdfdetach') && 'pdfdetach is not installed' },
    rolledBack(async (world) => {
      const press = await made;
      const paper = await issued(world, press, now);
      // Typeset as it was for the leader: the same bytes of data, the same statement up to its signature.
      const [key] = await looking<Awaited<ReturnType<typeof listKeys>>>(world, listKeys);
      assert.equal(key?.agency_name, paper.agency_name);
      const file = path.join(tmpdir(), `toantrinh-data-${process.pid}`);
      await writeFile(`${file}.pdf`, await press.store.read(paper.hash ?? ''));
      ask('pdfdetach', '-save', '1', '-o', `${file}.json`, `${file}.pdf`);
      const signed = await signAsLeader(
        press,
        { ...paper, data: JSON.parse(await readFile(`${file}.json`, 'utf8')) as Paper['data'] },
        { id: 'x', name: 'Lê Ví Dụ', organisation: 'x' },
        new Date(now),
      );
      const read = readSquareCode(signed.check ?? '');
      const found = checkStatement(paper.code, read?.statement ?? '', key ? [key] : []);
      assert.equal(found.kind, 'genuine');
      if (found.kind !== 'genuine') return;
      assert.equal(found.statement.digest, digestOf(await readFile(`${file}.json`, 'utf8')));
      assert.equal(found.statement.template, 'birth-certificate');
    }),
  );

  it(
    'are void once they are revoked, for verifiers too',
    withPaper(async (world, { id, code }) => {
      await world.as(leader, later, (act) => endPaper(act, id, 'Cấp sai đối tượng', null));
      const checked = await looking<{ force: string; endedOn: string }>(world, (look) =>
        findChecked(look, code),
      );
      assert.deepEqual([checked.force, checked.endedOn], ['revoked', '2026-11-23']);
      await assert.rejects(
        world.as(leader, later, (act) => endPaper(act, id, 'lần nữa', null)),
        Conflict,
      );
      const steps = await looking<{ act: string; reason: string | null }[]>(world, (look) =>
        listSteps(look, id, 'party'),
      );
      assert.deepEqual([steps.at(-1)?.act, steps.at(-1)?.reason], ['paper.end', 'Cấp sai đối tượng']);
    }),
  );

  it(
    'are replaced by a correction only when it is issued',
    withPaper(async (world, wrong, press) => {
      await establishWard(world, now);
      const data = { ...wrong.data, note: 'Đính chính nơi sinh' };
      const correction = { data, error: 'Đánh máy sai', code: newCheckCode() };
      const id = await world.as(clerk, later, (act) => draftCorrection(act, wrong, correction));
      await assert.rejects(
        world.as(clerk, later, (act) => draftCorrection(act, wrong, correction)),
        Conflict,
        'only one correction at a time',
      );
      const read = () => looking<Paper>(world, (look) => getPaper(look, id));
      const waiting = () => looking<{ role: string }[]>(world, (look) => listWorkOf(look, id));
      assert.deepEqual(
        (await waiting()).map(({ role }) => role),
        ['leader'],
      );
      const at = new Date(later);
      const signed = await signAsLeader(
        press,
        await read(),
        { id: 'x', name: 'Lê Ví Dụ', organisation: 'x' },
        at,
      );
      await world.as(leader, later, (act) => signCorrection(act, id, signed));
      assert.deepEqual(
        (await waiting()).map(({ role }) => role),
        ['clerk'],
      );
      assert.equal(
        (await looking<{ force: string }>(world, (look) => findChecked(look, wrong.code))).force,
        'in-force',
      );
      const numbered = await world.as(clerk, later, (act) => numberPaper(act, id));
      const agency = { id: wrong.agency, name: wrong.agency_name, organisation: wrong.agency_name };
      const { symbol, issued_on } = numbered;
      const sealed = await numberAndSeal(
        press,
        { ...numbered, symbol: symbol ?? '', issued_on: issued_on ?? '' },
        [],
        agency,
        at,
      );
      await world.as(clerk, later, (act) => issueCorrection(act, id, sealed));
      assert.deepEqual(await waiting(), []);
      const old = await looking<{ force: string; replacement: { symbol: string } }>(world, (look) =>
        findChecked(look, wrong.code),
      );
      assert.deepEqual([old.force, old.replacement.symbol], ['superseded', symbol]);
      assert.equal((await looking<Paper>(world, (look) => currentPaper(look, wrong.id))).id, id);
    }),
  );

  it(
    'are copied under numbers of their own books, each with a code that verifies',
    withPaper(async (world, { id, symbol }) => {
      const make = (kind: 'full-copy' | 'extract' | 'conversion', part: string | null = null) =>
        world.as(clerk, later, (act) =>
          makeCopy(act, id, { kind, part, ofCopy: null, reason: 'theo đề nghị' }),
        );
      const [first, second] = [await make('full-copy'), await make('full-copy')];
      assert.deepEqual([second.number! - first.number!, first.symbol?.split('/')[1]], [1, 'SY']);
      assert.match((await make('extract', 'Mục 1')).symbol ?? '', /\/TrS$/);
      assert.equal((await make('conversion')).symbol, null);
      await assert.rejects(make('extract'), Invalid);
      const checked = await looking<{ symbol: string; copy: { kind: string } }>(world, (look) =>
        findChecked(look, first.code),
      );
      assert.deepEqual([checked.symbol, checked.copy.kind], [symbol, 'full-copy']);
    }),
  );

  it(
    'and uploaded PDFs have their signatures checked in jobs, bound to the hash',
    withPaper(async (world, { hash }, press) => {
      const listeners = signatureListeners(press.store, press.keyring);
      const bytes = await press.store.read(hash ?? '');
      const broken = Buffer.from(bytes);
      broken[bytes.length >> 1]! ^= 1;
      const stored = await press.store.put(broken);
      const text = await press.store.put(Buffer.from('không phải PDF'));
      await world.as(system, now, async (act) => {
        keepFile(act, stored, 'sửa.pdf');
        keepFile(act, text, 'ghi chú.txt');
      });
      await settle(world, listeners, new Date(later));
      const verdicts = await looking<Awaited<ReturnType<typeof findSignatureVerdicts>>>(world, (look) =>
        findSignatureVerdicts(look, [hash ?? '', stored.hash, text.hash]),
      );
      assert.equal(verdicts.get(hash ?? '')?.verdict, 'valid');
      assert.equal(verdicts.get(hash ?? '')?.signatures.length, 3);
      assert.equal(verdicts.get(stored.hash)?.verdict, 'invalid');
      assert.equal(verdicts.has(text.hash), false);
      assert.equal(mayUse(verdicts.get(stored.hash)).may, false);
      assert.equal(mayUse(verdicts.get(hash ?? '')).may, true);
    }),
  );

  it(
    'are broken by whoever fills in another number or day',
    withPaper(async (_, { hash, places }, press) => {
      const bytes = await press.store.read(hash ?? '');
      const check = signatureCheck(press.store, press.keyring);
      const fields = Object.keys(places ?? {}).filter((name) => places?.[name]?.text);
      assert.ok(fields.includes('number'), fields.join());
      for (const field of fields) {
        const { hash: forged } = await press.store.put(refilled(bytes, field, '99'));
        assert.equal((await check(forged, new Date(later))).verdict, 'invalid', field);
      }
    }),
  );
});

describe('whether a file may be used', () => {
  const may = (verdict: Parameters<typeof mayUse>[0]) => mayUse(verdict).may;
  it('waits for the check, refuses a broken signature, lets scans and the undetermined pass', () => {
    assert.equal(may(undefined), false);
    assert.equal(may({ verdict: 'invalid' }), false);
    assert.equal(may({ verdict: 'unsigned' }), true);
    assert.equal(may({ verdict: 'undetermined' }), true);
    assert.equal(may({ verdict: 'valid' }), true);
  });
});
