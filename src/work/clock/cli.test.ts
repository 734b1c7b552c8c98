import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { clockCommand } from './cli.ts';

type Ran = { readonly code: number; readonly out: readonly string[]; readonly err: readonly string[] };

const run = async (argv: readonly string[], pieces: readonly string[] | null = null): Promise<Ran> => {
  const [out, err]: [string[], string[]] = [[], []];
  const stdin = pieces === null ? null : piped(pieces);
  const code = await clockCommand(argv, {
    stdin,
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  });
  return { code, out, err };
};

async function* piped(pieces: readonly string[]): AsyncGenerator<string> {
  yield* pieces;
}

describe('toantrinh clock', () => {
  it('answers with the due date', async () => {
    assert.deepEqual(await run(['2026-02-13T15:30 +5 working days']), {
      code: 0,
      out: ['2026-02-27T15:30:00+07:00'],
      err: [],
    });
  });

  it('explains in both languages, or in one', async () => {
    const { out } = await run(['2026-02-13T15:30 +5 working days', '--explain']);
    assert.equal(out[0], '2026-02-27T15:30:00+07:00');
    assert.match(
      out.join('\n'),
      /2026-02-17 {2}- {2}Nghỉ lễ: Tết Nguyên đán \/ Public holiday: Lunar New Year/,
    );
    assert.match(out.join('\n'), /2026-02-27 {2}\+ {2}Ngày làm việc thứ 5, hết hạn lúc 15:30/);
    const english = await run(['2026-02-13T15:30 +5 working days', '--explain', '--lang', 'en']);
    assert.doesNotMatch(english.out.join('\n'), /Ngày làm việc/);
  });

  it('prints one line of JSON with every day', async () => {
    const { out } = await run(['2026-02-13T15:30 +5 working days', '--json']);
    assert.equal(out.length, 1);
    const { due, days, ...rest } = JSON.parse(out[0] ?? '');
    assert.equal(due, '2026-02-27T15:30:00+07:00');
    assert.deepEqual(rest, {});
    assert.equal(days.length, 15);
    assert.deepEqual(Object.keys(days[0]), ['date', 'counted', 'reason']);
    const counted = days.filter((day: { counted: boolean }) => day.counted);
    assert.deepEqual(
      counted.map((day: { date: string }) => day.date),
      ['2026-02-23', '2026-02-24', '2026-02-25', '2026-02-26', '2026-02-27'],
    );
  });

  it('says in JSON too that a year has no notice yet', async () => {
    const { out } = await run(['2027-03-01T09:00 +1 working day', '--json', '--lang', 'en']);
    assert.match(JSON.parse(out[0] ?? '').notes[0], /No holiday notice is known for 2027/);
  });

  const spellings = [
    '2026-03-02T15:30:00 +1 working days',
    '2026-03-02T15:30:00.000+07:00 +1 working day',
    '2026-03-02T08:30Z + 1 WORKING DAYS',
    '2026-03-02T08:30:00.000Z +1 working days',
    '  2026-03-02 15:30   +  1   Working   Day  ',
    '2026-03-02t15:30 +01 working day',
    '2026-03-02T15:30+07:00+1 working day',
    '2026-03-02T15:30+0700 +1working day',
    '2026-03-02T17:30+09:00 +1 working day',
  ];
  for (const spelling of spellings) {
    it(`understands “${spelling}”`, async () => {
      assert.deepEqual((await run([spelling])).out, ['2026-03-03T15:30:00+07:00']);
    });
  }

  it('does not take an amount of four digits for an offset', async () => {
    assert.deepEqual((await run(['2026-01-05T07:30 +1000 working hours'])).out, [
      '2026-07-07T17:30:00+07:00',
    ]);
  });

  it('forgives forgotten quotes', async () => {
    assert.deepEqual((await run(['2026-03-02T15:30', '+1', 'working', 'day'])).out, [
      '2026-03-03T15:30:00+07:00',
    ]);
  });

  it('answers several expressions in turn', async () => {
    const { out } = await run(['2026-03-02T15:30 +1 working day', '2026-03-02T15:30 +1 working hour']);
    assert.deepEqual(out, ['2026-03-03T15:30:00+07:00', '2026-03-02T16:30:00+07:00']);
  });

  const nonsense: readonly [expression: string, says: RegExp][] = [
    ['', /expected TIME \+N working days\|working hours/],
    ['hello', /expected TIME \+N working days\|working hours/],
    ['2026-03-02T15:30 +1 days', /expected TIME/],
    ['2026-03-02T15:30 +1.5 working days', /expected TIME/],
    ['2026-03-02T15:30 -1 working days', /expected TIME/],
    ['2026-03-02T15:30 +-1 working days', /expected TIME/],
    ['2026-03-02T15:30 1 working days', /expected TIME/],
    ['2026-03-02 +1 working days', /expected TIME/],
    ['2026-03-02T15:30 +1 working days +1 working days', /expected TIME/],
    ['2026-02-30T15:30 +1 working days', /no such day.*expected TIME/],
    ['2026-13-01T15:30 +1 working days', /no such day/],
    ['2025-02-29T15:30 +1 working days', /no such day/],
    ['0000-01-01T15:30 +1 working days', /no such day|reaches only/],
    ['2026-03-02T25:00 +1 working days', /no such time/],
    ['2026-03-02T24:00 +1 working days', /no such time/],
    ['2026-03-02T15:60 +1 working days', /no such time/],
    ['2026-03-02T15:30+25:00 +1 working days', /no such offset/],
    ['2026-03-02T15:30 +99999999999999999999 working days', /too large/],
    ['2026-03-02T15:30 +999999 working days', /reaches only/],
    ['1999-03-02T15:30 +1 working days', /reaches only/],
    ['9999-12-31T15:30 +1 working days', /reaches only/],
  ];
  for (const [expression, says] of nonsense) {
    it(`refuses “${expression}” in one sentence`, async () => {
      const { code, out, err } = await run([expression]);
      assert.deepEqual([code, out.length, err.length], [1, 0, 1]);
      assert.match(err[0] ?? '', says);
      assert.doesNotMatch(err[0] ?? '', /\n| at /);
    });
  }

  it('reads standard input in pieces of any size, one answer a line, and goes on after a bad line', async () => {
    const pieces = [
      '2026-03-02T15:30 +1 wor',
      'king day\r\nnonsense\n\n2026-03-02T15:30 +1 working ',
      'hour',
    ];
    const { code, out, err } = await run([], pieces);
    assert.deepEqual(out, ['2026-03-03T15:30:00+07:00', '2026-03-02T16:30:00+07:00']);
    assert.equal(code, 1);
    assert.match(err.join('\n'), /^line 2: Cannot read “nonsense”/);
  });

  it('keeps the place of a bad line in JSON', async () => {
    const { out } = await run(['--json'], ['nonsense\n2026-03-02T15:30 +1 working hour\n']);
    assert.deepEqual(
      out.map((line) => Object.keys(JSON.parse(line))),
      [['error'], ['due', 'days']],
    );
  });

  it('keeps one line each with an explanation', async () => {
    const { code, out } = await run(
      ['--explain'],
      ['2026-03-02T15:30 +1 working hour\n2026-03-02T15:30 +1 working day\n'],
    );
    assert.deepEqual([code, out.length], [0, 2]);
  });

  it('helps, and says how it was misused', async () => {
    const helped = await run(['--help']);
    assert.equal(helped.code, 0);
    assert.match(helped.out.join('\n'), /TIME \+N working days\|working hours/);
    assert.equal((await run(['--unknown'])).code, 2);
    assert.equal((await run(['--lang', 'fr', 'x'])).code, 2);
    assert.equal((await run([])).code, 2);
    assert.equal((await run([], ['\n\n'])).code, 2);
  });
});
