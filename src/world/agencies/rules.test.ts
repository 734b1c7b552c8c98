import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { canonicalIdentifier, isBelow, leafFirst, parseIdentifier, rootFirst } from './identifier.ts';
import {
  abolitionProblems,
  agencyProblems,
  nameOn,
  powersFromPosts,
  successorOf,
  type Held,
} from './rules.ts';
import type { Agency, AgencySuccession, Post } from './schema.ts';

const agency = (id: string, more: Partial<Agency> = {}): Agency => ({
  id,
  identifier: 'H99.01',
  name: { vi: `Sở ${id}`, en: id },
  short: 'S',
  kind: 'department',
  level: 'province',
  regime: 'head',
  parent: null,
  place: null,
  headTitle: 'Giám đốc',
  established: '2010-01-01',
  abolished: null,
  basis: 'mẫu',
  phone: null,
  email: null,
  address: null,
  ...more,
});

describe('agencies: identifiers', () => {
  it('are read in both forms, long and short', () => {
    const forms: [string, string | null][] = [
      ['H29.15', 'H29.15'],
      ['000.00.15.H29', 'H29.15'],
      ['000.00.00.G22', 'G22'],
      ['001.05.19.H26', 'H26.19.05.001'],
      ['002.00.20.H13', 'H13.20.002'],
      ['28.22.H17', 'H17.22.28'],
      [' h37.dn.001 ', 'H37.DN.001'],
      ['G09', 'G09'],
      ['000.05.00.H26', null],
      ['H29.', null],
      ['H29..15', null],
      ['29.15', null],
      ['', null],
      ['H2', null],
      ['1.000.00.15.H29', null],
      ["H29.15'; drop table", null],
      [`H29.${'1234567890.'.repeat(3)}1`, null],
    ];
    for (const [text, canonical] of forms) assert.equal(canonicalIdentifier(text), canonical, text);
  });

  it('are written in the old form where they fit into it', () => {
    const old: [string, string | null][] = [
      ['H29.15', '000.00.15.H29'],
      ['G22', '000.00.00.G22'],
      ['H26.19.05.001', '001.05.19.H26'],
      ['H13.20.002', '002.00.20.H13'],
      ['H37.DN.001', null],
      ['H29.15.01.002.03', null],
    ];
    for (const [text, leaf] of old) assert.equal(leafFirst(parseIdentifier(text)!), leaf, text);
  });

  const twoDigits = fc.integer({ min: 1, max: 99 }).map((n) => String(n).padStart(2, '0'));
  const threeDigits = fc.integer({ min: 1, max: 999 }).map((n) => String(n).padStart(3, '0'));
  const root = fc.tuple(fc.constantFrom(...'ABGHK'), twoDigits).map((parts) => parts.join(''));
  const groups = fc.oneof(
    fc.constant<string[]>([]),
    fc.tuple(twoDigits),
    fc.tuple(twoDigits, twoDigits),
    fc.tuple(twoDigits, twoDigits, threeDigits),
    fc.tuple(twoDigits, threeDigits),
    fc.tuple(threeDigits),
  );

  it('lose nothing on the way to the old form and back', () => {
    fc.assert(
      fc.property(root, groups, (top, below) => {
        const parts = { root: top, groups: [...below] };
        const leaf = leafFirst(parts);
        assert.match(leaf ?? '', /^\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}$/);
        assert.deepEqual(parseIdentifier(leaf!), parts);
        assert.deepEqual(parseIdentifier(rootFirst(parts)), parts);
      }),
    );
  });

  it('any text is read or refused, and what is read stays the same when read again', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const canonical = canonicalIdentifier(text);
        if (canonical !== null) assert.equal(canonicalIdentifier(canonical), canonical);
      }),
    );
  });

  it('tell which lies below which', () => {
    assert.equal(isBelow('H29.15.01', 'H29'), true);
    assert.equal(isBelow('000.00.15.H29', 'H29'), true);
    assert.equal(isBelow('H29.15', 'H29.15'), false);
    assert.equal(isBelow('H29.150', 'H29.15'), false);
  });
});

describe('agencies: who takes over', () => {
  const line = (
    from: string,
    to: string,
    field: string | null = null,
    place: string | null = null,
  ): AgencySuccession => ({
    agency: from,
    successor: to,
    field,
    place,
    began: '2025-07-01',
    basis: 'mẫu',
  });
  const ended = { abolished: '2025-06-30' };
  const all = new Map(
    [
      agency('district', ended),
      agency('old-a', ended),
      agency('ward-1'),
      agency('ward-2'),
      agency('finance'),
      agency('first', { abolished: '2020-12-31' }),
      agency('lost', ended),
    ].map((one) => [one.id, one]),
  );
  const lines = [
    line('district', 'ward-1', null, 'P1'),
    line('district', 'ward-2', null, 'P2'),
    line('district', 'finance', 'business'),
    line('old-a', 'ward-1'),
    { ...line('first', 'old-a'), began: '2021-01-01' },
  ];
  const reach = (from: string, matter = {}, day = '2026-01-01') => {
    const found = successorOf(all.get(from)!, matter, day, all, lines);
    return found.kind === 'one'
      ? found.agency.id
      : found.kind === 'choose'
        ? found.candidates.map(({ id }) => id)
        : null;
  };

  it('is the agency itself while it exists', () => {
    assert.equal(reach('district', {}, '2025-06-30'), 'district');
    assert.equal(reach('ward-1'), 'ward-1');
  });

  it('follows place and field, and never guesses', () => {
    assert.equal(reach('district', { place: 'P1', field: 'civil-status' }), 'ward-1');
    assert.equal(reach('district', { place: 'P1', field: 'business' }), 'finance');
    assert.equal(reach('district', { field: 'business' }), 'finance');
    assert.deepEqual(reach('district', { field: 'civil-status' }), ['ward-1', 'ward-2']);
    assert.deepEqual(reach('district', { place: 'P2' }), ['ward-2', 'finance']);
    assert.deepEqual(reach('district'), ['ward-1', 'ward-2', 'finance']);
    assert.equal(reach('district', { place: 'P9', field: 'civil-status' }), null);
    assert.equal(reach('lost'), null);
  });

  it('follows several changes in a row, each as of its day', () => {
    assert.equal(reach('first'), 'ward-1');
    assert.equal(reach('first', {}, '2024-01-01'), 'old-a');
  });

  it('ends even when the data go in a circle', () => {
    const circle = [line('old-a', 'lost'), line('lost', 'old-a')];
    assert.equal(successorOf(all.get('lost')!, {}, '2026-01-01', all, circle).kind, 'none');
  });

  it('only ever names agencies that exist on the day', () => {
    const ids = fc.constantFrom(...all.keys());
    const field = fc.option(fc.constantFrom('business', 'other'));
    const place = fc.option(fc.constantFrom('P1', 'P2'));
    const any = fc.array(
      fc.tuple(ids, ids, field, place).map(([a, b, f, p]) => line(a, b, f, p)),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(ids, any, field, place, (from, rows, f, p) => {
        const found = successorOf(all.get(from)!, { field: f, place: p }, '2026-01-01', all, rows);
        const named = found.kind === 'one' ? [found.agency] : found.kind === 'choose' ? found.candidates : [];
        assert.ok(named.every(({ abolished }) => abolished === null));
        assert.ok(found.kind !== 'choose' || named.length > 1);
      }),
    );
  });
});

describe('agencies: names and posts of the day', () => {
  it('facts keep the name of their day', () => {
    const one = agency('x', { name: { vi: 'Mới', en: 'New' } });
    const renamed = (on: string, vi: string) => ({
      agency: 'x',
      on,
      kind: 'renamed' as const,
      nameBefore: { vi, en: vi },
      parentBefore: null,
      basis: 'mẫu',
    });
    const changes = [renamed('2025-07-01', 'Giữa'), renamed('2020-01-01', 'Cũ')];
    assert.deepEqual(
      ['2019-12-31', '2020-01-01', '2025-06-30', '2025-07-01'].map((day) => nameOn(one, changes, day).vi),
      ['Cũ', 'Giữa', 'Giữa', 'Mới'],
    );
  });

  it('somebody seconded has the powers of both units, for as long as that lasts', () => {
    const post = (id: string, unit: string, roles: Post['roles']): Post => ({
      id,
      agency: 'a',
      unit,
      title: { vi: id, en: id },
      rank: 'staff',
      roles,
      fields: null,
      from: '2025-01-01',
      to: null,
    });
    const holding = (id: string, kind: 'appointed' | 'seconded', to: string | null) => ({
      post: id,
      person: 'p',
      kind,
      from: '2025-07-01',
      to,
      basis: null,
    });
    const held: Held[] = [
      { post: post('home', 'justice', ['case-officer']), holding: holding('home', 'appointed', null) },
      { post: post('desk', 'counter', ['counter']), holding: holding('desk', 'seconded', '2025-12-31') },
    ];
    const powers = (day: string) => powersFromPosts(held, day).map(({ role, unit }) => `${role} ${unit}`);
    assert.deepEqual(powers('2025-06-30'), []);
    assert.deepEqual(powers('2025-12-31'), ['case-officer justice', 'counter counter']);
    assert.deepEqual(powers('2026-01-01'), ['case-officer justice']);
  });

  it('says what keeps an agency from being established or abolished', () => {
    const fields = (problems: readonly { field: string }[]) => problems.map(({ field }) => field);
    assert.deepEqual(fields(agencyProblems(agency('x'), null)), []);
    const bad = agency('x', { identifier: '??', name: { vi: ' ', en: '' } });
    assert.deepEqual(fields(agencyProblems(bad, agency('p', { abolished: '2001-01-01' }))), [
      'identifier',
      'name',
      'parent',
    ]);
    const end = (heirs: Agency[]) =>
      fields(abolitionProblems(agency('x'), '2026-06-30', heirs, '2026-07-01'));
    assert.deepEqual(end([agency('y')]), []);
    assert.deepEqual(end([]), ['successors']);
    assert.deepEqual(end([agency('x')]), ['successors']);
    assert.deepEqual(end([agency('y', { abolished: '2026-06-30' })]), ['successors']);
  });
});
