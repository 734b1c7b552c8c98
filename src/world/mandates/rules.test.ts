import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import type { Relative } from '../people/index.ts';
import { covers, grantProblems, holds, mayAct, powersFromMandates, wardsOf } from './rules.ts';
import type { Actor, Mandate } from './schema.ts';

const mandate = (id: string, more: Partial<Mandate> = {}): Mandate => ({
  id,
  kind: 'delegation',
  form: null,
  agent: { kind: 'person', id: 'son' },
  principal: { kind: 'person', id: 'mother' },
  grantedBy: 'mother',
  agency: null,
  roles: [],
  acts: null,
  procedures: null,
  fields: null,
  documents: null,
  resultsTo: 'principal',
  under: null,
  redelegable: false,
  from: '2026-01-01',
  to: '2026-12-31',
  basis: 'văn bản mẫu',
  revokedFrom: null,
  ...more,
});
const son: Actor = { person: 'son', posts: [], wards: [] };
const forMother = { kind: 'person', id: 'mother' } as const;
const index = (all: readonly Mandate[]) => new Map(all.map((one) => [one.id, one]));

const days = fc
  .integer({ min: 0, max: 1500 })
  .map((n) => new Date(Date.UTC(2025, 0, 1) + n * 86_400_000).toISOString().slice(0, 10));
const limits = fc.option(fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 }));
const mandates = fc
  .record({
    from: days,
    length: fc.option(fc.nat(800)),
    acts: limits,
    fields: limits,
    procedures: limits,
    documents: limits,
    revokedFrom: fc.option(days),
  })
  .map(({ length, ...one }) => {
    const to =
      length === null
        ? null
        : new Date(Date.parse(one.from) + length * 86_400_000).toISOString().slice(0, 10);
    return mandate('m', { ...one, to });
  });
const deeds = fc.record({ act: fc.constantFrom('a', 'b', 'c'), field: fc.constantFrom('a', 'b', 'c') });

describe('mandates: may act', () => {
  it('for oneself, a child, in a post, or under a mandate; otherwise says why not', () => {
    const what = { for: forMother, act: 'apply' };
    const day = '2026-06-01';
    const ground = (who: Actor, given: readonly Mandate[], on = day, deed: object = {}) => {
      const found = mayAct(given, who, { ...what, ...deed }, on);
      return found.may ? found.ground : found.reason.en;
    };
    const one = mandate('m', { acts: ['apply'] });
    assert.equal(ground({ ...son, person: 'mother' }, []), 'self');
    assert.equal(ground({ ...son, wards: ['mother'] }, []), 'law');
    assert.equal(ground(son, [one]), 'mandate');
    assert.equal(ground({ ...son, posts: ['p'] }, [], day, { for: { kind: 'post', id: 'p' } }), 'post');
    assert.match(ground(son, []), /no authorisation/);
    assert.match(ground(son, [one], '2027-01-01'), /ended/);
    assert.match(ground(son, [{ ...one, revokedFrom: day }]), /revoked/);
    assert.match(ground(son, [one], day, { act: 'pay' }), /outside/);
    assert.match(ground(son, [{ ...one, kind: 'signing' }]), /no authorisation/);
  });

  it('never before its first day, after its last, or from the day it is revoked', () => {
    fc.assert(
      fc.property(mandates, days, deeds, (one, day, deed) => {
        const found = mayAct([one], son, { for: forMother, ...deed }, day);
        const inTime =
          one.from <= day &&
          (one.to === null || day <= one.to) &&
          (one.revokedFrom === null || day < one.revokedFrom);
        const inScope = (one.acts?.includes(deed.act) ?? true) && (one.fields?.includes(deed.field) ?? true);
        const unknown = one.procedures === null && one.documents === null;
        assert.equal(found.may, inTime && inScope && unknown);
      }),
    );
  });

  it('nobody else may use it, and it serves for nobody else', () => {
    fc.assert(
      fc.property(mandates, days, deeds, (one, day, deed) => {
        assert.equal(
          mayAct([one], { ...son, person: 'stranger' }, { for: forMother, ...deed }, day).may,
          false,
        );
        assert.equal(
          mayAct([one], son, { for: { kind: 'person', id: 'stranger' }, ...deed }, day).may,
          false,
        );
        assert.equal(
          mayAct([one], son, { for: { kind: 'organisation', id: 'mother' }, ...deed }, day).may,
          false,
        );
      }),
    );
  });

  it('more mandates never take away what fewer allow; revoking never gives', () => {
    fc.assert(
      fc.property(mandates, mandates, days, days, deeds, (one, other, day, revokedFrom, deed) => {
        const second = { ...other, id: 'n' };
        const what = { for: forMother, ...deed };
        const alone = mayAct([one], son, what, day).may;
        assert.ok(!alone || mayAct([one, second], son, what, day).may);
        assert.ok(
          alone || !mayAct([{ ...one, revokedFrom }], son, what, day).may || one.revokedFrom !== null,
        );
      }),
    );
  });

  it('a limit on what is not known covers nothing', () => {
    assert.equal(covers(mandate('m', { procedures: ['1.000001'] }), { act: 'apply' }), false);
    assert.equal(
      covers(mandate('m', { procedures: ['1.000001'] }), { act: 'apply', procedure: '1.000001' }),
      true,
    );
  });
});

describe('mandates: passed on', () => {
  it('end with the one they stand under, and hold only where passing on is allowed', () => {
    const parent = mandate('parent', { redelegable: true });
    const child = mandate('child', { under: 'parent', from: '2026-02-01' });
    const day = '2026-06-01';
    assert.equal(holds(child, day, index([parent, child])), true);
    assert.equal(holds(child, day, index([child])), false);
    assert.equal(holds(child, day, index([{ ...parent, redelegable: false }, child])), false);
    assert.equal(holds(child, day, index([{ ...parent, revokedFrom: '2026-05-01' }, child])), false);
    assert.equal(holds(child, day, index([{ ...parent, to: '2026-05-01' }, child])), false);
    const circle = mandate('circle', { under: 'circle', redelegable: true });
    assert.equal(holds(circle, day, index([circle])), false);
  });

  it('what was passed on never reaches further than what was granted', () => {
    fc.assert(
      fc.property(mandates, mandates, days, deeds, (granted, passed, day, deed) => {
        const parent = { ...granted, id: 'parent', redelegable: true, revokedFrom: null };
        const child = { ...passed, id: 'child', under: 'parent', revokedFrom: null };
        if (grantProblems(child, parent).length > 0) return;
        if (holds(child, day, index([parent, child])) && covers(child, deed)) {
          assert.ok(holds(parent, day, index([parent])));
          assert.ok(covers(parent, deed));
        }
      }),
    );
  });
});

describe('mandates: granting', () => {
  const fields = (one: Mandate, parent: Mandate | null = null) =>
    grantProblems(one, parent).map(({ field }) => field);
  const signing = (more: Partial<Mandate>) =>
    mandate('s', { kind: 'signing', agency: 'a', documents: ['thong-bao'], ...more });

  it('asks for what the law asks for', () => {
    assert.deepEqual(fields(mandate('m')), []);
    assert.deepEqual(fields(mandate('m', { to: null })), ['to']);
    assert.deepEqual(fields(mandate('m', { to: '2025-01-01' })), ['to']);
    assert.deepEqual(fields(mandate('m', { basis: ' ' })), ['basis']);
    assert.deepEqual(fields(mandate('m', { agent: { kind: 'person', id: 'mother' } })), ['agent']);
    assert.deepEqual(fields(mandate('m', { kind: 'role' })), ['roles']);
    assert.deepEqual(fields(mandate('m', { kind: 'representation', to: null })), []);
  });

  it('TUQ. is limited in time and content and never passed on (Decree 30/2020, art. 13.3)', () => {
    assert.deepEqual(fields(signing({ form: 'TUQ' })), []);
    assert.deepEqual(fields(signing({ form: 'TUQ', to: null })), ['to']);
    assert.deepEqual(fields(signing({ form: 'TUQ', documents: null })), ['documents']);
    assert.deepEqual(fields(signing({ form: 'TUQ', redelegable: true })), ['redelegable']);
    const tuq = signing({ id: 'tuq', form: 'TUQ' });
    for (const form of ['KT', 'TL', 'TUQ'] as const) {
      assert.ok(fields(signing({ form, under: 'tuq' }), tuq).length > 0, form);
      assert.ok(
        fields(signing({ form, under: 'tuq' }), { ...tuq, redelegable: true }).length > 0 ===
          (form === 'TUQ'),
      );
    }
  });

  it('TL. is for some types of documents, and may be passed on to the deputy (art. 13.4)', () => {
    const tl = signing({ id: 'tl', form: 'TL', redelegable: true, to: null });
    assert.deepEqual(fields(tl), []);
    assert.deepEqual(fields(signing({ form: 'TL', documents: null })), ['documents']);
    assert.deepEqual(fields(signing({ form: 'KT', under: 'tl' }), tl), []);
    assert.deepEqual(fields(signing({ form: 'KT', under: 'tl', documents: ['quyet-dinh'] }), tl), [
      'documents',
    ]);
    assert.deepEqual(fields(signing({ form: 'KT', under: 'tl', documents: null }), tl), ['documents']);
    assert.deepEqual(fields(signing({ form: 'KT', under: 'tl', from: '2025-01-01' }), tl), ['to']);
    assert.deepEqual(fields(signing({ form: 'KT', under: 'tl', agency: 'b' }), tl), ['agency']);
    assert.deepEqual(fields(signing({ form: 'KT', under: 'tl' }), { ...tl, revokedFrom: '2026-01-01' }), [
      'under',
    ]);
    assert.deepEqual(fields(signing({ form: 'KT', under: 'tl' })), ['under']);
  });
});

describe('mandates: by law and by role', () => {
  const relative = (
    is: Relative['is'],
    born: string | null,
    more: { died?: string; to?: string } = {},
  ): Relative => ({
    is,
    from: null,
    to: more.to ?? null,
    person: {
      id: `${is} ${born}`,
      number: null,
      name: 'x',
      born,
      sex: 'male',
      ethnicity: null,
      nationality: 'VN',
      commune: null,
      address: null,
      died: more.died ?? null,
      source: '',
      version: 1,
    },
  });

  it('parents represent children until the eighteenth birthday, guardians their wards', () => {
    const day = '2026-11-20';
    const wards = wardsOf(
      [
        relative('child', '2008-11-20'),
        relative('child', '2008-11-21'),
        relative('child', '2008'),
        relative('child', '2008-10'),
        relative('child', '2020-01-01', { died: '2021-01-01' }),
        relative('ward', '1950'),
        relative('ward', '1951', { to: '2026-01-01' }),
        relative('parent', '1960-01-01'),
        relative('spouse', '1990-01-01'),
      ],
      day,
    );
    assert.deepEqual(wards, ['child 2008-11-21', 'child 2008', 'ward 1950']);
  });

  it('a substitute has the roles of the post while the leave lasts; a role is for its agency', () => {
    const post = {
      id: 'p',
      agency: 'a',
      unit: 'u',
      title: { vi: 'x', en: 'x' },
      rank: 'staff' as const,
      roles: ['case-officer', 'clerk'] as const,
      fields: null,
      from: '2020-01-01',
      to: null,
    };
    const given = [
      mandate('s', {
        kind: 'substitution',
        principal: { kind: 'post', id: 'p' },
        from: '2026-11-16',
        to: '2026-11-20',
      }),
      mandate('r', { kind: 'role', roles: ['editor'], agency: 'b', principal: { kind: 'agency', id: 'b' } }),
    ];
    const powers = (day: string) =>
      powersFromMandates(given, son, new Map([['p', post]]), day).map(({ role, agency, unit }) =>
        [role, agency, unit].join(' '),
      );
    assert.deepEqual(powers('2026-11-20'), ['case-officer a u', 'clerk a u', 'editor b ']);
    assert.deepEqual(powers('2026-11-21'), ['editor b ']);
    assert.deepEqual(
      powersFromMandates(given, { person: 'x', posts: [] }, new Map([['p', post]]), '2026-11-20'),
      [],
    );
  });
});
