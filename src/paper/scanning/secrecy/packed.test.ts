/** What is packed inside a file is looked at as what is handed in by itself; the files are packed by programs of others. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { Document, Packer, Paragraph } from 'docx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { sniff } from '../../../ground/files/index.ts';
import { close, templates, typeset } from '../../typeset/index.ts';
import { readPrograms } from '../programs.ts';
import { lookAtWords } from './look.ts';
import { packedIn } from './packed.ts';

const has = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;
const qpdf = 'qpdf';
const skip = !(has(qpdf) && has('pdftotext')) && 'qpdf or pdftotext is not installed';
const programs = readPrograms();

const look = (bytes: Buffer) => lookAtWords(programs, bytes, sniff(bytes.subarray(0, 4096)));
const word = async (...texts: string[]): Promise<Buffer> =>
  Packer.toBuffer(new Document({ sections: [{ children: texts.map((text) => new Paragraph(text)) }] }));
const zip = (files: Readonly<Record<string, Uint8Array>>): Buffer => Buffer.from(zipSync(files));

/** An ordinary PDF, of which the data is attached already. */
const letter = async (): Promise<Buffer> => {
  const { sample } = templates.namedDocument;
  return Buffer.from((await typeset(templates.namedDocument, sample as never, { date: '2026-11-20' })).pdf);
};

/** The file with another one attached to it; `streams` hides what describes it in compressed objects. */
function attached(
  pdf: Buffer,
  name: string,
  inside: Buffer,
  streams: 'generate' | 'disable' = 'generate',
): Buffer {
  const folder = mkdtempSync(path.join(tmpdir(), 'toantrinh-packed-'));
  const at = (file: string): string => path.join(folder, file);
  try {
    writeFileSync(at('a.pdf'), pdf);
    writeFileSync(at('inside'), inside);
    const words = [
      '--add-attachment',
      at('inside'),
      `--filename=${name}`,
      '--key=x',
      '--',
      `--object-streams=${streams}`,
    ];
    const { status, stderr } = spawnSync(qpdf, [at('a.pdf'), ...words, at('b.pdf')]);
    assert.equal(status, 0, stderr.toString());
    return readFileSync(at('b.pdf'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** An office document with a part of its own inside. */
const holding = (office: Buffer, name: string, inside: Uint8Array): Buffer =>
  zip({ ...unzipSync(office), [name]: inside });

describe('files packed inside files', { skip }, () => {
  after(() => close());

  it('are found in a PDF, also where compressed objects describe them', async () => {
    for (const streams of ['generate', 'disable'] as const) {
      const names = packedIn(
        attached(await letter(), 'kèm.txt', Buffer.from('xin chào'), streams),
        'application/pdf',
      );
      assert.deepEqual(names.map(({ type }) => type).toSorted(), ['application/json', 'text/plain'], streams);
      assert.equal(names.find(({ type }) => type === 'text/plain')?.name, 'kèm.txt');
    }
  });

  it('are read: a marked one refuses what it is packed in, at any depth', async () => {
    const secret = await word('UBND TỈNH', 'TUYỆT MẬT', 'Báo cáo');
    const harmless = await word('Chính sách bảo mật', 'Mật ong');
    const pdf = await letter();
    const cases: readonly (readonly [string, Buffer, boolean])[] = [
      ['in a PDF', attached(pdf, 'phu-luc.docx', secret), true],
      ['in a PDF, harmless', attached(pdf, 'phu-luc.docx', harmless), false],
      ['in a PDF in a PDF', attached(pdf, 'a.pdf', attached(pdf, 'b.docx', secret)), true],
      ['in a Word file', holding(harmless, 'word/embeddings/tai-lieu.docx', secret), true],
      ['in an archive', zip({ 'thu-muc/bao-cao.docx': secret }), true],
      [
        'in an archive in a Word file in a PDF',
        attached(pdf, 'c.docx', holding(harmless, 'word/embeddings/d.zip', zip({ 'e.docx': secret }))),
        true,
      ],
      [
        'in an archive, harmless',
        zip({ 'bao-cao.docx': harmless, 'ghi-chu.txt': strToU8('đơn xin') }),
        false,
      ],
    ];
    for (const [name, file, marked] of cases) assert.equal((await look(file))?.marked, marked, name);
  });

  it('may be no programs, whatever they are called', async () => {
    const pdf = await letter();
    const program = Buffer.from('4d5a90000300000004000000ffff0000', 'hex');
    const script = Buffer.from('WScript.Echo("x")');
    const old = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from('MZ..This program cannot be run in DOS mode.'),
    ]);
    const office = await word('Đơn đề nghị');
    for (const [name, file] of [
      ['in a PDF, under a name of a picture', attached(pdf, 'anh.jpg', program)],
      ['a script by its name', attached(pdf, 'mo-toi.vbs', script)],
      ['in an archive', zip({ 'cai-dat.exe': strToU8('x') })],
      ['macros in a Word file', holding(office, 'word/vbaProject.bin', strToU8('x'))],
      ['in an object of an old kind', holding(office, 'word/embeddings/oleObject1.bin', old)],
    ] as const)
      assert.deepEqual(await look(file), { marked: true, program: true, read: 'some' }, name);
    assert.equal((await look(attached(pdf, 'so-lieu.json', Buffer.from('{"MZ":1}'))))?.marked, false);
  });

  it('that are too many or too large are not unpacked, and the file counts as read in part', async () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`${n}.txt`, strToU8('đơn')]));
    assert.deepEqual(await look(zip(many)), { marked: false, read: 'some' });
    const bomb = zip({ 'a.txt': new Uint8Array(50_000_000) });
    assert.deepEqual(await look(bomb), { marked: false, read: 'some' });
    const bound = attached(await letter(), 'a.txt', Buffer.alloc(50_000_000));
    assert.deepEqual(await look(bound), { marked: false, read: 'some' });
  });
});
