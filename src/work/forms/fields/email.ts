/** An e-mail address (thư điện tử). The first thing that is wrong with it is said in words. */
import { withoutMarks } from '../../../ground/text/fold.ts';
import type { Text } from '../../../ground/text/language.ts';
import { whole, type FieldBase } from './field.ts';
import { line } from './line.tsx';
import { about, brokenText } from './wording.ts';

export type EmailField = FieldBase & { readonly type: 'email' };

const local = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
const domain = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i;

const say = (field: EmailField, vi: string, en: string): Text => about(field, vi, en);

const fault = (field: EmailField, address: string): Text | null => {
  if (/\s/u.test(address)) return say(field, '{} không được có dấu cách.', '{} cannot have blanks.');
  if (/[,;]/u.test(address)) return say(field, '{} chỉ nhận một địa chỉ.', '{} takes one address only.');
  const marked = [...address].find((letter) => /\p{L}/u.test(letter) && withoutMarks(letter) !== letter);
  if (marked)
    return say(
      field,
      `{} không có dấu tiếng Việt (“${marked}”).`,
      `{} cannot have Vietnamese marks (“${marked}”).`,
    );
  const [name = '', host, ...more] = address.split('@');
  if (host === undefined || more.length > 0)
    return say(
      field,
      '{} phải có một dấu @, ví dụ thidu@example.vn.',
      '{} must have one @, such as thidu@example.vn.',
    );
  if (name === '') return say(field, '{} thiếu phần trước dấu @.', '{} lacks the part before the @.');
  if (!host.includes('.'))
    return say(
      field,
      '{} thiếu tên miền sau dấu @, ví dụ example.vn.',
      '{} lacks a domain after the @, such as example.vn.',
    );
  if (!local.test(name) || name.length > 64)
    return say(field, '{} có phần trước dấu @ không đúng.', '{} has a wrong part before the @.');
  if (!domain.test(host))
    return say(field, '{} có tên miền sau dấu @ không đúng.', '{} has a wrong domain after the @.');
  return null;
};

const field: EmailField = {
  id: 'email',
  type: 'email',
  label: { vi: 'Thư điện tử', en: 'E-mail address' },
  personalData: 'basic',
};

export const email = line<EmailField>({
  name: { vi: 'Thư điện tử', en: 'E-mail address' },
  options: {},
  tidy: (text) =>
    text
      .normalize('NFC')
      .trim()
      .replace(/@[^@]*$/u, (host) => host.toLowerCase()),
  schema: () => ({ type: 'string', maxLength: 254 }),
  broken: brokenText,
  check: (field, value: string) => {
    const text = fault(field, value);
    return text && whole(text);
  },
  looks: () => ({ type: 'email', autocomplete: 'email', spellcheck: false }),
  format: () => ({ vi: 'Thư điện tử, tối đa 254 ký tự', en: 'E-mail address, up to 254 characters' }),
  examples: {
    field,
    valid: [
      ['thidu@example.vn', 'thidu@example.vn', 'thidu@example.vn'],
      [
        ' Le.Vi-Du+ho.so@Mail.Example.VN ',
        'Le.Vi-Du+ho.so@mail.example.vn',
        'Le.Vi-Du+ho.so@mail.example.vn',
      ],
      ["o'mau_1@example.com", "o'mau_1@example.com", "o'mau_1@example.com"],
    ],
    bad: [
      ['', 'Hãy điền thư điện tử.'],
      [' ', 'Hãy điền thư điện tử.'],
      [null, 'Hãy điền thư điện tử.'],
      ['thidu', 'Thư điện tử phải có một dấu @, ví dụ thidu@example.vn.'],
      ['thidu.example.vn', 'Thư điện tử phải có một dấu @, ví dụ thidu@example.vn.'],
      ['a@b@example.vn', 'Thư điện tử phải có một dấu @, ví dụ thidu@example.vn.'],
      ['@example.vn', 'Thư điện tử thiếu phần trước dấu @.'],
      ['thidu@', 'Thư điện tử thiếu tên miền sau dấu @, ví dụ example.vn.'],
      ['thidu@example', 'Thư điện tử thiếu tên miền sau dấu @, ví dụ example.vn.'],
      ['thidu@.vn', 'Thư điện tử có tên miền sau dấu @ không đúng.'],
      ['thidu@example..vn', 'Thư điện tử có tên miền sau dấu @ không đúng.'],
      ['thidu@-example.vn', 'Thư điện tử có tên miền sau dấu @ không đúng.'],
      ['thidu@1.2.3.4', 'Thư điện tử có tên miền sau dấu @ không đúng.'],
      ['.thidu@example.vn', 'Thư điện tử có phần trước dấu @ không đúng.'],
      ['<thidu>@example.vn', 'Thư điện tử có phần trước dấu @ không đúng.'],
      ['"><script>@example.vn', 'Thư điện tử có phần trước dấu @ không đúng.'],
      ['thidu😀@example.vn', 'Thư điện tử có phần trước dấu @ không đúng.'],
      ['thidu\u0000@example.vn', 'Thư điện tử có phần trước dấu @ không đúng.'],
      ['thi\u202edu@example.vn', 'Thư điện tử có phần trước dấu @ không đúng.'],
      ['thi du@example.vn', 'Thư điện tử không được có dấu cách.'],
      ["a@example.vn' OR 1=1 --", 'Thư điện tử không được có dấu cách.'],
      ['thidu@example.vn\r\nBcc:mau@example.vn', 'Thư điện tử không được có dấu cách.'],
      ['a@example.vn,b@example.vn', 'Thư điện tử chỉ nhận một địa chỉ.'],
      ['thídụ@example.vn', 'Thư điện tử không có dấu tiếng Việt (“í”).'],
      ['thidụ@example.vn'.normalize('NFD'), 'Thư điện tử không có dấu tiếng Việt (“ụ”).'],
      [`${'a'.repeat(300)}@example.vn`, 'Thư điện tử dài tối đa 254 ký tự; bạn đã viết 311.'],
      [['a@example.vn', 'b@example.vn'], 'Thư điện tử chỉ nhận một câu trả lời.'],
      [{ email: 'a@example.vn' }, 'Thư điện tử không đọc được, hãy điền lại.'],
      [5, 'Thư điện tử không đọc được, hãy điền lại.'],
    ],
  },
});
