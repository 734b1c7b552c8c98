import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deedsNamed, deedsSaid } from './deeds.ts';
import { wordsOf } from './sayings.ts';
import { runsOf } from './terms.ts';

const said = (query: string): ReadonlySet<number> => deedsSaid(wordsOf(query), () => false).deeds;
const agree = (query: string, name: string): boolean =>
  runsOf(name).some((run) => deedsNamed(run).some((deed) => said(query).has(deed)));

describe('deeds', () => {
  it('knows what people say for what names call it', () => {
    for (const [query, name] of [
      ['mất thẻ căn cước', 'Cấp lại thẻ căn cước'],
      ['xóa tạm trú', 'Xóa đăng ký tạm trú'],
      ['tiệm tạp hóa tạm nghỉ', 'Tạm ngừng kinh doanh'],
      ['đóng cửa htx', 'Đăng ký giải thể hợp tác xã, liên hiệp hợp tác xã'],
      ['chứng chỉ hết hạn', 'Gia hạn chứng chỉ hành nghề'],
      ['xin trả lại giấy phép', 'Trả lại giấy phép nhận chìm'],
      ['gia han visa', 'Gia hạn tạm trú cho người nước ngoài'],
    ] as const)
      assert.ok(agree(query, name), `${query}: ${name}`);
  });

  it('hears no deed where none is said, nor where marks are missing that would tell', () => {
    for (const query of ['đăng ký kết hôn', 'giấy phép xây dựng nhà ở', 'dong bao hiem', 'nuoi bo sua'])
      assert.equal(said(query).size, 0, query);
    assert.ok(!agree('gia hạn giấy phép', 'Cấp lại giấy phép'));
  });

  it('leaves out what a saying explains already', () => {
    assert.equal(deedsSaid(wordsOf('mất sổ đỏ'), () => true).deeds.size, 0);
  });
});
