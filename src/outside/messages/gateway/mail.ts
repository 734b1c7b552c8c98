/** E-mail over SMTP. */
import { later } from '../../../ground/operate/later.ts';
import { Failed, patience, type Wire } from '../../../ground/wire/index.ts';
import { TELLING_BASIS, type Carried, type Carrier } from './carrier.ts';

const mailer = later<typeof import('nodemailer')>('nodemailer');

/** Where mail is handed over, and whom it is from. */
export type MailAccount = {
  readonly url: string;
  readonly from: { readonly name: string; readonly address: string };
};

const to = { id: 'mail', name: { vi: 'Máy chủ thư điện tử', en: 'The mail server' } } as const;

/** The carrier for e-mail. A server that refuses the address for good (5xx) is not asked again. */
export function mailCarrier(wire: Wire, { url, from }: MailAccount): Carrier {
  const { tryMs } = patience.job;
  const transport = mailer().createTransport({
    url,
    connectionTimeout: tryMs,
    greetingTimeout: tryMs,
    socketTimeout: tryMs,
  });
  const domain = from.address.split('@')[1] ?? 'localhost';
  return {
    send: (look, { id, address, subject, text, purpose }) =>
      wire.call<Carried>(
        look,
        {
          to,
          service: 'mail.smtp',
          purpose,
          basis: TELLING_BASIS,
          item: null,
          subject: address,
          patience: { ...patience.job, tries: 1 },
        },
        async (signal) => {
          signal.throwIfAborted();
          try {
            const sent = await transport.sendMail({
              from,
              to: { name: '', address },
              subject,
              text,
              messageId: `<${id}@${domain}>`,
              headers: { 'Auto-Submitted': 'auto-generated' },
              disableFileAccess: true,
              disableUrlAccess: true,
            });
            return { status: 250, value: { state: 'sent', ref: sent.messageId } };
          } catch (error) {
            const code = (error as { responseCode?: number }).responseCode ?? null;
            const refusedAddress =
              (error as { code?: string }).code === 'EENVELOPE' && code !== null && code >= 500;
            if (refusedAddress)
              return { status: code, refused: true, value: { state: 'refused', problem: `SMTP ${code}` } };
            throw new Failed('the mail was not taken', code, { cause: error });
          }
        },
      ),
  };
}
