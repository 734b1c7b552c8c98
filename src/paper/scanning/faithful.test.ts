import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { faithfulWords, readImages, unfaithful, type Drawn } from './faithful.ts';

const a4 = { width: 8.27, height: 11.69 };
const page = (more: Partial<Drawn> = {}): Drawn => ({
  page: 1,
  area: a4.width * a4.height,
  dpi: 200,
  colour: true,
  ...more,
});
const said = (...drawn: readonly Drawn[]) => unfaithful([a4], drawn)?.vi ?? null;

describe('a scan for an electronic copy', () => {
  it('is in colour, fine enough, and of the size of a paper', () => {
    assert.equal(said(page()), null);
    assert.equal(said(page({ colour: false })), faithfulWords.grey(1).vi);
    assert.equal(said(page({ dpi: 199 })), faithfulWords.coarse(1, 199).vi);
    assert.equal(said(), faithfulWords.noScan(1).vi);
    assert.equal(said(page({ area: 9 })), faithfulWords.noScan(1).vi, 'a logo is no scan');
    const poster = { width: 20, height: 30 };
    assert.equal(unfaithful([poster], [page({ area: 600 })])?.vi, faithfulWords.size(1).vi);
    assert.equal(unfaithful([a4, a4], [page()])?.vi, faithfulWords.noScan(2).vi);
  });

  it('may come in strips, and with text and ground apart', () => {
    const strip = page({ area: page().area / 8 });
    assert.equal(said(...Array.from({ length: 8 }, () => strip)), null);
    assert.equal(said(page({ dpi: 100 }), page({ dpi: 300, colour: false })), null);
  });

  it('is read from the table of poppler', () => {
    const table = `page   num  type   width height color comp bpc  enc interp  object ID x-ppi y-ppi size ratio
--------------------------------------------------------------------------------------------
   1     0 image    1654  2339  icc     3   8  jpeg   no        12  0   200   200 51.9K 0.5%
   1     1 smask    1654  2339  gray    1   8  image  no        13  0   200   200 1B 0.5%
   2     2 image    1654  2339  gray    1   8  jpeg   no        14  0   200   201 51.9K 0.5%
   3     3 stencil  2480  3508  -       1   1  jbig2  no        15  0   300   300 51.9K 0.5%`;
    assert.deepEqual(
      readImages(table).map(({ page: n, dpi, colour }) => [n, dpi, colour]),
      [
        [1, 200, true],
        [2, 200, false],
        [3, 300, false],
      ],
    );
  });
});
