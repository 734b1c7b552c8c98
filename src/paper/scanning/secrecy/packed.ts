/**
 * What is packed inside a file: attached to a PDF, put into an office document, in an archive. It is looked at as what is handed in by
 * itself: what nobody may hand in does not come in inside something else (Law 29/2018/QH14; Decree 30/2020, annex VI on what enters).
 */
import { unzipSync } from 'fflate';
import { sniff } from '../../../ground/files/index.ts';
import { embeddedFiles } from '../../signing/index.ts';

/** One packed file: `bytes` null where it cannot be unpacked within bounds. */
export type Packed = { readonly name: string; readonly type: string; readonly bytes: Buffer | null };

/** Within one file. */
const MOST_FILES = 20;
const MOST_BYTES = 40_000_000;

/** Parts of office documents that are files of their own: what was inserted, and macros. */
const inserted =
  /(?:^|\/)(?:embeddings\/[^/]+|activeX\/[^/]+\.bin|vbaProject\.bin|Object[^/]*\/[^/]+\.(?:bin|exe))$|^(?:Basic|Scripts)\/.+[^/]$/i;

const packed = (name: string, bytes: Buffer | null): Packed => ({
  name,
  type: bytes ? sniff(bytes.subarray(0, 4096)) : 'empty',
  bytes,
});

/** The entries of an archive with such names; what is beyond the bounds is there without its bytes. */
function unzipped(file: Buffer, wanted: (name: string) => boolean): readonly Packed[] {
  let [files, left] = [MOST_FILES, MOST_BYTES];
  const beyond: string[] = [];
  try {
    const found = unzipSync(file, {
      filter: ({ name, originalSize }) => {
        if (name.endsWith('/') || !wanted(name)) return false;
        left -= originalSize;
        if (files-- > 0 && left >= 0) return true;
        beyond.push(name);
        return false;
      },
    });
    return [
      ...Object.entries(found).map(([name, bytes]) => packed(name, Buffer.from(bytes))),
      ...beyond.slice(0, 1).map((name) => packed(name, null)),
    ];
  } catch {
    // What the words of the file say of it: it cannot be unpacked.
    return [];
  }
}

/** The files packed inside one of this media type. */
export function packedIn(bytes: Buffer, type: string): readonly Packed[] {
  if (type === 'application/pdf')
    return embeddedFiles(bytes, { files: MOST_FILES, bytes: MOST_BYTES }).map((one) =>
      packed(one.name, one.bytes),
    );
  if (type === 'application/zip') return unzipped(bytes, () => true);
  return /openxmlformats|opendocument/.test(type) ? unzipped(bytes, (name) => inserted.test(name)) : [];
}

/** What a computer would run when somebody opens it by its name. */
const runnable =
  /\.(?:exe|dll|com|scr|pif|bat|cmd|ps1|vbs|vbe|js|jse|wsf|wsh|hta|msi|msp|cpl|jar|lnk|reg|apk|app|sh|elf|bin\.exe)$|(?:^|\/)vbaProject\.bin$/i;

/** How programs begin: Windows, Linux, macOS, scripts. */
const starts = ['4d5a', '7f454c46', 'feedface', 'feedfacf', 'cefaedfe', 'cffaedfe', 'cafebabe', '2321'];

/** Whether a packed file is a program, by its name, its beginning, or a program of Windows inside of it (as old office files carry them). */
export function isProgram({ name, bytes }: Packed): boolean {
  if (runnable.test(name.trim())) return true;
  if (!bytes) return false;
  const head = bytes.subarray(0, 4).toString('hex');
  return (
    starts.some((start) => head.startsWith(start)) ||
    bytes.includes('This program cannot be run in DOS mode', 0, 'latin1')
  );
}
