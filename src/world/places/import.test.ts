import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { Invalid } from '../../ground/operate/errors.ts';
import { readCsv } from './csv.ts';
import { samplePlaces, sampleText } from './fixtures.ts';
import { parsePlaces, splitFullName } from './import.ts';

const data = path.resolve(import.meta.dirname, '../../../../shared/data');
const count = (
  units: readonly { level: string; to: string | null }[],
  level: string,
  ended: boolean,
): number => units.filter((unit) => unit.level === level && (unit.to !== null) === ended).length;

describe('places: reading files', () => {
  it('reads CSV with quotes, CRLF and a byte order mark', () => {
    const rows = [...readCsv('\uFEFFb,a\r\n"x, ""y""",1\r\n\r\nz,\n', ['a', 'b'])];
    assert.deepEqual(rows, [
      { line: 2, values: { a: '1', b: 'x, "y"' } },
      { line: 4, values: { a: '', b: 'z' } },
    ]);
    assert.throws(() => [...readCsv('a,b\n1\n', ['a'])], /Line 2/);
    assert.throws(() => [...readCsv('a\n1\n', ['b'])], /no column b/);
    assert.throws(() => [...readCsv('', ['b'])], /no column b/);
  });

  it('takes names apart by level: a city is a province or a district', () => {
    assert.deepEqual(splitFullName('province', 'Thành phố Huế'), { kind: 'Thành phố', name: 'Huế' });
    assert.deepEqual(splitFullName('commune', 'thị trấn Mẫu'), { kind: 'Thị trấn', name: 'Mẫu' });
    assert.equal(splitFullName('commune', 'Huyện Mẫu'), null);
  });

  it('reads the sample province: codes used again, divided communes, an island district without communes', () => {
    const { units, successions } = samplePlaces();
    assert.deepEqual(
      [count(units, 'commune', false), count(units, 'commune', true), count(units, 'district', true)],
      [12, 26, 4],
    );
    const reused = units.filter(({ level, code }) => level === 'commune' && code === 'SL001');
    assert.deepEqual(
      reused.map(({ fullName, to }) => [fullName, to]),
      [
        ['Phường Trung Mẫu', '2025-06-30'],
        ['Phường Sông Mẫu', null],
      ],
    );
    assert.equal(successions.filter(({ code }) => code === 'SL032').length, 3);
    assert.ok(successions.filter(({ code }) => code === 'SL032').every(({ whole }) => !whole));
    assert.equal(successions.find(({ code }) => code === 'SLD')?.newCode, 'SL040');
  });

  it('refuses bad files with the place of the fault', () => {
    const good = sampleText('admin-units.json');
    const legacy = sampleText('admin-units-legacy.csv');
    assert.throws(() => parsePlaces('{', legacy), Invalid);
    assert.throws(() => parsePlaces('[]', legacy), /effective_from/);
    assert.throws(
      () => parsePlaces(good.replace('"full_name":"Xã An Mẫu"', '"full_name":""'), legacy),
      /communes\[4\]/,
    );
    assert.throws(() => parsePlaces(good, legacy.replace('SL,SL040', 'SL,SL999')), /SL999/);
    assert.throws(
      () => parsePlaces(good, legacy.replace('Phường Thí Dụ,SL,', 'Thí Dụ,SL,')),
      /line 5|line 6/,
    );
  });

  it('reads the national lists: 34 provinces, 3,321 communes, 10,035 old communes', (test) => {
    const file = path.join(data, 'admin-units.json');
    if (!existsSync(file)) return test.skip('the folder ../shared with the national lists is not here');
    const legacy = readFileSync(path.join(data, 'admin-units-legacy.csv'), 'utf8');
    const { units, successions } = parsePlaces(readFileSync(file, 'utf8'), legacy);
    assert.deepEqual(
      [count(units, 'province', false), count(units, 'commune', false), count(units, 'province', true)],
      [34, 3321, 63],
    );
    assert.equal(count(units, 'commune', true), 10_035);
    const divided = new Set(
      successions.filter(({ level, whole }) => level === 'commune' && !whole).map(({ code }) => code),
    );
    assert.equal(divided.size, 471);
    assert.equal(successions.filter(({ level }) => level === 'district').length, 5);
  });
});
