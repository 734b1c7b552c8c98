/** The limit of the database: the same statements by pgbench, or by bare prepared statements where pgbench is not installed. */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs a script for some seconds with so many clients; transactions a second, or null without pgbench. */
export async function pgbench(
  owner: string,
  folder: string,
  name: string,
  script: string,
  clients: number,
  seconds: number,
): Promise<number | null> {
  const url = new URL(owner);
  const file = path.join(folder, `${name}.sql`);
  await writeFile(file, script);
  const words = ['-n', '-M', 'prepared', '-c', String(clients), '-j', '2', '-T', String(seconds), '-f', file];
  const host = decodeURIComponent(url.hostname);
  const env = {
    ...process.env,
    PGHOST: host,
    PGPORT: url.port || '5432',
    PGUSER: decodeURIComponent(url.username),
    PGPASSWORD: decodeURIComponent(url.password),
  };
  try {
    const { stdout } = await run('pgbench', [...words, decodeURIComponent(url.pathname.slice(1))], { env });
    const tps = Number(/^tps = ([\d.]+)/m.exec(stdout)?.[1]);
    return Number.isFinite(tps) ? tps : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new Error(
      `pgbench ${name}: ${(error as { stderr?: string }).stderr?.slice(-500) ?? String(error)}`,
      { cause: error },
    );
  }
}
