import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sameWords } from '../../ground/text/fold.ts';
import type { Place } from './fields/address.tsx';
import { birthForm, today } from './fixtures.ts';
import { formOf } from './form.ts';
import { resolvePlaces } from './resolve-places.ts';
import { validate } from './validate.ts';
import type { Answers } from './schema.ts';

const son: Place = { code: '99001', name: 'Xã Mẫu Sơn, Tỉnh Sông Lam' };
const hoa: Place = { code: '99002', name: 'Phường Mẫu Hòa, Tỉnh Sông Lam' };
const was = 'Xã Cũ, Huyện Cũ, Tỉnh Sông Lam';

/** An old commune that went into one, one that was divided, and names of today with any tone position. */
const resolvePlace = (words: string): readonly Place[] => {
  if (sameWords(words, 'xã cũ')) return [{ ...son, formerly: was }];
  if (sameWords(words, 'xã chia')) return [son, hoa];
  return [son, hoa].filter(({ name }) => sameWords(name, words));
};

const resolve = async (residence: unknown) => {
  const answers: Answers = { mother: { name: 'Trần Thị Mẫu', residence } };
  const resolved = await resolvePlaces(formOf(birthForm), answers, { today }, resolvePlace);
  const { errors } = validate(formOf(birthForm), resolved, { today });
  const fault = errors.find(({ field }) => field.startsWith('mother.residence'));
  return { residence: (resolved['mother'] as Answers)['residence'], fault: fault?.message.vi };
};

describe('communes of addresses', () => {
  const detail = 'Thôn Thí Dụ';
  it('are found by name, whatever the tone position', async () => {
    const { residence, fault } = await resolve({ place: 'phường mẫu HOÀ, tỉnh sông lam', detail });
    assert.deepEqual(residence, { place: hoa.name, commune: '99002', detail });
    assert.equal(fault, undefined);
  });
  it('are found by their old name, which stays beside', async () => {
    const { residence } = await resolve({ place: 'Xã Cũ', detail });
    assert.deepEqual(residence, { place: son.name, commune: '99001', detail, formerly: was });
  });
  it('are chosen where the old one was divided', async () => {
    const first = await resolve({ place: 'Xã chia', detail });
    assert.equal(first.fault, 'Có nhiều nơi tên như vậy. Hãy chọn một nơi cho nơi cư trú của người mẹ.');
    const second = await resolve({ place: 'Xã chia', chosen: `99002|${hoa.name}`, detail });
    assert.deepEqual(second, { residence: { place: hoa.name, commune: '99002', detail }, fault: undefined });
  });
  it('are not believed because a code was posted', async () => {
    const { fault } = await resolve({ place: 'Xã bịa', found: '99001|Xã bịa', detail });
    assert.match(fault ?? '', /^Không tìm thấy xã, phường/);
  });
  it('leave everything else as it was', async () => {
    const answers = { childName: 'Lê Dụ', extra: 1 };
    assert.deepEqual(await resolvePlaces(formOf(birthForm), answers, { today }, resolvePlace), answers);
  });
});
