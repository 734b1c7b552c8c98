import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import {
  contactProblems,
  digitsOf,
  isOrganisationNumber,
  mayServeProactively,
  organisationProblems,
  personProblems,
  readPersonNumber,
  searchQuery,
} from './rules.ts';
import type { NewPerson, Refusal } from './schema.ts';

const person: NewPerson = {
  number: '099090000137',
  name: 'Nguyễn Văn Ví Dụ',
  born: '1990-03-14',
  sex: 'male',
  ethnicity: '01',
  nationality: 'VN',
  commune: null,
  address: null,
  died: null,
  source: 'mẫu',
};
const today = '2026-11-20';
const wrong = (more: Partial<NewPerson>): string[] =>
  personProblems({ ...person, ...more }, today).map(({ field }) => field);

describe('people: numbers', () => {
  it('a personal number tells province, sex and year of birth', () => {
    assert.deepEqual(readPersonNumber('001190000001'), { province: '001', sex: 'female', birthYear: 1990 });
    assert.deepEqual(readPersonNumber('099219000001'), { province: '099', sex: 'male', birthYear: 2019 });
    assert.deepEqual(readPersonNumber('099324000001'), { province: '099', sex: 'female', birthYear: 2024 });
    for (const bad of ['', '12345678901', '1234567890123', '09909000013a'])
      assert.equal(readPersonNumber(bad), null);
  });

  it('any twelve digits give a year of the century and sex they say', () => {
    const twelve = fc.stringMatching(/^\d{12}$/);
    fc.assert(
      fc.property(twelve, (number) => {
        const read = readPersonNumber(number)!;
        assert.equal(read.birthYear % 100, Number(number.slice(4, 6)));
        assert.equal(Math.floor((read.birthYear - 1900) / 100), Math.floor(Number(number[3]) / 2));
        assert.equal(read.sex, Number(number[3]) % 2 === 0 ? 'male' : 'female');
      }),
    );
  });

  it('spaces and dots are forgiven; enterprises have 10 digits, branches three more', () => {
    assert.equal(digitsOf(' 099 090.000 137 '), '099090000137');
    assert.deepEqual(['9900000026', '9900000026-001', '990000002', '99000000261'].map(isOrganisationNumber), [
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('people: what may be entered', () => {
  it('a good person is good, each fault names its field', () => {
    assert.deepEqual(wrong({}), []);
    assert.deepEqual(wrong({ number: null, born: '1961' }), []);
    assert.deepEqual(wrong({ born: '1991-01-01' }), ['number']);
    assert.deepEqual(wrong({ sex: 'female' }), ['number']);
    assert.deepEqual(wrong({ sex: 'unknown' }), []);
    assert.deepEqual(wrong({ number: null, born: '2027-01-01' }), ['born']);
    assert.deepEqual(wrong({ number: null, born: '2026-02-30' }), ['born']);
    assert.deepEqual(wrong({ name: '<b>x</b>' }), ['name']);
    assert.deepEqual(wrong({ name: '  ' }), ['name']);
    assert.deepEqual(wrong({ name: "H'Hen Niê Mẫu" }), []);
    assert.deepEqual(wrong({ died: '1989-01-01' }), ['died']);
    assert.deepEqual(wrong({ died: '2026-12-01' }), ['died']);
  });

  it('an organisation needs a name and a number, a contact a form', () => {
    const organisation = {
      number: '1',
      name: ' ',
      nameEn: '',
      kind: 'enterprise' as const,
      commune: null,
      address: null,
      established: null,
      dissolved: null,
      source: '',
    };
    assert.deepEqual(
      organisationProblems(organisation).map(({ field }) => field),
      ['name', 'number'],
    );
    assert.deepEqual(contactProblems('phone', '0990100001'), []);
    assert.equal(contactProblems('phone', '12').length, 1);
    assert.equal(contactProblems('email', 'a b@c').length, 1);
    assert.equal(contactProblems('post', 'x'.repeat(301)).length, 1);
  });

  it('a search never breaks the query language', () => {
    assert.equal(searchQuery('Nguyễn Văn'), 'nguyen & van:*');
    assert.equal(searchQuery(" !& | ' "), null);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        assert.match(searchQuery(typed) ?? 'x:*', /^[a-z0-9]+( & [a-z0-9]+)*:\*$/);
      }),
    );
  });
});

describe('people: proactive services', () => {
  const refusal = (service: string | null, withdrawn: boolean): Refusal => ({
    id: 'r',
    service,
    refusedAt: new Date(0),
    withdrawnAt: withdrawn ? new Date(1) : null,
    reason: null,
  });

  it('are declined one by one or all at once, and accepted again (P2)', () => {
    assert.equal(mayServeProactively([], 'a'), true);
    assert.equal(mayServeProactively([refusal('a', false)], 'a'), false);
    assert.equal(mayServeProactively([refusal('a', false)], 'b'), true);
    assert.equal(mayServeProactively([refusal(null, false)], 'b'), false);
    assert.equal(mayServeProactively([refusal(null, true), refusal('a', true)], 'a'), true);
  });
});
