/** A mail server of tests: takes every mail, except to an address that it does not know. */
import { SMTPServer } from 'smtp-server';

/** Starts it on a free port. `mails` are the mails as they came. */
export async function startMailbox({ refuse = '' }: { readonly refuse?: string } = {}): Promise<{
  readonly url: string;
  readonly mails: string[];
  close(): Promise<void>;
}> {
  const mails: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo: ({ address }, _, done) =>
      done(address === refuse ? Object.assign(new Error('no such mailbox'), { responseCode: 550 }) : null),
    onData: (stream, _, done) => {
      let mail = '';
      stream.on('data', (part: Buffer) => (mail += part.toString()));
      stream.on('end', () => {
        mails.push(mail);
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
