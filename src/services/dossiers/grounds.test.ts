import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Invalid } from '../../ground/operate/errors.ts';
import { grounds, groundsFor, refusalOf, type RefusalKind } from './grounds.ts';

const fieldsOf = (work: () => unknown): readonly string[] => {
  try {
    work();
  } catch (problem) {
    assert.ok(problem instanceof Invalid);
    return problem.errors.map(({ field }) => field);
  }
  return [];
};

const library = join(import.meta.dirname, '../../../../shared/data/legal-documents.jsonl');

/** The words of an article of a document in the library of legal texts. */
function articleOf(number: string, article: string): string {
  const line = readFileSync(library, 'utf8')
    .split('\n')
    .find((one) => one.startsWith(`{"number": "${number}"`) || one.startsWith(`{"number":"${number}"`));
  const { text } = JSON.parse(line ?? '{"text":""}') as { readonly text: string };
  return new RegExp(`Điều ${article}\\.[^]*?(?=\\nĐiều ${Number(article) + 1}\\.|$)`).exec(text)?.[0] ?? '';
}

describe('grounds of a refusal', () => {
  it(
    'are what their articles say, where the text is at hand',
    { skip: existsSync(library) ? false : 'the library of legal texts is not here' },
    () => {
      assert.match(articleOf('61/2018/NĐ-CP', '17'), /không thuộc thẩm quyền giải quyết/);
      assert.match(articleOf('61/2018/NĐ-CP', '17'), /từ chối nhận hồ sơ/);
      assert.match(articleOf('61/2018/NĐ-CP', '19'), /8\. Các hồ sơ[^]*không đủ điều kiện giải quyết/);
      assert.match(articleOf('23/2015/NĐ-CP', '22'), /không được dùng làm cơ sở để chứng thực bản sao/);
    },
  );

  it('are a list in which no channel is a ground, each with its article or a demand for it', () => {
    assert.equal(new Set(grounds.map(({ code }) => code)).size, grounds.length);
    for (const { name, basis, code } of grounds) {
      assert.doesNotMatch(name.vi, /điện tử|trực tuyến|bản giấy/i, code);
      if (basis !== null) assert.match(basis, /Điều \d+/, code);
    }
    for (const kind of ['intake', 'settlement', 'discontinuation'] as const)
      assert.ok(groundsFor(kind, '1.001193').some(({ basis }) => basis === null));
  });

  it('are refused when they are none of the list, or of the other kind or another procedure', () => {
    const words = 'Không đủ điều kiện';
    for (const [kind, ground, procedure] of [
      ['intake', '', '1.001193'],
      ['intake', 'electronic', '1.001193'],
      ['intake', 'court-order', '1.001193'],
      ['settlement', 'state-secret', '1.001193'],
      ['discontinuation', 'not-competent', '1.001193'],
      ['discontinuation', 'conditions', '1.001193'],
      ['settlement', 'not-supplemented', '1.001193'],
      ['intake', 'not-certifiable', '1.001193'],
    ] as const)
      assert.deepEqual(
        fieldsOf(() => refusalOf(kind, procedure, { ground, words, basis: 'Điều 1' })),
        ['ground'],
        ground,
      );
    assert.equal(
      refusalOf('intake', '2.000815', { ground: 'not-certifiable', words, basis: '' }).basis,
      'Nghị định 23/2015/NĐ-CP, Điều 22',
    );
  });

  it('need words, the article where sector law has it, and never the channel', () => {
    const of = (words: string, basis: string) =>
      fieldsOf(() => refusalOf('settlement', '1.001193', { ground: 'conditions', words, basis }));
    assert.deepEqual(of('', 'Luật Hộ tịch, Điều 15'), ['reason']);
    assert.deepEqual(of('Cha chưa đủ tuổi', ''), ['basis']);
    assert.deepEqual(of('Cha chưa đủ tuổi', 'theo quy định'), ['basis']);
    assert.deepEqual(of('Không nhận hồ sơ điện tử, phải nộp bản giấy', 'Luật Hộ tịch, Điều 15'), ['reason']);
    assert.deepEqual(of('Cha chưa đủ tuổi', 'Luật Hộ tịch, Điều 15'), []);
  });

  it('keep the article of the list, whatever is typed', () => {
    fc.assert(
      fc.property(fc.constantFrom<RefusalKind>('intake', 'settlement'), fc.string(), (kind, typed) => {
        const { reason, basis } = refusalOf(kind, '1.001193', {
          ground: 'not-competent',
          words: 'Cư trú ở tỉnh khác',
          basis: typed,
        });
        assert.match(reason, /thẩm quyền.*: Cư trú ở tỉnh khác$/);
        assert.equal(
          basis,
          'Nghị định 61/2018/NĐ-CP, Điều 17, khoản 1, điểm b và khoản 2, điểm a; Điều 19, khoản 8',
        );
      }),
    );
  });
});
