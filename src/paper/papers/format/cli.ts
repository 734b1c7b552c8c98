/** `toantrinh format FILE…`: the format check at the command line. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Invalid, Unavailable } from '../../../ground/operate/errors.ts';
import type { Programs } from '../../scanning/index.ts';
import type { Terminal } from '../../signing/index.ts';
import { checkFormatOfFile } from './check.ts';
import { partNames } from './words.ts';

const help = `toantrinh format TỆP… [--json]

Kiểm tra thể thức văn bản theo Nghị định 30/2020/NĐ-CP trong tệp PDF hoặc Word (.docx).

  --json   mỗi tệp một dòng JSON: {"file":…,"findings":[{"kind":"wrong|advice","part":…,"article":…,"message":…}]}

Mã thoát: 0 không thấy chỗ sai, 1 có chỗ cần sửa, 2 không đọc được tệp hoặc sai cách gọi.`;

const sentenceOf = (error: unknown, name: string): string => {
  if (error instanceof Invalid) return `${name}: ${error.errors[0]?.message.vi ?? ''}`;
  if (error instanceof Unavailable) return error.text.vi;
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOENT') return `Không tìm thấy tệp “${name}”.`;
  if (code === 'EISDIR') return `“${name}” là một thư mục, không phải tệp.`;
  if (code === 'EACCES') return `Không được phép đọc tệp “${name}”.`;
  throw error;
};

/** Runs `toantrinh format` (C6): one line of JSON per file with `--json`, else plain Vietnamese. Gives the exit code. */
export async function formatCommand(
  argv: readonly string[],
  io: Terminal,
  programs: Programs,
): Promise<number> {
  const files = argv.filter((word) => !word.startsWith('-'));
  const flags = argv.filter((word) => word.startsWith('-'));
  const unknown = flags.find((flag) => !['--json', '--help', '-h'].includes(flag));
  if (flags.includes('--help') || flags.includes('-h')) {
    io.out(help);
    return 0;
  }
  if (unknown !== undefined || files.length === 0) {
    io.err(
      unknown === undefined
        ? 'Hãy cho biết văn bản cần kiểm tra. Xem: toantrinh format --help'
        : `Không có tùy chọn ${unknown}. Xem: toantrinh format --help`,
    );
    return 2;
  }
  let code = 0;
  for (const name of files) {
    try {
      const findings = await checkFormatOfFile(programs, await readFile(resolve(io.cwd, name)));
      if (findings.some(({ kind }) => kind === 'wrong')) code = Math.max(code, 1);
      if (flags.includes('--json'))
        io.out(
          JSON.stringify({
            file: name,
            findings: findings.map(({ message, ...rest }) => ({ ...rest, message: message.vi })),
          }),
        );
      else {
        io.out(
          `${name}: ${findings.length === 0 ? 'chưa thấy chỗ nào sai' : `${findings.length} điều cần xem`}`,
        );
        for (const { kind, part, article, message } of findings)
          io.out(`  ${kind === 'wrong' ? '✗' : '!'} ${partNames[part].vi}: ${message.vi} (${article})`);
      }
    } catch (error) {
      io.err(sentenceOf(error, name));
      code = 2;
    }
  }
  return code;
}
