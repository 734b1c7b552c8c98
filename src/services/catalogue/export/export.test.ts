import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { constants, inflateRawSync } from 'node:zlib';
import { localOf, nationalOf } from '../fixtures.ts';
import type { Procedure } from '../schema.ts';
import { jsonLd, serviceNode } from './cpsv-ap.ts';
import { dataErrors, findTemplate } from '../../../paper/typeset/index.ts';
import { blankForm } from './printed-form.ts';
import { wordDocument } from './printed-form-docx.ts';
import { prefixes, turtleOf } from './turtle.ts';

const procedure: Procedure = {
  ...nationalOf({
    name: 'Đăng ký "khai sinh" \\ mới',
    steps: 'Một.\nHai.',
    methods: [
      {
        channel: 'online',
        time_limit: 3,
        time_unit: 'working_day',
        fees: [
          { amount: 0, currency: 'VND', note: 'Do HĐND tỉnh quyết định' },
          { amount: 8000, currency: 'VND' },
        ],
      },
    ],
  }),
  ...localOf({ nameEn: 'Birth registration' }),
  version: 1,
  state: 'published',
  origin: 'written',
  reviewed: true,
  validFrom: '2026-11-21',
  validTo: null,
};

describe('CPSV-AP', () => {
  it('names the service, its agency, channel, evidence, output and law', () => {
    const node = serviceNode(procedure, 'https://songlam.example');
    assert.equal(node['@id'], 'https://songlam.example/thu-tuc/1.001193');
    for (const property of [
      'dct:identifier',
      'dct:title',
      'cv:hasCompetentAuthority',
      'cv:hasChannel',
      'cpsv:hasInput',
      'cpsv:produces',
      'cv:hasLegalResource',
      'cpsv:follows',
    ])
      assert.ok(node[property], property);
    assert.deepEqual(node['dct:title'], [
      { '@value': 'Đăng ký "khai sinh" \\ mới', '@language': 'vi' },
      { '@value': 'Birth registration', '@language': 'en' },
    ]);
  });
  it('gives no value to a fee that is unknown', () => {
    const costs = serviceNode(procedure, '')['cv:hasCost'] as readonly Record<string, unknown>[];
    assert.deepEqual(
      costs.map((cost) => cost['cv:hasValue'] ?? null),
      [null, { '@value': '8000', '@type': 'xsd:decimal' }],
    );
  });
  it('is JSON-LD with a context', () =>
    assert.ok((jsonLd(procedure, '')['@context'] as Record<string, string>)['cpsv']?.startsWith('http')));
});

describe('Turtle', () => {
  const turtle = prefixes() + turtleOf(serviceNode(procedure, 'https://songlam.example'));
  it('escapes what would end a literal', () =>
    assert.ok(turtle.includes('"Đăng ký \\"khai sinh\\" \\\\ mới"@vi') && turtle.includes('"Một.\\nHai."')));
  it('declares every prefix that it uses', () => {
    const bare = turtle.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""').replaceAll(/<[^>]*>/g, '<>');
    const used = new Set([...bare.matchAll(/(?:^|[\s^])([a-z]+):[A-Za-z_]/gm)].map(([, name]) => name));
    for (const name of used) assert.ok(turtle.includes(`@prefix ${name}: `), name);
  });
  it('ends every subject once, and describes every node it refers to', () => {
    const subjects = [...turtle.matchAll(/^<([^>]+)> a /gm)].map(([, id]) => id!);
    assert.equal(new Set(subjects).size, subjects.length);
    for (const [, id] of turtle.matchAll(/<(https:\/\/songlam[^>]+)>/g))
      assert.ok(subjects.includes(id!), id);
  });
});

/** The text of the main part of a Word document: found in the ZIP by its local header. */
function textOfWord(docx: Buffer): string {
  for (let at = docx.indexOf('PK\x03\x04'); at >= 0; at = docx.indexOf('PK\x03\x04', at + 4)) {
    const [nameLength, extraLength] = [docx.readUInt16LE(at + 26), docx.readUInt16LE(at + 28)];
    if (docx.toString('utf8', at + 30, at + 30 + nameLength) !== 'word/document.xml') continue;
    const data = docx.subarray(at + 30 + nameLength + extraLength);
    return inflateRawSync(data, { finishFlush: constants.Z_SYNC_FLUSH })
      .toString('utf8')
      .replaceAll(/<[^>]+>/g, ' ');
  }
  return '';
}

describe('the form to print', () => {
  const title = { vi: 'Tờ khai', en: 'Form' };
  const question = { id: 'name', type: 'text', label: { vi: 'Họ tên', en: 'Name' } } as const;
  const later = {
    id: 'why',
    type: 'text',
    label: { vi: 'Vì sao', en: 'Why' },
    showIf: { '!=': [{ var: 'name' }, ''] },
  } as const;
  const pages = [{ id: 'p', title, fields: [question, later] }];
  const data = blankForm(
    procedure,
    { id: 'f', version: 1, title, sections: [{ id: 's', title, pages }] },
    '2026-11-21',
  );
  it('has a line for every question, and fits the template', () => {
    assert.deepEqual(dataErrors(findTemplate('application-form')!, data), []);
    const labels = data.answers.map(({ label }) => label);
    assert.equal(labels[0], 'Họ tên');
    assert.match(labels[1] ?? '', /^Vì sao \(.+\)$/);
  });
  it('says the same as a Word document', async () => {
    const text = textOfWord(Buffer.from(await wordDocument(data)));
    for (const { label, section } of data.answers) {
      assert.ok(text.includes(label), label);
      assert.ok(text.includes(section), section);
    }
    for (const said of ['TỜ KHAI', procedure.code, ...data.files]) assert.ok(text.includes(said), said);
  });
});
