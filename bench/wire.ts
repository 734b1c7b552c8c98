/** A small HTTP/1.1 client on bare sockets: it must cost less than what it measures. One request at a time on each connection. */
import { connect, type Socket } from 'node:net';

/** A request as bytes go out; `path` begins with `/`. */
export type Ask = {
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly cookie?: string;
  readonly type?: string;
  readonly body?: string | Buffer;
};

export type Reply = { readonly status: number; readonly head: string; readonly body: Buffer };

/** One kept-open connection. */
export type Line = { ask(one: Ask): Promise<Reply>; close(): void };

const END = Buffer.from('\r\n\r\n');

function bytesOf({ method = 'GET', path, cookie, type, body }: Ask, host: string): Buffer {
  const content = body === undefined ? null : Buffer.from(body as string);
  const head =
    `${method} ${path} HTTP/1.1\r\nhost: ${host}\r\nconnection: keep-alive\r\n` +
    (cookie ? `cookie: ${cookie}\r\n` : '') +
    (content
      ? `content-type: ${type ?? 'application/x-www-form-urlencoded'}\r\ncontent-length: ${content.length}\r\n`
      : '') +
    '\r\n';
  return content ? Buffer.concat([Buffer.from(head), content]) : Buffer.from(head);
}

/** Takes the chunks of a chunked body apart; null while it is not whole. */
function unchunk(bytes: Buffer): Buffer | null {
  const parts: Buffer[] = [];
  for (let at = 0; ;) {
    const line = bytes.indexOf('\r\n', at);
    if (line < 0) return null;
    const size = parseInt(bytes.toString('latin1', at, line), 16);
    if (bytes.length < line + 2 + size + 2) return null;
    if (size === 0) return Buffer.concat(parts);
    parts.push(bytes.subarray(line + 2, line + 2 + size));
    at = line + 2 + size + 2;
  }
}

/** The reply in these bytes; null while it is not whole. */
function replyIn(bytes: Buffer): Reply | null {
  const cut = bytes.indexOf(END);
  if (cut < 0) return null;
  const head = bytes.toString('latin1', 0, cut);
  const status = Number(head.slice(9, 12));
  const rest = bytes.subarray(cut + 4);
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (length !== undefined)
    return rest.length >= Number(length) ? { status, head, body: rest.subarray(0, Number(length)) } : null;
  if (/\r\ntransfer-encoding: chunked/i.test(head)) {
    const body = unchunk(rest);
    return body && { status, head, body };
  }
  return { status, head, body: Buffer.alloc(0) };
}

/** Opens a connection; it is opened again when the other side closes it between two requests. */
export function openLine(port: number): Line {
  let socket: Socket | null = null;
  let waiting: { resolve: (reply: Reply) => void; reject: (error: Error) => void } | null = null;
  let parts: Buffer[] = [];
  const drop = (error: Error): void => {
    socket?.destroy();
    socket = null;
    parts = [];
    const one = waiting;
    waiting = null;
    one?.reject(error);
  };
  const open = (): Socket => {
    const opened = connect(port, '127.0.0.1');
    opened.setNoDelay(true);
    opened.on('data', (chunk: Buffer) => {
      parts.push(chunk);
      const bytes = parts.length === 1 ? chunk : Buffer.concat(parts);
      const reply = replyIn(bytes);
      if (!reply) return void (parts = [bytes]);
      parts = [];
      const one = waiting;
      waiting = null;
      one?.resolve(reply);
    });
    opened.on('error', drop);
    opened.on('close', () => drop(new Error('the connection was closed')));
    return opened;
  };
  return {
    ask: (one) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket ??= open();
        socket.write(bytesOf(one, `127.0.0.1:${port}`));
      }),
    close: () => {
      socket?.removeAllListeners('close');
      socket?.on('error', () => {});
      socket?.destroy();
      socket = null;
    },
  };
}
