/**
 * From bytes to XML that may be parsed: encoding, size, well-formedness, no document type with entities (no expansion bombs, nothing
 * fetched), limited depth; and references written in the ways of different tools brought to one form.
 */
import { SaxesParser } from 'saxes';
import type { Text } from '../../ground/text/language.ts';

const LARGEST = 50_000_000;
const DEEPEST = 200;
/** More than any process of an office has, and as many as are read and proven in a few seconds. */
const MOST_ELEMENTS = 30_000;
const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL';

/** `text` is the file as it was written; `xml` the same with references in the form that the meta-model reader takes. */
export type Document = { readonly text: string; readonly xml: string } | { readonly unreadable: Text };

const say = (vi: string, en: string): Text => ({ vi, en });

const unreadable = {
  empty: say('Tệp trống.', 'The file is empty.'),
  large: say('Tệp lớn hơn 50 MB.', 'The file is larger than 50 MB.'),
  encoding: say('Không đọc được bảng mã chữ của tệp.', 'The character encoding of the file cannot be read.'),
  notXml: say(
    'Tệp không phải là XML nên không phải là sơ đồ BPMN.',
    'The file is not XML, so it is not a BPMN diagram.',
  ),
  entities: say(
    'Tệp có phần khai báo kiểu tài liệu (DTD). Sơ đồ BPMN không cần phần này và nó có thể gây hại, nên tệp không được đọc.',
    'The file has a document type declaration (DTD). A BPMN diagram needs none and it can do harm, so the file was not read.',
  ),
  deep: say(
    `Các phần tử lồng nhau quá ${DEEPEST} lớp.`,
    `Elements are nested more than ${DEEPEST} levels deep.`,
  ),
  many: say(
    `Tệp có hơn ${MOST_ELEMENTS.toLocaleString('vi')} phần tử. Hãy chia thành nhiều quy trình.`,
    `The file has more than ${MOST_ELEMENTS.toLocaleString('en')} elements. Split it into several processes.`,
  ),
  old: say(
    'Tệp theo bản BPMN khác, không phải BPMN 2.0 chính thức. Hãy lưu lại theo BPMN 2.0 từ công cụ vẽ.',
    'The file follows another version of BPMN, not the final BPMN 2.0. Save it as BPMN 2.0 in the drawing tool.',
  ),
} satisfies Record<string, Text>;

const XHTML = 'http://www.w3.org/1999/xhtml';

const known: readonly (readonly [RegExp, string])[] = [
  [/\/DMN\//i, 'DMN'],
  [/\/CMMN\//i, 'CMMN'],
  [/xpdl/i, 'XPDL'],
  [/w3\.org\/2000\/svg/, 'SVG'],
  [/w3\.org\/1999\/xhtml/, 'HTML'],
];

const otherKind = (root: string, namespace: string): Text => {
  const kind = known.find(([pattern]) => pattern.test(namespace))?.[1];
  return kind
    ? say(`Đây là tệp ${kind}, không phải sơ đồ BPMN 2.0.`, `The file is ${kind}, not a BPMN 2.0 diagram.`)
    : say(
        `Tệp không phải sơ đồ BPMN 2.0: phần tử gốc là “${root.slice(0, 80)}”.`,
        `The file is not a BPMN 2.0 diagram: its root element is “${root.slice(0, 80)}”.`,
      );
};

/** Prefixes that the meta-model reader knows of itself: it would read the file although no XML reader may. */
const readersOwn: ReadonlySet<string> = new Set(['bpmn', 'bpmndi', 'dc', 'di']);

const undeclared = (name: string, line: number): Text =>
  say(
    `Phần tử “${name}” ở dòng ${line} dùng tiền tố chưa khai báo.`,
    `The element “${name}” on line ${line} uses a prefix that is not declared.`,
  );

/** Prefixes that the meta-model reader takes: any other letters are lawful XML as well, and it would call the file broken. */
const plainPrefix = /^[\w.-]*$/;

const foreignPrefix = (prefix: string): Text =>
  say(
    `Tiền tố “${prefix.slice(0, 40)}” của các phần tử có chữ ngoài bảng chữ cái a–z nên không đọc được. Hãy đổi thành “bpmn” rồi lưu lại.`,
    `The prefix “${prefix.slice(0, 40)}” of the elements has letters beyond a–z, so they cannot be read. Change it to “bpmn” and save again.`,
  );

const brokenAt = (line: number): Text =>
  say(`Tệp XML bị hỏng ở dòng ${line}.`, `The XML is broken on line ${line}.`);

/** Text of a file by its byte order mark or declared encoding; null when it is not text in that encoding. */
const decode = (bytes: Uint8Array): string | null => {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const declared = /^[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1];
  // Two bytes a letter show in the first letters too, where a tool has left the mark out.
  const label = /^(ÿþ|<\0[?\w]\0)/.test(head)
    ? 'utf-16le'
    : /^(þÿ|\0<\0[?\w])/.test(head)
      ? 'utf-16be'
      : (declared ?? 'utf-8');
  try {
    return new TextDecoder(/^utf-?16$/i.test(label) ? 'utf-8' : label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** Why the XML may not be read, null when it may. */
const inspect = (xml: string): Text | null => {
  const parser = new SaxesParser();
  const problems: Text[] = [];
  let depth = 0;
  let elements = 0;
  let seen = false;
  const declared = new Set<string>();
  const stop = (text: Text): void => {
    problems.push(text);
  };
  parser.on('error', () => stop(xml.startsWith('<') ? brokenAt(parser.line) : unreadable.notXml));
  parser.on('doctype', () => stop(unreadable.entities));
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    elements += 1;
    if (elements > MOST_ELEMENTS) stop(unreadable.many);
    if (depth > DEEPEST) stop(unreadable.deep);
    for (const attribute of Object.keys(attributes))
      if (attribute.startsWith('xmlns:')) declared.add(attribute.slice('xmlns:'.length));
    const [prefix = '', local = ''] = name.includes(':') ? name.split(':', 2) : ['', name];
    if (readersOwn.has(prefix) && !declared.has(prefix)) stop(undeclared(name, parser.line));
    if (seen) return;
    seen = true;
    const namespace = attributes[prefix === '' ? 'xmlns' : `xmlns:${prefix}`] ?? '';
    if (namespace === BPMN && local === 'definitions') {
      if (!plainPrefix.test(prefix)) stop(foreignPrefix(prefix));
      return;
    }
    stop(/BPMN/i.test(namespace) && local === 'definitions' ? unreadable.old : otherKind(name, namespace));
  });
  parser.on('closetag', () => {
    depth -= 1;
  });
  for (let at = 0; at < xml.length && problems.length === 0; at += 65_536)
    parser.write(xml.slice(at, at + 65_536));
  if (problems.length === 0) parser.close();
  return problems[0] ?? null;
};

const attributes =
  /(\s(?:id|default|bpmnElement|calledElement|[A-Za-z]+Ref)\s*=\s*)(?:"([^"<]*)"|'([^'<]*)')/g;
const elements = /(<(?:[\w.-]+:)?(?:incoming|outgoing|[A-Za-z]+Refs?)(?:\s[^<>]*)?>)([^<]*)(?=<\/)/g;
const plainId = /^([a-z][\w-.]*:)?[a-z_][\w-.]*$/i;

const escapeId = (id: string): string =>
  `_tt.${id.replace(/[^A-Za-z0-9-]/gu, (sign) => `_${sign.codePointAt(0)?.toString(16)}_`)}`;

/** The id under which the meta-model reader knows an element. */
export const readerId = (id: string): string => (plainId.test(id) ? id : escapeId(id));

/** The id as it stood in the file, for one that `document` had to rewrite. */
export const originalId = (id: string): string =>
  id.startsWith('_tt.')
    ? id
        .slice(4)
        .replace(/_([0-9a-f]+)_/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    : id;

/** Puts the original ids back into XML that was written from a rewritten document. */
export const restoreIds = (xml: string): string => xml.replace(/_tt\.[\w-]+/g, originalId);

/**
 * The meta-model reader takes only ASCII ids and knows no prefixes in references. Vietnamese letters in ids are lawful XML, and several tools
 * write `tns:Task_1` or spaces around a reference: both are brought to the form it takes.
 */
const normaliseReferences = (xml: string): string => {
  const ids = new Set<string>();
  for (const match of xml.matchAll(/\sid\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g))
    ids.add(match[1] ?? match[2] ?? '');
  const one = (written: string): string => {
    const value = written.trim();
    const local = value.slice(value.indexOf(':') + 1);
    const id = !ids.has(value) && ids.has(local) ? local : value;
    return id !== '' && ids.has(id) ? readerId(id) : id;
  };
  return xml
    .replace(attributes, (_, before: string, double?: string, single?: string) =>
      double === undefined ? `${before}'${one(single ?? '')}'` : `${before}"${one(double)}"`,
    )
    .replace(elements, (_, before: string, value: string) => `${before}${one(value)}`);
};

/** Prepares a file for reading, or says in a sentence why it cannot be read. */
export const openDocument = (file: Uint8Array | string): Document => {
  if (file.length > LARGEST) return { unreadable: unreadable.large };
  const text = typeof file === 'string' ? file : decode(file);
  if (text === null) return { unreadable: unreadable.encoding };
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  if (trimmed === '') return { unreadable: unreadable.empty };
  // Often what a portal answered in place of the file: a page for signing in.
  if (/^<(!doctype\s+html|html)[\s>]/i.test(trimmed)) return { unreadable: otherKind('html', XHTML) };
  const problem = inspect(trimmed);
  return problem ? { unreadable: problem } : { text: trimmed, xml: normaliseReferences(trimmed) };
};
