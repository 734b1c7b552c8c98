/** The national portal over HTTP (NPSP adapter, STANDARDS §3.3): session, service, body; errors by `error_code`. */
import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import type { Look } from '../../../ground/db/act.ts';
import { LARGEST_FILE } from '../../../ground/files/index.ts';
import type { Text } from '../../../ground/text/language.ts';
import { Invalid } from '../../../ground/operate/errors.ts';
import {
  Failed,
  patience,
  type Call,
  type Destination,
  type Patience,
  type Wire,
} from '../../../ground/wire/index.ts';
import type { PortalAccount } from '../settings.ts';
import type { FileAnswer, NationalPortal } from './port.ts';
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
    fetchFile: async (look, { url, hash }, into) => {
      const address = url === null ? null : URL.parse(url);
      if (!address) return { why: why.noAddress, lasting: true };
      if (!account.files.includes(address.origin)) return { why: why.foreign, lasting: true };
      return wire.call<FileAnswer>(
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
          const { status } = response;
          const refused = (text: Text, lasting: boolean) =>
            ({ status, refused: true, value: { why: text, lasting } }) as const;
          // It did answer: one file that is not there is no reason to leave the whole portal alone.
          if (status >= 400 && status < 500) {
            await response.body?.cancel();
            return refused(why.notThere, false);
          }
          if (status !== 200 || !response.body) throw new Failed(`status ${status}`, status);
          try {
            const stored = await into.put(Readable.fromWeb(response.body as WebStream<Uint8Array>));
            return hash !== null && hash !== stored.hash
              ? refused(why.otherBytes, false)
              : { status, value: { stored } };
          } catch (error) {
            if (error instanceof Invalid) return refused(why.tooLarge, true);
            throw signal.aborted ? error : new Failed('the file broke off', 200, { cause: error });
          }
        },
      );
    },
  };
}

/** Why there is no file. Nobody makes us fetch what is not the portal's: addresses inside of our own network least of all. */
const why = {
  noAddress: { vi: 'không có địa chỉ của tệp', en: 'no address of the file is given' },
  foreign: {
    vi: 'địa chỉ tệp không thuộc Cổng quốc gia',
    en: 'its address does not belong to the national portal',
  },
  notThere: { vi: 'Cổng quốc gia không có tệp', en: 'the national portal does not have it' },
  otherBytes: {
    vi: 'nội dung tệp khác với mã băm người gửi đã báo',
    en: 'its bytes are not those of the hash that was sent',
  },
  tooLarge: {
    vi: `tệp lớn quá ${LARGEST_FILE / 1_048_576} MB`,
    en: `it is larger than ${LARGEST_FILE / 1_048_576} MB`,
  },
} satisfies Record<string, Text>;
