import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { geoArea } from 'd3-geo';
import * as fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { elements } from '../testing/elements.ts';
import { BarChart } from './bar-chart.tsx';
import { LineChart, linePath } from './line-chart.tsx';
import { boundaryPaths, PlaceMap } from './map.tsx';
import { rewound, type Geometry } from './rewind.ts';
import { axisOf, classOf, place, quantiles, thinned } from './scale.ts';
import { sharesOf } from './share-chart.tsx';

const value = fc.integer({ min: -1e9, max: 1e9 }).map((thousandths) => thousandths / 1000);

describe('axis', () => {
  it('holds every value and zero between its first and last tick, in even steps', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), (values) => {
        const axis = axisOf(values);
        const room = (axis.to - axis.from) * 1e-6;
        for (const one of [0, ...values]) assert.ok(one >= axis.from - room && one <= axis.to + room);
        assert.ok(axis.ticks.length >= 2 && axis.ticks.length <= 8);
        assert.equal(axis.ticks[0], axis.from);
      }),
    );
  });

  it('has round ticks', () => {
    assert.deepEqual(axisOf([2.5, 14, 6]).ticks, [0, 5, 10, 15]);
    assert.deepEqual(axisOf([-3, 8]).ticks, [-5, 0, 5, 10]);
    assert.deepEqual(axisOf([0.12, 0.3]).ticks, [0, 0.1, 0.2, 0.3]);
    assert.deepEqual(axisOf([0, 0]).ticks, [0, 1]);
    assert.deepEqual(axisOf([]).ticks, [0, 1]);
  });

  it('places its ends at 0 and 100', () => {
    const axis = axisOf([3, 17]);
    assert.deepEqual([place(axis, axis.from), place(axis, axis.to)], [0, 100]);
  });
});

describe('scales', () => {
  it('thins labels to even distances, never above the most', () => {
    assert.deepEqual(
      thinned(['a', 'b', 'c', 'd', 'e', 'f', 'g'], 5).map((one) => one.item),
      ['a', 'c', 'e', 'g'],
    );
    fc.assert(
      fc.property(fc.array(fc.nat()), fc.integer({ min: 2, max: 9 }), (items, most) => {
        const kept = thinned(items, most);
        assert.ok(kept.length <= most);
        assert.equal(kept.length > 0, items.length > 0);
      }),
    );
  });

  it('puts a larger value never into a lower class', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), value, value, (values, a, b) => {
        const borders = quantiles(values, 5);
        const [low, high] = a <= b ? [a, b] : [b, a];
        assert.ok(classOf(low, borders) <= classOf(high, borders));
        assert.ok(classOf(high, borders) < 5);
      }),
    );
  });

  it('divides a whole into parts that follow one another and fill it', () => {
    const shares = sharesOf([1, 0, 3]);
    assert.deepEqual(shares, [
      { from: 0, width: 25 },
      { from: 25, width: 0 },
      { from: 25, width: 75 },
    ]);
    assert.deepEqual(sharesOf([0, 0]), [
      { from: 0, width: 0 },
      { from: 0, width: 0 },
    ]);
  });

  it('breaks a line where nothing was measured', () => {
    const axis = axisOf([0, 10]);
    assert.equal(linePath([0, 10, null, 5], axis), 'M0 100L33.33 0M100 50');
    assert.equal(linePath([null, null], axis), '');
    assert.equal(linePath([5], axis), 'M0 50');
  });
});

const ring = [
  [105, 18],
  [106, 18],
  [106, 19],
  [105, 19],
  [105, 18],
];
const polygon = (coordinates: number[][]): Geometry => ({ type: 'Polygon', coordinates: [coordinates] });

describe('boundaries', () => {
  it('enclose the place and not the rest of the earth, whichever way the file runs', () => {
    for (const geometry of [polygon(ring), polygon(ring.slice().reverse())]) {
      assert.ok(geoArea(rewound(geometry)) < 0.001);
      const many: Geometry = {
        type: 'MultiPolygon',
        coordinates: [[...(geometry as { coordinates: number[][][] }).coordinates]],
      };
      assert.ok(geoArea(rewound(many)) < 0.001);
    }
  });

  it('fit the box and keep their order', () => {
    const east = ring.map(([x = 0, y = 0]) => [x + 2, y]);
    const [west = '', right = ''] = boundaryPaths([polygon(ring), polygon(east)], 200, 100);
    const xs = (path: string): number[] =>
      [...path.matchAll(/[ML]([\d.]+),/g)].map((match) => Number(match[1]));
    assert.ok(Math.max(...xs(west)) < Math.min(...xs(right)));
    for (const x of [...xs(west), ...xs(right)]) assert.ok(x >= 0 && x <= 200);
  });
});

describe('thinning', () => {
  it('leaves out what cannot be seen apart, and never a whole island', () => {
    const coast = Array.from({ length: 4000 }, (_, i) => {
      const angle = (-2 * Math.PI * i) / 4000;
      return [106 + Math.cos(angle), 18 + Math.sin(angle)];
    });
    const islet = ring.map(([x = 0, y = 0]) => [112 + (x - 105) / 1000, 10 + (y - 18) / 1000]);
    const closed = [...coast, coast[0] ?? []];
    const [mainland = '', island = ''] = boundaryPaths([polygon(closed), polygon(islet)], 300, 300);
    const points = (path: string): number => path.split(/[ML]/).length - 1;
    assert.ok(points(mainland) < 600 && points(mainland) > 50);
    assert.ok(points(island) >= 3);
  });
});

/** The cells of the table behind a figure, row by row. */
const cells = (html: string): string[] =>
  elements(html)
    .filter((one) => one.tag === 'td' || (one.tag === 'th' && one.attributes['scope'] === 'row'))
    .map((one) => one.text);

describe('figures', () => {
  it('have a table behind them with the same numbers, written in the language of the page', () => {
    const items = [{ label: 'Thẩm định', value: 1204.5, href: '/x' }];
    const chart = (lang: 'vi' | 'en') =>
      renderToString(<BarChart lang={lang} title="Giờ" heads={['Bước', 'Giờ']} items={items} />);
    assert.deepEqual(cells(chart('vi')), ['Thẩm định', '1.204,5']);
    assert.deepEqual(cells(chart('en')), ['Thẩm định', '1,204.5']);
    assert.ok(elements(chart('vi')).some((one) => one.tag === 'a' && one.attributes['href'] === '/x'));
    const drawing = elements(chart('vi')).find((one) => one.attributes['role'] === 'img');
    assert.equal(drawing?.attributes['aria-label'], 'Giờ');
  });

  it('say where nothing was measured', () => {
    const html = renderToString(
      <LineChart
        title="Nhận"
        labelsHead="Ngày"
        labels={['1/11', '2/11']}
        series={[{ name: 'Nhận', values: [3, null] }]}
      />,
    );
    assert.deepEqual(cells(html), ['1/11', '3', '2/11', '–']);
  });

  it('draw a bar for nothing and for less than nothing', () => {
    const html = renderToString(
      <BarChart
        title="Chênh"
        heads={['', '']}
        items={[
          { label: 'a', value: -6 },
          { label: 'b', value: 0 },
        ]}
      />,
    );
    const bars = elements(html).filter((one) => one.tag === 'rect');
    assert.deepEqual(
      bars.map((one) => [one.attributes['x'], one.attributes['width']]),
      [
        ['0%', '86%'],
        ['86%', '0.17%'],
      ],
    );
  });

  it('show places without figures as such', () => {
    const places = [
      { id: 'a', name: 'Xã Mẫu', boundary: polygon(ring), value: null },
      { id: 'b', name: 'Xã Thử', boundary: polygon(ring.map(([x = 0, y = 0]) => [x + 1, y])), value: 7 },
    ];
    const html = renderToString(<PlaceMap title="Đúng hạn" heads={['Xã', '%']} places={places} />);
    assert.deepEqual(cells(html), ['Xã Mẫu', 'chưa có số liệu', 'Xã Thử', '7']);
    assert.deepEqual(
      elements(html)
        .filter((one) => one.tag === 'path')
        .map((one) => one.attributes['class']),
      ['tt-shade-0', 'tt-shade-1'],
    );
  });
});
