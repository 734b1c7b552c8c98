/** The national portal over HTTP (NPSP adapter, STANDARDS §3.3): session, service, body; errors by `error_code`. */
import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import type { Look } from '../../../ground/db/act.ts';
import { Invalid } from '../../../ground/operate/errors.ts';
import {
  Failed,
  Garbled,
  patience,
  type Call,
  type Destination,
  type Patience,
  type Wire,
} from '../../../ground/wire/index.ts';
import type { PortalAccount } from '../settings.ts';
import type { NationalPortal } from './port.ts';
import { codeOf, portalSession, type Fields } from './portal-session.ts';

const portal: Destination = {
  id: 'national-portal',
  name: { vi: 'Cổng Dịch vụ công quốc gia', en: 'The national public service portal' },
};
const BASIS = 'Nghị định 118/2025/NĐ-CP; Nghị định 42/2022/NĐ-CP, Điều 13';

/** A file may take a minute. */
const forFiles: Patience = { ...patience.job, tryMs: 60_000, tries: 1, wholeMs: 60_000 };

/** Connects the portal. Nothing is sent. */
export function nationalPortal(wire: Wire, account: PortalAccount): NationalPortal {
  const ask = portalSession(wire, portal, account);
  const tell = (
    look: Look,
    call: Pick<Call, 'item' | 'patience' | 'purpose'>,
    service: string,
    body: Fields,
  ): Promise<Fields> =>
    ask(look, { service: `national-portal.${service}`, basis: BASIS, ...call }, service, body);
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
