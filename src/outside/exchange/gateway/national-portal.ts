/** The national portal over HTTP (NPSP adapter, STANDARDS §3.3): session, service, body; errors by `error_code`. */
import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import type { Look } from '../../../ground/db/act.ts';
import { Invalid } from '../../../ground/operate/errors.ts';
import {
  exchange,
  Failed,
  Garbled,
  patience,
  readObject,
  type Call,
  type Destination,
  type Patience,
  type Wire,
} from '../../../ground/wire/index.ts';
import type { PortalAccount } from '../settings.ts';
import type { NationalPortal } from './port.ts';

const portal: Destination = {
  id: 'national-portal',
  name: { vi: 'Cổng Dịch vụ công quốc gia', en: 'The national public service portal' },
};
const BASIS = 'Nghị định 118/2025/NĐ-CP; Nghị định 42/2022/NĐ-CP, Điều 13';

/** The session is unknown or over: sign in and try once more. */
const SESSION_OVER = '401';

/** A file may take a minute. */
const forFiles: Patience = { ...patience.job, tryMs: 60_000, tries: 1, wholeMs: 60_000 };

type Fields = Readonly<Record<string, unknown>>;

/** Connects the portal. Nothing is sent. The session belongs to the process and may be lost. */
export function nationalPortal(wire: Wire, account: PortalAccount): NationalPortal {
  let session: string | null = null;
  const post = async (endpoint: string, body: Fields, signal: AbortSignal): Promise<Fields> => {
    const answer = await exchange(
      `${account.adapter.replace(/\/$/, '')}/${endpoint}`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', dstcode: account.destination },
        body: JSON.stringify(body),
      },
      signal,
    );
    if (answer.status !== 200) throw new Failed(`status ${answer.status}`, answer.status);
    return readObject(answer.body);
  };
  const signIn = async (signal: AbortSignal): Promise<string> => {
    const answer = await post('login', { username: account.user, password: account.password }, signal);
    if (codeOf(answer) !== '0' || typeof answer['session'] !== 'string')
      throw new Failed('cannot sign in', null);
    return (session = answer['session']);
  };
  const tell = (
    look: Look,
    call: Pick<Call, 'item' | 'patience' | 'purpose'>,
    service: string,
    body: Fields,
  ): Promise<Fields> =>
    wire.call(
      look,
      { to: portal, service: `national-portal.${service}`, basis: BASIS, subject: null, ...call },
      async (signal) => {
        const send = async (by: string): Promise<Fields> =>
          post(account.endpoint, { session: by, madonvi: account.unit, service, ...body }, signal);
        const first = await send(session ?? (await signIn(signal)));
        const answer = codeOf(first) === SESSION_OVER ? await send(await signIn(signal)) : first;
        if (codeOf(answer) === SESSION_OVER) throw new Failed('no session', null);
        return { status: 200, refused: codeOf(answer) !== '0', value: answer };
      },
    );
  return {
    send: async (look, { service, body, item }) => {
      const answer = await tell(
        look,
        { item, patience: patience.job, purpose: 'Đồng bộ hồ sơ' },
        service,
        body,
      );
      const taken = codeOf(answer) === '0';
      return {
        taken,
        problem: taken ? null : `${codeOf(answer)}: ${String(answer['message'] ?? '').slice(0, 500)}`,
      };
    },
    find: async (look, code, item) => {
      const answer = await tell(
        look,
        { item, patience: patience.page, purpose: 'Đối chiếu hồ sơ' },
        'TraCuuHoSo',
        { MaHoSo: code },
      );
      const found = (Array.isArray(answer['result']) ? answer['result'] : []).find(
        (one): one is Fields => (one as Fields | null)?.['MaHoSo'] === code,
      );
      return found ?? null;
    },
    fetchFile: (look, url, into) => {
      const address = URL.parse(url);
      if (!address || !account.files.includes(address.origin)) throw foreign(url);
      return wire.call(
        look,
        {
          to: portal,
          service: 'national-portal.tep',
          basis: BASIS,
          subject: null,
          item: null,
          patience: forFiles,
          purpose: 'Tải tệp của hồ sơ',
        },
        async (signal) => {
          const response = await fetch(address, { signal, redirect: 'error' }).catch((error: unknown) => {
            throw signal.aborted ? error : new Failed('no answer', null, { cause: error });
          });
          if (response.status !== 200 || !response.body)
            throw new Failed(`status ${response.status}`, response.status);
          try {
            return {
              status: 200,
              value: await into.put(Readable.fromWeb(response.body as WebStream<Uint8Array>)),
            };
          } catch (error) {
            if (error instanceof Invalid) throw new Garbled('larger than a file may be', { cause: error });
            throw signal.aborted ? error : new Failed('the file broke off', 200, { cause: error });
          }
        },
      );
    },
  };
}

const codeOf = (answer: Fields): string => String(answer['error_code'] ?? '');

/** Nobody makes us fetch what is not the portal's: addresses inside of our own network least of all. */
const foreign = (url: string): Invalid =>
  new Invalid([
    {
      field: 'DuongDanTaiTepTin',
      message: {
        vi: `Địa chỉ tệp không thuộc Cổng quốc gia: ${url.slice(0, 100)}`,
        en: `The address of a file is not the portal's: ${url.slice(0, 100)}`,
      },
    },
  ]);
