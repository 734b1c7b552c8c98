import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { matchAddress, nameKey, readAddress, rearrangementProblems, resolve } from './rules.ts';
import { samplePlaces } from './fixtures.ts';
import type { Candidate, Unit } from './schema.ts';

const { units, successions } = samplePlaces();
const in2024 = units.filter((unit) => unit.to === '2025-06-30');
const named = (text: string): string[] =>
  matchAddress(readAddress(text), in2024).units.map(({ code }) => code);

describe('places: names', () => {
  it('match without diacritics, case, punctuation and leading zeros', () => {
    assert.equal(nameKey('Phường 01'), nameKey('phường 1'));
    assert.equal(nameKey('Khánh Hoà'), nameKey('KHÁNH HÒA'));
    assert.equal(nameKey("Ea H'leo"), 'ea h leo');
    assert.equal(nameKey('Đắk Lắk'), 'dak lak');
  });

  it('are taken from an address part by part', () => {
    const [parts] = readAddress('Số 5 ngõ 1, P. Thí Dụ, TP. Sông Mẫu, tỉnh Sông Lam, Việt Nam');
    assert.deepEqual(
      parts?.map(({ name, kind }) => [name, kind]),
      [
        ['so 5 ngo 1', null],
        ['thi du', 'Phường'],
        ['song mau', 'Thành phố'],
        ['song lam', 'Tỉnh'],
      ],
    );
    const kindsIn = (text: string) => readAddress(text)[0]?.map(({ kind }) => kind);
    assert.deepEqual(kindsIn('xã Tân Mẫu huyện Thượng Mẫu tỉnh Sông Lam'), ['Xã', 'Huyện', 'Tỉnh']);
    assert.deepEqual(kindsIn('phường Mẫu thị xã Thử, thị xã Tân, tỉnh Sông Lam'), [
      'Phường',
      'Thị xã',
      'Thị xã',
      'Tỉnh',
    ]);
  });

  it('any text can be read without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => void matchAddress(readAddress(text), in2024)),
    );
  });
});

describe('places: an address of 2024', () => {
  it('names its commune, whatever stands before it', () => {
    assert.deepEqual(named('Số 1 đường Mẫu, xã An Mẫu, huyện Hoà Thử, tỉnh Sông Lam'), ['SL012']);
    assert.deepEqual(named('xa an mau, huyen hoa thu, song lam'), ['SL012']);
    assert.deepEqual(named('AN MẪU'), ['SL012']);
    assert.deepEqual(named('Phường 01, Thành phố Sông Mẫu'), ['SL008']);
  });

  it('names two communes of one name unless the district tells them apart', () => {
    assert.deepEqual(named('xã Tân Mẫu, tỉnh Sông Lam'), ['SL015', 'SL036']);
    assert.deepEqual(named('xã Tân Mẫu, huyện Thượng Mẫu'), ['SL036']);
  });

  it('without kinds may name the commune of a district, or a hamlet in the town of the same name', () => {
    assert.deepEqual(named('an mau, hoa thu, song lam'), ['SL010', 'SL012']);
  });

  it('never takes the province at its end, or what follows another unit, for a commune', () => {
    const twin: Unit = {
      ...in2024.find(({ code }) => code === 'SL012')!,
      code: 'XX001',
      name: 'Sông Lam',
      province: 'XX',
    };
    const match = (text: string) =>
      matchAddress(readAddress(text), [...in2024, twin]).units.map(({ code }) => code);
    assert.deepEqual(match('huyện Hòn Dụ, Sông Lam'), ['SLD']);
    assert.deepEqual(match('Hòn Dụ, Sông Lam'), ['SLD']);
    assert.deepEqual(match('xã Không Có, Sông Lam'), []);
    assert.deepEqual(match('xã Sông Lam'), ['XX001']);
  });

  it('takes a city and its province of one name for two', () => {
    const alike = in2024.map((unit) => (unit.code === 'SLA' ? { ...unit, name: 'Sông Lam' } : unit));
    const match = (text: string) => matchAddress(readAddress(text), alike).units.map(({ code }) => code);
    assert.deepEqual(match('Phường 1, Sông Lam, Sông Lam'), ['SL008']);
    assert.deepEqual(match('Phường 1, Sông Lam, Sông Lam, Sông Lam'), []);
  });

  it('a dash divides parts, or stands in a name', () => {
    const dashed = in2024.map((unit) =>
      unit.level === 'province'
        ? { ...unit, name: 'Bà Mẫu - Vũng Thử', fullName: 'Tỉnh Bà Mẫu - Vũng Thử' }
        : unit,
    );
    const match = (text: string) => matchAddress(readAddress(text), dashed).units.map(({ code }) => code);
    assert.deepEqual(match('xã An Mẫu, huyện Hoà Thử, tỉnh Bà Mẫu - Vũng Thử'), ['SL012']);
    assert.deepEqual(match('12 Lê Mẫu - xã An Mẫu - huyện Hoà Thử - Bà Mẫu - Vũng Thử'), ['SL012']);
    assert.deepEqual(match('huyện Hòn Dụ, Ba Mau – Vung Thu'), ['SLD']);
    assert.deepEqual(match('xã An Mẫu, huyện Hoà Thử, tỉnh Bà Mẫu'), []);
    assert.equal(readAddress('a - '.repeat(500)).length, 16);
  });

  it('diacritics decide where they are written and help, and are forgiven where not', () => {
    const like: Unit = { ...in2024.find(({ code }) => code === 'SL012')!, code: 'XX002', name: 'Ân Mậu' };
    const match = (text: string) =>
      matchAddress(readAddress(text), [...in2024, like]).units.map(({ code }) => code);
    assert.deepEqual(match('xã An Mẫu'), ['SL012']);
    assert.deepEqual(match('xã Ân Mậu'), ['XX002']);
    assert.deepEqual(match('xa an mau'), ['SL012', 'XX002']);
    assert.deepEqual(match('xã Ăn Màu'), ['SL012', 'XX002']);
  });

  it('names nothing when the district is another, or the name unknown', () => {
    assert.deepEqual(named('xã An Mẫu, huyện Thượng Mẫu, tỉnh Sông Lam'), []);
    assert.deepEqual(named('xã Không Có, tỉnh Sông Lam'), []);
    assert.deepEqual(named('tỉnh An Mẫu, huyện Hoà Thử'), []);
    assert.deepEqual(named(''), []);
  });

  it('of another kind than the unit had on that day is not as written', () => {
    const match = (text: string) => {
      const { units: found, asWritten } = matchAddress(readAddress(text), in2024);
      return [found.map(({ code }) => code), asWritten];
    };
    assert.deepEqual(match('phường An Mẫu, huyện Hoà Thử'), [['SL012'], false]);
    assert.deepEqual(match('xã An Mẫu, thị xã Hoà Thử, tỉnh Sông Lam'), [['SL012'], false]);
    assert.deepEqual(match('thi xa hon du, song lam'), [['SLD'], false]);
    assert.deepEqual(match('xã An Mẫu, huyện Hoà Thử'), [['SL012'], true]);
  });

  it('names a district when no commune is written', () => {
    assert.deepEqual(named('huyện Hòn Dụ, tỉnh Sông Lam'), ['SLD']);
  });
});

describe('places: resolution', () => {
  const communes = units.filter((unit) => unit.level === 'commune' && unit.to === null);
  const candidates = fc.array(
    fc.record({
      commune: fc.constantFrom(...communes),
      from: fc.constantFrom(...in2024),
      whole: fc.boolean(),
    }),
    { maxLength: 5 },
  );

  it('is one only when everything went to one commune and the place was so called; otherwise every candidate is offered', () => {
    fc.assert(
      fc.property(candidates, fc.boolean(), (found: Candidate[], asWritten) => {
        const codes = new Set(found.map(({ commune }) => commune.code));
        const result = resolve(found, asWritten);
        if (codes.size === 0) assert.equal(result.kind, 'unknown');
        else if (asWritten && codes.size === 1 && found.every(({ whole }) => whole))
          assert.equal(result.kind, 'one');
        else assert.deepEqual(result, { kind: 'choose', candidates: found });
      }),
    );
  });
});

describe('places: rearrangement', () => {
  it('leaves no unit without a successor and calls no part a whole', () => {
    const ended = in2024.filter(({ code, level }) => level === 'commune' && code === 'SL002');
    const lines = successions.filter(({ code, level }) => level === 'commune' && code === 'SL002');
    assert.equal(lines.length, 2);
    const begun = lines.map(({ newCode }): Unit => ({ ...ended[0]!, code: newCode }));
    assert.deepEqual(rearrangementProblems(ended, begun, lines), []);
    assert.equal(rearrangementProblems(ended, begun, []).length, 1);
    assert.equal(rearrangementProblems(ended, begun, [lines[0]!]).length, 1);
    assert.equal(
      rearrangementProblems(ended, begun.slice(1), lines).length,
      1,
      'goes to a unit that does not begin',
    );
    assert.equal(rearrangementProblems(ended, [...begun, begun[0]!], lines).length, 2, 'one code for two');
    const nameless: Unit = { ...ended[0]!, name: ' ' };
    assert.equal(rearrangementProblems([], [nameless], []).length, 2, 'nothing ends, and no name');
  });
});
