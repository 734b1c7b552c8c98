/** The limit of a page: nginx, where Debian's package is installed, giving the same bytes from a file. One process, as the web process is one. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openLine } from './wire.ts';

/** A server of bytes that the product is compared with. */
export type BareServer = { readonly port: number; readonly pid: number; serve(body: Buffer): Promise<void> };

const PAGE = 'page.html';
const TRIES = 50;

/** Everything it writes stays in `folder`; nothing is logged, as the product logs no page that went well either. */
const settings = (folder: string, port: number): string => `
daemon off;
master_process off;
pid ${folder}/pid;
error_log stderr crit;
events { worker_connections 256; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 100000000;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  server {
    listen 127.0.0.1:${port};
    root ${folder};
    default_type "text/html; charset=UTF-8";
    location = / { try_files /${PAGE} =404; }
  }
}
`;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function answers(port: number): Promise<boolean> {
  const line = openLine(port);
  try {
    await line.ask({ path: '/' });
    return true;
  } catch {
    return false;
  } finally {
    line.close();
  }
}

/** Starts nginx in a folder of its own; null where it is not installed or does not answer. */
export async function openNginx(): Promise<(BareServer & { close(): Promise<void> }) | null> {
  const folder = await mkdtemp(path.join(tmpdir(), 'toantrinh-nginx-'));
  const port = await freePort();
  await writeFile(path.join(folder, 'nginx.conf'), settings(folder, port));
  const started = spawn('nginx', ['-p', folder, '-c', path.join(folder, 'nginx.conf')], {
    stdio: 'ignore',
    env: { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin` },
  });
  const gone = new Promise<void>((resolve) => {
    started.once('exit', () => resolve());
    started.once('error', () => resolve());
  });
  const close = async (): Promise<void> => {
    if (started.pid !== undefined) started.kill('SIGTERM');
    await gone;
    await rm(folder, { recursive: true, force: true });
  };
  for (let i = 0; i < TRIES && started.pid !== undefined && started.exitCode === null; i++) {
    if (await answers(port))
      return {
        port,
        pid: started.pid,
        serve: (body) => writeFile(path.join(folder, PAGE), body),
        close,
      };
    await sleep(100);
  }
  await close();
  return null;
}
