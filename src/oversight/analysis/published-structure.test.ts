/**
 * Event logs held against the published structures by readers of our own: XES (IEEE 1849-2016: order of elements, decimal version,
 * declared globals) and OCEL 2.0 (JSON: declared types and attributes, unique ids, references that resolve).
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import type { Case, CaseEvent } from '../../services/dossiers/index.ts';
import { toOcel, toXes } from './export.ts';

type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly inside: Element[];
};

function treeOf(xml: string): Element {
  const parser = new SaxesParser();
  const root: Element = { name: '', attributes: {}, inside: [] };
  const open = [root];
  parser.on('error', (problem) => assert.fail(problem));
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: { ...attributes }, inside: [] };
    open.at(-1)!.inside.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return root.inside[0] ?? assert.fail('no root');
}

/** Attributes of XES by type, with how their values are written. */
const values: Readonly<Record<string, RegExp>> = {
  string: /^[^]*$/,
  date: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
  int: /^-?\d+$/,
  float: /^-?\d+(\.\d+)?$/,
  boolean: /^(true|false)$/,
};
/** xs:Name without spaces, as keys of attributes are. */
const key = /^[\p{L}_:][\p{L}\p{N}_:.-]*$/u;

function checkAttribute({ name, attributes }: Element): void {
  assert.ok(values[name], `<${name}> is no attribute of XES`);
  assert.match(attributes['key'] ?? '', key);
  assert.match(attributes['value'] ?? assert.fail('no value'), values[name]);
}

/** A log by the rules of the standard; every event has what the log declares for all of them. */
function checkXes(xml: string): Element {
  const log = treeOf(xml);
  assert.equal(log.name, 'log');
  assert.match(log.attributes['xes.version'] ?? '', /^\d+(\.\d+)?$/, 'the version is a decimal');
  assert.equal(log.attributes['xmlns'], 'http://www.xes-standard.org/');
  const order = ['extension', 'global', 'classifier', 'attribute', 'trace', 'event'];
  const placed = log.inside.map(({ name }) => order.indexOf(values[name] ? 'attribute' : name));
  assert.ok(!placed.includes(-1));
  assert.deepEqual(
    placed,
    placed.toSorted((a, b) => a - b),
    'extension, global, classifier, attributes, traces',
  );
  const of = (name: string) => log.inside.filter((one) => one.name === name);
  const prefixes = new Set(
    of('extension').map(({ attributes }) => {
      assert.match(attributes['uri'] ?? '', /^https?:\/\/.+\.xesext$/);
      assert.ok(attributes['name']);
      return attributes['prefix'] ?? '';
    }),
  );
  const globals = new Map(of('global').map(({ attributes, inside }) => [attributes['scope'], inside]));
  for (const inside of globals.values()) inside.forEach(checkAttribute);
  const declared = (scope: string) => globals.get(scope)?.map(({ attributes }) => attributes['key']) ?? [];
  for (const { attributes } of of('classifier')) {
    assert.ok(attributes['name']);
    for (const one of (attributes['keys'] ?? '').split(' '))
      assert.ok(declared('event').includes(one), `the classifier uses ${one}, which not every event has`);
  }
  const checkAll = (elements: readonly Element[], scope: string): void => {
    elements.forEach(checkAttribute);
    const keys = elements.map(({ attributes }) => attributes['key'] ?? '');
    assert.equal(new Set(keys).size, keys.length, 'a key stands once');
    for (const one of declared(scope)) assert.ok(keys.includes(one ?? ''), `${scope} without ${one}`);
    for (const one of keys) if (one.includes(':')) assert.ok(prefixes.has(one.split(':')[0]!), one);
  };
  for (const trace of of('trace')) {
    const events = trace.inside.filter(({ name }) => name === 'event');
    const own = trace.inside.filter(({ name }) => name !== 'event');
    assert.deepEqual(trace.inside, [...own, ...events], 'attributes before events');
    checkAll(own, 'trace');
    for (const event of events) checkAll(event.inside, 'event');
  }
  return log;
}

const unique = (names: readonly string[]): void => assert.equal(new Set(names).size, names.length);

/** A log by the rules of OCEL 2.0 for JSON. */
function checkOcel(log: ReturnType<typeof toOcel>): void {
  assert.deepEqual(Object.keys(log).toSorted(), ['eventTypes', 'events', 'objectTypes', 'objects']);
  const kinds = new Set(['string', 'time', 'integer', 'float', 'boolean']);
  const typesOf = (
    types: readonly { name: string; attributes: readonly { name: string; type: string }[] }[],
  ) => {
    unique(types.map(({ name }) => name));
    for (const { attributes } of types) {
      unique(attributes.map(({ name }) => name));
      for (const { type } of attributes) assert.ok(kinds.has(type), type);
    }
    return new Map(types.map(({ name, attributes }) => [name, attributes.map((one) => one.name)]));
  };
  const objectTypes = typesOf(log.objectTypes);
  const eventTypes = typesOf(log.eventTypes);
  const objects = new Set(log.objects.map(({ id }) => id));
  unique(log.objects.map(({ id }) => id));
  unique(log.events.map(({ id }) => id));
  const related = (relationships: readonly { objectId: string; qualifier: string }[]): void => {
    for (const { objectId, qualifier } of relationships) {
      assert.ok(objects.has(objectId), `no object ${objectId}`);
      assert.ok(qualifier);
    }
  };
  for (const { id, type, relationships } of log.objects) {
    assert.ok(id && objectTypes.has(type));
    related(relationships);
  }
  for (const { id, type, time, attributes, relationships } of log.events) {
    const known = eventTypes.get(type);
    assert.ok(id && known, `no event type ${type}`);
    assert.match(time, values['date']!);
    for (const { name, value } of attributes) assert.ok(known.includes(name) && typeof value === 'string');
    assert.ok(relationships.length > 0, 'an event is about something');
    related(relationships);
  }
}

const word = fc.stringMatching(/^[A-Za-zÀ-ỹ<>&"' ]{1,12}$/);
const event: fc.Arbitrary<CaseEvent> = fc.record({
  act: fc.constantFrom('dossier.receive', 'dossier.accept', 'dossier.do-step'),
  at: fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true }),
  agency: fc.option(fc.constantFrom('a', 'b', 'c')),
  group: fc.option(word),
  account: fc.constant(null),
  state: fc.constant(null),
  node: fc.option(fc.constantFrom('n1', 'n2')),
  opened: fc.constant([]),
  data: fc.constant({}),
});
const cases: fc.Arbitrary<readonly Case[]> = fc.array(
  fc.record({
    id: fc.uuid(),
    version: fc.constant(1),
    agency: fc.constant('a'),
    acceptedAt: fc.constant(new Date('2026-01-01')),
    promisedAt: fc.constant(new Date('2026-01-02')),
    decidedAt: fc.constant(null),
    clock: fc.constant({ term: { unit: 'same_day' as const }, intervals: [] }),
    events: fc.array(event, { maxLength: 6 }),
  }),
  { maxLength: 5 },
);
const names = new Map([['n1', 'Thẩm định <hồ sơ> & “ý kiến”']]);

describe('event logs for other tools', () => {
  it('are XES by the rules of IEEE 1849-2016', () =>
    fc.assert(fc.property(word, cases, (title, some) => void checkXes(toXes(title, some, names)))));

  it('are OCEL by the rules of version 2.0', () =>
    fc.assert(fc.property(cases, (some) => checkOcel(toOcel(some, names)))));

  it('would be refused by these readers with a wrong version, a missing global or a reference to nothing', () => {
    const [some] = fc.sample(
      cases.filter((all) => all.some(({ events }) => events.length > 0)),
      1,
    );
    const xes = toXes('Thử', some!, names);
    assert.throws(() => checkXes(xes.replace('1849.2016', '1849-2016')));
    assert.throws(() => checkXes(xes.replace(/(<event>)<string key="concept:name"[^>]*>/, '$1')));
    const ocel = toOcel(some!, names);
    assert.throws(() => checkOcel({ ...ocel, objects: [] }));
    assert.throws(() => checkOcel({ ...ocel, eventTypes: [] }));
  });
});
