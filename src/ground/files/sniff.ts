/** What a file is, by its bytes. Names and declared types prove nothing. */

const starts: readonly (readonly [string, string, number?])[] = [
  ['255044462d', 'application/pdf'],
  ['ffd8ff', 'image/jpeg'],
  ['89504e470d0a1a0a', 'image/png'],
  ['47494638', 'image/gif'],
  ['49492a00', 'image/tiff'],
  ['4d4d002a', 'image/tiff'],
  ['d0cf11e0a1b11ae1', 'application/x-ole-storage'],
  ['7b5c727466', 'application/rtf'],
  ['526172211a07', 'application/vnd.rar'],
];

const heif = /^(heic|heix|hevc|heim|heis|mif1|msf1)$/;

/** Media type of the bytes that begin like this; `application/octet-stream` when unknown, `empty` for no bytes. */
export function sniff(head: Buffer): string {
  if (head.length === 0) return 'empty';
  const hex = head.subarray(0, 16).toString('hex');
  const found = starts.find(([prefix]) => hex.startsWith(prefix));
  if (found) return found[1];
  if (head.subarray(4, 8).toString('latin1') === 'ftyp' && heif.test(head.subarray(8, 12).toString('latin1')))
    return 'image/heic';
  if (head.subarray(0, 4).toString('latin1') === 'RIFF' && head.subarray(8, 12).toString('latin1') === 'WEBP')
    return 'image/webp';
  // Two letters are too little to tell a picture from a text: the reserved bytes of the header are zero.
  if (hex.startsWith('424d') && hex.slice(12, 20) === '00000000') return 'image/bmp';
  // What a browser would run stays what it is, also with the start of another kind further on (a polyglot).
  const text = textKind(head);
  if (text === 'text/html' || text === 'image/svg+xml') return text;
  // Scanners of offices sometimes put a line before the header; readers accept it within the first kilobyte.
  if (head.subarray(0, 1024).includes('%PDF-')) return 'application/pdf';
  if (hex.startsWith('504b0304')) return zipKind(head);
  return text;
}

function zipKind(head: Buffer): string {
  const names = head.toString('latin1');
  if (names.includes('word/'))
    return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  if (names.includes('xl/')) return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  if (names.includes('ppt/'))
    return 'application/vnd.openxmlformats-officedocument.presentationml.presentation';
  if (names.includes('opendocument.text')) return 'application/vnd.oasis.opendocument.text';
  if (names.includes('opendocument.spreadsheet')) return 'application/vnd.oasis.opendocument.spreadsheet';
  return 'application/zip';
}

function textKind(head: Buffer): string {
  // As a stream: the head may end in the middle of a letter.
  const text = new TextDecoder().decode(head, { stream: true }).trimStart();
  if (/^<(!doctype html|html|script|body|head|iframe)/i.test(text)) return 'text/html';
  if (head.includes(0)) return 'application/octet-stream';
  if (/<svg[\s>]/i.test(text.slice(0, 1024))) return 'image/svg+xml';
  if (text.startsWith('<?xml') || /^<[a-z][\w.:-]*[\s>]/i.test(text)) return 'application/xml';
  if (text.startsWith('{') || text.startsWith('[')) return 'application/json';
  return text.includes('\ufffd') ? 'application/octet-stream' : 'text/plain';
}

/** Extension that a downloaded file of this type gets. */
export const extensionOf = (type: string): string =>
  ({
    'application/pdf': 'pdf',
    'image/jpeg': 'jpg',
    'image/png': 'png',
    'image/heic': 'heic',
    'application/xml': 'xml',
    'application/json': 'json',
    'text/plain': 'txt',
  })[type] ?? 'bin';
