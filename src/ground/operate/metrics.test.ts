import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { counter, histogram, renderMetrics } from './metrics.ts';
import { readMetrics } from './testing.ts';

describe('metrics', () => {
  it('are written in the text format of Prometheus 0.0.4, whatever the labels hold', () => {
    const seen = counter('test_seen_total', 'Back\\slash and\nline.');
    const took = histogram('test_took_seconds', 'Time.');
    const odd = 'a "quoted" back\\slash\nand a line, {braces} = ệ';
    seen();
    seen({ what: odd });
    seen({ what: odd });
    for (const seconds of [0, 0.005, 0.3, 700]) took(seconds, { what: odd });
    took(0.02);
    const families = readMetrics(renderMetrics());
    const values = (name: string): readonly (readonly [Readonly<Record<string, string>>, number])[] =>
      families
        .get(name.replace(/_(bucket|sum|count)$/, ''))!
        .samples.filter((one) => one.name === name)
        .map(({ labels, value }) => [labels, value]);
    assert.equal(families.get('test_seen_total')!.help, 'Back\\\\slash and\\nline.');
    assert.deepEqual(values('test_seen_total'), [
      [{}, 1],
      [{ what: odd }, 2],
    ]);
    assert.deepEqual(values('test_took_seconds_count'), [
      [{ what: odd }, 4],
      [{}, 1],
    ]);
    assert.equal(values('test_took_seconds_sum')[0]![1], 700.305);
    const upTo = Object.fromEntries(
      values('test_took_seconds_bucket')
        .filter(([{ what }]) => what)
        .map(([{ le }, n]) => [le, n]),
    );
    assert.deepEqual([upTo['0.005'], upTo['0.25'], upTo['0.5'], upTo['10'], upTo['+Inf']], [2, 2, 3, 3, 4]);
    assert.equal(families.get('process_resident_memory_bytes')!.type, 'gauge');
  });

  it('that break the format are seen by the reader of this test', () => {
    const head = '# HELP a_total A.\n# TYPE a_total counter\n';
    const spread = '# HELP s S.\n# TYPE s histogram\n';
    const broken = {
      'no end': `${head}a_total 1`,
      'no type': 'a_total 1\n',
      'help twice': `${head}${head}a_total 1\n`,
      'a sample twice': `${head}a_total 1\na_total 2\n`,
      'another family': `${head}b_total 1\n`,
      'a bare quote': `${head}a_total{x="a"b"} 1\n`,
      'an unknown escape': `${head}a_total{x="a\\t"} 1\n`,
      'below zero': `${head}a_total -1\n`,
      'no number': `${head}a_total one\n`,
      'not cumulative': `${spread}s_bucket{le="1"} 2\ns_bucket{le="+Inf"} 1\ns_sum 1\ns_count 1\n`,
      'no +Inf': `${spread}s_bucket{le="1"} 2\ns_sum 1\ns_count 2\n`,
      'another count': `${spread}s_bucket{le="+Inf"} 1\ns_sum 1\ns_count 2\n`,
      'no sum': `${spread}s_bucket{le="+Inf"} 1\ns_count 1\n`,
    };
    for (const [what, text] of Object.entries(broken)) assert.throws(() => readMetrics(text), Error, what);
    readMetrics(`${head}a_total{x="a\\"\\\\\\n"} 1\n${spread}s_bucket{le="+Inf"} 1\ns_sum 1\ns_count 1\n`);
  });
});
