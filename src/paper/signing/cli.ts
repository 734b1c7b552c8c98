/** `toantrinh verify FILE…`: the verdict on signed files at the command line. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { certificatesOf, type Certificate } from './cms/certificate.ts';
import { shownTime } from './shown-time.ts';
import { verifyFile } from './file.ts';
import { verifyWithRecord } from './evidence/preserve.ts';
import type { Trust } from './trust/trust.ts';
import { verdictJson, type ChainState, type Outcome, type Verdict } from './verdict.ts';

export type Terminal = {
  readonly cwd: string;
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
};

const help = `toantrinh verify TỆP… [--json] [--root TỆP]… [--intermediate TỆP]… [--crl TỆP]… [--ocsp TỆP]… [--evidence TỆP] [--strict]

Kiểm tra chữ ký số trong tệp PDF, XML hoặc JWS.

  --json              mỗi tệp một dòng JSON
  --root TỆP          chứng thư gốc được tin cậy (PEM hoặc DER); có thể lặp lại. Không có gốc nào được tin cậy sẵn
  --intermediate TỆP  chứng thư trung gian để nối chuỗi
  --crl TỆP           danh sách thu hồi (CRL)
  --ocsp TỆP          phản hồi OCSP
  --evidence TỆP      hồ sơ bằng chứng (RFC 4998) của tệp được kiểm tra: chữ ký được xét tại thời điểm hồ sơ chứng minh
  --strict            mã thoát 1 khi có tệp không “hợp lệ”

Mã thoát: 0 đã kiểm tra xong (kết quả nằm trong phần in ra), 2 không đọc được tệp hoặc sai cách gọi.`;

const outcomes: Readonly<Record<Outcome, string>> = {
  valid: 'HỢP LỆ',
  invalid: 'KHÔNG HỢP LỆ',
  undetermined: 'KHÔNG XÁC ĐỊNH ĐƯỢC',
  unsigned: 'KHÔNG CÓ CHỮ KÝ',
};

const chains: Readonly<Record<ChainState, string>> = {
  trusted: 'dẫn tới gốc tin cậy',
  'unknown-root': 'dẫn tới một gốc chưa được cấu hình',
  incomplete: 'thiếu chứng thư của tổ chức cấp',
  none: 'không có chứng thư',
};

const plain = (name: string, { verdict, signatures, findings }: Verdict): readonly string[] => [
  `${name}: ${outcomes[verdict]}`,
  ...findings.map(({ text }) => `  - ${text.vi}`),
  ...signatures.flatMap((signature, index) => [
    `  Chữ ký ${index + 1}: ${signature.signer ?? 'không rõ người ký'} – ${outcomes[signature.outcome]}`,
    ...(signature.time
      ? [
          `    Thời điểm: ${shownTime(signature.time)} (giờ Việt Nam)${signature.timeProven ? '' : ', do người ký ghi'}`,
        ]
      : []),
    `    Nội dung được ký: ${signature.integrity === 'intact' ? 'nguyên vẹn' : 'đã bị thay đổi hoặc không kiểm tra được'}`,
    `    Bảo vệ: ${signature.coversWholeFile ? 'toàn bộ tệp' : 'một phần của tệp'}`,
    `    Chuỗi chứng thư: ${chains[signature.chain]}${signature.chainNames.length > 0 ? ` (${signature.chainNames.join(' ← ')})` : ''}`,
    ...[...new Set(signature.findings.map(({ text }) => text.vi))].map((reason) => `    - ${reason}`),
  ]),
];

type Request = {
  readonly files: readonly string[];
  readonly options: ReadonlyMap<string, readonly string[]>;
  readonly flags: ReadonlySet<string>;
};

const withValue: ReadonlySet<string> = new Set(['--root', '--intermediate', '--crl', '--ocsp', '--evidence']);
const withoutValue: ReadonlySet<string> = new Set(['--json', '--strict', '--help', '-h']);

const parse = (argv: readonly string[]): Request | string => {
  const files: string[] = [];
  const options = new Map<string, string[]>();
  const flags = new Set<string>();
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i]!;
    const [name = '', inline] = word.startsWith('--') ? word.split(/=(.*)/s, 2) : [word];
    if (withValue.has(name)) {
      const value = inline ?? argv[++i];
      if (!value) return `Tùy chọn ${name} cần tên một tệp.`;
      options.set(name, [...(options.get(name) ?? []), value]);
    } else if (withoutValue.has(word)) flags.add(word);
    else if (word === '--') return { files: [...files, ...argv.slice(i + 1)], options, flags };
    else if (word.startsWith('-')) return `Không có tùy chọn ${word}. Xem: toantrinh verify --help`;
    else files.push(word);
  }
  return { files, options, flags };
};

class Unreadable extends Error {}

const read = async (cwd: string, name: string): Promise<Buffer> => {
  try {
    return await readFile(resolve(cwd, name));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT') throw new Unreadable(`Không tìm thấy tệp “${name}”.`, { cause: error });
    if (code === 'EISDIR')
      throw new Unreadable(`“${name}” là một thư mục, không phải tệp.`, { cause: error });
    throw new Unreadable(`Không đọc được tệp “${name}”.`, { cause: error });
  }
};

const trustFrom = async (cwd: string, { options }: Request, now: Date): Promise<Trust> => {
  const load = async (option: string): Promise<readonly Buffer[]> =>
    Promise.all((options.get(option) ?? []).map((name) => read(cwd, name)));
  const certificates = async (option: string): Promise<readonly Certificate[]> =>
    (options.get(option) ?? []).length === 0
      ? []
      : (await load(option)).flatMap((file, index) => {
          try {
            return certificatesOf(file);
          } catch (error) {
            throw new Unreadable(`Tệp “${options.get(option)?.[index]}” không phải là chứng thư.`, {
              cause: error,
            });
          }
        });
  return {
    roots: await certificates('--root'),
    intermediates: await certificates('--intermediate'),
    evidence: { crls: (await load('--crl')).map(unarmoured), ocsps: await load('--ocsp') },
    now,
  };
};

/** The DER inside a PEM file; a DER file as it is. */
const unarmoured = (file: Buffer): Buffer => {
  const block = /-----BEGIN [^-]+-----([\s\S]+?)-----END/.exec(file.toString('latin1'));
  return block ? Buffer.from(block[1] ?? '', 'base64') : file;
};

/**
 * Runs `toantrinh verify` (E2). Prints one line of JSON per file with `--json`, else plain Vietnamese. Gives the exit code: 0 when every
 * file could be looked at, 1 with `--strict` when one is not valid, 2 when a file is missing or the call is wrong.
 */
export const verifyCommand = async (
  argv: readonly string[],
  io: Terminal,
  now = new Date(),
): Promise<number> => {
  const request = parse(argv);
  const refuse = (sentence: string): number => {
    io.err(sentence);
    return 2;
  };
  if (typeof request === 'string') return refuse(request);
  if (request.flags.has('--help') || request.flags.has('-h')) {
    io.out(help);
    return 0;
  }
  if (request.files.length === 0)
    return refuse('Hãy cho biết tệp cần kiểm tra. Xem: toantrinh verify --help');
  const records = request.options.get('--evidence') ?? [];
  if (records.length > 1 || (records.length === 1 && request.files.length > 1))
    return refuse('Mỗi hồ sơ bằng chứng là của một tệp: hãy kiểm tra từng tệp một.');
  let code = 0;
  try {
    const trust = await trustFrom(io.cwd, request, now);
    const record = records[0] === undefined ? null : await read(io.cwd, records[0]);
    for (const name of request.files) {
      const file = await read(io.cwd, name).catch((error: unknown) => error);
      if (!Buffer.isBuffer(file)) {
        if (!(file instanceof Unreadable)) throw file;
        // One file that is missing keeps no other from being checked.
        code = refuse(file.message);
        continue;
      }
      const verdict = await (record ? verifyWithRecord(file, record, trust) : verifyFile(file, trust));
      if (request.flags.has('--strict') && verdict.verdict !== 'valid') code ||= 1;
      if (request.flags.has('--json')) io.out(JSON.stringify(verdictJson(verdict)));
      else for (const line of plain(name, verdict)) io.out(line);
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return refuse(error.message);
  }
  return code;
};
