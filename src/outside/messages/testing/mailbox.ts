/** A mail server of tests: takes every mail, except to an address that it does not know. It can fail as real ones do. */
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';

/**
 * - `down`: takes nobody (421). `slowMs`: says so late that a mail was taken.
 * - `lostAnswer`: takes the mail, but the connection breaks before it says so: it will be sent again.
 */
export type MailFaults = { down: boolean; slowMs: number; lostAnswer: boolean };

/** A running mail server; `mails` are the mails as they came. */
export type Mailbox = {
  readonly url: string;
  readonly mails: string[];
  readonly faults: MailFaults;
  close(): Promise<void>;
};

/** Starts it on a free port. */
export async function startMailbox({ refuse = '' }: { readonly refuse?: string } = {}): Promise<Mailbox> {
  const mails: string[] = [];
  const faults: MailFaults = { down: false, slowMs: 0, lostAnswer: false };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onConnect: (_, done) =>
      done(faults.down ? Object.assign(new Error('service not available'), { responseCode: 421 }) : null),
    onRcptTo: ({ address }, _, done) =>
      done(address === refuse ? Object.assign(new Error('no such mailbox'), { responseCode: 550 }) : null),
    onData: (stream, _, done) => {
      let mail = '';
      stream.on('data', (part: Buffer) => (mail += part.toString()));
      stream.on('end', async () => {
        mails.push(mail);
        const { slowMs, lostAnswer } = faults;
        if (lostAnswer) return server.connections.forEach((one) => one.close());
        if (slowMs > 0) await pause(slowMs);
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    faults,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
