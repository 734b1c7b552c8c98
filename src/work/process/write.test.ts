import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Linter } from 'bpmnlint';
import NodeResolver from 'bpmnlint/lib/resolver/node-resolver.js';
import * as fc from 'fast-check';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { openDocument } from './document.ts';
import { build, file, office, step, blocks } from './fixtures.ts';
import { bpmn } from './moddle.ts';
import { read } from './read.ts';
import type { Definition, Node } from './schema.ts';
import { consulting, standardProcess } from './standard.ts';
import { exportDefinition } from './write.ts';

const first = async (xml: string | Uint8Array): Promise<Definition> => {
  const { definitions, findings } = await read(xml);
  assert.deepEqual(
    findings.filter(({ severity }) => severity === 'error'),
    [],
  );
  return definitions[0] ?? assert.fail('no process');
};

/** The definition without its source: what must be the same on both sides. */
const facts = ({ source: _source, ...rest }: Definition): unknown => {
  const sorted = <Item extends { readonly id: string }>(items: readonly Item[]): readonly Item[] =>
    items.toSorted((left, right) => (left.id < right.id ? -1 : 1));
  return { ...rest, nodes: sorted(rest.nodes), flows: sorted(rest.flows) };
};

const rename = (definition: Definition, id: string, name: string): Definition => ({
  ...definition,
  nodes: definition.nodes.map((node): Node => (node.id === id ? { ...node, name } : node)),
});

/** Problems that the schema of BPMN 2.0 finds in a file. */
const schemaProblems = (xml: string): readonly string[] => {
  xmlRegisterFsInputProviders();
  const path = fileURLToPath(import.meta.resolve('bpmn-moddle/resources/bpmn/xsd/BPMN20.xsd'));
  using schema =
    XmlDocument.fromString(`<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified"
    targetNamespace="urn:test" ><xsd:import namespace="http://www.omg.org/spec/BPMN/20100524/MODEL" schemaLocation="file://${path}"/></xsd:schema>`);
  using validator = XsdValidator.fromDoc(schema);
  using document = XmlDocument.fromString(xml);
  try {
    validator.validate(document);
    return [];
  } catch (error) {
    return [String(error)];
  }
};

/** What the linter of bpmn.io finds, errors and warnings, except the given rules. */
const lintProblems = async (xml: string, except: readonly string[] = []): Promise<readonly string[]> => {
  const document = openDocument(xml);
  if ('unreadable' in document) assert.fail(document.unreadable.en);
  const { rootElement } = await bpmn().fromXML(document.xml);
  const rules = Object.fromEntries(except.map((rule) => [rule, 'off']));
  const linter = new Linter({
    config: { extends: 'bpmnlint:recommended', rules },
    resolver: new NodeResolver(),
  });
  const found = await linter.lint(rootElement);
  return Object.entries(found).flatMap(([rule, reports]) =>
    reports.map(({ id, message }) => `${rule} ${id}: ${message}`),
  );
};

const permit = standardProcess({
  id: 'giay-phep-xay-dung',
  name: 'Cấp giấy phép xây dựng',
  agency: 'Sở Xây dựng tỉnh Sông Lam',
  oneStop: 'Trung tâm Phục vụ hành chính công',
  unit: 'Phòng Quản lý xây dựng',
  signer: 'Giám đốc',
  hours: 160,
});

const names = [
  'camunda-7.bpmn',
  'zeebe.bpmn',
  'flowable.bpmn20.xml',
  'signavio.bpmn',
  'eclipse.bpmn2',
  'two-agencies.bpmn',
];

describe('a file of another tool', () => {
  for (const name of names) {
    it(`comes back as it was when nothing was changed: ${name}`, async () => {
      assert.equal(await exportDefinition(await first(file(name))), file(name).toString('utf8').trim());
    });
    it(`keeps what that tool wrote when something was changed: ${name}`, async () => {
      const before = file(name).toString('utf8');
      const definition = await first(before);
      const target =
        definition.nodes.find(({ kind }) => kind === 'user' || kind === 'service') ?? assert.fail('no task');
      const changed = rename(definition, target.id, 'Tên mới & khác');
      const after = await exportDefinition(changed);
      assert.deepEqual(facts(await first(after)), facts(changed));
      for (const [attribute] of before.matchAll(
        /(?:camunda|zeebe|flowable|drools|signavio|modeler):\w+="[^"]*"/g,
      )) {
        assert.ok(after.includes(attribute), attribute);
      }
      for (const [, element] of before.matchAll(/<((?:camunda|zeebe|flowable|signavio):\w+)/g))
        assert.ok(after.includes(`<${element}`), element);
      assert.equal(
        after.split('waypoint').length,
        before.split('waypoint').length === 1
          ? after.split('waypoint').length
          : before.split('waypoint').length,
      );
    });
  }

  it('keeps the other process of the file', async () => {
    const definition = await first(file('two-agencies.bpmn'));
    const after = await read(await exportDefinition(rename(definition, 'thamdinh', 'Thẩm định kỹ')));
    assert.deepEqual(
      after.definitions.map(({ id }) => id),
      ['SXD', 'SNNMT'],
    );
    assert.equal(after.definitions[1]?.nodes.length, 4);
  });

  it('takes added, changed and removed elements, and keeps the shapes of the rest', async () => {
    const definition = await first(file('camunda-7.bpmn'));
    const added: Node = { ...step('soat'), name: 'Soát lại' };
    const changed: Definition = {
      ...definition,
      nodes: [
        ...definition.nodes
          .filter(({ id }) => id !== 'Activity_traloi')
          .map((node): Node => (node.kind === 'user' ? { ...node, office, note: 'Ghi chú' } : node)),
        added,
      ],
      flows: definition.flows
        .filter(({ id }) => id !== 'Flow_d')
        .map((flow) =>
          flow.id === 'Flow_khong'
            ? { ...flow, to: 'soat' }
            : flow.id === 'Flow_co'
              ? { ...flow, condition: 'hopLe = true' }
              : flow,
        )
        .concat({ id: 'Flow_moi', name: '', scope: null, from: 'soat', to: 'Event_tra', condition: null }),
    };
    const xml = await exportDefinition(changed);
    assert.deepEqual(facts(await first(xml)), facts(changed));
    assert.ok(!xml.includes('Activity_traloi'));
    assert.match(xml, /<camunda:formField id="hopLe"/);
    assert.deepEqual(schemaProblems(xml), []);
    assert.deepEqual(await lintProblems(xml, ['label-required']), []);
  });
});

describe('a definition of our own', () => {
  it('is written so that it reads the same, is valid BPMN 2.0, and pleases the linter', async () => {
    const consulted = consulting(permit, 'tham-dinh', [
      {
        id: 'y-kien-pccc',
        name: 'Cho ý kiến phòng cháy',
        unit: 'Công an tỉnh',
        position: 'Cán bộ',
        hours: 40,
      },
      {
        id: 'y-kien-dat',
        name: 'Cho ý kiến đất đai',
        unit: 'Sở Nông nghiệp và Môi trường',
        position: 'Chuyên viên',
        hours: 40,
      },
    ]);
    for (const definition of [permit, consulted]) {
      const xml = await exportDefinition(definition);
      assert.deepEqual(facts(await first(xml)), facts(definition));
      assert.deepEqual(schemaProblems(xml), []);
      assert.deepEqual(await lintProblems(xml), []);
    }
  });

  it('is written whatever it holds: events, timers, sub-processes, lanes, Vietnamese ids', async () => {
    const drawn = (id: string, scope: string | null = null) => ({
      id,
      name: id,
      scope,
      lane: null,
      note: '',
    });
    const limit = { amount: 3, unit: 'working_day' } as const;
    const base = build({
      kind: 'together',
      of: [{ kind: 'inside', of: [{ kind: 'timed' }] }, { kind: 'step' }],
    });
    const nodes: readonly Node[] = [
      ...base.nodes.map((node): Node =>
        node.kind === 'user' ? { ...node, lane: 'Làn một', office: { ...office, role: 'Làn một' } } : node,
      ),
      { ...drawn('gửi'), kind: 'throw', event: { type: 'message', message: 'tin' } },
      {
        ...drawn('chờ'),
        kind: 'catch',
        event: { type: 'timer', timer: { kind: 'date', value: '2026-12-31' } },
      },
      { ...drawn('nghỉ'), kind: 'catch', event: { type: 'timer', timer: { kind: 'limit', limit } } },
      {
        ...drawn('tính'),
        kind: 'catch',
        event: { type: 'timer', timer: { kind: 'duration', value: '=han' } },
      },
      { ...drawn('gọi'), kind: 'call', calls: 'quy-trinh-khac' },
      { ...drawn('hết'), kind: 'end', event: { type: 'terminate' } },
    ];
    const last = nodes.find(({ kind, scope }) => kind === 'end' && scope === null) ?? assert.fail();
    const chain = ['gửi', 'chờ', 'nghỉ', 'tính', 'gọi', 'hết'];
    const flows = base.flows.map((flow) => (flow.to === last.id ? { ...flow, to: 'gửi' } : flow));
    const more = chain.slice(1).map((to, at) => ({
      id: `mũi-${at}`,
      name: '',
      scope: null,
      from: chain[at] ?? '',
      to,
      condition: null,
    }));
    const definition = {
      ...base,
      agency: 'Tỉnh Sông Lam',
      nodes: nodes.filter((node) => node !== last),
      flows: [...flows, ...more],
    };
    const xml = await exportDefinition(definition);
    assert.deepEqual(facts(await first(xml)), facts(definition));
    assert.deepEqual(
      (await lintProblems(xml, ['label-required', 'superfluous-termination'])).filter(
        (line) => !/_lane_/.test(line),
      ),
      [],
    );
  });

  it('survives writing and reading, with a shape for every node that overlaps no other', async () => {
    await fc.assert(
      fc.asyncProperty(blocks(3), async (tree) => {
        const definition = build(tree);
        const xml = await exportDefinition(definition);
        assert.deepEqual(facts(await first(xml)), facts(definition));
        const drawing = [
          'no-bpmndi',
          'no-overlapping-elements',
          'no-disconnected',
          'no-duplicate-sequence-flows',
        ];
        const found = await lintProblems(xml);
        assert.deepEqual(
          found.filter((line) => drawing.some((rule) => line.startsWith(rule))),
          [],
        );
      }),
      { numRuns: 30 },
    );
  });
});
