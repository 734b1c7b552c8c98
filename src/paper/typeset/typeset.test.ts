/** What keeps typesetting safe and dependable: the same bytes, no files, no network, limits, data that is only data. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { Invalid } from '../../ground/operate/errors.ts';
import {
  close,
  compilerUsage,
  type InputOf,
  type Template,
  templates,
  typeset,
  type Typeset,
} from './index.ts';
import { absent, ask, wordsOf } from './judges.ts';

const options = { date: '2026-11-20' };
const { letter, birthCertificate, feeReceipt } = templates;

const bytes = ({ pdf }: Typeset): Buffer => Buffer.from(pdf);

describe('typesetting', () => {
  after(close);

  it('gives the same bytes for the same input, also in a new process', async () => {
    const one = bytes(await typeset(birthCertificate, birthCertificate.sample, options));
    await typeset(letter, letter.sample, options);
    const two = bytes(await typeset(birthCertificate, birthCertificate.sample, options));
    await close();
    const three = bytes(await typeset(birthCertificate, birthCertificate.sample, options));
    assert.ok(one.equals(two) && one.equals(three));
    const other = bytes(await typeset(birthCertificate, birthCertificate.sample, { date: '2026-11-21' }));
    assert.ok(!one.equals(other));
  });

  it('draws into a code what it is told to, and leaves the data as it is', async () => {
    const codes = { check: `${birthCertificate.sample.check}?c=loi-chung` };
    const told = await typeset(birthCertificate, birthCertificate.sample, { ...options, codes });
    const usual = await typeset(birthCertificate, birthCertificate.sample, options);
    assert.ok(!bytes(told).equals(bytes(usual)));
    const again = { ...options, codes: { other: 'x' } };
    assert.ok(bytes(await typeset(birthCertificate, birthCertificate.sample, again)).equals(bytes(usual)));
  });

  it('computes sums and their words itself', { skip: absent('pdftotext') }, async () => {
    const lines = [{ name: 'Lệ phí', quantity: 21, rate: 5000 }];
    const { pdf } = await typeset(feeReceipt, { ...feeReceipt.sample, lines }, options);
    const text = ask('pdftotext', pdf, '-layout', 'FILE', '-').toString('utf8').normalize('NFC');
    assert.match(text, /105\.000/u);
    assert.match(text, /Một trăm linh năm nghìn đồng chẵn/u);
  });

  it(
    'prints every letter of Vietnamese and never evaluates data',
    { skip: absent('pdftotext') },
    async () => {
      const vowels = 'aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ';
      const name = [...vowels, ...vowels.toLocaleUpperCase('vi')].join(' ').normalize('NFD');
      const code = '#read("/etc/passwd") *đậm* $x^2$ = tiêu đề @nguồn <nhãn> \\ // {n}';
      const { pdf } = await typeset(
        letter,
        { ...letter.sample, body: [{ kind: 'paragraph', text: `${name} ${code}` }] },
        options,
      );
      const text = ask('pdftotext', pdf, '-raw', 'FILE', '-')
        .toString('utf8')
        .normalize('NFC')
        .replace(/\s+/gu, '');
      assert.ok(text.includes(name.normalize('NFC').replace(/\s+/gu, '')));
      assert.ok(text.includes(code.replace(/\s+/gu, '')));
    },
  );

  it(
    'breaks a word that is longer than the line instead of losing its end',
    { skip: absent('pdftotext') },
    async () => {
      const long = `${'0123456789abcdef'.repeat(12)}Z`;
      const { pdf } = await typeset(
        letter,
        { ...letter.sample, body: [{ kind: 'paragraph', text: long }] },
        options,
      );
      const text = ask('pdftotext', pdf, '-raw', 'FILE', '-').toString('utf8').replace(/\s+/gu, '');
      assert.ok(text.includes(long));
      // The right margin stands at 195 mm.
      assert.ok(Math.max(...wordsOf(pdf).map(({ right }) => right)) <= 195.5);
    },
  );

  it('names what is missing or wrong in the data', async () => {
    const { abstract: _, ...rest } = letter.sample;
    const error = await failure(letter, { ...rest, to: [], extra: 1 } as never);
    assert.deepEqual(error.errors.map(({ field, message }) => `${field}: ${message.vi}`).sort(), [
      'abstract: Còn thiếu: Trích yếu, sau chữ V/v.',
      'extra: Mẫu này không có mục “extra”.',
      'to: Còn thiếu: Kính gửi.',
    ]);
    const body = [{ kind: 'clause', text: 'x' }] as never;
    const block = await failure(letter, { ...letter.sample, body });
    assert.deepEqual(
      block.errors.map(({ field }) => field),
      ['body.0.number'],
    );
    const strange = await failure(letter, { ...letter.sample, abstract: 'họ tên 漢' });
    assert.match(strange.errors[0]?.message.vi ?? '', /không có ký tự “.*漢.*”/u);
  });
});

async function failure<Input>(template: Template<Input>, data: Input, limit = 10_000): Promise<Invalid> {
  try {
    await typeset(template, data, { ...options, limit });
  } catch (error) {
    assert.ok(error instanceof Invalid);
    return error;
  }
  return assert.fail('the document was made');
}

/** The letter with another Typst source, as an administrator might write it. */
const edited = (source: string): Template<InputOf<typeof letter>> => ({ ...letter, source });

describe('a template', () => {
  after(close);
  const attempt = async (source: string, limit?: number) =>
    (await failure(edited(source), letter.sample, limit)).errors;

  it('cannot read a file, whatever the path', async () => {
    for (const path of [
      '/etc/hostname',
      '../../../../etc/hostname',
      '/layout/../../../etc/hostname',
      'file:///etc/hostname',
    ]) {
      const [error] = await attempt(`#read("${path}")`);
      assert.match(error?.message.en ?? '', /not found|access denied/u, path);
    }
    const [image] = await attempt('#image("/etc/favicon.svg")');
    assert.match(image?.message.en ?? '', /not found/u);
  });

  it('cannot fetch a package from the network or from the home', async () => {
    const [fetched] = await attempt('#import "@preview/cetz:0.3.4": *');
    assert.match(fetched?.message.en ?? '', /failed to download/u);
    const [hidden] = await attempt('#eval("import \\"@preview/" + "cetz:0.3.4\\": *")');
    assert.match(hidden?.message.en ?? '', /failed to download/u);
    const [local] = await attempt('#import "@local/secret:1.0.0": *');
    assert.match(local?.message.en ?? '', /not found/u);
  });

  it('cannot run long; the next document is made', async () => {
    const started = performance.now();
    const [error] = await attempt('#for i in range(100000) { for j in range(100000) { str(i * j) } }', 700);
    assert.match(error?.message.en ?? '', /too long/u);
    assert.ok(performance.now() - started < 5000);
    assert.equal((await typeset(letter, letter.sample, options)).pages, 1);
  });

  it('cannot take all memory; the next document is made', async () => {
    const [error] = await attempt(
      '#let list = (1,)\n#for i in range(40) { list = list + list }\n#list.len()',
    );
    assert.match(error?.message.en ?? '', /too much memory/u);
    assert.equal((await typeset(letter, letter.sample, options)).pages, 1);
  });

  it('cannot bring a font of the machine', async () => {
    const [error] = await attempt('#text(font: "DejaVu Sans Mono")[chữ]');
    assert.match(error?.message.en ?? '', /DejaVu/u);
  });

  it('is told where its fault is', async () => {
    const [error] = await attempt('= Tiêu đề\n\n#khongCo()');
    assert.equal(error?.field, '/template.typ:3:2');
    assert.match(error?.message.vi ?? '', /Mẫu văn bản có lỗi/u);
  });
});

describe('the typesetting process', () => {
  after(close);

  it('is replaced when it is killed, and the document is made all the same', async () => {
    await typeset(letter, letter.sample, options);
    const made = typeset(letter, letter.sample, options);
    const pid = compilerUsage().pid ?? assert.fail('no process');
    process.kill(pid, 'SIGKILL');
    assert.equal((await made).pages, 1);
    assert.notEqual(compilerUsage().pid, pid);
  });

  it('takes documents in turn and stays small', async () => {
    const batch = (count: number) =>
      Promise.all(
        Array.from({ length: count }, () => typeset(birthCertificate, birthCertificate.sample, options)),
      );
    const before = compilerUsage().documents;
    await batch(40);
    const small = compilerUsage().residentBytes;
    const later: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const made = await batch(20);
      assert.ok(made.every(({ pages }) => pages === 1));
      later.push(compilerUsage().residentBytes);
    }
    assert.equal(compilerUsage().documents, before + 100);
    // Collection comes when it likes: what is kept for good is in every later figure. A kept document costs about 1 MB.
    assert.ok(Math.min(...later.slice(1)) - small < 20 * 2 ** 20, `${small} then ${later.join(', ')}`);
  });
});
