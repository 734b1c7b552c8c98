/** Every shipped template against outside judges: nothing of the input is lost, and the file is what it claims to be. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { compile } from '../compiler.ts';
import { close, dataErrors, findTemplate, templates, typeset, type Typeset } from '../index.ts';
import type { Schema } from '../fields.ts';
import { absent, ask } from '../judges.ts';
import { filesOf } from '../typeset.ts';

const options = { date: '2026-11-20', author: 'Ủy ban nhân dân xã Bến Đò' };

/** Fields that steer the layout or stand in a code only; days are compared in the form of the paper. */
const NOT_PRINTED = new Set(['kind', 'align', 'lookup', 'date']);

/** The words that must be found on the paper. */
function wordsOfInput(value: unknown, name = ''): readonly string[] {
  if (NOT_PRINTED.has(name)) return [];
  if (typeof value === 'string') {
    const day = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?$/u.exec(value);
    if (day === null) return value.split(SPLIT).filter((word) => word !== '');
    return [
      ...[day[3], day[2], day[1]].map(String),
      ...(day[4] === undefined ? [] : [day[4], String(day[5])]),
    ];
  }
  if (Array.isArray(value)) return value.flatMap((item: unknown) => wordsOfInput(item));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => wordsOfInput(item, key));
}

/** Number and notation, day and month share a word on the paper. */
const SPLIT = /[\s/]+/u;

const plain = (text: string): string => text.normalize('NFC').toLocaleLowerCase('vi');
const bare = (word: string): string => plain(word).replace(/^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu, '');

/** Words of the input that the paper lacks. Long codes and addresses may be broken over lines. */
function lost(input: unknown, text: string): readonly string[] {
  const printed = new Set(plain(text).split(SPLIT).map(bare));
  const squeezed = plain(text).replace(/\s+/gu, '');
  return wordsOfInput(input).filter(
    (word) =>
      bare(word) !== '' && !printed.has(bare(word)) && !(word.length > 12 && squeezed.includes(bare(word))),
  );
}

/** Data with every field that the schema allows, each string a word of its own. */
function fullInput(schema: Schema, count = { words: 0 }): unknown {
  const next = (): number => (count.words += 1);
  if ('const' in schema) return schema['const'];
  if (Array.isArray(schema['enum'])) return schema['enum'][0];
  if (schema['type'] === 'object') {
    const fields = Object.entries(schema['properties'] as Record<string, Schema>);
    return Object.fromEntries(fields.map(([name, field]) => [name, fullInput(field, count)]));
  }
  if (schema['type'] === 'array') {
    const item = schema['items'] as Schema;
    const shapes = Array.isArray(item['oneOf']) ? (item['oneOf'] as readonly Schema[]) : [item, item];
    return shapes.map((shape) => fullInput(shape, count));
  }
  if (schema['type'] === 'integer') return next() % 40;
  if (schema['type'] === 'number') return 1;
  if (schema['type'] === 'boolean') return true;
  if (schema['format'] === 'date') return `20${String(next() % 90).padStart(2, '0')}-10-21`;
  return stringFor(String(schema['pattern'] ?? ''), next());
}

function stringFor(pattern: string, number: number): string {
  if (pattern.includes('T')) return '2026-10-21T09:17';
  if (pattern.includes('12')) return String(100_000_000_000 + number);
  if (pattern.includes('64')) return String(number).padStart(64, 'a');
  return pattern === '' ? `Ngữ${number}` : `H99-${number}`;
}

describe('shipped templates', () => {
  after(close);

  for (const template of Object.values(templates)) {
    let made: Promise<Typeset> | undefined;
    const make = () =>
      (made ??= typeset(findTemplate(template.key) ?? assert.fail(), template.sample, options));

    describe(template.key, () => {
      it('takes its sample', () => assert.deepEqual(dataErrors(template, template.sample), []));

      it('prints every word of the input', { skip: absent('pdftotext') }, async () => {
        const { pdf } = await make();
        const text = ask('pdftotext', pdf, '-raw', 'FILE', '-').toString('utf8');
        assert.deepEqual(lost(template.sample, text), []);
      });

      it('prints every field that its schema allows', { skip: absent('pdftotext') }, async () => {
        const input = fullInput(template.schema);
        assert.deepEqual(dataErrors(template, input), []);
        const { pdf } = await typeset(findTemplate(template.key) ?? assert.fail(), input, options);
        const text = ask('pdftotext', pdf, '-raw', 'FILE', '-').toString('utf8');
        assert.deepEqual(lost(input, text), []);
      });

      it('is a sound file with our letters only', { skip: absent('qpdf', 'pdffonts') }, async () => {
        const { pdf } = await make();
        assert.match(
          ask('qpdf', pdf, '--check', 'FILE').toString(),
          /No syntax or stream encoding errors found/u,
        );
        const fonts = ask('pdffonts', pdf, 'FILE').toString().trim().split('\n').slice(2);
        assert.ok(fonts.length > 0);
        for (const font of fonts) assert.match(font, /^[A-Z]{6}\+Tinos.*\byes +yes +yes\b/u);
      });

      it('says that it is tagged PDF/A-3, level a', { skip: absent('pdfinfo') }, async () => {
        const { pdf, pages } = await make();
        const info = ask('pdfinfo', pdf, 'FILE').toString();
        assert.match(info, /Tagged: +yes/u);
        assert.match(info, new RegExp(`Pages: +${pages}\n`, 'u'));
        assert.match(info, /CreationDate: +Fri Nov 20 00:00:00 2026/u);
        const xmp = ask('pdfinfo', pdf, '-meta', 'FILE').toString();
        assert.match(xmp, /<pdfaid:part>3<\/pdfaid:part>/u);
        assert.match(xmp, /<pdfaid:conformance>A<\/pdfaid:conformance>/u);
      });

      it('carries its data', { skip: absent('pdfdetach') }, async () => {
        const { pdf } = await make();
        const attached = ask('pdfdetach', pdf, '-save', '1', '-o', 'OUT', 'FILE').toString('utf8');
        assert.deepEqual(JSON.parse(attached), JSON.parse(JSON.stringify(template.sample)));
      });

      it('meets what the compiler checks of PDF/UA-1', async () => {
        const compiled = await compile(
          filesOf(findTemplate(template.key) ?? assert.fail(), template.sample, options),
          'ua-1',
          10_000,
        );
        assert.deepEqual(compiled.kind === 'wrong' ? compiled.complaints : compiled.kind, 'done');
      });
    });
  }
});
