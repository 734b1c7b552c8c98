import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Definition, Field } from '../../../work/forms/index.ts';
import { askedAgain, takenElsewhere } from './once-only.ts';

const said = (vi: string) => ({ vi, en: vi });
const formOf = (...fields: readonly Field[]): Definition => ({
  id: 'f',
  version: 1,
  title: said('Tờ khai'),
  sections: [{ id: 's', title: said('Mục'), pages: [{ id: 'p', title: said('Trang'), fields }] }],
});
const home: Field = { id: 'home', type: 'text', label: said('Quê quán') };
const source = { registry: 'population', path: 'hometown' };

describe('questions asked though the state knows', () => {
  const taken = takenElsewhere([formOf({ ...home, source })]);
  it('are found by kind and words, whatever their marks and their code', () =>
    assert.deepEqual(askedAgain(formOf({ ...home, id: 'que', label: said('QUÊ QUÁN') }), taken), [
      { id: 'que', label: said('QUÊ QUÁN'), source },
    ]));
  it('are none where the form takes them itself, works them out, or asks something else', () => {
    assert.deepEqual(askedAgain(formOf({ ...home, source }), taken), []);
    assert.deepEqual(askedAgain(formOf({ ...home, compute: 'x' }), taken), []);
    assert.deepEqual(askedAgain(formOf({ ...home, label: said('Lý do') }), taken), []);
    assert.deepEqual(askedAgain(formOf({ ...home, type: 'longText' }), taken), []);
    assert.deepEqual(askedAgain(formOf(home), takenElsewhere([formOf(home)])), []);
  });
});
