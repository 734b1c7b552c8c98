/** Services that take and give JSON under an access token. */
import type { Look } from '../../../ground/db/act.ts';
import { exchange, Failed, readObject, type Wire } from '../../../ground/wire/index.ts';
import { registries } from '../registry.ts';
import type { RegistryId, Why } from '../schema.ts';

/** Address of a service and the token to use it. */
export type ServiceAccount = { readonly url: string; readonly token: string };

type Asked<T> = {
  readonly registry: RegistryId;
  readonly service: string;
  readonly subject: string | null;
  /** Path and query under the address. */
  readonly path: string;
  /** Sent by POST; without it the service is read by GET. */
  readonly body?: Readonly<Record<string, unknown>>;
  readonly read: (answer: Readonly<Record<string, unknown>>, status: number) => T;
};

/** Asks such a service. 404 is an answer (there is no such thing); other refusals mean that it does not serve us now. */
export const askService = <T>(
  wire: Wire,
  { url, token }: ServiceAccount,
  look: Look,
  why: Why,
  asked: Asked<T>,
): Promise<T> =>
  wire.call(
    look,
    { ...why, to: registries[asked.registry], service: asked.service, subject: asked.subject },
    async (signal) => {
      const { status, body } = await exchange(
        `${url.replace(/\/$/, '')}/${asked.path}`,
        {
          headers: {
            accept: 'application/json',
            authorization: `Bearer ${token}`,
            ...(asked.body && { 'content-type': 'application/json' }),
          },
          ...(asked.body && { method: 'POST', body: JSON.stringify(asked.body) }),
        },
        signal,
      );
      if (status !== 200 && status !== 404) throw new Failed(`status ${status}`, status);
      return {
        status,
        refused: status === 404,
        value: asked.read(status === 404 ? {} : readObject(body), status),
      };
    },
  );
