import assert from 'node:assert/strict';
import { it } from 'node:test';
import { csvOf } from './csv.ts';

it('a table as a file keeps commas, quotes and lines apart, and runs no formula', () => {
  assert.equal(
    csvOf(
      ['Mã', 'Lý do', 'Tiền'],
      [
        ['H99-1', 'Người nộp nói: "thôi", bỏ\nhai bản', 16_000],
        ['=1+1', null, -5],
        ['@x', '+84', 0],
      ],
    ),
    '\ufeffMã,Lý do,Tiền\r\nH99-1,"Người nộp nói: ""thôi"", bỏ\nhai bản",16000\r\n\'=1+1,,-5\r\n\'@x,\'+84,0\r\n',
  );
});
