/** What people, careless programs and attackers send instead of what is asked for. */

const decomposed = 'Nguyễn Thị Mẫu, phường Sông Mẫu'.normalize('NFD');

/** Texts for a field of a form. */
export const texts: Readonly<Record<string, string>> = {
  missing: '',
  blank: '   ',
  'too long': 'Ậ'.repeat(30_000),
  'a zero byte': 'Nguyễn\u0000Văn',
  'control characters': 'a\u0007b\u001b[31mc\u0085d',
  'direction marks': '\u202egnp.exe\u2066',
  'decomposed Vietnamese': decomposed,
  'a fragment of HTML': '"><script>alert(1)</script><img src=x onerror=alert(1)>',
  'a fragment of SQL': "'; drop table dossiers.dossiers; --",
  'a template': '{{7*7}}${7*7}<%= 7*7 %>',
  'a path': '../../../../etc/passwd',
  'a huge number': '9'.repeat(400),
  'a negative number': '-1',
  'no number': 'NaN',
  'a day that is none': '2026-02-30',
  'a name of every object': '__proto__',
  'an id of nothing': '00000000-0000-7000-8000-000000000000',
  'emoji and rare planes': '👨‍👩‍👧‍👦𠮷\u{10ffff}',
};

/** Values for a field of JSON that asks for a text. */
export const values: Readonly<Record<string, unknown>> = {
  'an array': ['a', 'b'],
  'an array in an array': [[['a']]],
  'an object': { $ne: null },
  'a number': 1e308,
  'a truth': true,
  nothing: null,
  'an object that poisons': JSON.parse(
    '{"__proto__":{"admin":true},"constructor":{"prototype":{}}}',
  ) as unknown,
};

/** Path parameters, as they stand in an address. */
export const segments: Readonly<Record<string, string>> = {
  'a zero byte': '%00',
  'a way up': '..%2f..%2f..%2fetc%2fpasswd',
  dots: '%2e%2e',
  'five thousand characters': 'x'.repeat(5000),
  'no id': 'not-a-uuid',
  'an id of nothing': '00000000-0000-7000-8000-000000000000',
  'half a character': '%e1%ba',
  'no character': '%ed%a0%80',
  'no escape': '%zz',
  'a fragment of SQL': encodeURIComponent("' or 1=1 --"),
  'a fragment of HTML': encodeURIComponent('<script>alert(1)</script>'),
  'a name of every object': '__proto__',
  'decomposed Vietnamese': encodeURIComponent(decomposed),
  'a huge number': '9'.repeat(400),
  'a negative number': '-1',
};

/** Bodies that are not what a form sends: kind of content, and content. */
export const bodies: Readonly<Record<string, readonly [string | null, string | Uint8Array<ArrayBuffer>]>> = {
  'plain text': ['text/plain', 'hello'],
  XML: ['application/xml', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
  'no kind of content': [null, 'csrf=1'],
  'broken JSON': ['application/json', '{"a":'],
  'a list as JSON': ['application/json', '[1,2,3]'],
  'very deep JSON': ['application/json', `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`],
  'no UTF-8': ['application/x-www-form-urlencoded', new Uint8Array([0x61, 0x3d, 0xff, 0xfe, 0xc0, 0x80])],
  'broken escapes': ['application/x-www-form-urlencoded', 'a=%zz&%=1&=&&b'],
  'a form of many parts without its boundary': ['multipart/form-data', 'hello'],
  'a form of many parts that ends early': [
    'multipart/form-data; boundary=b',
    '--b\r\nContent-Disposition: form-data; name="csrf"\r\n\r\nx',
  ],
  'ten thousand fields': ['application/x-www-form-urlencoded', 'a=1&'.repeat(10_000)],
  'too much': ['application/x-www-form-urlencoded', `a=${'x'.repeat(400_000)}`],
};
