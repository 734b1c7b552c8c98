import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { birthForm } from './fixtures.ts';
import { askedThoughKnown, prefill, wantedSources } from './prefill.ts';
import type { Provenance } from './provenance.ts';
import type { Definition, Source } from './schema.ts';

const population = { vi: 'Cơ sở dữ liệu quốc gia về dân cư', en: 'National population database' };
const origin = (value: unknown): Provenance => ({
  value,
  source: population,
  at: '2026-11-21T08:30:00Z',
  basis: 'Điều 10 Luật Căn cước',
});
const nothing = { answers: {}, provenance: {} };
const find = ({ registry }: Source) =>
  registry === 'population' ? origin({ name: 'TRẦN THỊ MẪU', birth: '05/02/1990', secret: 'x' }) : undefined;

describe('prefill', () => {
  it('knows what to ask for', () =>
    assert.deepEqual(
      wantedSources(birthForm).map(({ path, source }) => [path, source.registry]),
      [
        ['childBirth', 'health'],
        ['mother', 'population'],
      ],
    ));

  it('puts values in as the form keeps them, with their origin for each part', () => {
    const { answers, provenance } = prefill(birthForm, nothing, find);
    assert.deepEqual(answers, { mother: { name: 'Trần Thị Mẫu', birth: '1990-02-05' } });
    assert.equal(provenance['mother.name']?.value, 'Trần Thị Mẫu');
    assert.equal(provenance['mother.birth']?.at, '2026-11-21T08:30:00Z');
    assert.equal('mother.secret' in provenance, false);
  });

  it('leaves open what a registry does not answer', () =>
    assert.deepEqual(
      prefill(birthForm, nothing, () => undefined),
      nothing,
    ));

  it('never overwrites a person, but refreshes itself', () => {
    const own = { answers: { mother: { name: 'Lê Ví Dụ' } }, provenance: {} };
    assert.deepEqual(prefill(birthForm, own, find), own);
    const first = prefill(birthForm, nothing, find);
    const second = prefill(birthForm, first, () => origin({ name: 'Trần Thị Mậu' }));
    assert.deepEqual(second.answers['mother'], { name: 'Trần Thị Mậu' });
    const changed = { ...first, answers: { mother: { name: 'Trần Thị Khác' } } };
    assert.deepEqual(prefill(birthForm, changed, find).answers, changed.answers);
  });
});

describe('questions asked though the answer is known', () => {
  const available = [
    { datum: 'child.birth', from: 'health' },
    { datum: 'mother.name', from: 'population' },
    { datum: 'mother.birth', from: 'population' },
  ];
  const withoutSources: Definition = JSON.parse(
    JSON.stringify(birthForm, (key, value: unknown) => (key === 'source' ? undefined : value)),
  );
  it('are none when the form takes them', () => assert.deepEqual(askedThoughKnown(birthForm, available), []));
  it('are found, also as parts of a person', () =>
    assert.deepEqual(
      askedThoughKnown(withoutSources, available).map(({ path, from }) => `${path} ${from}`),
      ['childBirth health', 'mother.name population', 'mother.birth population'],
    ));
  it('are none when nothing is known', () => assert.deepEqual(askedThoughKnown(withoutSources, []), []));
});
