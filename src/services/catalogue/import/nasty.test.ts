/** Files of other people: whatever stands in them, every line is counted once, and nobody sees a stack trace. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { rolledBack, type TestWorld } from '../../../ground/db/testing.ts';
import { importCommand } from '../cli.ts';
import { goodRow, lineOf } from '../fixtures.ts';
import type { Imported } from './import.ts';

type Run = { readonly code: number; readonly done: Imported | null; readonly said: readonly string[] };

const deep = (levels: number): string => `${'['.repeat(levels)}1${']'.repeat(levels)}`;
const wide = Array.from({ length: 3000 }, (_, i) => ({ name: `Giấy tờ ${i}`, originals: 1, copies: 1 }));

/** A row of content that nobody would write on purpose, and how many are taken in (1) or rejected (0). */
const rows: readonly (readonly [name: string, line: string, taken: 0 | 1])[] = [
  ['only a code', '{"code":"1.000001"}', 1],
  [
    'all fields null',
    JSON.stringify({
      code: '1.000002',
      ...Object.fromEntries(
        Object.keys(goodRow)
          .slice(1)
          .map((key) => [key, null]),
      ),
    }),
    1,
  ],
  [
    'every field a number',
    JSON.stringify({ ...Object.fromEntries(Object.keys(goodRow).map((key) => [key, 7])), code: '1.000003' }),
    1,
  ],
  [
    'every field a list of lists',
    JSON.stringify({
      ...Object.fromEntries(Object.keys(goodRow).map((key) => [key, [[['x']]]])),
      code: '1.000004',
    }),
    1,
  ],
  [
    'every field an object',
    JSON.stringify({
      ...Object.fromEntries(Object.keys(goodRow).map((key) => [key, { a: { b: 'c' } }])),
      code: '1.000005',
    }),
    1,
  ],
  [
    'every field true',
    JSON.stringify({
      ...Object.fromEntries(Object.keys(goodRow).map((key) => [key, true])),
      code: '1.000006',
    }),
    1,
  ],
  ['a code that is a number', '{"code":1.000007,"name":"Mã là số"}', 1],
  [
    'numbers as text',
    lineOf({
      code: '1.000008',
      methods: [
        {
          channel: 'online',
          time_limit: '05',
          time_unit: 'working_day',
          fees: [{ amount: '8.000', currency: 'vnd' }],
        },
      ],
    }),
    1,
  ],
  [
    'negative and endless numbers',
    lineOf({
      code: '1.000009',
      methods: [{ channel: 'online', time_limit: -3, fees: [{ amount: 1e300 }, { amount: -5 }] }],
    }).replace('1e+300', '1e999'),
    1,
  ],
  ['a name of half a million letters', lineOf({ code: '1.000010', name: 'Cấp giấy '.repeat(60_000) }), 1],
  [
    'steps of two million letters',
    lineOf({ code: '1.000011', steps: 'Bước 1. Nộp hồ sơ.\n'.repeat(110_000) }),
    1,
  ],
  ['one word of a million letters', lineOf({ code: '1.000012', name: 'x'.repeat(1_000_000) }), 1],
  ['three thousand papers', lineOf({ code: '1.000013', component_groups: [{ case: '', items: wide }] }), 1],
  [
    'letters and marks apart (NFD)',
    lineOf({ code: '1.000014', name: 'Đăng ký khai tử'.normalize('NFD') }).normalize('NFD'),
    1,
  ],
  ['control characters', lineOf({ code: '1.000015', name: 'Cấp\u0000 giấy\u0007 phép\u202e ngược' }), 1],
  ['half of a pair of letters', '{"code":"1.000016","name":"Cấp \\ud800 giấy"}', 1],
  ['a name of spaces', lineOf({ code: '1.000017', name: ' \u00a0 \u200b ' }), 1],
  [
    'markup and quotes',
    lineOf({ code: '1.000018', name: '<script>alert(1)</script> "\'; drop table x; --' }),
    1,
  ],
  [
    'keys of the prototype',
    '{"code":"1.000019","__proto__":{"a":1},"constructor":{"prototype":null},"toString":1}',
    1,
  ],
  ['the same key twice', '{"code":"1.000020","name":"một","name":"hai"}', 1],
  ['the code with spaces around', lineOf({ code: ' 1.000021 ' }), 1],
  ['nested junk', `{"code":"1.000022","component_groups":${deep(15)}}`, 1],
  ['null', 'null', 0],
  ['a list', '[{"code":"1.000023"}]', 0],
  ['a text', '"1.000024"', 0],
  ['no code', '{"name":"Không mã"}', 0],
  ['a malformed code', '{"code":"1.00119"}', 0],
  ['a code that is an object', '{"code":{"$ne":null}}', 0],
  ['a line that breaks off', '{"code":"1.000025","name":"Cấp', 0],
  ['a comma at the end', '{"code":"1.000026"},', 0],
  ['nested deeper than a procedure', `{"code":"1.000027","steps":${deep(40)}}`, 0],
  ['nested a hundred thousand deep', `{"code":"1.000028","steps":${deep(100_000)}}`, 0],
  ['not JSON at all', 'Mã;Tên;Lĩnh vực', 0],
  ['infinity', '{"code":"1.000029","n":Infinity}', 0],
];

describe('files of other people', () => {
  let folder: string;
  before(() => void (folder = mkdtempSync(path.join(tmpdir(), 'toantrinh-import-'))));
  after(() => rmSync(folder, { recursive: true, force: true }));

  async function run(world: TestWorld, bytes: string | Buffer, name = 'thu-tuc.jsonl'): Promise<Run> {
    writeFileSync(path.join(folder, name), bytes);
    const out: string[] = [];
    const said: string[] = [];
    const io = { cwd: folder, out: (line: string) => out.push(line), err: (line: string) => said.push(line) };
    const code = await importCommand(['procedures', name, '--json'], io, async () => ({
      edge: world,
      tenant: world.tenant,
      close: async () => {},
    }));
    const done = code === 0 ? (JSON.parse(out.at(-1) ?? '') as Imported) : null;
    if (done) assert.equal(done.read, done.created + done.updated + done.unchanged + done.rejected, name);
    assert.ok(
      ![...out, ...said].some((line) => /\bat .+:\d+:\d+|Error:/u.test(line)),
      said.join('\n').slice(0, 500),
    );
    return { code, done, said };
  }

  it(
    'are taken in row by row: each is counted once, what cannot be read has its number and reason',
    rolledBack(async (world) => {
      const text = rows.map(([, line]) => line).join('\n');
      const { done, said } = await run(world, text);
      const rejected = rows.flatMap(([, , taken], i) => (taken ? [] : [i + 1]));
      const lines = said.flatMap((line) =>
        [...line.matchAll(/^line (\d+) rejected: \S/gu)].map(([, number]) => Number(number)),
      );
      assert.deepEqual(lines, rejected);
      assert.deepEqual(done, {
        read: rows.length,
        created: rows.length - rejected.length,
        updated: 0,
        unchanged: 0,
        doubtful: done?.doubtful,
        rejected: rejected.length,
      });
      const again = await run(world, text);
      assert.deepEqual(
        [again.done?.created, again.done?.updated, again.done?.unchanged],
        [0, 0, done!.created],
      );
    }),
  );

  const few = [lineOf({ code: '1.000101' }), lineOf({ code: '1.000102' })];
  const files: readonly (readonly [name: string, bytes: string | Buffer, expected: Partial<Imported>])[] = [
    ['with a byte order mark and CRLF', `\ufeff${few.join('\r\n')}\r\n`, { read: 2, created: 2 }],
    ['with blank lines and no end', `\n\n${few[0]}\n \t \n${few[1]}`, { read: 2, created: 2 }],
    ['of zero bytes', '', { read: 0 }],
    ['of blank lines', '\n\r\n  \n', { read: 0 }],
    [
      'with one code three times',
      [few[0], few[0], lineOf({ code: '1.000101', name: 'Tên khác' })].join('\n'),
      { read: 3, created: 1, unchanged: 1, rejected: 1 },
    ],
    ['packed with gzip', gzipSync(few.join('\n')), { read: 2, created: 2 }],
    [
      'in UTF-16, as some offices save',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(few.join('\r\n'), 'utf16le')]),
      { read: 2, created: 2 },
    ],
    [
      'in an old encoding',
      Buffer.from('{"code":"1.000105","name":"Câp giây phép"}', 'latin1'),
      { read: 1, created: 1, doubtful: 1 },
    ],
    ['of bytes without meaning', Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256)), {}],
    [
      'with a line of nine million letters',
      `${few[0]}\n{"code":"1.000103","steps":"${'x'.repeat(9_000_000)}"}\n${few[1]}`,
      { read: 3, created: 2, rejected: 1 },
    ],
  ];
  for (const [name, bytes, expected] of files)
    it(
      `${name}`,
      rolledBack(async (world) => {
        const { code, done } = await run(world, bytes);
        assert.equal(code, 0);
        for (const [count, value] of Object.entries(expected))
          assert.equal(done?.[count as keyof Imported], value, count);
      }),
    );

  it(
    'say in one sentence why they cannot be read',
    rolledBack(async (world) => {
      const broken = await run(
        world,
        gzipSync('{"code":"1.000104"}\n'.repeat(2000)).subarray(0, 60),
        'hong.jsonl.gz',
      );
      assert.equal(broken.code, 1);
      assert.match(broken.said.at(-1) ?? '', /hong\.jsonl\.gz cannot be read\./u);
    }),
  );
});
