import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { renderToString } from 'preact-render-to-string';
import { elements, hasClass } from '../testing/elements.ts';
import { DataTable, type Column } from './data-table.tsx';
import { DueLabel } from './due-label.tsx';
import { Facts } from './facts.tsx';
import { KeysetPager } from './keyset-pager.tsx';
import { Progress } from './progress.tsx';

type Row = { readonly code: string; readonly days: number };

const columns: readonly Column<Row>[] = [
  { key: 'code', title: 'Mã', cell: (row) => row.code, names: true, sortable: true },
  { key: 'days', title: 'Số ngày', cell: (row) => row.days, numeric: true, sortable: true },
  { key: 'fixed', title: 'Bước', cell: () => 'Thẩm định' },
];
const rows: readonly Row[] = [
  { code: 'SL-1', days: 3 },
  { code: 'SL-2', days: 0 },
];

const heads = (order?: string) =>
  elements(
    renderToString(
      <DataTable caption="Việc" columns={columns} rows={rows} path="/viec?q=a&after=9" order={order} />,
    ),
  ).filter((one) => one.tag === 'th' && one.attributes['scope'] === 'col');
const sortLinks = (order?: string) =>
  elements(
    renderToString(
      <DataTable caption="Việc" columns={columns} rows={rows} path="/viec?q=a&after=9" order={order} />,
    ),
  )
    .filter((one) => hasClass(one, 'tt-sort'))
    .map((one) => one.attributes['href']);

describe('data table', () => {
  it('sorts by links that keep the filter and start again from the beginning', () => {
    assert.deepEqual(sortLinks(), ['/viec?q=a&sort=code', '/viec?q=a&sort=days']);
    assert.deepEqual(sortLinks('days'), ['/viec?q=a&sort=code', '/viec?q=a&sort=-days']);
    assert.deepEqual(sortLinks('-days'), ['/viec?q=a&sort=code', '/viec?q=a&sort=days']);
  });

  it('says how it is sorted, only on columns that sort', () => {
    const sorts = (order?: string) => heads(order).map((one) => one.attributes['aria-sort']);
    assert.deepEqual(sorts(), ['none', 'none', undefined]);
    assert.deepEqual(sorts('-days'), ['none', 'descending', undefined]);
    assert.match(heads('-days')[1]?.text ?? '', /giảm dần/);
  });

  it('names rows, aligns numbers and shows zero', () => {
    const all = elements(renderToString(<DataTable caption="Việc" columns={columns} rows={rows} />));
    assert.deepEqual(
      all.filter((one) => one.attributes['scope'] === 'row').map((one) => one.text),
      ['SL-1', 'SL-2'],
    );
    const numbers = all.filter((one) => one.tag === 'td' && hasClass(one, 'govuk-table__cell--numeric'));
    assert.deepEqual(
      numbers.map((one) => one.text),
      ['3', '0'],
    );
    assert.equal(all.find((one) => one.tag === 'caption')?.text, 'Việc');
  });

  it('lets rows be ticked, each box with a name of its own', () => {
    const select = { name: 'item', value: (row: Row) => row.code, label: (row: Row) => `Chọn ${row.code}` };
    const boxes = elements(
      renderToString(<DataTable caption="Việc" columns={columns} rows={rows} select={select} />),
    ).filter((one) => one.attributes['type'] === 'checkbox');
    assert.deepEqual(
      boxes.map((one) => [one.attributes['name'], one.attributes['value'], one.attributes['aria-label']]),
      [
        ['item', 'SL-1', 'Chọn SL-1'],
        ['item', 'SL-2', 'Chọn SL-2'],
      ],
    );
  });

  it('says that there is nothing instead of an empty table', () => {
    const html = renderToString(
      <DataTable caption="Việc" columns={columns} rows={[]} empty="Không có việc" />,
    );
    assert.equal(html, 'Không có việc');
  });
});

describe('keyset pager', () => {
  it('leads only where there is something', () => {
    const links = (before: string | null, after: string | null) =>
      elements(renderToString(<KeysetPager before={before} after={after} />))
        .filter((one) => one.tag === 'a')
        .map((one) => `${one.attributes['rel']} ${one.attributes['href']} ${one.text}`);
    assert.deepEqual(links('/a', '/b'), ['prev /a Mới hơn', 'next /b Cũ hơn']);
    assert.deepEqual(links(null, '/b'), ['next /b Cũ hơn']);
    assert.deepEqual(links(null, null), []);
  });
});

describe('small pieces', () => {
  it('say in words how a due date stands', () => {
    const label = (state: 'late' | 'paused') =>
      elements(renderToString(<DueLabel state={state} lang="en" />));
    assert.ok(label('late').some((one) => one.text === 'Overdue' && hasClass(one, 'tt-late')));
    assert.ok(label('paused').some((one) => one.text === 'Paused'));
  });

  it('show facts as names and values, also zero', () => {
    const all = elements(
      renderToString(<Facts items={[{ label: 'Quá hạn', value: 0, tone: 'late' }, false]} />),
    );
    assert.deepEqual(
      all.filter((one) => one.tag === 'dt' || one.tag === 'dd').map((one) => one.text),
      ['Quá hạn', '0'],
    );
  });

  it('draw progress that is known and unknown', () => {
    const bar = (done?: number) =>
      elements(renderToString(<Progress id="p" label="Nhập" done={done} of={4} />));
    assert.equal(bar(3).find((one) => one.tag === 'progress')?.attributes['value'], '3');
    assert.equal(bar().find((one) => one.tag === 'progress')?.attributes['value'], undefined);
    assert.equal(bar().find((one) => one.tag === 'label')?.attributes['for'], 'p');
  });
});
